/** What people decide about facts: confirm, reject, put right, add by hand. Each is one row of history that can be taken back. */
import { z } from 'zod'
import { Refusal } from '../../contract/errors.ts'
import type { EntryId, Span } from '../../contract/entry.ts'
import type { FactValue } from '../../contract/fact.ts'
import { anchored, placed } from './anchoring.ts'
import { FactDecision, factId, judgedFacts, nameOf, sameFact, type ShownFact } from './card.ts'
import { extractAnew, factsNow } from './extracting.ts'
import { givenHere, momentAfter } from './judgements.ts'
import { within } from './passage.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Action } from './repositories/history.ts'
import { present } from './revising.ts'
import type { Shelf } from './shelf.ts'

/** What a row of history keeps of a decision: how it was, and how it became. */
export const StoredFactDecision = FactDecision.extend({ subject: z.string().optional(), reading: z.string().default(''), came: z.boolean().default(false), settles: z.boolean().default(false) })
  // Rows of earlier days: what a person added is named by its decision.
  .transform((stored): FactDecision => ({ ...stored, subject: stored.subject ?? (stored.decision === 'added' ? stored.id : '') }))
const Step = z.strictObject({ before: StoredFactDecision.nullable(), after: StoredFactDecision.nullable() })
type Step = z.infer<typeof Step>

/** `fact` is named as `factId` names it. */
export interface Judging {
  readonly id: EntryId
  readonly fact: string
  readonly by: string
}

/** Throws NO_SUCH_ENTRY, NO_SUCH_FACT, and NOT_YOURS where somebody else's decision is to be taken back. What a person added is gone once they reject it or take it back, unless somebody else decided on it, too. */
export function decideFact(shelf: Shelf, { id, fact, by }: Judging, decision: 'confirmed' | 'rejected' | null): string {
  return shelf.connection.write(() => {
    const known = factNow(shelf, id, fact, by)
    const { before, counted, alone } = known
    if (decision === null && before === null && counted !== null) throw new Refusal('NOT_YOURS', { by: counted.by })
    if (decision === null || (decision === 'rejected' && before?.decision === 'added' && alone)) return take(shelf, id, { before, after: null }, 'fact')
    // Whoever confirms what somebody put right or added confirms it as it is shown.
    const shown = decision === 'confirmed' && (counted?.decision === 'added' || counted?.decision === 'changed') ? counted.decision : decision
    return take(shelf, id, { before, after: { ...next(shelf, known, by), decision: shown } }, 'fact')
  })
}

/** Says of a fact what somebody said of it, and settles what people differ on. Throws NO_SUCH_FACT. */
export function adoptFact(shelf: Shelf, { id, fact, by }: Judging, judgement: string): string {
  return shelf.connection.write(() => {
    const known = factNow(shelf, id, fact, by)
    const theirs = known.words.find((one) => one.id === judgement)
    if (theirs === undefined) throw new Refusal('NO_SUCH_FACT')
    const { decision, value, basis } = theirs
    return take(shelf, id, { before: known.before, after: { ...next(shelf, known, by), decision, value, basis, settles: true, at: momentAfter(shelf.clock.at(), known.words) } }, 'fact')
  })
}

/** The person's own reading of the same words. Throws INVALID_INPUT when it is of another kind. */
export function changeFact(shelf: Shelf, { id, fact, by }: Judging, value: FactValue): string {
  return shelf.connection.write(() => {
    const known = factNow(shelf, id, fact, by)
    const { shown, before, counted } = known
    if (value.kind !== shown.value.kind) throw new Refusal('INVALID_INPUT', { reason: '事实的种类不能更改；请否定这一条，再按新的种类补充' })
    return take(shelf, id, { before, after: { ...next(shelf, known, by), decision: counted?.decision === 'added' ? 'added' : 'changed', value, basis: 'user' } }, 'fact')
  })
}

