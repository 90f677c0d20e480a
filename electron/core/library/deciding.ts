/** What people decide about practices: confirm, reject, choose a passage. Each is one row of history that can be taken back. */
import { z } from 'zod'
import { Refusal } from '../../contract/errors.ts'
import type { EntryId, Span } from '../../contract/entry.ts'
import { Decided, PracticeId } from '../../contract/practice-tag.ts'
import { Anchored, anchored, placed } from './anchoring.ts'
import { HeldTag, heldTag } from './held.ts'
import { decisionThatCounts, givenHere, momentAfter, wordsOn } from './judgements.ts'
import { within } from './passage.ts'
import type { Action } from './repositories/history.ts'
import { present } from './revising.ts'
import type { Shelf } from './shelf.ts'
import type { Decision, Passage } from './showing.ts'
import { tagAnew } from './tagging.ts'
import { itemOf, noteWithdrawn } from './withdrawing.ts'

/** Rows of earlier days tell nothing of exchanges, nor of what was settled: there were none. */
const came = z.boolean().default(false)
export const StoredDecision = Decided.extend({ practice: PracticeId, decision: z.enum(['confirmed', 'rejected']), came, settles: z.boolean().default(false) })
export const StoredPassage = Decided.extend({ id: z.string(), practice: PracticeId, ...Anchored.shape, came })

/** What a row of history keeps of a decision: how it was, and how it became; and what the tag rested on, which the rules may find no longer when the step is taken back. */
const Step = z.strictObject({
  practice: PracticeId,
  decision: z.strictObject({ before: StoredDecision.nullable(), after: StoredDecision.nullable() }),
  passage: z.strictObject({ before: StoredPassage.nullable(), after: StoredPassage.nullable() }),
  tag: HeldTag.nullable(),
})
type Step = z.infer<typeof Step>
type Change = Pick<Step, 'practice' | 'decision' | 'passage'>

export interface Deciding {
  readonly id: EntryId
  readonly practice: PracticeId
  readonly by: string
}

/** Throws NO_SUCH_ENTRY, NO_SUCH_PRACTICE, EMPTY_PASSAGE where there is no sentence that could be confirmed, and NOT_YOURS where somebody else's decision is to be taken back. */
export function decide(shelf: Shelf, { id, practice, by }: Deciding, decision: Decision['decision'] | null, settles = false): string {
  return shelf.connection.write(() => {
    const { seq, state } = present(shelf, id)
    known(shelf, practice)
    // Read under other rules and not yet again: a person decides on what today's rules find.
    if (shelf.reads.practices.outdated(shelf.rules().rules, [seq]).has(seq)) tagAnew(shelf, { seq, state })
    const tag = shelf.reads.practices.tags(seq).find((one) => one.id === practice)
    if (decision === 'confirmed' && (tag === undefined || tag.evidence.length + tag.inTitle.length === 0)) throw new Refusal('EMPTY_PASSAGE')
    const { decisions, passages } = saidOf(shelf, seq, practice)
    const own = decisionOf(shelf, seq, practice, by)
    // What was said of a practice that has been merged into this one is taken back here, too; a new word leaves it as it is, for the day on which the merger is taken back.
    const before = decision === null ? (own ?? formerly(shelf, seq, practice, by)) : own
    const others = decision === null && before === null ? decisionThatCounts(wordsOn(practice, decisions, [])) : null
    if (others !== null) throw new Refusal('NOT_YOURS', { by: others.by })
    const words = wordsOn(practice, decisions, passages)
    const at = momentAfter(shelf.clock.at(), settles ? words : givenHere(words))
    return take(shelf, id, { practice, decision: { before, after: decision && { practice, decision, by, at, came: false, settles } }, passage: { before: null, after: null } }, 'practice')
  })
}

/** The passage is part of the body of `revision`. A person who rejected the practice before rejects it no longer. Throws STALE_REVISION, EMPTY_PASSAGE, INVALID_INPUT. */
export function addPassage(shelf: Shelf, { id, practice, by }: Deciding, revision: number, chosen: Span): { readonly undo: string; readonly passage: string } {
  return shelf.connection.write(() => {
    const stored = present(shelf, id)
    known(shelf, practice)
    if (stored.revision !== revision) throw new Refusal('STALE_REVISION', { id })
    const span = within(stored.state.body, chosen)
    if (shelf.reads.practices.passages(stored.seq).some((other) => !other.lost && !other.came && other.by === by && other.practice === practice && other.span.start === span.start && other.span.end === span.end)) throw new Refusal('INVALID_INPUT', { reason: '这段文字已经标为这项做法的依据' })
    const before = decisionOf(shelf, stored.seq, practice, by)
    const passage: Passage = { id: shelf.clock.id(), practice, ...anchored(stored.state.body, span), lost: false, by, at: shelf.clock.at(), came: false }
    const undo = take(shelf, id, { practice, decision: { before, after: before?.decision === 'rejected' ? null : before }, passage: { before: null, after: passage } }, 'practice')
    return { undo, passage: passage.id }
  })
}

