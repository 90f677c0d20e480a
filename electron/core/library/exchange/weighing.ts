/** A line of a judgements file against what is here already: what is new, what is known, what differs. What was given here is never touched. Pure. */
import { emptyTally, type Difference, type Tally } from '../../../contract/judgements.ts'
import type { FileEntry, FileFact, FileLabelled } from '../../../contract/judgement-file.ts'
import type { LabelId } from '../../../contract/labels.ts'
import type { PracticeId } from '../../../contract/practice-tag.ts'
import { anchored } from '../anchoring.ts'
import { judgedFacts, nameOf, sameFact, verdictOf, type FactDecision } from '../card.ts'
import { counting, wordsOn, type Signed } from '../judgements.ts'
import type { LabelledPassage } from '../repositories/labels.ts'
import type { Decision, Passage } from '../showing.ts'
import { itemOf } from '../withdrawing.ts'
import { placeOf, type Words } from './placing.ts'

/** What is here of an entry. */
export interface Present {
  readonly body: string
  /** The line was written for this very text. */
  readonly same: boolean
  readonly decisions: readonly Decision[]
  readonly passages: readonly Passage[]
  readonly facts: readonly FactDecision[]
  readonly labels: readonly LabelledPassage[]
  /** Passages that were taken away here, and by whom. */
  readonly withdrawn: readonly { readonly item: string; readonly by: string }[]
}

/** What the names of a file mean here. */
export interface Names {
  readonly aliasOf: (id: PracticeId) => PracticeId
  /** A practice of this name means the same here. */
  readonly agrees: (id: PracticeId, label: string) => boolean
  readonly labelHere: (told: FileLabelled) => LabelId
  /** Makes the id of a row. */
  readonly newId: () => string
}

export interface Taken<T> {
  /** What came in under this name before. */
  readonly before: T | null
  readonly after: T
}
export interface Intake {
  readonly decisions: readonly Taken<Decision>[]
  readonly passages: readonly Taken<Passage>[]
  /** `after` is null of a word that gives way to another of the same person on what has become one thing. */
  readonly facts: readonly (Taken<FactDecision> | { readonly before: FactDecision; readonly after: null })[]
  readonly labels: readonly Taken<LabelledPassage>[]
  readonly tally: Tally
  readonly differences: readonly Omit<Difference, 'title'>[]
}

export const isNothing = ({ decisions, passages, facts, labels }: Pick<Intake, 'decisions' | 'passages' | 'facts' | 'labels'>): boolean => decisions.length + passages.length + facts.length + labels.length === 0

export function weigh(line: FileEntry, here: Present, names: Names): Intake {
  // What the line itself has said before counts as present: a file made by others could say a thing twice.
  const present = { ...here, decisions: [...here.decisions], passages: [...here.passages], facts: [...here.facts], labels: [...here.labels] }
  const enter = <T>(all: T[], { before, after }: Taken<T>): void => void (before === null ? all.push(after) : all.splice(all.indexOf(before), 1, after))
  const tally = emptyTally()
  const differences: Omit<Difference, 'title'>[] = []
  const decisions: Taken<Decision>[] = []
  const passages: Taken<Passage>[] = []
  const facts: Intake['facts'][number][] = []
  const labels: Taken<LabelledPassage>[] = []
  const isWithdrawn = (item: string, by: string): boolean => here.withdrawn.some((one) => one.item === item && one.by === by)
  const relate = (practice: PracticeId, decision: Decision['decision'], by: string, at: string): void => {
    const ours = practiceHere(here, names, practice)
    tally[ours === null ? 'fresh' : ours.decision === decision ? 'agree' : 'differ']++
    if (ours !== null && ours.decision !== decision) differences.push({ practice: names.aliasOf(practice), fact: null, ours: { by: ours.by, at: ours.at, decision: ours.decision }, theirs: { by, at, decision } })
  }

  for (const { label, ...told } of line.practices) {
    const after: Decision = { ...told, came: true }
    const named = present.decisions.filter(({ practice, by }) => practice === told.practice && by === told.by)
    const before = named.find(({ came }) => came) ?? null
    if (!names.agrees(told.practice, label)) tally.foreign++
    else if (named.some((one) => isSame(one, after, one.decision === after.decision && one.settles === after.settles))) tally.known++
    else if (named.some((one) => isNewer(one, after, said(one), said(after)))) tally.older++
    else {
      decisions.push({ before, after })
      enter(present.decisions, { before, after })
      relate(told.practice, told.decision, told.by, told.at)
    }
  }
  for (const { label, start, quote, nth, of, ...told } of line.passages) {
    const known = present.passages.some((one) => one.practice === told.practice && one.by === told.by && one.at === told.at && one.quote === quote)
    if (!names.agrees(told.practice, label)) tally.foreign++
    else if (known) tally.known++
    else if (isWithdrawn(itemOf.passage({ ...told, quote }), told.by)) tally.older++
    else {
      const after: Passage = { id: names.newId(), ...told, ...standsIn(here, { start, quote, nth, of }), came: true }
      passages.push({ before: null, after })
      present.passages.push(after)
      relate(told.practice, 'confirmed', told.by, told.at)
    }
  }
  for (const told of line.facts) {
    const after = factOf(told, here, names.newId())
    const about = present.facts.filter((one) => one.by === after.by && isAbout(one, after))
    if (present.facts.some((one) => one.by === after.by && one.at === after.at && one.subject === after.subject && wordOf(one) === wordOf(after))) tally.known++
    else if (about.some((one) => isNewer(one, after, wordOf(one), wordOf(after)))) tally.older++
    else {
      const [before = null, ...others] = about.filter(({ came }) => came)
      const taken = { before, after }
      facts.push(...others.map((other) => ({ before: other, after: null })), taken)
      for (const other of others) present.facts.splice(present.facts.indexOf(other), 1)
      enter(present.facts, taken)
      const ours = factHere(here, after)
      tally[ours === null ? 'fresh' : verdictOf(ours) === verdictOf(after) ? 'agree' : 'differ']++
      if (ours !== null && verdictOf(ours) !== verdictOf(after)) differences.push({ practice: null, fact: { kind: after.value.kind, name: nameOf(after.value) }, ours: { by: ours.by, at: ours.at, decision: ours.decision }, theirs: { by: after.by, at: after.at, decision: after.decision } })
    }
  }
  for (const told of line.labels) {
    const { path: _path, start, quote, nth, of, by, at } = told
    const label = names.labelHere(told)
    if (present.labels.some((one) => one.label === label && one.by === by && one.at === at && one.quote === quote)) tally.known++
    else if (isWithdrawn(itemOf.label({ label, quote, at }), by)) tally.older++
    else {
      const after: LabelledPassage = { id: names.newId(), label, by, at, ...standsIn(here, { start, quote, nth, of }), came: true }
      const agrees = !after.lost && here.labels.some((one) => one.label === label && !one.lost && one.span.start === after.span.start && one.span.end === after.span.end)
      labels.push({ before: null, after })
      present.labels.push(after)
      tally[agrees ? 'agree' : 'fresh']++
    }
  }
  return { decisions, passages, facts, labels, tally, differences }
}

