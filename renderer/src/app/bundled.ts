/** What can be done with all bundled summaries together. */
import { useTranslation } from 'react-i18next'
import { client } from '../api/index.ts'
import { refresh, useAction } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { useUndo } from './undo.tsx'

export interface BundledActions {
  readonly show: (shown: boolean) => void
  readonly remove: () => void
  readonly restore: () => void
}

export function useBundled(): BundledActions {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  const set = useAction('settings.set')
  return {
    show: (showBundled) => set.mutate({ showBundled }, { onSuccess: () => void refresh(['settings.']).then(() => refresh()), onError: fault }),
    remove: () => void client.call('bundled.remove', {}).then(async ({ removed, undo: token }) => {
      await refresh()
      undo.offer(t('bundled.removed', { count: removed }), token)
    }).catch(fault),
    restore: () => void client.call('bundled.restore', {}).then(async ({ restored, undo: token }) => {
      await refresh()
      undo.offer(t('bundled.restored', { count: restored }), token)
    }).catch(fault),
  }
}
