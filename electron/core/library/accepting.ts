/** 收录: a person has looked at what an import made of a file. Its text is what it was; only the history knows, so that it can be taken back. */
import type { EntryId, ReviewState } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { BatchId } from '../../contract/importing.ts'
import type { Action } from './repositories/history.ts'
import type { Shelf } from './shelf.ts'

export interface Judged {
  readonly ids: readonly EntryId[]
  readonly undo: string
}

/** Those in the trash, and those already accepted, stay as they are; an unknown id is refused. */
export function accept(shelf: Shelf, ids: readonly EntryId[]): Judged {
  return shelf.connection.write(() => {
    const seqs = [...new Set(ids)].map((id) => {
      const place = shelf.reads.entries.place(id)
      if (place === null) throw new Refusal('NO_SUCH_ENTRY', { id })
      return place.seq
    })
    return judge(shelf, seqs, 'accepted', 'accept')
  })
}

/** Everything that waits and is at least this sure, of one batch or of all. */
export function acceptAbove(shelf: Shelf, batch: BatchId | null, confidence: number): Judged {
  return shelf.connection.write(() => judge(shelf, surelyPending(shelf, batch, confidence), 'accepted', 'accept'))
}

export function surelyPending({ reads }: Shelf, batch: BatchId | null, confidence: number): readonly number[] {
  if (batch !== null && reads.batches.get(batch) === null) throw new Refusal('NO_SUCH_BATCH', { id: batch })
  return reads.batches.pendingAbove(batch, confidence)
}

/** The label of its row in the history is what they became. Runs inside a transaction. */
export function judge({ clock, reads, writes }: Shelf, seqs: readonly number[], to: ReviewState, as: Action): Judged {
  const changed = seqs.filter((seq) => writes.entries.review(seq, to))
  const heads = reads.entries.heads(changed)
  const undo = clock.id()
  if (changed.length > 0) writes.history.add(undo, clock.at(), as, to, heads.map(({ seq, revision, content }) => ({ seq, revision, content, contentBefore: null, before: null })))
  return { ids: heads.map(({ id }) => id), undo }
}
