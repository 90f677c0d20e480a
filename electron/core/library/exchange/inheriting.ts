/** What people decided about an entry goes along when it becomes part of another: where the words stand there, under the same names and dates; what does not is told. */
import type { Span } from '../../../contract/entry.ts'
import type { LostSpan } from '../../../contract/library.ts'
import { carrier, type Anchored } from '../anchoring.ts'
import { nameOf, verdictOf } from '../card.ts'
import { evidenceOf, labelName } from '../carrying.ts'
import type { Signed } from '../judgements.ts'
import type { LabelledPassage } from '../repositories/labels.ts'
import type { StoredEntry } from '../repositories/entry-rows.ts'
import type { Shelf } from '../shelf.ts'
import type { Passage } from '../showing.ts'
import { isAbout } from './weighing.ts'
import { countOfWords, putWords, readAgain, type Words } from './words.ts'

export interface Inherited {
  readonly words: Words
  /** So many words of the former entry count in the kept one, too. */
  readonly carried: number
  /** Words that do not stand in the kept text, and those in whose place a newer word of the same person stands. */
  readonly lost: readonly LostSpan[]
}

export interface Inheriting {
  /** Where a place of the former text is known to be. */
  readonly stood?: (span: Span) => Span
  /** Of these words alone; what is said of the whole entry stays. */
  readonly only?: (one: Anchored & { readonly id: string }) => boolean
}

/** `to` takes over what lies with `from`, which keeps its own. Of one person's words on one thing the newer counts. Inside a transaction. */
export function inherit(shelf: Shelf, from: StoredEntry, to: StoredEntry, how: Inheriting = {}): Inherited {
  const { words, lost } = wanted(shelf, from, to, how)
  const { done } = putWords(shelf, to, words)
  shelf.writes.judgements.inheritWithdrawn(to.seq, from.seq)
  if (countOfWords(done) > 0) readAgain(shelf, to, false)
  const stands = ({ after }: { readonly after: { readonly lost?: boolean } | null }): boolean => after?.lost !== true
  return { words: done, lost, carried: [...done.decisions, ...done.passages.filter(stands), ...done.facts.filter(stands), ...done.labels.filter(stands)].length }
}

/** As above for two halves of an article: the text of the second stands at the end of the joined one. */
export const inheritHalf = (shelf: Shelf, joined: StoredEntry, second: StoredEntry): Inherited => inherit(shelf, second, joined, { stood: moved(joined.state.body.length - second.state.body.length) })

/** Words that people said at the second half since both became one go to it before they are parted; `taken` are those that it has. */
export function returnHalf(shelf: Shelf, joined: StoredEntry, second: StoredEntry, taken: Words): void {
  const { reads, writes } = shelf
  const shift = joined.state.body.length - second.state.body.length
  const its = new Set([...taken.passages, ...taken.facts, ...taken.labels].map(({ after }) => after?.id))
  const only: Inheriting['only'] = ({ id, lost, span }) => !its.has(id) && !lost && shift <= span.start && span.start < span.end
  const [passages, facts, labels] = [reads.practices.passages(joined.seq).filter(only), reads.facts.decisions(joined.seq).filter(only), reads.labels.ofEntry(joined.seq).filter(only)]
  inherit(shelf, joined, second, { stood: moved(-shift), only })
  for (const { id } of passages) writes.practices.dropPassage(id)
  for (const { id } of facts) writes.facts.withdraw(id)
  for (const { id } of labels) writes.labels.drop(joined.seq, id)
}

const moved = (by: number) => ({ start, end }: Span): Span => ({ start: start + by, end: end + by })

interface Taken<T> {
  readonly change: { readonly before: T | null; readonly after: T } | null
  readonly lost: readonly LostSpan[]
}

function wanted(shelf: Shelf, from: StoredEntry, to: StoredEntry, { stood, only }: Inheriting): { readonly words: Words; readonly lost: readonly LostSpan[] } {
  const { reads, clock } = shelf
  const { labelOf } = shelf.rules()
  const follow = carrier(from.state.body, to.state.body)
  const carry = <T extends Anchored>(one: T): T => follow(one, one.lost ? undefined : stood?.(one.span))
  const meant = <T extends Anchored & { readonly id: string }>(all: readonly T[]): readonly T[] => (only === undefined ? all : all.filter(only))
  const own = { decisions: reads.practices.decisions(to.seq), passages: reads.practices.passages(to.seq), facts: reads.facts.decisions(to.seq), labels: reads.labels.ofEntry(to.seq) }
  const gone = (one: Anchored, after: Anchored, what: LostSpan['what'], label: string): LostSpan[] => (after.lost && !one.lost ? [{ what, label, quote: one.quote }] : [])
  // What was said of a practice that has been merged into another since stands beside what was said of that one: the merger may be taken back.
  const decisions = (only === undefined ? reads.practices.decisions(from.seq) : []).map((after) => newer(own.decisions.find((one) => one.practice === after.practice && samePerson(one, after)), after, ({ decision }) => decision, `“${labelOf(after.practice)}”`, ''))
  // Two words of the former entry may be about one thing here: the later of them has it.
  const facts: Taken<(typeof own.facts)[number]>[] = []
  const here = [...own.facts]
  for (const one of meant(reads.facts.decisions(from.seq))) {
    const after = { ...carry(one), id: clock.id() }
    const taken = newer(here.find((other) => samePerson(other, after) && isAbout(other, after)), after, verdictOf, `“${nameOf(one.value)}”`, one.quote)
    facts.push({ ...taken, lost: [...taken.lost, ...gone(one, after, 'fact', nameOf(one.value))] })
    if (taken.change?.before) here.splice(here.indexOf(taken.change.before), 1)
    if (taken.change) here.push(after)
  }
  const passages = meant(reads.practices.passages(from.seq)).map((one) => {
    const after: Passage = { ...carry(one), id: clock.id() }
    return { change: own.passages.some((other) => other.practice === after.practice && samePassage(other, after)) ? null : { before: null, after }, lost: gone(one, after, 'passage', evidenceOf(shelf, one.practice)) }
  })
  const labels = meant(reads.labels.ofEntry(from.seq)).map((one) => {
    const after: LabelledPassage = { ...carry(one), id: clock.id() }
    return { change: own.labels.some((other) => other.label === after.label && samePassage(other, after)) ? null : { before: null, after }, lost: gone(one, after, 'label', labelName(shelf, one.label)) }
  })
  return {
    words: { decisions: changes(decisions), passages: changes(passages), facts: changes(facts), labels: changes(labels) },
    lost: [...decisions, ...passages, ...facts, ...labels].flatMap(({ lost }) => lost),
  }
}

const changes = <T>(all: readonly Taken<T>[]) => all.flatMap(({ change }) => change ?? [])

const samePerson = (a: Signed, b: Signed): boolean => a.by === b.by && a.came === b.came

const samePassage = (a: Passage | LabelledPassage, b: Passage | LabelledPassage): boolean =>
  samePerson(a, b) && a.lost === b.lost && a.quote === b.quote && (a.lost || (a.span.start === b.span.start && a.span.end === b.span.end))

/** The one that does not stand any more is told where it said something else. */
function newer<T extends Signed>(before: T | undefined, after: T, verdict: (one: T) => string, name: string, quote: string): Taken<T> {
  const isOlder = before !== undefined && before.at >= after.at
  const lost: LostSpan[] = before === undefined || verdict(before) === verdict(after) ? [] : [{ what: 'word', label: `${after.by}对${name}的前一次判断`, quote }]
  return { change: isOlder ? null : { before: before ?? null, after }, lost }
}
