/** Facts (事实) across the library, and what people decide about them. */
import { z } from 'zod'
import { CARD } from './card.ts'
import { EntryId, EntryKind, EntrySummary, Span } from './entry.ts'
import { FactKind, FactValue } from './fact.ts'
import { method } from './method.ts'
import { PracticeId, Signature, TagState } from './practice-tag.ts'
import { DecisionResult } from './practices.ts'

/** Reading texts for facts in the background, under new rules or for the first time. */
export const Extracting = z.strictObject({ state: z.enum(['ready', 'running']), done: z.int(), total: z.int(), skipped: z.int() })
export type Extracting = z.infer<typeof Extracting>

/** One fact of the library-wide table; the list of its kind holds it and nothing else. */
export const FactRow = z.strictObject({ entry: EntrySummary, kind: FactKind, fact: z.union([CARD.indicators.element, CARD.formulas.element, CARD.brands.element, CARD.platforms.element, CARD.mechanisms.element, CARD.honours.element, CARD.people.element, CARD.policies.element, CARD.places.element, CARD.leads.element, CARD.problems.element, CARD.quotes.element]) })
export type FactRow = z.infer<typeof FactRow>

/** How the numbers found stand to each other: `same` measure throughout (可比); the measure is the same, but level, period or denominator differ or are unstated (仅参考); or they measure different things (不可比). */
export const Comparability = z.enum(['same', 'reference', 'different'])
export type Comparability = z.infer<typeof Comparability>

/** `number` sorts only where every row measures the same in the same unit: else it is refused with NOT_COMPARABLE. */
export const FactSort = z.enum(['entry', 'name', 'number', 'date'])
export type FactSort = z.infer<typeof FactSort>

export const FactQuery = z.strictObject({
  kind: FactKind,
  /** Part of its name, or of what an indicator measures. */
  text: z.string().max(200).default(''),
  /** Exactly this name, or what an indicator measures; null for any. */
  name: z.string().max(300).nullable().default(null),
  /** A path as in filters; null for everywhere, '' for 原文未述. */
  place: z.string().max(200).nullable().default(null),
  practice: PracticeId.nullable().default(null),
  state: TagState.nullable().default(null),
  unit: z.string().max(50).nullable().default(null),
  /** Of entries of this kind alone; null for all. */
  of: EntryKind.nullable().default(null),
})
export type FactQuery = z.infer<typeof FactQuery>

export const factMethods = {
  'facts.extracting': method(z.strictObject({}), Extracting),
  /** Rejected facts are left out unless `state` asks for them. `units` are those of all rows that the query finds without its unit, most frequent first. */
  'facts.list': method(z.strictObject({ query: FactQuery, sort: FactSort, descending: z.boolean().default(false), offset: z.int().min(0), limit: z.int().min(1).max(1000) }), z.strictObject({ total: z.int(), entries: z.int(), rows: z.array(FactRow), units: z.array(z.strictObject({ unit: z.string(), count: z.int() })), comparability: Comparability })),
  /** Confirms or rejects, or takes the decision back (null): what a person added is then gone, what they changed is as the rules found it. */
  'facts.decide': method(z.strictObject({ id: EntryId, fact: z.string().max(500), decision: z.enum(['confirmed', 'rejected']).nullable(), by: Signature }), DecisionResult),
  /** Says of a fact what somebody said, and settles what people differ on (以此为准); `judgement` names their decision. */
  'facts.adopt': method(z.strictObject({ id: EntryId, fact: z.string().max(500), judgement: z.string().max(100), by: Signature }), DecisionResult),
  /** The person's own reading of the same words; it counts as confirmed. */
  'facts.change': method(z.strictObject({ id: EntryId, fact: z.string().max(500), value: FactValue, by: Signature }), DecisionResult),
  /** States a fact by hand, from a passage of the body of `revision`. */
  'facts.add': method(z.strictObject({ id: EntryId, revision: z.int(), span: Span, value: FactValue, by: Signature }), DecisionResult),
} as const
export const factEvents = { 'facts.extracting': Extracting } as const
