/** Scores numbers: the values, and of those that were found what they measure, when, and of what kind. */
import type { Span } from '../../electron/contract/span.ts'
import type { Indicator } from '../../electron/contract/fact.ts'
import type { GoldArticle, GoldIndicator } from './gold-file.ts'
import { answered, type Score } from './score.ts'
import { bare, sameMeasure } from './words.ts'

export interface FoundIndicator {
  readonly of: Indicator
  readonly raw: Span
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-9
/** Nothing may be said of a unit that the text leaves out (30万平安志愿者), of ranks, and of what stands beside it. */
const unitOf = (unit: string): string => bare(unit).replace(/余|多|约|超过|以上|\(.*$/gu, '')
const sameUnit = (found: string, { value, unit }: GoldIndicator): boolean => unitOf(found) === unitOf(unit) || (!value.includes(unit) && found === '') || unit.startsWith('位')

/** The kinds of the contract, by those of the annotations. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  duration: ['duration'],
  rank: ['rank'],
  input: ['count', 'input', 'money'],
  output: ['count', 'input', 'money', 'rate', 'change', 'duration'],
  outcome: ['count', 'rate', 'change', 'money', 'duration'],
  context: ['count', 'input', 'money', 'rate', 'duration'],
}
const QUALIFIED: Readonly<Record<string, readonly string[]>> = { exact: ['exact'], over: ['over', 'at_least'], at_least: ['at_least', 'over'], under: ['under', 'about'], about: ['about', 'under'], at_most: ['at_most', 'under'], range: ['range'] }

export function scoreIndicators(gold: GoldArticle, found: readonly FoundIndicator[]): readonly Score[] {
  const matched = (item: GoldIndicator): FoundIndicator | undefined => found.find(({ of, raw }) => overlap(raw, item) && close(of.number, item.number))
  const required = gold.indicators.filter((item) => item.required)
  const pairs = required.flatMap((item) => {
    const one = matched(item)
    return one === undefined ? [] : [{ item, of: one.of }]
  })
  const misses = required.filter((item) => matched(item) === undefined)
  const allowed = (one: FoundIndicator): boolean => gold.coverage_claims.some((claim) => overlap(one.raw, claim)) || gold.indicators.some((item) => !item.required && overlap(one.raw, item))
  const counted = found.filter((one) => !allowed(one))
  const wrong = counted.filter(({ of, raw }) => !required.some((item) => overlap(raw, item) && close(of.number, item.number)))
  const value: Score = { kind: 'indicator values', right: required.length - misses.length, wanted: required.length, found: counted.length, misses: misses.map((item) => item.value), wrong: wrong.map(({ of }) => `${of.value} ${of.measures}`) }
  return [
    value,
    answered('indicator units', pairs.map(({ item, of }) => [sameUnit(of.unit, item), `${item.value}: ${of.unit} for ${item.unit}`])),
    answered('indicator qualifiers', pairs.map(({ item, of }) => [(QUALIFIED[item.qualifier] ?? []).includes(of.qualifier), `${item.value}: ${of.qualifier} for ${item.qualifier}`])),
    answered('indicator measures', pairs.map(({ item, of }) => [sameMeasure(of.measures, item.measures), `${item.value}: ${of.measures} for ${item.measures}`])),
    answered('indicator periods', pairs.map(({ item, of }) => [samePeriod(of.period?.text ?? null, item.period ?? null), `${item.value}: ${of.period?.text ?? 'none'} for ${item.period ?? 'none'}`])),
    answered('indicator kinds', pairs.map(({ item, of }) => [(KINDS[item.kind] ?? [item.kind]).includes(of.kind), `${item.value}: ${of.kind} for ${item.kind}`])),
    answered('indicator denominators', pairs.filter(({ item }) => item.denominator !== undefined).map(({ item, of }) => [of.denominator !== null && sameMeasure(of.denominator, item.denominator ?? ''), `${item.value}: ${of.denominator ?? 'none'} for ${item.denominator ?? ''}`])),
    answered('indicator suspects', pairs.filter(({ item }) => item.suspect !== undefined).map(({ item, of }) => [of.suspect !== null, `${item.value}: ${item.suspect ?? ''}`])),
  ]
}

const samePeriod = (found: string | null, wanted: string | null): boolean => (found === null || wanted === null ? found === wanted : bare(found).includes(bare(wanted)) || bare(wanted).includes(bare(found)))
