/** How well one entry answers a query (search paper §3.4): where and how often its words stand, how near each other, how fresh. */
import { type Needle, find, occurrences } from './match.ts'
import type { Field } from './store.ts'
import type { FoldedEntry } from './texts.ts'

export interface Term extends Needle {
  readonly field: Field
  /** How much the term says; the weights of a query add up to 1. */
  readonly weight: number
}

const TITLE = 8
const HEADING = 4
const KEYWORD = 3
const NOTE = 2
const AS_TYPED = 1
const NEAR = 0.3
/** Folded characters within which words count as standing together. */
const WINDOW = 80
const FRESHNESS_PER_YEAR = 0.02
const FRESH_SINCE = 2015
const AVERAGE_LENGTH = 2000
/** More repetitions change nothing: the curve is flat by then. */
const MOST_COUNTED = 40

/** `typed`: all the words as they were typed, folded; a bonus where they stand like that. `year`: 0 when unknown. */
export function scoreOf(entry: FoldedEntry, terms: readonly Term[], typed: string | null, year: number): number {
  const damping = 1.2 * (0.25 + (0.75 * entry.body.length) / AVERAGE_LENGTH)
  const positions: number[] = []
  let score = 0
  for (const term of terms) {
    const found = term.field === 'text' || term.field === 'body' ? occurrences(entry.body, term, MOST_COUNTED) : []
    const [first] = found
    if (first !== undefined) positions.push(first)
    let value = (found.length * 2.2) / (found.length + damping)
    if (term.field === 'text' || term.field === 'title') {
      if (find(entry.title, term) >= 0) value += TITLE
      if (entry.headings.some((heading) => find(heading, term) >= 0)) value += HEADING
    }
    if ((term.field === 'text' || term.field === 'keywords') && entry.keywords.includes(term.text)) value += KEYWORD
    if (term.field === 'text' && entry.notes.some((note) => find(note, term) >= 0)) value += NOTE
    score += value * term.weight
  }
  if (terms.length > 1) score *= 1 + (NEAR * mostTogether(positions)) / terms.length
  if (typed !== null && (find(entry.title, { text: typed, prefix: false }) >= 0 || find(entry.body, { text: typed, prefix: false }) >= 0)) score += AS_TYPED
  return score + (year === 0 ? 0 : (year - FRESH_SINCE) * FRESHNESS_PER_YEAR)
}

/** The largest number of positions within one window; 0 when there are not even two. */
function mostTogether(positions: readonly number[]): number {
  const sorted = positions.toSorted((a, b) => a - b)
  let most = 0
  let from = 0
  for (const [to, position] of sorted.entries()) {
    while (position - (sorted[from] ?? 0) > WINDOW) from++
    most = Math.max(most, to - from + 1)
  }
  return most > 1 ? most : 0
}

/** Robertson's idf: how much it says that an entry holds something that `holders` of `all` hold. */
export const inverseFrequency = (holders: number, all: number): number => Math.log(1 + (all - holders + 0.5) / (holders + 0.5))
