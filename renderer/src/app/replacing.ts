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

/** What is replaced by them: two texts may be originals of one. */
export const summariesOf = (ones: readonly Replaceable[]): readonly EntryId[] => [...new Set(ones.map(({ summary }) => summary))]

/** All of them at once, in one step that can be taken back. */
export function useReplace(): (ones: readonly Replaceable[]) => void {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  return (ones) => void client.call('entries.remove', { ids: [...summariesOf(ones)] }).then(async ({ removed, undo: token }) => {
    await refresh()
    undo.offer(removed === 1 ? t('bundled.replaced', { title: ones[0]?.title ?? '' }) : t('bundled.replacedMany', { count: removed }), token)
  }).catch(fault)
}
