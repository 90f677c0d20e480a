/** What people decide about facts: confirm, reject, put right, add by hand. Each is one row of history that can be taken back. */
import { z } from 'zod'
import { Refusal } from '../../contract/errors.ts'
import type { EntryId, Span } from '../../contract/entry.ts'
import type { FactValue } from '../../contract/fact.ts'
import { anchored, standsAt } from './anchoring.ts'
import { FactDecision, factId, nameOf, type ShownFact } from './card.ts'
import { extractAnew, factsNow } from './extracting.ts'
import { within } from './passage.ts'
import type { StoredEntry } from './repositories/entry-rows.ts'
import type { Action } from './repositories/history.ts'
import { present } from './revising.ts'
import type { Shelf } from './shelf.ts'

/** What a row of history keeps of a decision: how it was, and how it became. */
const Step = z.strictObject({ before: FactDecision.nullable(), after: FactDecision.nullable() })
type Step = z.infer<typeof Step>

/** `fact` is named as `factId` names it. */
export interface Judging {
  readonly id: EntryId
  readonly fact: string
  readonly by: string
}

/** Throws NO_SUCH_ENTRY, NO_SUCH_FACT. What a person added is gone once it is rejected or taken back. */
export function decideFact(shelf: Shelf, { id, fact, by }: Judging, decision: 'confirmed' | 'rejected' | null): string {
  return shelf.connection.write(() => {
    const { stored, shown, before } = known(shelf, id, fact)
    const own = before !== null && (before.decision === 'added' || before.decision === 'changed')
    if (decision === null || (decision === 'rejected' && before?.decision === 'added')) return take(shelf, id, { before, after: null }, 'fact')
    return take(shelf, id, { before, after: { ...next(shelf, stored, shown, before, by), decision: own && decision === 'confirmed' ? before.decision : decision } }, 'fact')
  })
}

/** The person's own reading of the same words. Throws INVALID_INPUT when it is of another kind. */
export function changeFact(shelf: Shelf, { id, fact, by }: Judging, value: FactValue): string {
  return shelf.connection.write(() => {
    const { stored, shown, before } = known(shelf, id, fact)
    if (value.kind !== shown.value.kind) throw new Refusal('INVALID_INPUT', { reason: '事实的种类不能更改；请否定这一条，再按新的种类补充' })
    return take(shelf, id, { before, after: { ...next(shelf, stored, shown, before, by), decision: before?.decision === 'added' ? 'added' : 'changed', value, basis: 'user' } }, 'fact')
  })
}

/** States a fact by hand: the passage is part of the body of `revision`. Throws STALE_REVISION, EMPTY_PASSAGE. */
export function addFact(shelf: Shelf, { id, by }: Pick<Judging, 'id' | 'by'>, revision: number, chosen: Span, value: FactValue): string {
  return shelf.connection.write(() => {
    const stored = present(shelf, id)
    if (stored.revision !== revision) throw new Refusal('STALE_REVISION', { id })
    const span = within(stored.state.body, chosen)
    return take(shelf, id, { before: null, after: { id: shelf.clock.id(), decision: 'added', found: '', value, basis: 'user', ...anchored(stored.state.body, span), lost: false, by, at: shelf.clock.at() } }, 'fact')
  })
}

/** Takes a decision back: refused when the fact has been decided anew since. Runs inside a transaction. */
export function undecideFact(shelf: Shelf, id: EntryId, stored: string): void {
  const { before, after } = Step.parse(JSON.parse(stored))
  take(shelf, id, { before: after, after: before }, 'undo')
}

function take(shelf: Shelf, id: EntryId, { before, after }: Step, action: Action): string {
  const { clock, reads, writes } = shelf
  const stored = present(shelf, id)
  const decisions = reads.facts.decisions(stored.seq)
  const standing = before && (decisions.find((one) => one.id === before.id) ?? null)
  const again = after !== null && after.id !== before?.id && decisions.some((one) => one.id === after.id)
  if ((before !== null && !same(standing, before)) || again) throw new Refusal('STALE_REVISION', { id })
  if (before !== null) writes.facts.withdraw(before.id)
  if (after !== null) writes.facts.decide(stored.seq, placed(stored.state.body, after))
  extractAnew(shelf, stored)
  const undo = clock.id()
  const value = (after ?? before)?.value
  writes.history.add(undo, clock.at(), action, action === 'undo' ? 'fact' : value ? `${value.kind} ${nameOf(value)}` : '', [{ seq: stored.seq, revision: stored.revision, content: stored.content, contentBefore: null, before: JSON.stringify({ before: standing, after }) }])
  return undo
}

/** The fact as it is shown, and what was decided on it before. */
function known(shelf: Shelf, id: EntryId, fact: string): { readonly stored: StoredEntry; readonly shown: ShownFact; readonly before: FactDecision | null } {
  const stored = present(shelf, id)
  const shown = factsNow(shelf, stored).find((one) => factId(one) === fact)
  if (shown === undefined) throw new Refusal('NO_SUCH_FACT')
  return { stored, shown, before: shelf.reads.facts.decisions(stored.seq).find((one) => one.id === shown.decision) ?? null }
}

function next(shelf: Shelf, stored: StoredEntry, shown: ShownFact, before: FactDecision | null, by: string): FactDecision {
  return {
    id: shelf.clock.id(), decision: 'confirmed', found: before?.found ?? nameOf(shown.value), value: shown.value, basis: before?.basis ?? shown.basis,
    ...anchored(stored.state.body, { start: shown.start, end: shown.end }), lost: false, by, at: shelf.clock.at(),
  }
}

/** A decision that comes back, where its words stand by now. */
function placed(body: string, decision: FactDecision): FactDecision {
  if (decision.span.start === decision.span.end) return decision
  const at = standsAt(body, decision)
  return at === null ? { ...decision, lost: true } : { ...decision, ...anchored(body, at), lost: false }
}

const same = (a: FactDecision | null, b: FactDecision): boolean => a?.id === b.id && a.decision === b.decision && a.at === b.at
