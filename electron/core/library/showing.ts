/** What an entry shows of the practices: what the rules found and people's passages, overruled by people's decisions. Pure. */
import type { Span } from '../../contract/entry.ts'
import type { Decided, PracticeId, Strength, TagState } from '../../contract/practice-tag.ts'
import type { FoundEvidence, FoundTag } from '../describing/practices/index.ts'
import type { Anchored } from './anchoring.ts'
import { counting, decisionThatCounts, differ, wordsOn, type PracticeWord, type Settling, type Signed } from './judgements.ts'

/** A person's word on one practice of one entry. */
export interface Decision extends Settling {
  readonly practice: PracticeId
  readonly decision: 'confirmed' | 'rejected'
}

/** A piece of the body that a person chose. */
export interface Passage extends Signed, Anchored {
  readonly id: string
  readonly practice: PracticeId
}

export interface ShownEvidence extends Span {
  readonly trigger: string | null
  readonly marks: readonly Span[]
  readonly passage: string | null
}

export interface ShownTag {
  readonly id: PracticeId
  readonly strength: Strength
  readonly state: TagState
  readonly decided: Decided | null
  /** Whether it counts: in lists, facets and boards. */
  readonly shown: boolean
  /** People judge it differently. */
  readonly differ: boolean
  readonly evidence: readonly ShownEvidence[]
  readonly inTitle: readonly ShownEvidence[]
}

/** 'grid.police' → 'grid'; null for a practice of the first level. */
export const parentOf = (id: PracticeId): PracticeId | null => {
  const dot = id.indexOf('.')
  // The part before the dot of a practice's id is one, too.
  return dot < 0 ? null : (id.slice(0, dot) as PracticeId)
}

/** What a person confirmed and today's taxonomy has no practice for: its sentences wait, counted and shown nowhere, for the practice to come back. */
export const setAside = (tag: FoundTag, { by, at }: Decided): ShownTag => ({ ...draft(tag), state: 'confirmed', decided: { by, at }, shown: false })
/** Everything else that is confirmed and has sentences counts. */
export const isSetAside = ({ state, shown, evidence, inTitle }: ShownTag): boolean => state === 'confirmed' && !shown && evidence.length + inTitle.length > 0

/** Of everybody's decisions those that count, one for a practice at most. */
export const decisionsThatCount = (passages: readonly Passage[], everybody: readonly Decision[]): readonly Decision[] =>
  [...new Set(everybody.map(({ practice }) => practice))].flatMap((practice) => decisionThatCounts(wordsOn(practice, everybody, passages)) ?? [])

/** Found tags come in the order of the taxonomy; what only people say follows. A practice holds the passages of its sub-practices. */
export function shownTags(found: readonly FoundTag[], passages: readonly Passage[], everybody: readonly Decision[]): ShownTag[] {
  if (passages.length === 0 && everybody.length === 0) return found.map(draft)
  const decisions = decisionsThatCount(passages, everybody)
  const rejected = new Set(decisions.flatMap(({ practice, decision }) => (decision === 'rejected' ? [practice] : [])))
  const parents = [...found.map(({ id }) => id), ...passages.map(({ practice }) => practice)].flatMap((id) => (rejected.has(id) ? [] : (parentOf(id) ?? [])))
  const ids = new Set([...found.map(({ id }) => id), ...parents, ...passages.map(({ practice }) => practice), ...decisions.map(({ practice }) => practice)])
  return [...ids].map((id) => {
    const own = passages.filter(({ practice }) => practice === id)
    const below = passages.filter(({ practice }) => parentOf(practice) === id && !rejected.has(practice))
    const decided = decisions.find(({ practice }) => practice === id) ?? null
    const tag = found.find((one) => one.id === id)
    const words = wordsOn(id, everybody, passages)
    const counted = counting(words)
    if (tag) return tagOf(id, tag, own, below, counted, decided, words)
    // The rules find a practice with each of its sub-practices: what they do not find is a sub-practice that a person confirmed in earlier days.
    const kept = found.filter((one) => parentOf(one.id) === id && !rejected.has(one.id))
    const confirmed = decisions.find(({ practice }) => kept.some((one) => one.id === practice)) ?? null
    return tagOf(id, together(id, kept), own, below, counted ?? below.at(-1) ?? confirmed, decided, words)
  })
}

