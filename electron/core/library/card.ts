/** The facts of an entry as they are shown: what the rules found, overruled by what people decided. Pure. */
import { z } from 'zod'
import { Basis } from '../../contract/basis.ts'
import type { FactJudgement } from '../../contract/card.ts'
import type { Paragraph, Span } from '../../contract/entry.ts'
import { FactValue, type FactKind } from '../../contract/fact.ts'
import { Decided, type TagState } from '../../contract/practice-tag.ts'
import { sentenceAt, sentencesOf, type FoundFact } from '../describing/facts/index.ts'
import { Anchored } from './anchoring.ts'
import { counting, differ, standing } from './judgements.ts'

/**
 * A person's word on one fact. `found` is the name the rules had for it ('' for what a person added), by which it is known again;
 * `value` is what is shown. `span` is where its words stand, or stood before they were lost; an author's is empty, and never lost.
 * `subject` names what a person added, for everybody who decides on it; '' for what the rules found. `came`: by an exchange. `settles`: given to end what people differ on.
 */
export const FactDecision = Decided.extend({
  id: z.string(),
  decision: z.enum(['confirmed', 'rejected', 'changed', 'added']),
  found: z.string(),
  value: FactValue,
  basis: Basis,
  ...Anchored.shape,
  subject: z.string(),
  came: z.boolean(),
  settles: z.boolean(),
})
export type FactDecision = z.infer<typeof FactDecision>

export interface ShownFact extends Span {
  readonly value: FactValue
  readonly sentence: Span
  readonly basis: Basis
  readonly state: TagState
  readonly decided: Decided | null
  /** The decision that made it what it is; null for a draft. */
  readonly decision: string | null
  /** People judge it differently. */
  readonly differ: boolean
  /** The rules find it, too, whatever people decided. */
  readonly found: boolean
}

/** Names a fact within its entry. */
export const factId = ({ start, end, value }: Pick<ShownFact, 'start' | 'end' | 'value'>): string => `${value.kind}@${start}-${end}:${nameOf(value)}`

/** What a fact is called: in lists, and when it is looked for again. */
export function nameOf(value: FactValue): string {
  switch (value.kind) {
    case 'indicator':
      return value.of.measures
    case 'quote':
      return value.of.speaker ?? ''
    case 'policy':
      return value.of.title
    default:
      return value.of.name
  }
}

/** A book of a thousand pages has more; a card of so many is read by nobody. */
const MOST_FACTS = 2000

/** What people say of one fact: one word of each, and the one that counts. */
export interface JudgedFact {
  readonly words: readonly FactDecision[]
  readonly counted: FactDecision
}

/** Whether both are about one fact: what a person added by its name, anything else by the words it stands at and what the rules called it. */
export function sameFact(a: FactDecision, b: FactDecision): boolean {
  if (a.subject !== '' || b.subject !== '') return a.subject === b.subject
  if (a.value.kind !== b.value.kind || a.found !== b.found) return false
  if (a.lost || b.lost) return a.quote === b.quote && a.prefix === b.prefix && a.suffix === b.suffix
  return a.span.start === b.span.start && a.span.end === b.span.end ? true : a.span.start < b.span.end && b.span.start < a.span.end
}

export function judgedFacts(decisions: readonly FactDecision[]): readonly JudgedFact[] {
  const groups: FactDecision[][] = []
  for (const decision of decisions) {
    const group = groups.find(([first]) => first !== undefined && first.lost === decision.lost && sameFact(first, decision))
    if (group) group.push(decision)
    else groups.push([decision])
  }
  return groups.flatMap((group) => {
    const words = standing(group)
    const counted = counting(words)
    return counted === null ? [] : [{ words, counted }]
  })
}

/** Two who put the same right in the same way agree. */
export const verdictOf = ({ decision, value }: FactDecision): string => (decision === 'confirmed' || decision === 'rejected' ? decision : JSON.stringify(value))

