/** Facts (事实): what an article states of its case, each tied to the words that state it. What the text does not say is no fact: its list is empty and reads 原文未述. */
import { z } from 'zod'
import { Span } from './span.ts'

const Name = z.string().min(1).max(300)
/** ISO 8601 cut to a year, a month or a day. */
const Day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)

/** How the written number stands to the true one: 约/左右 about, 超过/余/多 over, 近/不到 under, 以上 at_least, 以内 at_most, a range has both its ends. */
export const Qualifier = z.enum(['exact', 'over', 'under', 'about', 'at_least', 'at_most', 'range'])
export const IndicatorKind = z.enum(['count', 'rate', 'money', 'rank', 'change', 'duration', 'input'])

/** `from` and `to` are inclusive; null where they cannot be computed. */
export const Period = z.strictObject({ text: Name, from: Day.nullable(), to: Day.nullable() })

/** 指标. `number` is in `unit` with 万, 亿 and 成 worked out (a 成 is 10 %); of a range it is the lower end. A fall is negative only when the text writes the sign: 下降 is told by `direction`. */
export const Indicator = z.strictObject({
  /** As written, 1.2万件 and all. */
  value: Name,
  number: z.number(),
  upper: z.number().nullable(),
  unit: z.string().max(50),
  qualifier: Qualifier,
  /** What is counted, with its head noun: 矛盾纠纷调处成功率. */
  measures: Name,
  kind: IndicatorKind,
  direction: z.enum(['up', 'down', 'none']),
  period: Period.nullable(),
  /** Whose number it is, as the text names it: 八公山区, 全市, 社区, 个人. null where the text does not say. */
  scope: Name.nullable(),
  scopeLevel: z.enum(['nation', 'province', 'city', 'district', 'street', 'community', 'organisation', 'person']).nullable(),
  denominator: Name.nullable(),
  /** Why the number is hard to believe; null when nothing speaks against it. */
  suspect: Name.nullable(),
})

/** 提法: “四个一”, “1+2”, “警网融合+”, a slogan; its components as far as the text lists them. */
export const Formula = z.strictObject({
  name: Name,
  kind: z.enum(['numeric', 'plus', 'slogan']),
  components: z.array(Name),
  /** Where each component stands in the body. */
  componentSpans: z.array(Span),
})
/** 调解品牌. */
export const Brand = z.strictObject({ name: Name, kind: z.enum(['person', 'group', 'method']), place: Name.nullable() })
export const Platform = z.strictObject({ name: Name, kind: z.enum(['command', 'grid', 'mediation', 'mobile', 'warning', 'assessment', 'justice', 'service', 'data', 'other']) })
/** `steps` in their order, where the text gives any. */
export const Mechanism = z.strictObject({ name: Name, steps: z.array(Name) })
/** `replication`: others are to do the same (全省推广); `aspirational`: wished for, not had (争创…示范城市). */
export const Honour = z.strictObject({ name: Name, level: z.enum(['nation', 'province', 'city', 'district']).nullable(), year: z.string().max(20).nullable(), kind: z.enum(['award', 'endorsement', 'media', 'rank', 'first', 'conference', 'replication', 'aspirational']), holder: Name.nullable() })
export const Person = z.strictObject({ name: Name, role: Name.nullable(), place: Name.nullable(), alias: Name.nullable() })
/** `speaker` as the text names them: 建南新村居民. */
export const Quote = z.strictObject({ speaker: Name.nullable() })
export const Policy = z.strictObject({ title: Name })
export const PlaceNamed = z.strictObject({ name: Name, province: Name.nullable(), city: Name.nullable(), district: Name.nullable() })
/** The words that say it. */
export const Passage = z.strictObject({ name: Name })
export const Lead = z.strictObject({ name: Name, role: z.enum(['lead', 'partner']) })

export const FACT_KINDS = ['indicator', 'formula', 'brand', 'platform', 'mechanism', 'honour', 'person', 'quote', 'policy', 'place', 'problem', 'lead', 'spread', 'limit'] as const
export const FactKind = z.enum(FACT_KINDS)
export type FactKind = z.infer<typeof FactKind>

/** What is stated, by kind. `problem` 问题, `spread` 推广, `limit` 局限与成本 name the passage that says it; `lead` is 牵头与协同. */
export const FactValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('indicator'), of: Indicator }),
  z.strictObject({ kind: z.literal('formula'), of: Formula }),
  z.strictObject({ kind: z.literal('brand'), of: Brand }),
  z.strictObject({ kind: z.literal('platform'), of: Platform }),
  z.strictObject({ kind: z.literal('mechanism'), of: Mechanism }),
  z.strictObject({ kind: z.literal('honour'), of: Honour }),
  z.strictObject({ kind: z.literal('person'), of: Person }),
  z.strictObject({ kind: z.literal('quote'), of: Quote }),
  z.strictObject({ kind: z.literal('policy'), of: Policy }),
  z.strictObject({ kind: z.literal('place'), of: PlaceNamed }),
  z.strictObject({ kind: z.literal('problem'), of: Passage }),
  z.strictObject({ kind: z.literal('lead'), of: Lead }),
  z.strictObject({ kind: z.literal('spread'), of: Passage }),
  z.strictObject({ kind: z.literal('limit'), of: Passage }),
])
export type FactValue = z.infer<typeof FactValue>
export type Indicator = z.infer<typeof Indicator>
export type Formula = z.infer<typeof Formula>
export type Brand = z.infer<typeof Brand>
export type Platform = z.infer<typeof Platform>
export type Mechanism = z.infer<typeof Mechanism>
export type Honour = z.infer<typeof Honour>
export type Person = z.infer<typeof Person>
export type Quote = z.infer<typeof Quote>
export type Policy = z.infer<typeof Policy>
export type PlaceNamed = z.infer<typeof PlaceNamed>
export type Period = z.infer<typeof Period>
export type Qualifier = z.infer<typeof Qualifier>
