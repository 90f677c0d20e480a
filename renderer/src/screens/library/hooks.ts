/** One entry, and what can be done with it. */
import { useTranslation } from 'react-i18next'
import type { Entry, EntryId, EntryKind, Span } from '../../../../electron/contract/entry.ts'
import { client } from '../../api/index.ts'
import { refresh, useCall } from '../../api/hooks.ts'
import { useCopying } from '../../app/copying.ts'
import { useFaults } from '../../app/faults.ts'
import { useSetKind } from '../../app/set-kind.ts'
import { useUndo } from '../../app/undo.tsx'
import { useView } from '../../app/view.ts'

export const useEntry = (id: EntryId | null) => {
  const { data, error } = useCall('entries.get', { id: id as EntryId }, { enabled: id !== null, keep: true })
  return { entry: id === null ? undefined : data, error: id === null ? null : error }
}

export interface EntryActions {
  readonly remove: (ids: readonly EntryId[]) => void
  readonly setKind: (entry: { readonly id: EntryId }, kind: EntryKind) => void
  readonly copy: (entry: Entry, passage?: string) => void
  /** The sentences that hold these stretches of the body. */
  readonly copySentences: (id: EntryId, stretches: readonly Span[]) => void
  /** The words alone. */
  readonly copyText: (text: string) => void
  readonly copyById: (id: EntryId) => void
}

export function useEntryActions(): EntryActions {
  const { t } = useTranslation()
  const fault = useFaults()
  const undo = useUndo()
  const setKind = useSetKind()
  const select = useView((view) => view.select)

  const copying = useCopying()
  return {
    remove: (ids) => void client.call('entries.remove', { ids: [...ids] }).then(async ({ removed, undo: token }) => {
      // The list first: the entry that takes the place of a removed one is looked for in it.
      await refresh(['search.run'])
      select(null)
      undo.offer(t('undo.removed', { count: removed }), token)
      await refresh()
    }).catch(fault),
    setKind: ({ id }, kind) => setKind(id, kind),
    copy: copying.entry,
    copySentences: copying.sentences,
    copyText: copying.text,
    copyById: copying.byId,
  }
}
