/** The batches of this library, newest first. */
import { useTranslation } from 'react-i18next'
import type { Batch, ImportProgress } from '../../../../electron/contract/importing.ts'

export function BatchList({ batches, running, selected, onSelect }: {
  readonly batches: readonly Batch[]
  readonly running: ReadonlyMap<string, ImportProgress>
  readonly selected: string | null
  readonly onSelect: (id: Batch['id']) => void
}) {
  const { t, i18n } = useTranslation()
  return (
    <ul className="batch-list" aria-label={t('import.batches')}>
      {batches.map((batch) => {
        const progress = running.get(batch.id)
        return (
          <li key={batch.id}>
            <button type="button" className="batch" aria-current={batch.id === selected} onClick={() => onSelect(batch.id)}>
              <span className="batch-label">{batch.label}</span>
              <span className="meta">
                {progress ? t('import.runningCount', { done: progress.done, total: progress.total }) : t(`import.state.${batch.state}`)}
                {' · '}
                {t('import.summary', { entries: batch.totals.entries, cases: batch.totals.cases })}
              </span>
              {batch.totals.waiting > 0 && <span className="batch-waiting">{t('review.waiting', { count: batch.totals.waiting })}</span>}
              {(batch.totals.failed > 0 || batch.totals.duplicates > 0) && (
                <span className="meta">
                  {batch.totals.failed > 0 && <span className="danger">{t('import.failedCount', { count: batch.totals.failed })}</span>}
                  {batch.totals.failed > 0 && batch.totals.duplicates > 0 && ' · '}
                  {batch.totals.duplicates > 0 && t('import.duplicateCount', { count: batch.totals.duplicates })}
                </span>
              )}
              <time className="meta" dateTime={batch.startedAt}>{new Date(batch.startedAt).toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })}</time>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