/** The line's own rows alone, so that putting lines together does not depend on their order: the later moment wins, and of one moment the greater word. */
function isNewer(one: Signed, other: Signed, verdict: string, otherVerdict: string): boolean {
  return one.at > other.at || (one.at === other.at && (!one.came || verdict > otherVerdict))
}

/** All that was said, wherever it stands by now. */
const wordOf = ({ decision, found, basis, quote, value, settles }: FactDecision): string => JSON.stringify([decision, found, basis, quote, value, settles])
const said = ({ decision, settles }: Decision): string => `${decision} ${String(settles)}`

const isSame = (one: Signed, other: Signed, agree: boolean): boolean => agree && one.at === other.at

/** What counts here of the practice, under today's names. */
function practiceHere({ decisions, passages }: Present, { aliasOf }: Names, practice: PracticeId): { readonly by: string; readonly at: string; readonly decision: Decision['decision'] } | null {
  const today = <T extends { readonly practice: PracticeId }>(all: readonly T[]): T[] => all.map((one) => ({ ...one, practice: aliasOf(one.practice) }))
  return counting(wordsOn(aliasOf(practice), today(decisions), today(passages)))
}

const factHere = ({ facts }: Present, after: FactDecision): FactDecision | null => judgedFacts(facts).find(({ words }) => words.some((one) => sameFact(one, after)))?.counted ?? null

/** Whether the word of one person on a fact is about what another word of theirs is about, which would take its place. */
export const isAbout = (one: FactDecision, other: FactDecision): boolean => (one.came ? sameItem : sameFact)(one, other)

/** Rows that came in are about one thing when they name it alike, word for word. */
function sameItem(a: FactDecision, b: FactDecision): boolean {
  if (a.subject !== '' || b.subject !== '') return a.subject === b.subject
  return a.value.kind === b.value.kind && a.found === b.found && a.reading === b.reading && a.quote === b.quote && a.lost === b.lost && a.span.start === b.span.start
}

const factOf = ({ start, quote, nth, of, ...told }: FileFact, present: Present, id: string): FactDecision => ({ id, ...told, ...standsIn(present, { start, quote, nth, of }), came: true })

/** Words that are not found wait as lost: they are looked for again with every change of the text. */
function standsIn({ body, same }: Present, words: Words): Pick<Passage, 'span' | 'quote' | 'prefix' | 'suffix' | 'lost'> {
  const at = placeOf(body, words, same)
  if (at !== null) return { ...anchored(body, at), lost: false }
  const start = words.start ?? 0
  return { span: { start, end: start + words.quote.length }, quote: words.quote, prefix: '', suffix: '', lost: true }
}
