/** How well one entry answers a query (search paper §3.4): where and how often its words stand, how near each other, how fresh. */
import { standsAlone } from './boundary.ts'
import { type Needle, find, occurrences } from './match.ts'
import type { Field } from './store.ts'
import type { FoldedEntry } from './texts.ts'

export interface Term extends Needle {
  readonly field: Field
  /** How much the term says; the weights of a query add up to 1. */
  readonly weight: number
  /** Of a soft search, whose hits lack words: a title that has one word must not outdo a text that has them all. */
  readonly spare: boolean
}

/** What each thing counts. */
export interface Weights {
  readonly title: number
  /** Kicker and subtitle. */
  readonly heading: number
  /** A keyword that is the word itself. */
  readonly keyword: number
  /** Names, source, editor's note, rights. */
  readonly note: number
  /** All words stand as they were typed. */
  readonly phrase: number
  /** Words stand within a window, of the score of the words. */
  readonly together: number
  /** A word is not the middle of another word. */
  readonly boundary: number
  /** A year. */
  readonly freshness: number
}

/** Measured on graded queries (decision 0560): what counts nothing was worth less than nothing. */
export const WEIGHTS: Weights = { title: 4, heading: 2, keyword: 1.5, note: 2, phrase: 1, together: 0.6, boundary: 0, freshness: 0 }

/** Folded characters within which words count as standing together. */
const WINDOW = 80
const FRESH_SINCE = 2015
const AVERAGE_LENGTH = 2000
/** More repetitions change nothing: the curve is flat by then. */
const MOST_COUNTED = 40
/** What title and keywords weigh, in times that the word stands in the body, where words may be missing. */
const SPARE = 0.5
/** So many places of a word are tried for one where it stands alone. */
const MOST_TRIED = 3

const PARTS = ['words', 'title', 'keywords', 'together', 'phrase', 'boundary', 'freshness'] as const
export type Part = (typeof PARTS)[number]
export type Score = Readonly<Record<Part, number>>
/** Told what a part is owed to: a word, or a year. */
type Tell = (part: Part, what: string) => void

export const sumOf = (score: Score): number => PARTS.reduce((sum, part) => sum + score[part], 0)

/** `typed`: all the words as they were typed, folded; a bonus where they stand like that. `year`: 0 when unknown. */
export function scoreOf(entry: FoldedEntry, terms: readonly Term[], typed: string | null, year: number, weights: Weights, tell: Tell = () => {}): Score {
  const damping = 1.2 * (0.25 + (0.75 * entry.body.length) / AVERAGE_LENGTH)
  const positions: number[] = []
  let [words, title, keywords, boundary] = [0, 0, 0, 0]
  for (const term of terms) {
    const inText = term.field === 'text'
    const found = inText || term.field === 'body' ? occurrences(entry.body, term, MOST_COUNTED) : []
    const [first] = found
    if (first !== undefined) positions.push(first)
    const noted = inText && entry.notes.some((note) => find(note, term) >= 0)
    let stood = found.length
    // Of a word that may be missing, a title counts like so many times in the body: the more there are, the less another one tells.
    const more = (times: number): number => {
      if (!term.spare) return times
      const before = levelled(stood, damping)
      stood += times * SPARE
      return levelled(stood, damping) - before
    }
    const times = levelled(stood, damping) + (noted ? weights.note : 0)
    if (times > 0) tell('words', found.length > 1 ? `${term.text}×${found.length}` : term.text)
    words += times * term.weight
    if (inText || term.field === 'title') {
      const headed = (find(entry.title, term) >= 0 ? weights.title : 0) + (entry.headings.some((heading) => find(heading, term) >= 0) ? weights.heading : 0)
      if (headed > 0) tell('title', term.text)
      title += more(headed) * term.weight
    }
    if ((inText || term.field === 'keywords') && entry.keywords.includes(term.text)) {
      tell('keywords', term.text)
      keywords += more(weights.keyword) * term.weight
    }
    if (weights.boundary !== 0 && (alone(entry.title, find(entry.title, term), term) || found.slice(0, MOST_TRIED).some((at) => alone(entry.body, at, term)))) {
      tell('boundary', term.text)
      boundary += weights.boundary * term.weight
    }
  }
  const near = terms.length > 1 ? mostTogether(positions) : 0
  if (near > 0) tell('together', `${near}/${terms.length}`)
  const asTyped = typed !== null && [entry.title, entry.body].some((text) => find(text, { text: typed, prefix: false }) >= 0)
  if (asTyped) tell('phrase', typed)
  if (year !== 0 && weights.freshness !== 0) tell('freshness', String(year))
  return {
    words, title, keywords, boundary,
    together: near === 0 ? 0 : ((words + title + keywords) * weights.together * near) / terms.length,
    phrase: asTyped ? weights.phrase : 0,
    freshness: year === 0 ? 0 : (year - FRESH_SINCE) * weights.freshness,
  }
}

/** Never more than 2.2, however often a word stands there. */
const levelled = (times: number, damping: number): number => (times * 2.2) / (times + damping)

const alone = (text: string, at: number, term: Needle): boolean => at >= 0 && standsAlone(text, at, at + term.text.length)

export interface Explained {
  readonly score: number
  readonly parts: { readonly part: Part; readonly value: number; readonly detail: string }[]
}

/** The same score in its parts, greatest first, rounded so that they add up. */
export function explained(entry: FoldedEntry, terms: readonly Term[], typed: string | null, year: number, weights: Weights): Explained {
  const told = new Map<Part, string[]>()
  const score = scoreOf(entry, terms, typed, year, weights, (part, what) => void told.set(part, [...(told.get(part) ?? []), what]))
  const parts = PARTS.map((part) => ({ part, value: rounded(score[part]), detail: (told.get(part) ?? []).join('、') })).filter(({ value }) => value !== 0)
  return { score: rounded(parts.reduce((sum, { value }) => sum + value, 0)), parts: parts.sort((a, b) => b.value - a.value) }
}

export const rounded = (score: number): number => Math.round(score * 1000) / 1000

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
