/** Passages that people give a label (标签), and take it from. Each is one row of history that can be taken back; a passage follows its words through every edit. */
import { z } from 'zod'
import { Refusal } from '../../contract/errors.ts'
import type { EntryId, Span } from '../../contract/entry.ts'
import { LabelId } from '../../contract/labels.ts'
import { Decided } from '../../contract/practice-tag.ts'
import { labelsOf } from '../describing/labels.ts'
import { Anchored, anchored, placed } from './anchoring.ts'
import { labelName } from './carrying.ts'
import { within } from './passage.ts'
import type { Action } from './repositories/history.ts'
import type { LabelledPassage } from './repositories/labels.ts'
import { present } from './revising.ts'
import type { Shelf } from './shelf.ts'
import { itemOf, noteWithdrawn } from './withdrawing.ts'

/** Rows of earlier days tell nothing of exchanges: there were none. */
export const StoredLabelled = Decided.extend({ id: z.string(), label: LabelId, ...Anchored.shape, came: z.boolean().default(false) })
export type StoredLabelled = z.infer<typeof StoredLabelled>
/** What a row of history keeps: how it was, and how it became. */
const Step = z.strictObject({ before: StoredLabelled.nullable(), after: StoredLabelled.nullable() })
type Step = z.infer<typeof Step>

export interface Labelling {
  readonly id: EntryId
  readonly label: LabelId
  readonly by: string
}

/** The passage is part of the body of `revision`. Throws NO_SUCH_ENTRY, NO_SUCH_LABEL, STALE_REVISION, EMPTY_PASSAGE, INVALID_INPUT. */
export function labelPassage(shelf: Shelf, { id, label, by }: Labelling, revision: number, chosen: Span): { readonly undo: string; readonly passage: string } {
  return shelf.connection.write(() => {
    const stored = present(shelf, id)
    if (!labelsOf(shelf.reads.taxonomy.steps()).some((one) => one.id === label)) throw new Refusal('NO_SUCH_LABEL')
    if (stored.revision !== revision) throw new Refusal('STALE_REVISION', { id })
    const span = within(stored.state.body, chosen)
    if (shelf.reads.labels.ofEntry(stored.seq).some((other) => !other.lost && !other.came && other.by === by && other.label === label && other.span.start === span.start && other.span.end === span.end)) throw new Refusal('INVALID_INPUT', { reason: '这段文字已经有这个标签' })
    const passage: LabelledPassage = { id: shelf.clock.id(), label, ...anchored(stored.state.body, span), lost: false, by, at: shelf.clock.at(), came: false }
    return { undo: take(shelf, id, { before: null, after: passage }, 'label'), passage: passage.id }
  })
}

/** Throws NO_SUCH_ENTRY, NO_SUCH_PASSAGE, and NOT_YOURS where somebody else gave it. */
export function unlabelPassage(shelf: Shelf, id: EntryId, passage: string, by: string): string {
  return shelf.connection.write(() => {
    const { seq } = present(shelf, id)
    const found = shelf.reads.labels.passage(passage)
    if (found === null || found.seq !== seq) throw new Refusal('NO_SUCH_PASSAGE')
    if (found.by !== by) throw new Refusal('NOT_YOURS', { by: found.by })
    return take(shelf, id, { before: bare(found), after: null }, 'label')
  })
}

/** Takes such a step back. Runs inside a transaction. */
export function unlabel(shelf: Shelf, id: EntryId, stored: string): void {
  const { before, after } = Step.parse(JSON.parse(stored))
  take(shelf, id, { before: after, after: before }, 'undo')
}

function take(shelf: Shelf, id: EntryId, { before, after }: Step, action: Action): string {
  const { clock, reads, writes } = shelf
  const { seq, revision, content, state } = present(shelf, id)
  // It may have moved with its words since.
  const found = before && reads.labels.passage(before.id)
  if ((before !== null && found === null) || (after !== null && reads.labels.passage(after.id) !== null)) throw new Refusal('STALE_REVISION', { id })
  const standing = found === null ? null : bare(found)
  if (standing !== null) writes.labels.drop(seq, standing.id)
  if (after !== null) writes.labels.add(seq, placed(state.body, after))
  noteWithdrawn(shelf, seq, itemOf.label, standing, after)
  const undo = clock.id()
  const label = (after ?? standing)?.label
  writes.history.add(undo, clock.at(), action, action === 'undo' || label === undefined ? 'label' : labelName(shelf, label), [{ seq, revision, content, contentBefore: null, before: JSON.stringify({ before: standing, after }) }])
  return undo
}

const bare = ({ id, label, span, quote, prefix, suffix, lost, by, at, came }: LabelledPassage): LabelledPassage => ({ id, label, span, quote, prefix, suffix, lost, by, at, came })
