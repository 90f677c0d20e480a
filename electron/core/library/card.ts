/** The facts of an entry as they are shown: what the rules found, overruled by what people decided. Pure. */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { Basis } from '../../contract/basis.ts'
import type { FactJudgement, Refused } from '../../contract/card.ts'
import type { Paragraph, Span } from '../../contract/entry.ts'
import { FactValue, type FactKind } from '../../contract/fact.ts'
import { Decided, type TagState } from '../../contract/practice-tag.ts'
import { sentenceAt, sentencesOf, type FoundFact } from '../describing/facts/index.ts'
import { Anchored } from './anchoring.ts'
import { counting, differ, standing } from './judgements.ts'

/**
 * A person's word on one fact. `found` is the name the rules had for it ('' for what a person added), by which it is known again;
 * `value` is what is shown. `span` is where its words stand, or stood before they were lost; an author's is empty, and never lost.
 * `subject` names what a person added, for everybody who decides on it; '' for what the rules found. `reading` tells it from another of the same name at the same words, where the rules found several ('' where there was one).
 * `came`: by an exchange. `settles`: given to end what people differ on.
 */
export const FactDecision = Decided.extend({
  id: z.string(),
  decision: z.enum(['confirmed', 'rejected', 'changed', 'added']),
  found: z.string(),
  value: FactValue,
  basis: Basis,
  ...Anchored.shape,
  subject: z.string(),
  reading: z.string(),
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
  /** What the rules call it, or called it when it was decided on, and which reading of these words it is; of what a person added, '' and its subject. */
  readonly called: string
  readonly reading: string
  /** Somebody rejected something of another kind at just these words, which the rules find no longer: whoever looks is told so. */
  readonly refused: Refused | null
}

/** Names a fact within its entry, and no other: it outlasts every decision on it. */
export const factId = ({ start, end, value, called, reading }: Pick<ShownFact, 'start' | 'end' | 'value' | 'called' | 'reading'>): string => `${value.kind}@${start}-${end}:${called}${reading === '' ? '' : `#${reading}`}`

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
  if (a.value.kind !== b.value.kind || a.found !== b.found || (a.reading !== '' && b.reading !== '' && a.reading !== b.reading)) return false
  if (a.lost || b.lost) return a.quote === b.quote && a.prefix === b.prefix && a.suffix === b.suffix
  return overlap(a.span, b.span)
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
export function shownFacts(all: readonly FoundFact[], decisions: readonly FactDecision[], body: string, paragraphs: readonly Paragraph[]): ShownFact[] {
  const found = readingsOf(all.slice(0, MOST_FACTS))
  const pairs = pairUp(found, judgedFacts(decisions), body)
  const taken = new Set([...pairs.values()].map((one) => one?.fact))
  const refused = [...pairs].flatMap(([{ counted }, one]) => (one === null && counted.decision === 'rejected' && !counted.lost && counted.subject === '' && counted.span.start < counted.span.end ? [counted] : []))
  const decided = [...pairs].flatMap(([judged, one]) => decidedFact(judged, one, body, paragraphs) ?? [])
  const drafts = found.filter(({ fact }) => !taken.has(fact) && !decided.some((one) => standsFor(one, fact, found, body))).map(({ fact, reading }): ShownFact => {
    const value = valueOf(fact)
    const about = refused.find((one) => (one.value.kind !== value.kind || one.reading !== '') && core(body, one.span) === core(body, fact))
    return {
      start: fact.start, end: fact.end, sentence: fact.sentence, value, basis: fact.basis, state: 'draft', decided: null, decision: null, differ: false, found: true, called: nameOf(value), reading,
      refused: about === undefined ? null : { by: about.by, at: about.at, kind: about.value.kind, name: nameOf(about.value) },
    }
  })
  return [...drafts, ...decided].sort((a, b) => a.start - b.start || a.end - b.end || order(a.value.kind) - order(b.value.kind))
}

/** What a person added stands for what the rules find at just its words, too: under the same name, or where nothing else of its kind stands there. */
function standsFor({ value, called, state, start, end }: ShownFact, fact: FoundFact, found: readonly Found[], body: string): boolean {
  if (called !== '' || state === 'rejected' || value.kind !== fact.kind || start === end) return false
  const span = { start, end }
  const isHere = (other: FoundFact): boolean => other.kind === value.kind && overlap(span, other) && core(body, span) === core(body, other)
  return isHere(fact) && (nameOf(fact) === nameOf(value) || found.filter((one) => isHere(one.fact)).length === 1)
}

function decidedFact({ counted, words }: JudgedFact, one: Found | null, body: string, paragraphs: readonly Paragraph[]): ShownFact | null {
  const fact = one?.fact ?? null
  if (counted.lost || (fact === null && words.every((word) => word.decision === 'rejected'))) return null
  const { start, end } = fact ?? counted.span
  return {
    start, end, sentence: fact?.sentence ?? sentenceRound(counted.span, body, paragraphs),
    value: counted.decision === 'changed' || fact === null ? counted.value : valueOf(fact),
    basis: counted.basis, state: counted.decision === 'rejected' ? 'rejected' : 'confirmed', decided: { by: counted.by, at: counted.at }, decision: counted.id, differ: differ(words, verdictOf), found: fact !== null,
    called: counted.found, reading: readingOf({ counted, words }, one), refused: null,
  }
}

const readingOf = ({ counted, words }: JudgedFact, one: Found | null): string => (counted.subject === '' ? (words.find(({ reading }) => reading !== '')?.reading ?? one?.reading ?? '') : counted.subject)

interface Found {
  readonly fact: FoundFact
  readonly reading: string
}

/** What the rules found twice is there once; of several readings of the same words under one name, each gets a name of its own. */
function readingsOf(found: readonly FoundFact[]): readonly Found[] {
  const alike = Map.groupBy(found, (fact) => factId({ ...fact, value: fact, called: nameOf(fact), reading: '' }))
  return [...new Set(found)].flatMap((fact) => {
    const group = alike.get(factId({ ...fact, value: fact, called: nameOf(fact), reading: '' })) ?? []
    if (group.length < 2) return [{ fact, reading: '' }]
    return group.find((other) => digest(other) === digest(fact)) === fact ? [{ fact, reading: new Set(group.map(digest)).size < 2 ? '' : digest(fact) }] : []
  })
}

const digest = ({ of }: FactValue): string => createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 12)

