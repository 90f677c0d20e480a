/** What can be taken back: a toast for ten seconds, and the last one by command for as long as the window is open. */
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { CallFault, client } from '../api/index.ts'
import { refresh } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { useLost } from './lost.tsx'

interface Step {
  readonly token: string
  readonly label: string
}
interface Steps {
  readonly steps: readonly Step[]
  /** The entries of what was taken back last. */
  readonly undone: readonly EntryId[]
  /** The step whose message stands. */
  readonly offered: string | null
  readonly push: (step: Step) => void
  readonly drop: (token: string) => void
}
/** The one message of what can be taken back: the last step that was offered has it. */
const MESSAGE = 'undo'

const useSteps = create<Steps>()((set) => ({
  steps: [],
  undone: [],
  offered: null,
  push: (step) => set((state) => ({ steps: [...state.steps, step].slice(-50) })),
  drop: (token) => set((state) => ({ steps: state.steps.filter((step) => step.token !== token) })),
}))

/** Nothing of one library can be taken back in another. */
export const forgetSteps = (): void => useSteps.setState({ steps: [] })

/** Tells which entries a step was about once it is taken back, by whatever key or button. Returns how to stop that. */
export const onUndone = (tell: (ids: readonly EntryId[]) => void): (() => void) => useSteps.subscribe((now, before) => { if (now.undone !== before.undone) tell(now.undone) })

export interface Undo {
  readonly offer: (label: string, token: string) => void
  /** As above without a message: for whoever shows the last step, and the way back, where it was made. */
  readonly keep: (label: string, token: string) => void
  readonly last: () => void
  readonly canUndo: boolean
  /** What the last step was; null when there is none. */
  readonly lastLabel: string | null
}

export function useUndo(): Undo {
  const { t } = useTranslation()
  const { notification, message } = App.useApp()
  const fault = useFaults()
  const { steps, push, drop } = useSteps()
  const tell = useLost()
  const take = async ({ token, label }: Step): Promise<void> => {
    drop(token)
    // The message of a later step stays.
    if (useSteps.getState().offered === token) notification.destroy(MESSAGE)
    try {
      const { ids, left, lost } = await client.call('history.undo', { undo: token })
      await refresh()
      useSteps.setState({ undone: [...ids] })
      if (left > 0) void message.warning(t('undo.undoneBut', { label, count: left }), 8)
      else void message.success(t('undo.undone', { label }))
      tell(lost, t('edit.lost', { count: lost.length }), t('edit.lostHint'))
    } catch (error) {
      if (error instanceof CallFault) fault(error)
      else throw error
    }
  }
  return {
    // Only the last message stays; all of them can be taken back by command.
    offer: (label, token) => {
      const step = { label, token }
      push(step)
      useSteps.setState({ offered: token })
      notification.open({
        key: MESSAGE,
        title: label,
        role: 'status',
        duration: 10,
        placement: 'bottomLeft',
        showProgress: true,
        pauseOnHover: true,
        actions: <Button size="small" type="primary" onClick={() => void take(step)}>{t('common.undo')}</Button>,
      })
    },
    keep: (label, token) => push({ label, token }),
    last: () => {
      const step = steps.at(-1)
      if (step) void take(step)
    },
    canUndo: steps.length > 0,
    lastLabel: steps.at(-1)?.label ?? null,
  }
}
