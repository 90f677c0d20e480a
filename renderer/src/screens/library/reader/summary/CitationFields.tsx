/** What a source states about itself; what it does not reads 原文未述. */
import { useTranslation } from 'react-i18next'
import type { Citation } from '../../../../../../electron/contract/summary.ts'

const FIELDS = ['title', 'media', 'date', 'page', 'authors'] as const

export function CitationFields({ citation }: { readonly citation: Citation }) {
  const { t } = useTranslation()
  const said = { ...citation, date: citation.date?.replace('T', ' ') ?? null, authors: citation.authors.length === 0 ? null : citation.authors.join(' ') }
  return (
    <dl className="citation">
      {FIELDS.map((field) => (
        <div key={field}>
          <dt>{t(`bundled.field.${field}`)}</dt>
          <dd>{said[field] ?? <span className="unstated">{t('common.none')}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