/** Which found fact people's words are about, if any. Those that name one exactly come first: another must not take it from them, nor the name that it gives them. */
function pairUp(found: readonly Found[], judged: readonly JudgedFact[], body: string): ReadonlyMap<JudgedFact, Found | null> {
  const left = new Set(found)
  const pairs = new Map<JudgedFact, Found | null>(judged.map((one) => [one, null]))
  const names = new Set<string>()
  for (const find of [exactly, byName, byWords, renamed, likeliest]) {
    for (const [one, known] of pairs) {
      const { counted, words } = one
      if (known !== null || counted.lost || counted.subject !== '') continue
      const fact = [counted, ...words].reduce<Found | null>((first, word) => first ?? find(word, left, body), null)
      if (fact === null) continue
      const name = factId({ ...fact.fact, value: counted.value, called: counted.found, reading: readingOf(one, fact) })
      if (names.has(name)) continue
      names.add(name)
      pairs.set(one, fact)
      left.delete(fact)
    }
  }
  return pairs
}

type Finding = (word: FactDecision, left: ReadonlySet<Found>, body: string) => Found | null
const first = (left: ReadonlySet<Found>, fits: (fact: FoundFact) => boolean, { reading, value }: FactDecision): Found | null =>
  // A word on one of several readings is about no other.
  [...left].find(({ fact }) => fact.kind === value.kind && (reading === '' || reading === digest(fact)) && fits(fact)) ?? null
const sameWords = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end
/** An author is known by name alone: all of them stand at the same place. */
const overlap = (a: Span, b: Span): boolean => (a.start === a.end || b.start === b.end ? sameWords(a, b) : a.start < b.end && b.start < a.end)

const exactly: Finding = (word, left) => first(left, (fact) => nameOf(fact) === word.found && sameWords(fact, word.span), word)
const byName: Finding = (word, left) => first(left, (fact) => nameOf(fact) === word.found && overlap(word.span, fact), word)
/** What was rejected under one name says nothing of another that stands at a part of its words. */
const byWords: Finding = (word, left) => (word.span.start === word.span.end || word.decision === 'rejected' ? null : first(left, (fact) => overlap(word.span, fact), word))
/** Rules of later days call it otherwise: nothing else of its kind is at these words, so that what was rejected stays rejected. */
const renamed: Finding = (word, left, body) => (word.span.start === word.span.end || word.decision !== 'rejected' ? null : first(left, (fact) => overlap(word.span, fact) && core(body, fact) === core(body, word.span), word))

/** Rules of later days tell more, or less, of one of several readings, so that its digest is another: it is the one that says most nearly the same, and of what was rejected only one that says nothing else. */
const likeliest: Finding = (word, left) => {
  if (word.reading === '') return null
  const near = [...left].flatMap((one) => {
    const { fact } = one
    if (fact.kind !== word.value.kind || nameOf(fact) !== word.found || !overlap(word.span, fact)) return []
    const { same, against } = compared(word.value.of, fact.of)
    // Their name is the same in any case.
    return against === 0 || (word.decision !== 'rejected' && same > against) ? [{ one, same: same - against }] : []
  }).toSorted((a, b) => b.same - a.same)
  return near[0] !== undefined && near[0].same !== near[1]?.same ? near[0].one : null
}

/** In how many of their parts both say the same, and in how many they contradict each other; what one leaves open contradicts nothing. */
function compared(a: FactValue['of'], b: FactValue['of']): { readonly same: number; readonly against: number } {
  const [one, other] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))]
  const isOpen = (part: unknown): boolean => part === undefined || part === null || part === '' || (Array.isArray(part) && part.length === 0)
  const both = [...one].filter(([key, part]) => !isOpen(part) && !isOpen(other.get(key)))
  const same = both.filter(([key, part]) => isDeepStrictEqual(part, other.get(key))).length
  return { same, against: both.length - same }
}

/** Words without the quotes and brackets that one version of the rules takes and another leaves. */
const core = (body: string, { start, end }: Span): string => body.slice(start, end).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

const ORDER: readonly FactKind[] = ['indicator', 'formula', 'brand', 'platform', 'mechanism', 'honour', 'person', 'quote', 'policy', 'place', 'problem', 'lead', 'spread', 'limit']
const order = (kind: FactKind): number => ORDER.indexOf(kind)

function valueOf(fact: FoundFact): FactValue {
  const { start: _start, end: _end, sentence: _sentence, basis: _basis, ...value } = fact
  return value
}

function sentenceRound(span: Span, body: string, paragraphs: readonly Paragraph[]): Span {
  if (span.start === span.end) return span
  const all = sentencesOf(body, paragraphs)
  const [first, last] = [sentenceAt(all, span.start), sentenceAt(all, span.end - 1)]
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) }
}
