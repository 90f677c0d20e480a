/** Practices (做法): the taxonomy, what the library shows of it, and what people decide. */
import { z } from 'zod'
import { Entry, EntryId, EntrySummary, Span } from './entry.ts'
import { method } from './method.ts'
import { Evidence, PracticeId, Signature, Strength, TagState } from './practice-tag.ts'

export { Decided, Evidence, PracticeId, PracticeTag, Strength, TagState } from './practice-tag.ts'

/** A node of the taxonomy as `content/practices/<id>.md` states it. Practices come in their order, each followed by its sub-practices. */
export const Practice = z.strictObject({
  id: PracticeId,
  parent: PracticeId.nullable(),
  /** The short label of tags, facets and boards. */
  label: z.string(),
  /** The full name. */
  zh: z.string(),
  en: z.string(),
  /** The short label in English. */
  labelEn: z.string(),
  definition: z.string(),
  counts: z.array(z.string()),
  countsNot: z.array(z.string()),
  /** One question for a class. */
  question: z.string(),
  strong: z.array(z.string()),
  weak: z.array(z.string()),
  patterns: z.array(z.string()),
  negative: z.array(z.string()),
})
export type Practice = z.infer<typeof Practice>

/** One that people merged, moved or retired, as it was called last. `now` is the practice it lives on in; null when it is retired. */
export const FormerPractice = z.strictObject({ id: PracticeId, label: z.string(), now: PracticeId.nullable() })
export type FormerPractice = z.infer<typeof FormerPractice>

/** An entry that shows the practice, with its best sentence. */
export const PracticeCase = z.strictObject({ entry: EntrySummary, strength: Strength, state: TagState, sentences: z.int(), lead: Evidence.nullable() })
export type PracticeCase = z.infer<typeof PracticeCase>

export const PracticeSentence = z.strictObject({ entry: EntrySummary, strength: Strength, state: TagState, evidence: Evidence })
export type PracticeSentence = z.infer<typeof PracticeSentence>

/** Reading in the background under new rules. `skipped` texts could not be read: they stand as they were, and are tried again at the next start. */
export const Tagging = z.strictObject({ state: z.enum(['ready', 'running']), done: z.int(), total: z.int(), skipped: z.int() })
export type Tagging = z.infer<typeof Tagging>

/** What a person's decision made of the entry; `undo` names it in the history. */
export const DecisionResult = z.strictObject({ entry: Entry, undo: z.string() })
export type DecisionResult = z.infer<typeof DecisionResult>

/** What counts as showing it, or the texts that only mention it (仅提及). */
const Only = z.enum(['shown', 'mentions']).default('shown')
const Page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

export const practiceMethods = {
  /** `rules` changes whenever the rules do: entries tagged under other rules are tagged anew in the background. */
  'practices.list': method(z.strictObject({}), z.strictObject({ rules: z.string(), practices: z.array(Practice), former: z.array(FormerPractice) })),
  'practices.tagging': method(z.strictObject({}), Tagging),
  /** Its places ('province/city', '' for 原文未述) with how many entries show the practice there; most first. Rejected tags and mere mentions do not count. */
  'practices.places': method(z.strictObject({ practice: PracticeId }), z.strictObject({ entries: z.int(), mentions: z.int(), places: z.array(z.strictObject({ path: z.string(), entries: z.int() })) })),
  /** `place` is a path as in filters, null for everywhere. */
  'practices.cases': method(z.strictObject({ practice: PracticeId, place: z.string().max(200).nullable(), only: Only, ...Page }), z.strictObject({ total: z.int(), cases: z.array(PracticeCase) })),
  'practices.sentences': method(z.strictObject({ practice: PracticeId, place: z.string().max(200).nullable(), only: Only, ...Page }), z.strictObject({ total: z.int(), sentences: z.array(PracticeSentence) })),
  /** Confirms or rejects a tag, or takes the decision back (null). Rejecting what no rule found says that a person has looked and it is not there; confirming it is refused with EMPTY_PASSAGE: there is no sentence. With `settles` it ends what people differ on (以此为准). */
  'practices.decide': method(z.strictObject({ id: EntryId, practice: PracticeId, decision: z.enum(['confirmed', 'rejected']).nullable(), by: Signature, settles: z.boolean().default(false) }), DecisionResult),
  /** Adds a passage of the body of `revision` as evidence; the tag counts as confirmed. */
  'practices.addPassage': method(z.strictObject({ id: EntryId, revision: z.int(), practice: PracticeId, span: Span, by: Signature }), DecisionResult),
  'practices.removePassage': method(z.strictObject({ id: EntryId, passage: z.string(), by: Signature }), DecisionResult),
} as const

export const practiceEvents = { 'practices.tagging': Tagging } as const
