/** Backing up, checking and indexing anew: the same from the settings, the palette and the menu. */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import type { CheckReport } from '../../../electron/contract/library.ts'
import { client } from '../api/index.ts'
import { useFaults } from './faults.ts'

interface State {
  readonly busy: 'backup' | 'check' | 'reindex' | null
  /** What the last check of this library found. */
  readonly report: CheckReport | undefined
}
export const useUpkeepState = create<State>()(() => ({ busy: null, report: undefined }))

export const forgetReport = (): void => useUpkeepState.setState({ report: undefined })

export interface Upkeep {
  readonly backUp: () => void
  readonly check: () => void
  readonly reindex: () => void
}

export function useUpkeep(): Upkeep {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()

  const during = async <T,>(busy: NonNullable<State['busy']>, action: () => Promise<T>, done: (value: T) => void): Promise<void> => {
    // One after another: a second wish meanwhile is the same wish.
    if (useUpkeepState.getState().busy !== null) return
    useUpkeepState.setState({ busy })
    try {
      done(await action())
    } catch (error) {
      fault(error)
    } finally {
      useUpkeepState.setState({ busy: null })
    }
  }
  return {
    backUp: () => void during('backup', () => client.call('library.backup', { to: null }), ({ file }) => void message.success(t('settings.backedUp', { file }))),
    check: () => void during('check', () => client.call('library.check', {}), (report) => useUpkeepState.setState({ report })),
    reindex: () => void during('reindex', () => client.call('library.reindex', {}), ({ entries, tookMs }) => void message.success(t('settings.reindexed', { count: entries, seconds: (tookMs / 1000).toFixed(1) }))),
  }
}
