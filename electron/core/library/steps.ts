/** What a new reading, or joining two entries, takes from an entry beside its text: its place in a document, what reading gave, whether it is there at all. */
import { z } from 'zod'
import type { EntryId } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import { Span } from '../../contract/span.ts'
import { Former, former, parts } from './held.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Touched } from './repositories/history.ts'
import type { Shelf } from './shelf.ts'
import { EntryState } from './state.ts'
import { relateAnew } from './relating.ts'
import { readsOtherwise, tagAnew } from './tagging.ts'

/** `former` is null when the text stayed as it was; `removed` is null when it neither came nor went. */
const Step = z.strictObject({
  place: z.strictObject({ document: z.int(), ordinal: z.int(), raw: Span }).nullable(),
  reading: EntryState.nullable(),
  removed: z.boolean().nullable(),
  former: Former.nullable(),
})
export type Step = z.infer<typeof Step>

/** The entry as it is, to be brought back. */
export function capture(shelf: Shelf, stored: StoredEntry, { text, removed }: { readonly text: boolean; readonly removed: boolean | null }): Step {
  const { document, original, seq } = stored
  return {
    place: document === null || original === null ? null : { document, ordinal: original.ordinal, raw: original.raw },
    reading: shelf.reads.readings.state(seq),
    removed,
    former: text ? former(shelf, stored) : null,
  }
}

export const touchedBy = (stored: Pick<StoredEntry, 'seq' | 'content'>, revision: number, content: number, step: Step): Touched => ({ seq: stored.seq, revision, content, contentBefore: stored.content, before: JSON.stringify(step) })

/** Of a change of more entries than this, texts on which nobody has decided are read for practices in the background: the library must not stand still for a minute. */
export const READ_AT_ONCE = 200

const isUndecided = ({ reads: { practices, labels } }: Shelf, seq: number): boolean => practices.decisions(seq).length + practices.passages(seq).length + labels.ofEntry(seq).length === 0

interface Change {
  readonly id: string
  readonly entries: readonly { readonly id: string; readonly content: number; readonly content_before: number | null; readonly before: string | null }[]
}

/** Takes such a change back, and writes what would do it again. Runs inside a transaction; refused when an entry or the file has changed since. */
export function stepBack(shelf: Shelf, change: Change, label: string): EntryId[] {
  const { clock, reads, writes } = shelf
  const at = clock.at()
  const undo = clock.id()
  const replaced = reads.readings.replaced(change.id)
  if (!replaced.every(({ became }) => reads.readings.isCurrent(became))) throw new Refusal('STALE_REVISION', { id: change.entries[0]?.id ?? '' })
  const many = change.entries.length > READ_AT_ONCE
  const touched = change.entries.flatMap(({ id, content, content_before: contentBefore, before }) => {
    const stored = reads.entries.stored(id)
    if (stored === null || before === null) return []
    if (stored.content !== content) throw new Refusal('STALE_REVISION', { id })
    const step = Step.parse(JSON.parse(before))
    const now = capture(shelf, stored, { text: step.former !== null, removed: step.removed === null ? null : stored.removedAt !== null })
    const revision = step.former === null ? stored.revision : stored.revision + 1
    const back = step.former === null ? stored.content : (contentBefore ?? stored.content)
    if (step.former !== null) {
      const { state, held } = parts(step.former)
      writes.entries.replace(stored.seq, revision, back, at, state)
      if (stored.state.body !== state.body) relateAnew(shelf, stored.seq, state.body)
      const otherwise = readsOtherwise(stored.state, state)
      if (otherwise && many && isUndecided(shelf, stored.seq)) writes.practices.replace(stored.seq, '', [])
      else if (otherwise) tagAnew(shelf, { seq: stored.seq, state }, stored.state, held)
    }
    if (step.place !== null) writes.readings.place(stored.seq, step.place.document, step.place.ordinal, step.place.raw)
    writes.readings.state(stored.seq, step.reading)
    if (step.removed === true) writes.entries.remove(stored.seq, at)
    if (step.removed === false) writes.entries.restore(stored.seq)
    return [{ id: stored.id, touched: touchedBy(stored, revision, back, now) }]
  })
  writes.history.add(undo, at, 'undo', label, touched.map((one) => one.touched))
  for (const { was, became } of replaced) writes.readings.replace(undo, { was: became, became: was })
  return touched.map(({ id }) => id)
}
