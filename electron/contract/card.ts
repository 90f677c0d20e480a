/** The case card (案例卡): the facts of an entry as they are shown, with their sentences and what people decided. */
import { z } from 'zod'
import { Basis } from './basis.ts'
import { Brand, FactKind, FactValue, Formula, Honour, Indicator, Lead, Mechanism, Passage, Person, PlaceNamed, Platform, Policy, Quote } from './fact.ts'
import { Decided, TagState } from './practice-tag.ts'

/** What one person says of a fact. `value` is how they read it: their own reading where they put it right or added it. */
export const FactJudgement = Decided.extend({
  id: z.string(),
  decision: z.enum(['confirmed', 'rejected', 'changed', 'added']),
  value: FactValue,
  /** By an exchange, from another library. */
  came: z.boolean(),
  /** Given to settle what people differ on. */
  settles: z.boolean(),
  /** The one it is shown under. */
  counts: z.boolean(),
})
export type FactJudgement = z.infer<typeof FactJudgement>

/** What somebody rejected, and when. */
export const Refused = Decided.extend({ kind: FactKind, name: z.string() })
export type Refused = z.infer<typeof Refused>

/**
 * Where a fact stands and what is thought of it. `text` is `body.slice(start, end)`, `sentence` stands at `sentenceStart`.
 * Of an author only the byline tells: start, end and sentenceStart are 0 and both texts ''.
 */
export const Standing = z.strictObject({
  /** Names it within its entry, as long as nothing of it changes. */
  id: z.string().min(1).max(500),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  sentence: z.string(),
  sentenceStart: z.int().min(0),
  basis: Basis,
  state: TagState,
  decided: Decided.nullable(),
  /** Everybody's word on it, the one that counts first. */
  judgements: z.array(FactJudgement),
  /** People judge it differently (意见不一). */
  differ: z.boolean(),
  /** Somebody rejected this of just these words, as a fact of another kind, under another name, or in another reading that the rules use no longer: it is for people to say whether this one holds. */
  refused: Refused.nullable(),
})
export type Standing = z.infer<typeof Standing>

const at = Standing.shape
export const CARD = {
  indicators: z.array(Indicator.extend(at)),
  formulas: z.array(Formula.extend(at)),
  brands: z.array(Brand.extend(at)),
  platforms: z.array(Platform.extend(at)),
  mechanisms: z.array(Mechanism.extend(at)),
  honours: z.array(Honour.extend(at)),
  people: z.array(Person.extend(at)),
  quotes: z.array(Quote.extend(at)),
  policies: z.array(Policy.extend(at)),
  places: z.array(PlaceNamed.extend(at)),
  problems: z.array(Passage.extend(at)),
  leads: z.array(Lead.extend(at)),
  spread: z.array(Passage.extend(at)),
  limits: z.array(Passage.extend(at)),
} as const

/** By kind, each in the order of the text; an empty list reads 原文未述. What people rejected is among them, so that it can be taken back. */
export const Card = z.strictObject(CARD)
export type Card = z.infer<typeof Card>
/** Of a text that nobody has read. */
export const emptyCard = (): Card => ({ indicators: [], formulas: [], brands: [], platforms: [], mechanisms: [], honours: [], people: [], quotes: [], policies: [], places: [], problems: [], leads: [], spread: [], limits: [] })
export type CardList = keyof Card
export const CARD_LISTS = Object.keys(CARD).filter((name): name is CardList => name in CARD)
/** One fact of any kind. */
export type CardFact = Card[CardList][number]
