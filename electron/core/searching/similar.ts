/** Similar cases (相似案例): entries that share telling words, practices, brands and platforms with one entry. What few entries hold tells more than what many do. */
import type { Bits } from './bits.ts'
import type { Columns } from './columns.ts'
import type { Labels } from './labels.ts'
import { inverseFrequency } from './score.ts'

export interface Likeness {
  readonly seq: number
  /** Between 0 and 1: how much of what tells the entry from others is shared. */
  readonly score: number
  /** What is shared, the rarest first. */
  readonly keywords: readonly string[]
  readonly practices: readonly string[]
}

/** A brand or a platform is a proper name: to share it says more than to share a word. */
const NAMED = 1.5
/** What rules found by words says less than the words, which count already. */
const SHOWN = 0.5
/** Less than this is chance. */
const LEAST = 0.06
const FEWEST_WORDS = 2

/** The entries of `among` that are most like `seq`, best first and newest first among equals; at most `limit`. */
export function similarTo(seq: number, among: Bits, columns: Columns, limit: number): Likeness[] {
  const { keywords, brands, platforms, showing, count } = columns
  const scores = new Float64Array(columns.highest + 1)
  const said = (labels: Labels, factor: number): number => addShared(seq, labels, (number) => factor * inverseFrequency(labels.bearers(number), count), scores)
  let whole = said(keywords, 1) + said(brands, NAMED) + said(platforms, NAMED)
  for (const practice of showing.shownBy(seq)) {
    const entries = showing.of(practice)
    const weight = SHOWN * inverseFrequency(entries.size, count)
    whole += weight
    entries.forEach((other) => (scores[other] = (scores[other] ?? 0) + weight))
  }
  if (whole === 0) return []
  const candidates: number[] = []
  among.forEach((other) => {
    if (other !== seq && (scores[other] ?? 0) >= whole * LEAST) candidates.push(other)
  })
  candidates.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a)
  const found: Likeness[] = []
  for (const other of candidates) {
    if (found.length >= limit) break
    const shared = { keywords: sharedNames(seq, other, keywords), names: sharedNames(seq, other, brands).length + sharedNames(seq, other, platforms).length, practices: sharedPractices(seq, other, columns) }
    if (shared.keywords.length + shared.names < FEWEST_WORDS && (shared.practices.length === 0 || shared.keywords.length + shared.names === 0)) continue
    found.push({ seq: other, score: Math.round(((scores[other] ?? 0) / whole) * 1000) / 1000, keywords: shared.keywords, practices: shared.practices })
  }
  return found
}

/** Adds to every entry the weight of each name that it shares with `seq`; answers the weight of all that `seq` bears. */
function addShared(seq: number, labels: Labels, weightOf: (number: number) => number, scores: Float64Array): number {
  const own = labels.borneBy(seq)
  if (own.length === 0) return 0
  const weights = new Float64Array(labels.names.size)
  let whole = 0
  for (const number of own) whole += weights[number] = weightOf(number)
  labels.forEach((other, numbers) => {
    let sum = 0
    for (let i = 0; i < numbers.length; i++) sum += weights[numbers[i] ?? 0] ?? 0
    if (sum > 0) scores[other] = (scores[other] ?? 0) + sum
  })
  return whole
}

function sharedNames(seq: number, other: number, labels: Labels): string[] {
  const theirs = new Set(labels.borneBy(other))
  const shared = [...labels.borneBy(seq)].filter((number) => theirs.has(number))
  return shared.sort((a, b) => labels.bearers(a) - labels.bearers(b) || a - b).map((number) => labels.names.nameOf(number))
}

function sharedPractices(seq: number, other: number, { showing }: Columns): string[] {
  const theirs = new Set(showing.shownBy(other))
  return showing.shownBy(seq).filter((practice) => theirs.has(practice)).toSorted((a, b) => showing.of(a).size - showing.of(b).size || (a < b ? -1 : 1))
}
