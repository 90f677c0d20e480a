import { useTranslation } from 'react-i18next'
import type { EntryId, EntryKind } from '../../../electron/contract/entry.ts'
import { client } from '../api/index.ts'
import { refresh } from '../api/hooks.ts'
import { useFaults } from './faults.ts'
import { useUndo } from './undo.tsx'

/** Makes an entry a case, or 其他; the change can be taken back. `quietly`: where the screen itself shows the last step and the way back. */
export function useSetKind(quietly = false): (id: EntryId, kind: EntryKind) => void {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  const set = async (id: EntryId, kind: EntryKind): Promise<void> => {
    const { revision } = await client.call('entries.get', { id })
    const { undo: token } = await client.call('entries.edit', { id, revision, change: { kind } })
    await refresh()
    const label = t('undo.kind', { kind: t(`kind.${kind}`) })
    if (quietly) undo.keep(label, token)
    else undo.offer(label, token)
  }
  return (id, kind) => void set(id, kind).catch(fault)
}
