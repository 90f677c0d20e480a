/** Sets the shelf life of the entry that is read; the change can be taken back. */
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../../electron/contract/entry.ts'
import type { EntryChange } from '../../../../../electron/contract/library.ts'
import { client } from '../../../api/index.ts'
import { refresh } from '../../../api/hooks.ts'
import { useFaults } from '../../../app/faults.ts'
import { useUndo } from '../../../app/undo.tsx'

export function useSetStatus(): (entry: Entry, change: Pick<EntryChange, 'status' | 'reviewBy'>) => void {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  return (entry, change) => void client.call('entries.edit', { id: entry.id, revision: entry.revision, change }).then(async ({ entry: { status }, undo: token }) => {
    await refresh()
    undo.offer(t('undo.status', { status: t(`status.${status}`) }), token)
  }).catch(fault)
}