/** As the contract shows them, the one that counts first, then the newest. */
export const factJudgements = ({ words, counted }: JudgedFact): FactJudgement[] =>
  words
    .toSorted((a, b) => Number(b === counted) - Number(a === counted) || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map((one): FactJudgement => ({ id: one.id, by: one.by, at: one.at, came: one.came, settles: one.settles, decision: one.decision, value: one.value, counts: one === counted }))

/** In the order of the text. Everybody's word on one fact is shown as one line, and as it says what counts. */
export function shownFacts(found: readonly FoundFact[], decisions: readonly FactDecision[], body: string, paragraphs: readonly Paragraph[]): ShownFact[] {
  const left = new Set(found.slice(0, MOST_FACTS))
  const decided: ShownFact[] = []
  // Those that name a fact exactly come first: another must not take it from them.
  const exact = ({ counted: one }: JudgedFact): boolean => [...left].some((fact) => fact.kind === one.value.kind && nameOf(fact) === one.found && fact.start === one.span.start && fact.end === one.span.end)
  for (const judged of judgedFacts(decisions).toSorted((a, b) => Number(exact(b)) - Number(exact(a)))) {
    const { counted: decision, words } = judged
    const fact = decision.subject === '' ? [decision, ...words].reduce<FoundFact | null>((known, word) => known ?? counterpart(word, left), null) : null
    if (fact) left.delete(fact)
    if (decision.lost || (fact === null && words.every((word) => word.decision === 'rejected'))) continue
    const span = fact ?? decision.span
    decided.push({
      start: span.start, end: span.end, sentence: fact?.sentence ?? sentenceRound(decision.span, body, paragraphs),
      value: decision.decision === 'changed' || fact === null ? decision.value : valueOf(fact),
      basis: decision.basis, state: decision.decision === 'rejected' ? 'rejected' : 'confirmed', decided: { by: decision.by, at: decision.at }, decision: decision.id, differ: differ(words, verdictOf), found: fact !== null,
    })
  }
  const drafts = [...left].map((fact): ShownFact => ({ start: fact.start, end: fact.end, sentence: fact.sentence, value: valueOf(fact), basis: fact.basis, state: 'draft', decided: null, decision: null, differ: false, found: true }))
  return [...drafts, ...decided].sort((a, b) => a.start - b.start || a.end - b.end || order(a.value.kind) - order(b.value.kind))
}

const ORDER: readonly FactKind[] = ['indicator', 'formula', 'brand', 'platform', 'mechanism', 'honour', 'person', 'quote', 'policy', 'place', 'problem', 'lead', 'spread', 'limit']
const order = (kind: FactKind): number => ORDER.indexOf(kind)

function valueOf(fact: FoundFact): FactValue {
  const { start: _start, end: _end, sentence: _sentence, basis: _basis, ...value } = fact
  return value
}

/** The found fact that a decision is about: of its kind and at its words; of several, the one of the same name. */
function counterpart({ value, span, found, decision }: FactDecision, left: ReadonlySet<FoundFact>): FoundFact | null {
  const here = [...left].filter((fact) => fact.kind === value.kind && (span.start === span.end ? fact.start === span.start && fact.end === span.end : fact.start < span.end && span.start < fact.end))
  const same = here.find((fact) => nameOf(fact) === found && fact.start === span.start && fact.end === span.end) ?? here.find((fact) => nameOf(fact) === found)
  // An author is known by name alone: all of them stand at the same place.
  // What was rejected under one name says nothing of another at the same words.
  return same ?? (span.start === span.end || decision === 'rejected' ? null : (here[0] ?? null))
}

function sentenceRound(span: Span, body: string, paragraphs: readonly Paragraph[]): Span {
  if (span.start === span.end) return span
  const all = sentencesOf(body, paragraphs)
  const [first, last] = [sentenceAt(all, span.start), sentenceAt(all, span.end - 1)]
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) }
}
