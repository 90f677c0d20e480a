/** An imported original takes the place of its bundled summary, which goes to the trash. */
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../electron/contract/api.ts'
import type { EntryId } from '../../../electron/contract/entry.ts'
import { client } from '../api/index.ts'
import { refresh, useCall } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { useUndo } from './undo.tsx'

export type Replaceable = Output<'bundled.originals'>[number]

/** Those of the entries that are the original of a summary which is still there. */
export const useReplaceable = (ids: readonly EntryId[]): readonly Replaceable[] => useCall('bundled.originals', { ids: ids.slice(0, 2000) }, { enabled: ids.length > 0 }).data ?? []

export function useReplace(): (one: Replaceable) => void {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  return ({ summary, title }) => void client.call('entries.remove', { ids: [summary] }).then(async ({ undo: token }) => {
    await refresh()
    undo.offer(t('bundled.replaced', { title }), token)
  }).catch(fault)
}
