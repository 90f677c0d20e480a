import { Refusal } from '../../contract/errors.ts'
import type { libraryMethods } from '../../contract/library.ts'
import { emptyTrash, entryOf, remove, restore, type StoredEntry } from '../library/index.ts'
import type { Context, Service } from './context.ts'

type EntryMethod = 'entries.get' | 'entries.remove' | 'entries.restore' | 'entries.history' | 'trash.list' | 'trash.empty'

export function entriesService({ library, changed }: Context): Service<Extract<keyof typeof libraryMethods, EntryMethod>> {
  const { reads } = library
  const stored = (id: string): StoredEntry => {
    const entry = reads.entries.stored(id)
    if (entry === null) throw new Refusal('NO_SUCH_ENTRY', { id })
    return entry
  }

  return {
    'entries.get': ({ id }) => entryOf(stored(id)),
    'entries.history': ({ id }) => reads.history.ofEntry(stored(id).id),
    'entries.remove': ({ ids }) => {
      const moved = remove(library, ids)
      changed(moved.ids)
      return { removed: moved.ids.length, undo: moved.undo }
    },
    'entries.restore': ({ ids }) => {
      const moved = restore(library, ids)
      changed(moved.ids)
      return { restored: moved.ids.length }
    },
    'trash.list': () => reads.entries.trash(),
    'trash.empty': async ({ ids }) => ({ erased: await emptyTrash(library, ids) }),
  }
}
