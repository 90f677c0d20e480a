/** Removing, bringing back, and erasing for ever. */
import type { EntryId } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { BatchId } from '../../contract/importing.ts'
import type { Action } from './repositories/history.ts'
import type { Shelf } from './shelf.ts'

export interface Moved {
  readonly ids: readonly EntryId[]
  readonly seqs: readonly number[]
  readonly undo: string
}

/** Into the trash: out of lists and search, restorable. Those already there stay as they are; an unknown id is refused. */
export function remove(shelf: Shelf, ids: readonly EntryId[]): Moved {
  return shelf.connection.write(() => move(shelf, placesOf(shelf, ids), 'remove'))
}

export function restore(shelf: Shelf, ids: readonly EntryId[]): Moved {
  return shelf.connection.write(() => move(shelf, placesOf(shelf, ids), 'restore'))
}

/** Everything a batch brought in goes to the trash with one undo. */
export function removeBatch(shelf: Shelf, id: BatchId): Moved {
  return shelf.connection.write(() => {
    if (shelf.reads.batches.get(id) === null) throw new Refusal('NO_SUCH_BATCH', { id })
    return move(shelf, shelf.reads.batches.presentEntries(id), 'remove')
  })
}

function placesOf({ reads }: Shelf, ids: readonly EntryId[]): readonly number[] {
  return [...new Set(ids)].map((id) => {
    const place = reads.entries.place(id)
    if (place === null) throw new Refusal('NO_SUCH_ENTRY', { id })
    return place.seq
  })
}

/** Moves what is not there yet, and writes one history row for all of it. Runs inside a transaction. */
export function move({ clock, reads, writes }: Shelf, seqs: readonly number[], action: 'remove' | 'restore', as: Action = action): Moved {
  const at = clock.at()
  const changed = seqs.filter((seq) => (action === 'remove' ? writes.entries.remove(seq, at) : writes.entries.restore(seq)))
  const undo = clock.id()
  const heads = reads.entries.heads(changed)
  if (changed.length > 0) {
    writes.history.add(undo, at, as, action, heads.map(({ seq, revision, content }) => ({ seq, revision, content, contentBefore: null, before: null })))
  }
  return { ids: heads.map(({ id }) => id), seqs: changed, undo }
}

/** Erases entries of the trash (null: all of it) with their history, and the originals and pictures nobody else names. */
export async function emptyTrash(shelf: Shelf, ids: readonly EntryId[] | null): Promise<number> {
  const { connection, originals, reads, writes } = shelf
  const { erased, hashes } = connection.write(() => {
    const seqs = ids === null ? reads.entries.trashSeqs() : placesOf(shelf, ids)
    const pictures = reads.entries.pictures(seqs)
    const count = seqs.filter((seq) => writes.entries.erase(seq)).length
    writes.history.sweep()
    return { erased: count, hashes: [...new Set([...writes.documents.sweep(), ...pictures])] }
  })
  await originals.drop(hashes, reads.documents.isReferenced)
  return erased
}
