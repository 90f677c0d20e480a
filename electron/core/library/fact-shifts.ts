/** What a reading under new rules changed of the facts of one text (有哪些变化). Pure. */
import { isDeepStrictEqual } from 'node:util'
import { factId, nameOf, type ShownFact } from './card.ts'

/** `unfound`: people decided on it, and the rules find it no longer; what was confirmed stays, what was rejected is not shown any more. */
export type ShiftKind = 'added' | 'gone' | 'changed' | 'unfound'

export interface FactShift {
  readonly how: ShiftKind
  readonly before: ShownFact | null
  readonly after: ShownFact | null
}

/** In the order of the text. What a person did in between is no change of the rules. */
export function factShifts(before: readonly ShownFact[], after: readonly ShownFact[]): readonly FactShift[] {
  const left = new Set(after)
  const pairs = new Map<ShownFact, ShownFact>()
  const pair = (one: ShownFact, other: ShownFact | undefined): void => {
    if (other === undefined) return
    pairs.set(one, other)
    left.delete(other)
  }
  const byId = Map.groupBy(after, factId)
  for (const one of before) pair(one, byId.get(factId(one))?.find((candidate) => left.has(candidate)))
  // What stands under one decision is paired before what is only alike: another must not take it.
  for (const alike of [sameDecision, sameName, samePlace]) {
    for (const one of before) if (!pairs.has(one)) pair(one, [...left].find((candidate) => alike(one, candidate)))
  }
  const shifts = before.flatMap((one): FactShift[] => {
    const other = pairs.get(one) ?? null
    const how = other === null ? withoutCounterpart(one) : between(one, other)
    return how === null ? [] : [{ how, before: one, after: other }]
  })
  const added = [...left].filter(({ decision }) => decision === null).map((fact): FactShift => ({ how: 'added', before: null, after: fact }))
  return [...shifts, ...added].toSorted((a, b) => startOf(a) - startOf(b))
}

const startOf = ({ before, after }: FactShift): number => (after ?? before)?.start ?? 0

type Alike = (one: ShownFact, other: ShownFact) => boolean
const sameDecision: Alike = (one, other) => one.decision !== null && one.decision === other.decision
const sameKind: Alike = (one, other) => one.value.kind === other.value.kind
const sameName: Alike = (one, other) => sameKind(one, other) && nameOf(one.value) === nameOf(other.value) && overlap(one.sentence, other.sentence)
/** An author stands nowhere, and is known by name alone. */
const samePlace: Alike = (one, other) => sameKind(one, other) && overlap(one, other)

const overlap = (a: { readonly start: number; readonly end: number }, b: { readonly start: number; readonly end: number }): boolean => a.start < b.end && b.start < a.end

function withoutCounterpart({ decision, found }: ShownFact): ShiftKind | null {
  if (decision === null) return 'gone'
  // What a person took back in between is gone by their own will; what they had rejected is gone with what the rules found.
  return found ? 'unfound' : null
}

function between(one: ShownFact, other: ShownFact): ShiftKind | null {
  if (one.decision !== other.decision) return null
  if (one.decision !== null && one.found && !other.found) return 'unfound'
  const same = isDeepStrictEqual(one.value, other.value) && one.basis === other.basis && one.start === other.start && one.end === other.end
  return same ? null : 'changed'
}
