/** One running batch: how far, which file, how fast, how long still, and ways to pause and to stop. */
import { Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProgress } from '../../../../electron/contract/importing.ts'

/** Of the first files one cannot tell how fast the others will be. */
const TELLING = 5
const MINUTE = 60

/** Seconds still to go, or null while the rate says nothing yet. */
export function secondsLeft({ done, total, perSecond }: Pick<ImportProgress, 'done' | 'total' | 'perSecond'>): number | null {
  return perSecond > 0 && done >= TELLING ? Math.ceil((total - done) / perSecond) : null
}

export function ProgressCard({ progress, onPause, onCancel }: { readonly progress: ImportProgress; readonly onPause: () => Promise<void>; readonly onCancel: () => Promise<void> }) {
  const { t } = useTranslation()
  // What is being read is read to its end first: meanwhile the button shows that it was heard.
  const [asked, setAsked] = useState<'pause' | 'cancel' | null>(null)
  const ask = (what: 'pause' | 'cancel', turn: () => Promise<void>): void => {
    setAsked(what)
    void turn().finally(() => setAsked(null))
  }
  const left = secondsLeft(progress)
  return (
    <section className="progress-card" aria-label={t('import.running')}>
      <div className="progress-line">
        <strong>{t('import.runningCount', { done: progress.done, total: progress.total })}</strong>
        <span className="meta progress-rate">{left !== null && <>{t('import.rate', { rate: progress.perSecond < 10 ? progress.perSecond.toFixed(1) : Math.round(progress.perSecond) })} · {left < 2 * MINUTE ? t('import.left', { seconds: left }) : t('import.leftMinutes', { minutes: Math.ceil(left / MINUTE) })}</>}</span>
        <Button size="small" loading={asked === 'pause'} disabled={asked === 'cancel'} onClick={() => ask('pause', onPause)}>{t('import.pause')}</Button>
        <Button size="small" loading={asked === 'cancel'} disabled={asked === 'pause'} onClick={() => ask('cancel', onCancel)}>{t('import.cancel')}</Button>
      </div>
      <Progress percent={progress.total === 0 ? 0 : Math.floor((progress.done / progress.total) * 100)} aria-label={t('import.running')} />
      <p className="meta current-file">{progress.current}</p>
      <p className="meta">{t('import.runningHint')}</p>
    </section>
  )
}
