/** One file under inspection: its original on the left, what it became on the right. */
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId, EntryKind } from '../../../../electron/contract/entry.ts'
import type { Review } from '../../../../electron/contract/importing.ts'
import { Badge } from '../../parts/Badge.tsx'
import { encodingName } from '../../parts/encoding-name.ts'
import { OriginalText } from '../../parts/OriginalText.tsx'
import { runsOfAccounts } from '../../parts/original-runs.ts'

export function ReviewPane({ review, onKind, onOpen }: {
  readonly review: Review
  readonly onKind: (id: EntryId, kind: EntryKind) => void
  readonly onOpen: (id: EntryId) => void
}) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<number | null>(null)
  const runs = useMemo(() => runsOfAccounts(review.text, review.accounts), [review])
  const titles = useMemo(() => new Map(review.entries.map((entry) => [entry.ordinal, entry.title])), [review])
  return (
    <section className="review" aria-label={t('import.review', { file: review.file })}>
      <header className="review-head">
        <h2>{review.file}</h2>
        <span className="meta">{review.encoding !== null && `${encodingName(review.encoding)} · `}{t('import.characters', { count: review.text.length })}</span>
        <span className="legend">
          {(['moved', 'dropped', 'repaired'] as const).map((fate) => <span key={fate} className={`fate fate-${fate}`}>{t(`import.fate.${fate}`)}</span>)}
        </span>
      </header>
      <div className="review-columns">
        <OriginalText runs={runs} label={t('import.original')} titles={titles} shown={shown} />
        <ol className="review-entries" aria-label={t('import.entries')}>
          {review.entries.map((entry) => (
            <li key={entry.id} className={entry.kind === 'case' ? 'review-entry' : 'review-entry other'}>
              <button type="button" className="review-title" onClick={() => setShown(entry.ordinal)}>
                {entry.ordinal}. {entry.title}
              </button>
              <p className="meta">
                <Badge tone={entry.kind === 'case' ? 'info' : 'quiet'}>{t(`kind.${entry.kind}`)}</Badge>{' '}
                {entry.titleIsProvisional && <><Badge tone="warning">{t('entry.provisional')}</Badge>{' '}</>}
                {!entry.present && <><Badge tone="quiet">{t('import.inTrash')}</Badge>{' '}</>}
                {entry.kindReason}
              </p>
              <p className="meta">{t('import.counts', entry.counts)}</p>
              {entry.present && (
                <p>
                  <Button size="small" onClick={() => onOpen(entry.id)}>{t('import.openEntry')}</Button>{' '}
                  <Button size="small" type="text" onClick={() => onKind(entry.id, entry.kind === 'case' ? 'other' : 'case')}>{t(entry.kind === 'case' ? 'entry.makeOther' : 'entry.makeCase')}</Button>
                </p>
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