/** States a fact by hand: the passage is part of the body of `revision`. Throws STALE_REVISION, EMPTY_PASSAGE. */
export function addFact(shelf: Shelf, { id, by }: Pick<Judging, 'id' | 'by'>, revision: number, chosen: Span, value: FactValue): string {
  return shelf.connection.write(() => {
    const stored = present(shelf, id)
    if (stored.revision !== revision) throw new Refusal('STALE_REVISION', { id })
    const span = within(stored.state.body, chosen)
    const name = shelf.clock.id()
    return take(shelf, id, { before: null, after: { id: name, subject: name, reading: '', came: false, settles: false, decision: 'added', found: '', value, basis: 'user', ...anchored(stored.state.body, span), lost: false, by, at: shelf.clock.at() } }, 'fact')
  })
}

/** Takes a decision back: refused when the same person has decided anew on the fact since. Runs inside a transaction. */
export function undecideFact(shelf: Shelf, id: EntryId, stored: string): void {
  const { before, after } = Step.parse(JSON.parse(stored))
  take(shelf, id, { before: after, after: before }, 'undo')
}

function take(shelf: Shelf, id: EntryId, { before, after }: Step, action: Action): string {
  const { clock, reads, writes } = shelf
  const stored = present(shelf, id)
  const decisions = reads.facts.decisions(stored.seq)
  const standing = before && (decisions.find((one) => one.id === before.id) ?? null)
  const again = after !== null && decisions.some((one) => one.id !== before?.id && (one.id === after.id || (one.by === after.by && one.came === after.came && sameFact(one, after))))
  if ((before !== null && !same(standing, before)) || again) throw new Refusal('STALE_REVISION', { id })
  if (before !== null) writes.facts.withdraw(before.id)
  if (after !== null) writes.facts.decide(stored.seq, placed(stored.state.body, after))
  extractAnew(shelf, stored)
  const undo = clock.id()
  const value = (after ?? before)?.value
  writes.history.add(undo, clock.at(), action, action === 'undo' ? 'fact' : value ? `${value.kind} ${nameOf(value)}` : '', [{ seq: stored.seq, revision: stored.revision, content: stored.content, contentBefore: null, before: JSON.stringify({ before: standing, after }) }])
  return undo
}

interface Known {
  readonly stored: StoredEntry
  readonly shown: ShownFact
  /** Everybody's word on it. */
  readonly words: readonly FactDecision[]
  /** The one it is shown under. */
  readonly counted: FactDecision | null
  /** What this person decided on it before. */
  readonly before: FactDecision | null
  /** Nobody else has. */
  readonly alone: boolean
}

/** The fact as it is shown, and what was decided on it before. */
function factNow(shelf: Shelf, id: EntryId, fact: string, by: string): Known {
  const stored = present(shelf, id)
  const shown = factsNow(shelf, stored).find((one) => factId(one) === fact)
  if (shown === undefined) throw new Refusal('NO_SUCH_FACT')
  const { words, counted } = judgedFacts(shelf.reads.facts.decisions(stored.seq)).find((one) => one.counted.id === shown.decision) ?? { words: [], counted: null }
  const before = words.find((one) => !one.came && one.by === by) ?? null
  return { stored, shown, words, counted, before, alone: words.every((one) => one === before) }
}

/** A decision on what others decided on is about the same words, and the same name. */
function next(shelf: Shelf, { stored, shown, words, counted, before }: Known, by: string): FactDecision {
  const { body } = stored.state
  const at = counted !== null && counted !== before ? counted.span : { start: shown.start, end: shown.end }
  return {
    id: shelf.clock.id(), decision: 'confirmed', found: shown.called, value: shown.value, basis: counted?.basis ?? shown.basis, subject: counted?.subject ?? '', reading: counted?.subject ? '' : shown.reading, came: false, settles: false,
    ...anchored(body, at), lost: false, by, at: momentAfter(shelf.clock.at(), givenHere(words)),
  }
}

const same = (a: FactDecision | null, b: FactDecision): boolean => a?.id === b.id && a.decision === b.decision && a.at === b.at
