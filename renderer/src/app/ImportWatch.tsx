/** Keeps an eye on running imports wherever one is, and says when one has finished. */
import { App, Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { Batch, ImportProgress } from '../../../electron/contract/importing.ts'
import { queries, refresh, useEvent } from '../api/hooks.ts'
import { useSentence } from './faults.ts'
import { useView } from './view.ts'

interface Running {
  readonly running: ReadonlyMap<string, ImportProgress>
  readonly at: (progress: ImportProgress) => void
  readonly end: (id: string) => void
}
export const useRunning = create<Running>()((set) => ({
  running: new Map(),
  at: (progress) => set(({ running }) => ({ running: new Map(running).set(progress.id, progress) })),
  end: (id) => set(({ running }) => ({ running: new Map([...running].filter(([key]) => key !== id)) })),
}))

/** How the batch stands now is seen at once: what follows an import keeps the library busy, and its answer would be late. */
const standing = (batch: Batch): void => void queries.setQueryData<readonly Batch[]>(['import.batches', {}], (before) => before?.map((one) => (one.id === batch.id ? batch : one)))

export function ImportWatch() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const say = useSentence()
  const showBatch = useView((view) => view.showBatch)
  const { at, end } = useRunning()
  const finished = useCallback((batch: Batch) => {
    end(batch.id)
    standing(batch)
    void refresh()
    const { entries, cases, failed, duplicates } = batch.totals
    notification.open({
      key: 'import.finished',
      title: batch.fault === null ? t(batch.state === 'cancelled' ? 'import.stoppedByYou' : 'import.finished', { entries, cases }) : t('import.stopped', { reason: say(batch.fault) }),
      description: [...(failed > 0 ? [t('import.failedCount', { count: failed })] : []), ...(duplicates > 0 ? [t('import.duplicateCount', { count: duplicates })] : [])].join(' · '),
      type: batch.fault !== null || failed > 0 ? 'warning' : batch.state === 'cancelled' ? 'info' : 'success',
      role: 'status',
      duration: 10,
      placement: 'bottomLeft',
      actions: <Button size="small" onClick={() => { notification.destroy('import.finished'); showBatch(batch.id) }}>{t('import.show')}</Button>,
    })
  }, [end, notification, say, showBatch, t])
  useEvent('import.progress', at)
  useEvent('import.finished', finished)
  useEvent('import.paused', useCallback((batch: Batch) => {
    end(batch.id)
    standing(batch)
    void refresh(['import.'])
  }, [end]))
  return null
}
