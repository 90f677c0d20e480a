/** Files that were read under older rules: says how many, shows what newer rules would change, and does it in the background. */
import { Button, Progress } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recleaning } from '../../../../electron/contract/recleaning.ts'
import { client } from '../../api/index.ts'
import { queries, refresh, useCall, useEvent } from '../../api/hooks.ts'
import { useFaults, useSentence } from '../../app/faults.ts'
import { useLost } from '../../app/lost.tsx'
import { useUndo } from '../../app/undo.tsx'
import { RecleanDialog } from './RecleanDialog.tsx'

const STATE = ['reclean.state', {}] as const

export function RecleanCard() {
  const { t } = useTranslation()
  const fault = useFaults()
  const say = useSentence()
  const undo = useUndo()
  const [open, setOpen] = useState(false)
  const { data } = useCall(...STATE)
  const [work, setWork] = useState<Recleaning | null>(null)
  const { offer } = undo
  const tell = useLost()
  const hear = useCallback((now: Recleaning): void => {
    setWork(now)
    if (now.state === 'running') return
    void refresh([...STATE.slice(0, 1).map(String), 'entries.', 'import.', 'search.run', 'library.'])
    if (now.undo !== '') offer(t('reclean.done', { count: now.changed }), now.undo)
    tell(now.lost.first, t('edit.lost', { count: now.lost.total }), t('reclean.lostHint'))
  }, [offer, t, tell])
  useEvent('reclean.progress', hear)
  const now = work ?? data?.work
  const running = now?.state === 'running'
  if (data === undefined || (data.files === 0 && !running)) return null
  const start = (): void => {
    setOpen(false)
    void client.call('reclean.apply', { ids: null }).then((begun) => {
      setWork(begun)
      queries.setQueryData(STATE, { ...data, work: begun })
    }).catch(fault)
  }
  return (
    <section className="reclean-card" aria-label={t('reclean.title')}>
      <div className="progress-line">
        <strong>{running ? t('reclean.running', { done: now.done, total: now.total }) : t('reclean.waiting', { entries: data.entries, files: data.files })}</strong>
        <span className="spacer" />
        {running
          ? <Button size="small" onClick={() => void client.call('reclean.cancel', {}).then(setWork).catch(fault)}>{t('import.cancel')}</Button>
          : <><Button size="small" onClick={() => setOpen(true)}>{t('reclean.show')}</Button><Button size="small" onClick={start}>{t('reclean.apply')}</Button></>}
      </div>
      {running && <Progress size="small" percent={now.total === 0 ? 0 : Math.floor((now.done / now.total) * 100)} aria-label={t('reclean.title')} />}
      <p className="meta">{now?.fault === null || now?.fault === undefined ? t('reclean.hint') : say(now.fault)}</p>
      <RecleanDialog open={open} onClose={() => setOpen(false)} onApply={start} />
    </section>
  )
}
