/** Many words of one entry that change at once, as one step of history keeps them; put in, and taken back as far as nobody has replaced them since. */
import { z } from 'zod'
import { placed, type Anchored } from '../anchoring.ts'
import { StoredDecision, StoredPassage } from '../deciding.ts'
import { extractAnew } from '../extracting.ts'
import type { Signed } from '../judgements.ts'
import { StoredFactDecision } from '../judging.ts'
import { StoredLabelled } from '../labelling.ts'
import type { StoredEntry } from '../repositories/entry-rows.ts'
import type { Touched } from '../repositories/history.ts'
import type { Shelf } from '../shelf.ts'
import { tagAnew } from '../tagging.ts'
import { isAbout } from './weighing.ts'

const changes = <T extends z.ZodType>(row: T) => z.array(z.strictObject({ before: row.nullable(), after: row.nullable() }))
/** How each word was, and how it became. */
export const Words = z.strictObject({ decisions: changes(StoredDecision), passages: changes(StoredPassage), facts: changes(StoredFactDecision), labels: changes(StoredLabelled).default([]) })
export type Words = z.infer<typeof Words>

interface Change<T> {
  readonly before: T | null
  readonly after: T | null
}
type Lists = { readonly [K in keyof Words]: readonly Words[K][number][] }

export const countOfWords = ({ decisions, passages, facts, labels }: Lists): number => decisions.length + passages.length + facts.length + labels.length

export const joined = (a: Lists, b: Lists): Words => ({ decisions: [...a.decisions, ...b.decisions], passages: [...a.passages, ...b.passages], facts: [...a.facts, ...b.facts], labels: [...a.labels, ...b.labels] })

/** The reverse, with words where they stand in the text by now. */
export function turned({ decisions, passages, facts, labels }: Lists, body: string): Words {
  const turn = <T>(all: readonly Change<T>[]): Change<T>[] => all.map(({ before, after }) => ({ before: after, after: before })).toReversed()
  const stand = <T extends Anchored>(all: readonly Change<T>[]): Change<T>[] => turn(all).map((one) => ({ ...one, after: one.after && placed(body, one.after) }))
  return { decisions: turn(decisions), passages: stand(passages), facts: stand(facts), labels: stand(labels) }
}

/** Where the words of one kind lie. */
interface Rows<T> {
  readonly standing: (of: T) => T | null
  /** Another word in the place that it would take. */
  readonly taken: (after: T, before: T | null) => boolean
  readonly drop: (one: T) => void
  readonly add: (one: T) => void
}

/** Puts each `after` in the place of its `before`. Answers what was done, with the words as they stood, and how many were left alone since others stand in their place by now. Inside a transaction. */
export function putWords({ reads, writes }: Shelf, { seq }: Pick<StoredEntry, 'seq'>, { decisions, passages, facts, labels }: Lists): { readonly done: Words; readonly left: number } {
  const free = (): boolean => false
  // What comes with it is no other word in its place.
  const own = new Set(facts.map(({ after }) => after?.id))
  const done: Words = {
    decisions: exchange<Words['decisions'][number]['before'] & {}>(decisions, {
      standing: (of) => reads.practices.decisions(seq).find((one) => one.came === of.came && one.practice === of.practice && one.by === of.by) ?? null,
      taken: free, drop: (one) => writes.practices.withdraw(seq, one), add: (one) => writes.practices.decide(seq, one),
    }),
    passages: exchange<Words['passages'][number]['before'] & {}>(passages, { standing: ({ id }) => reads.practices.passage(id)?.passage ?? null, taken: free, drop: ({ id }) => writes.practices.dropPassage(id), add: (one) => writes.practices.addPassage(seq, one) }),
    facts: exchange<Words['facts'][number]['before'] & {}>(facts, {
      standing: ({ id }) => reads.facts.decisions(seq).find((one) => one.id === id) ?? null,
      taken: (after, before) => reads.facts.decisions(seq).some((one) => one.id !== before?.id && !own.has(one.id) && one.by === after.by && one.came === after.came && isAbout(one, after)),
      drop: ({ id }) => writes.facts.withdraw(id), add: (one) => writes.facts.decide(seq, one),
    }),
    labels: exchange<Words['labels'][number]['before'] & {}>(labels, { standing: ({ id }) => labelledAs(reads.labels.passage(id)), taken: free, drop: ({ id }) => writes.labels.drop(seq, id), add: (one) => writes.labels.add(seq, one) }),
  }
  return { done, left: countOfWords({ decisions, passages, facts, labels }) - countOfWords(done) }
}

function labelledAs(row: ReturnType<Shelf['reads']['labels']['passage']>): StoredLabelled | null {
  if (row === null) return null
  const { seq: _seq, ...passage } = row
  return passage
}

function exchange<T extends Signed>(all: readonly Change<T>[], { standing, taken, drop, add }: Rows<T>): Change<T>[] {
  return all.flatMap(({ before, after }) => {
    const one = before ?? after
    const now = one && standing(one)
    if (!sameWord(now, before) || (after !== null && taken(after, before))) return []
    if (now !== null) drop(now)
    if (after !== null) add(after)
    return [{ before: now, after }]
  })
}

type Said = Signed & { readonly decision?: string | undefined; readonly settles?: boolean | undefined }
const sameWord = (a: Said | null, b: Said | null): boolean => (a === null || b === null ? a === b : a.at === b.at && a.decision === b.decision && a.settles === b.settles)

/** null: its words stay. */
export const touchedBy = ({ seq, revision, content }: StoredEntry, words: Words | null): Touched => ({ seq, revision, content, contentBefore: null, before: words && JSON.stringify(words) })

/** What the entry shows follows at once, or, of many, in the background as under new rules. */
export function readAgain(shelf: Shelf, entry: StoredEntry, many: boolean): void {
  if (many) return shelf.writes.judgements.unread(entry.seq)
  tagAnew(shelf, entry)
  extractAnew(shelf, entry)
}
