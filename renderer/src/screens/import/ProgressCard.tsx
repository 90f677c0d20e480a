/** One running batch: how far, which file, how fast, how long still, and ways to pause and to stop. */
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../../../electron/contract/importing.ts'

/** Seconds still to go, or null while the rate says nothing yet. */
export function secondsLeft({ done, total, perSecond }: Pick<ImportProgress, 'done' | 'total' | 'perSecond'>): number | null {
  return perSecond > 0 && done > 0 ? Math.ceil((total - done) / perSecond) : null
}

export function ProgressCard({ progress, onPause, onCancel }: { readonly progress: ImportProgress; readonly onPause: () => void; readonly onCancel: () => void }) {
  const { t } = useTranslation()
  const left = secondsLeft(progress)
  return (
    <section className="progress-card" aria-label={t('import.running')}>
      <div className="progress-line">
        <strong>{t('import.runningCount', { done: progress.done, total: progress.total })}</strong>
        <span className="meta">{t('import.rate', { rate: Math.round(progress.perSecond) })}{left !== null && ` · ${t('import.left', { seconds: left })}`}</span>
        <Button size="small" onClick={onPause}>{t('import.pause')}</Button>
        <Button size="small" onClick={onCancel}>{t('import.cancel')}</Button>
      </div>
      <Progress percent={progress.total === 0 ? 0 : Math.floor((progress.done / progress.total) * 100)} aria-label={t('import.running')} />
      <p className="meta current-file">{progress.current}</p>
      <p className="meta">{t('import.runningHint')}</p>
    </section>
  )
}