const fromRules = ({ start, end, trigger, marks }: FoundEvidence): ShownEvidence => ({ start, end, trigger, marks, passage: null })

const draft = ({ id, strength, evidence, inTitle }: FoundTag): ShownTag => ({
  id, strength, state: 'draft', decided: null, shown: strength !== 'mention', differ: false, evidence: evidence.map(fromRules), inTitle: inTitle.map(fromRules),
})

/** What several sub-practices rest on. */
function together(id: PracticeId, tags: readonly FoundTag[]): FoundTag | null {
  const [first] = (['primary', 'secondary', 'mention'] as const).flatMap((strength) => tags.filter((tag) => tag.strength === strength))
  const union = (all: readonly FoundEvidence[]): FoundEvidence[] => [...new Map(all.map((one) => [`${one.start} ${one.end}`, one])).values()]
  return first ? { id, strength: first.strength, evidence: union(tags.flatMap(({ evidence }) => evidence)), inTitle: union(tags.flatMap(({ inTitle }) => inTitle)) } : null
}

/** `signed` is the person whose word makes it more than a draft. A person who chose a passage has said that it is there. */
function tagOf(id: PracticeId, found: FoundTag | null, own: readonly Passage[], below: readonly Passage[], signed: Decided | null, decision: Decision | null, words: readonly PracticeWord[]): ShownTag {
  const chosen = [...own, ...below].filter(({ lost }) => !lost)
  const evidence = joined(found?.evidence.map(fromRules) ?? [], chosen)
  const inTitle = found?.inTitle.map(fromRules) ?? []
  const state: TagState = decision?.decision ?? (signed === null ? 'draft' : 'confirmed')
  const strength = strengthOf(found, chosen)
  const shown = state !== 'rejected' && (strength !== 'mention' || state === 'confirmed') && evidence.length + inTitle.length > 0
  return { id, strength, state, decided: signed && { by: signed.by, at: signed.at }, shown, differ: differ(words, (word) => word.decision), evidence, inTitle }
}

/** In the order of the text; a passage that is a sentence the rules found stands there once. */
function joined(found: readonly ShownEvidence[], passages: readonly Passage[]): ShownEvidence[] {
  const bySpan = new Map(found.map((one) => [`${one.start} ${one.end}`, one]))
  for (const { id, span } of passages) {
    const key = `${span.start} ${span.end}`
    bySpan.set(key, { ...(bySpan.get(key) ?? { ...span, trigger: null, marks: [] }), passage: id })
  }
  return [...bySpan.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** A passage tells as much as a sentence that the rules found: two different ones make it primary. */
function strengthOf(found: FoundTag | null, passages: readonly Passage[]): Strength {
  const rules = found === null || found.strength === 'mention' ? [] : found.evidence
  const more = passages.filter(({ span }, at) => [...rules, ...passages.slice(0, at).map((before) => before.span)].every((other) => other.end <= span.start || span.end <= other.start))
  if (found?.strength === 'primary' || rules.length + more.length >= 2) return 'primary'
  return rules.length + more.length === 1 || found?.strength === 'secondary' ? 'secondary' : 'mention'
}

/** Best first: what a person chose, then what says most at once, then what stands first. */
export const bestFirst = (evidence: readonly ShownEvidence[]): ShownEvidence[] =>
  evidence.toSorted((a, b) => Number(b.passage !== null) - Number(a.passage !== null) || b.marks.length - a.marks.length || a.start - b.start)
