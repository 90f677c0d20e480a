/** What a bundled summary was made from, above its text. */
import { useTranslation } from 'react-i18next'
import type { Summary } from '../../../../../../electron/contract/summary.ts'
import { CitationFields } from './CitationFields.tsx'

export function Sources({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation()
  return (
    <section className="sources" aria-label={t('bundled.sources')}>
      <h2>{t('bundled.sources')}</h2>
      <ol>{summary.citations.map((citation) => <li key={citation.id}><CitationFields citation={citation} /></li>)}</ol>
      {summary.figures.length > 0 && <p className="meta">{t('bundled.sourcesHint')}</p>}
    </section>
  )
}
