/** Several people's words on one thing (decision 0790): which of them stand, which one counts, and whether they differ. Pure. */
import type { Decided, Judgement, PracticeId } from '../../contract/practice-tag.ts'
import type { Decision, Passage } from './showing.ts'

/** `came`: by an exchange, from another library. */
export interface Signed extends Decided {
  readonly came: boolean
}
/** `settles`: given to end what people differ on. */
export interface Settling extends Signed {
  readonly settles: boolean
}

/** One for each 署名 and way it came; what a person said here, at the same time or later, replaces what came in under their name. `all` is in the order it was given. */
export function standing<T extends Signed>(all: readonly T[]): readonly T[] {
  const newestOf = new Map<string, T>()
  for (const one of all) {
    const key = JSON.stringify([one.by, one.came])
    const known = newestOf.get(key)
    if (known === undefined || known.at <= one.at) newestOf.set(key, one)
  }
  return [...newestOf.values()].filter((one) => !one.came || !((newestOf.get(JSON.stringify([one.by, false]))?.at ?? '') >= one.at))
}

/** The newest word that was given in this library; where nobody here has said anything, the newest that came in. Of one moment, the later of `all`. */
export function counting<T extends Signed>(all: readonly T[]): T | null {
  const here = givenHere(all)
  let newest: T | null = null
  for (const one of here.length > 0 ? here : all) if (newest === null || newest.at <= one.at) newest = one
  return newest
}

/** When a word is given: now, but never before those it answers. One that came in may be dated by a clock that is ahead; it would stay unsettled until that day. */
export function momentAfter(now: string, answered: readonly Signed[]): string {
  const newest = answered.reduce((most, { at }) => (at > most ? at : most), '')
  return newest <= now ? now : new Date(Date.parse(newest) + 1).toISOString()
}

/** Those that were given in this library. */
export const givenHere = <T extends Signed>(words: readonly T[]): readonly T[] => words.filter(({ came }) => !came)

/** What one person says of one practice: `explicit`, or by choosing a passage of the text for it. */
export interface PracticeWord extends Settling {
  readonly decision: Decision['decision']
  readonly explicit: Decision | null
}

export function wordsOn(practice: PracticeId, decisions: readonly Decision[], passages: readonly Passage[]): readonly PracticeWord[] {
  const chosen = passages.flatMap(({ practice: of, by, at, came }): PracticeWord[] => (of === practice ? [{ by, at, came, settles: false, decision: 'confirmed', explicit: null }] : []))
  const said = decisions.flatMap((explicit): PracticeWord[] => (explicit.practice === practice ? [{ by: explicit.by, at: explicit.at, came: explicit.came, settles: explicit.settles, decision: explicit.decision, explicit }] : []))
  // Whoever decided and chose a passage at the same moment has decided.
  return standing([...chosen, ...said]).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The decision that a practice is shown under; null where there is none, or where a newer passage says otherwise. */
export function decisionThatCounts(words: readonly PracticeWord[]): Decision | null {
  const counted = counting(words)
  if (counted === null || counted.explicit !== null) return counted?.explicit ?? null
  return words.findLast(({ explicit, came }) => explicit?.decision === 'confirmed' && came === counted.came)?.explicit ?? null
}

/** Whether there is an open question: words to the contrary that nobody has settled since they were given. */
export function differ<T extends Settling>(words: readonly T[], verdictOf: (word: T) => string): boolean {
  const counted = counting(words)
  if (counted === null) return false
  const verdict = verdictOf(counted)
  return words.some((word) => verdictOf(word) !== verdict && !(counted.settles && word.at <= counted.at))
}

/** As the contract shows them, the one that counts first, then the newest. */
export function judgementsOf(words: readonly PracticeWord[]): Judgement[] {
  const counted = counting(words)
  return words
    .toSorted((a, b) => Number(b === counted) - Number(a === counted) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map((one): Judgement => ({ by: one.by, at: one.at, came: one.came, settles: one.settles, decision: one.decision, counts: one === counted }))
}