/** Throws NO_SUCH_ENTRY, NO_SUCH_PASSAGE, and NOT_YOURS where somebody else chose it. */
export function removePassage(shelf: Shelf, id: EntryId, passage: string, by: string): string {
  return shelf.connection.write(() => {
    const { seq } = present(shelf, id)
    const found = shelf.reads.practices.passage(passage)
    if (found === null || found.seq !== seq) throw new Refusal('NO_SUCH_PASSAGE')
    if (found.passage.by !== by) throw new Refusal('NOT_YOURS', { by: found.passage.by })
    const { practice } = found.passage
    return take(shelf, id, { practice, decision: { before: null, after: null }, passage: { before: found.passage, after: null } }, 'practice')
  })
}

/** Takes a decision back: refused when the same person has decided anew on the practice since. Runs inside a transaction. */
export function undecide(shelf: Shelf, id: EntryId, stored: string): void {
  const { practice, decision, passage, tag } = Step.parse(JSON.parse(stored))
  take(shelf, id, { practice, decision: { before: decision.after, after: decision.before }, passage: { before: passage.after, after: passage.before } }, 'undo', tag)
}

function take(shelf: Shelf, id: EntryId, change: Change, action: Action, remembered: Step['tag'] = null): string {
  const { clock, reads, writes } = shelf
  const { seq, revision, content, state } = present(shelf, id)
  const { practice, decision, passage } = change
  const tag = reads.practices.tags(seq).find((one) => one.id === practice)
  // A passage may have moved with its words since.
  const standing = passage.before === null ? null : (reads.practices.passage(passage.before.id)?.passage ?? null)
  const step: Step = { ...change, passage: { ...passage, before: standing }, tag: tag ? heldTag(tag, state) : null }
  const missing = passage.before !== null && standing === null
  const again = passage.after !== null && reads.practices.passage(passage.after.id) !== null
  if (missing || again || !stands(shelf, seq, decision)) throw new Refusal('STALE_REVISION', { id })
  if (decision.before !== null) writes.practices.withdraw(seq, decision.before)
  if (decision.after !== null) writes.practices.decide(seq, decision.after)
  if (passage.before !== null) writes.practices.dropPassage(passage.before.id)
  if (passage.after !== null) writes.practices.addPassage(seq, placed(state.body, passage.after))
  noteWithdrawn(shelf, seq, itemOf.passage, standing, passage.after)
  tagAnew(shelf, { seq, state }, state, { passages: [], tags: remembered === null ? [] : [remembered] })
  const undo = clock.id()
  writes.history.add(undo, clock.at(), action, action === 'undo' ? 'practice' : practice, [{ seq, revision, content, contentBefore: null, before: JSON.stringify(step) }])
  return undo
}

const decisionOf = ({ reads }: Shelf, seq: number, practice: string, by: string, cameIn = false): Decision | null => reads.practices.decisions(seq).find((one) => one.practice === practice && one.by === by && one.came === cameIn) ?? null

/** What people said of the practice, and of those that have been merged into it, under its name of today. */
function saidOf({ reads, rules }: Shelf, seq: number, practice: PracticeId): { readonly decisions: readonly Decision[]; readonly passages: readonly Passage[] } {
  const { aliasOf } = rules()
  const today = <T extends { readonly practice: PracticeId }>(all: readonly T[]): T[] => all.flatMap((one) => (aliasOf(one.practice) === practice ? [{ ...one, practice }] : []))
  return { decisions: today(reads.practices.decisions(seq)), passages: today(reads.practices.passages(seq)) }
}

/** The newest of the person's decisions on practices that have been merged into this one. */
const formerly = ({ reads, rules }: Shelf, seq: number, practice: PracticeId, by: string): Decision | null => reads.practices.decisions(seq).findLast((one) => one.by === by && !one.came && rules().aliasOf(one.practice) === practice) ?? null

/** Whether those whom the change concerns still say what they said before it. */
function stands(shelf: Shelf, seq: number, { before, after }: Change['decision']): boolean {
  const now = ({ practice, by, came: cameIn }: Decision): Decision | null => decisionOf(shelf, seq, practice, by, cameIn)
  if (before !== null && !same(now(before), before)) return false
  return after === null || (before?.by === after.by && before.came === after.came) || now(after) === null
}

const same = (a: Decision | null, b: Decision): boolean => a?.decision === b.decision && a.at === b.at

function known(shelf: Shelf, practice: PracticeId): void {
  if (!shelf.rules().ids.includes(practice)) throw new Refusal('NO_SUCH_PRACTICE', { practice })
}
