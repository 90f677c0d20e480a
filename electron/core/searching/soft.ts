/**
 * Soft search: when no entry has everything a person wrote, those that have the telling words of it.
 * Rare words first (S5 of the search paper §2.4): common ones are not even looked up, they only help to order.
 */
import { foldText } from '../language/fold.ts'
import type { Segmenter } from '../language/segment.ts'
import { ASKED_WORDS, PARTICLE_WORDS, QUESTION_WORDS } from '../language/stopwords.ts'
import { Bits } from './bits.ts'
import { Ordered } from './ordered.ts'
import type { TextNode } from './query.ts'
import { type RankContext, rerank } from './rank.ts'
import { type Term, inverseFrequency } from './score.ts'

/** Words are looked up until their entries, one after another, make up this part of the library. */
const BUDGET = 0.25
/** In a small library everything can be looked up. */
const LEAST_BUDGET = 400
/** So many are put in order by their texts: words too common to be looked up tell only there. */
const HEAD = 150
/** Of a word that more entries hold, the first so many tell how common it is: counting on to the last takes longer than all the rest. */
const MOST_COUNTED = 2000
const MOST_WORDS = 16
/** Of a pasted page, its beginning is what counts. */
const LONGEST = 1000
/** A hit has to have this part of the best hit's rare words, weighed by how rare they are. */
const ENOUGH = 0.5
/** Shorter text is one thing, not a sentence: not finding it is the answer. */
const SHORTEST = 5

/** One word of a sentence, folded. */
export interface SoftWord {
  readonly typed: string
  /** As texts write it: with quotation marks inside, it may be. */
  readonly written: string
  /** Its synonyms: an entry that holds one of them has the word. */
  readonly others: readonly string[]
}

export interface SoftResult {
  readonly entries: Bits
  /** Best first. */
  readonly order: Ordered
  readonly terms: readonly Term[]
}

/** null when the query is no sentence: one short word, or a word that the dictionary knows. What only makes it a question tells nothing. */
export function softWords(bare: readonly TextNode[], segmenter: () => Segmenter): string[] | null {
  const [only] = bare
  if (only === undefined) return null
  if (bare.length === 1 && ([...only.text].length < SHORTEST || segmenter().knows(only.typed))) return null
  const tokens = bare.flatMap(({ typed }) => segmenter().cut(typed.slice(0, LONGEST)).map(foldText))
  const isQuestion = tokens.some((word) => QUESTION_WORDS.has(word))
  const telling = new Set(tokens.filter(isTelling))
  const words = isQuestion ? [...telling].filter((word) => !ASKED_WORDS.has(word)) : [...telling]
  const found = words.length > 0 ? words : [...telling]
  return found.length > 1 || (found.length === 1 && found[0] !== only.text) ? found : null
}

/** Pieces of a sentence that nothing holds, as typed: words, and characters in a row that are none, into which one wrong character cuts a word. */
export function unheldPieces(bare: readonly TextNode[], segmenter: () => Segmenter, holds: (folded: string) => boolean): string[] {
  const pieces = bare.flatMap(({ typed }) => rowsJoined(segmenter().cut(typed.slice(0, LONGEST))))
  return [...new Set(pieces)].filter((piece) => isTelling(foldText(piece)) && !holds(foldText(piece)))
}

function rowsJoined(tokens: readonly string[]): string[] {
  const pieces: string[] = []
  let row = ''
  for (const token of [...tokens, '']) {
    const folded = foldText(token)
    if (/^\p{Script=Han}$/u.test(folded) && !PARTICLE_WORDS.has(folded) && !QUESTION_WORDS.has(folded)) row += token
    else {
      pieces.push(row, token)
      row = ''
    }
  }
  return pieces.filter((piece) => piece !== '')
}

const isTelling = (word: string): boolean => /[\p{Script=Han}\p{L}\p{N}]/u.test(word) && !PARTICLE_WORDS.has(word) && !QUESTION_WORDS.has(word) && !(word.length === 1 && /\p{Script=Han}/u.test(word))

export function softSearch(words: readonly SoftWord[], typed: string, context: RankContext, shown: (entries: Bits) => Bits): SoftResult {
  const { columns, evaluator } = context
  const budget = Math.max(LEAST_BUDGET, Math.ceil(columns.count * BUDGET))
  const known = words
    .map(({ written, others }) => [written, ...others])
    .map((spellings) => ({ spellings, holders: spellings.reduce((sum, text) => sum + Math.min(budget + 1, held(text, context)), 0) }))
    .filter(({ holders }) => holders > 0)
    .sort((a, b) => a.holders - b.holders)
    .slice(0, MOST_WORDS)
    .map((word) => ({ ...word, says: inverseFrequency(word.holders, columns.count) }))
  const sum = known.reduce((all, { says }) => all + says, 0)
  const terms = known.flatMap(({ spellings, says }) => spellings.map((text): Term => ({ text, prefix: false, field: 'text', weight: says / sum, spare: true })))

  const coverage = new Float32Array(columns.highest + 1)
  let left = budget
  for (const [i, { spellings, holders, says }] of known.entries()) {
    if (i > 0 && holders > left) break
    left -= holders
    shown(spellings.map((text) => evaluator.leaf({ field: 'text', text, prefix: false })).reduce((all, one) => all.or(one))).forEach((seq) => (coverage[seq] = (coverage[seq] ?? 0) + says))
  }
  const best = coverage.reduce((most, value) => Math.max(most, value), 0)
  const entries = best === 0 ? new Bits() : columns.where((seq) => (coverage[seq] ?? 0) >= best * ENOUGH)
  const byCoverage = (seqs: Iterable<number>): number[] => [...seqs].sort((a, b) => (coverage[b] ?? 0) - (coverage[a] ?? 0) || b - a)
  const head = byCoverage(promising(entries, coverage)).slice(0, HEAD)
  const rest = (): number[] => byCoverage(entries.without(Bits.from(head)))
  return { entries, order: new Ordered(rerank(head, terms, typed, context), head.length === entries.size ? null : rest), terms }
}

/** Those of `entries` whose words weigh most, at least as many as are looked at: sorting tens of thousands would take longer than reading the best. */
function promising(entries: Bits, coverage: Float32Array): Iterable<number> {
  const holders = new Map<number, number>()
  entries.forEach((seq) => holders.set(coverage[seq] ?? 0, (holders.get(coverage[seq] ?? 0) ?? 0) + 1))
  let [least, sum] = [Infinity, 0]
  for (const [weight, count] of [...holders].sort((a, b) => b[0] - a[0])) {
    if (sum >= HEAD) break
    least = weight
    sum += count
  }
  const found: number[] = []
  entries.forEach((seq) => void ((coverage[seq] ?? 0) >= least && found.push(seq)))
  return found
}

/** How many entries hold it; of a common word, as many as there would be if the rest of the library were like its beginning. */
function held(text: string, { evaluator, columns }: RankContext): number {
  const { count, last } = evaluator.sample(text, MOST_COUNTED)
  return count < MOST_COUNTED ? count : Math.round((count * columns.highest) / last)
}
