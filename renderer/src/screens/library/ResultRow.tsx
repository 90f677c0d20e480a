/** One hit: title, where and when it comes from, and its best passage. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '../../../../electron/contract/searching.ts'
import { Badge } from '../../parts/Badge.tsx'
import { marked } from '../../parts/marked.tsx'
import { placeName } from '../../parts/place-name.ts'
import { PracticeTag } from '../../parts/PracticeTag.tsx'
import type { Taxonomy } from '../../app/taxonomy.ts'
import { tagsToShow } from './row-tags.ts'

export const ResultRow = memo(function ResultRow({ hit, compact, taxonomy }: { readonly hit: Hit; readonly compact: boolean; readonly taxonomy: Taxonomy }) {
  const { t } = useTranslation()
  const snippet = hit.snippets[0]
  const { shown, rest } = tagsToShow(hit.practices)
  const meta = [placeName(hit.place), hit.date.value?.slice(0, 10) ?? null, hit.media].map((part) => part ?? null).filter((part) => part !== null)
  const badges = (
    <>
      {hit.kind === 'other' && <Badge tone="quiet">{t('kind.other')}</Badge>}
      {hit.titleIsProvisional && <Badge tone="warning">{t('library.provisional')}</Badge>}
      {hit.incomplete && <Badge tone="warning">{t('library.incomplete')}</Badge>}
      {hit.rightsLevel === 'restricted' && <Badge tone="danger">{t('rights.restricted')}</Badge>}
      {hit.rightsLevel === 'internal' && <Badge tone="danger">{t('rights.internal')}</Badge>}
      {hit.origin === 'bundled' && <Badge tone="quiet">{t('origin.bundled')}</Badge>}
    </>
  )
  return (
    <>
      <p className="result-title">{marked(hit.title, hit.titleMarks)}</p>
      <p className="result-meta">
        <span className="result-facts">{meta.length === 0 ? t('common.none') : meta.join(' · ')}</span>
        {badges}
        {hit.occurrences > 0 && <span className="result-count">{t('library.occurrences', { count: hit.occurrences })}</span>}
      </p>
      {!compact && snippet !== undefined && <p className="result-snippet">{marked(snippet.text, snippet.marks)}</p>}
      {!compact && shown.length > 0 && (
        <p className="result-practices">
          {shown.map((id) => <PracticeTag key={id} id={id} label={taxonomy.label(id)} />)}
          {rest.length > 0 && <span className="more-practices" title={rest.map(taxonomy.label).join(' · ')}>{t('library.morePractices', { count: rest.length })}</span>}
        </p>
      )}
      {hit.missing.length > 0 && <p className="result-missing">{t('library.missing', { words: hit.missing.join(' ') })}</p>}
    </>
  )
})
