/** Finds words that no dictionary has in a heap of texts: three passes over them, ranked, best first. */
import { createAlphabet, MOST_LETTERS } from './alphabet.ts'
import { createBounds, type Example } from './bounds.ts'
import { createEdges } from './edges.ts'
import { createGrams } from './grams.ts'
import { isCutApart, scoreOf, type Candidate, type WordKnowledge } from './ranking.ts'

export type { Example } from './bounds.ts'
export type { WordKnowledge } from './ranking.ts'

export interface MinedText {
  /** Rises from text to text. */
  readonly entry: number
  /** '' where none is stated. */
  readonly title: string
  readonly body: string
  readonly isCase: boolean
}

export interface MinedWord {
  readonly text: string
  readonly count: number
  readonly entries: number
  readonly quoted: number
  /** Logarithms: how much more often its characters stand side by side than by chance; how free it stands to the left and to the right. */
  readonly cohesion: number
  readonly left: number
  readonly right: number
  readonly score: number
  /** In bodies, those in quotation marks first. */
  readonly examples: readonly Example[]
}

export interface Mine {
  /** About how many texts there are. */
  readonly total: number
  /** Read anew for every pass, a few at a time. */
  readonly texts: () => Iterable<MinedText>
  readonly knowledge: WordKnowledge
  /** The body of an entry, for the words around an example; '' when it is gone. */
  readonly bodyOf: (entry: number) => string
  /** Lets other work go first. Answers false when the search is to end. */
  readonly pause: () => Promise<boolean>
  /** Of all three passes, 0 to 1. */
  readonly progress: (share: number) => void
}

/** No more grams than this are looked at one by one; no more than these are followed through the texts again; no more are words. */
const MOST_GRAMS = 120_000
const MOST_FOLLOWED = 12_000
const MOST_WORDS = 1000
/** Work is handed over after so many milliseconds. */
const SLICE_MS = 15
const PASSES = 3

/** null when it was stopped. */
export async function mineWords({ total, texts, knowledge, bodyOf, pause, progress }: Mine): Promise<MinedWord[] | null> {
  const alphabet = createAlphabet()
  const edges = createEdges(alphabet, MOST_LETTERS)
  const grams = createGrams(MOST_LETTERS, edges, total)
  let until = performance.now() + SLICE_MS
  const goesOn = async (): Promise<boolean> => {
    if (performance.now() < until) return true
    const on = await pause()
    until = performance.now() + SLICE_MS
    return on
  }
  let hasCases = false
  const walk = async (pass: number, take: (codes: Uint16Array, text: string, of: MinedText, isTitle: boolean) => void): Promise<boolean> => {
    let done = 0
    for (const one of texts()) {
      if (one.title !== '') take(alphabet.encode(one.title), one.title, one, true)
      take(alphabet.encode(one.body), one.body, one, false)
      hasCases ||= one.isCase
      done++
      progress(Math.min(1, (pass + done / Math.max(1, total)) / PASSES))
      if (!(await goesOn())) return false
    }
    return true
  }

  if (!(await walk(0, (codes, text) => grams.sketch(codes, text)))) return null
  if (!(await walk(1, (codes, text, { entry, isCase }) => grams.collect(codes, text, entry, isCase)))) return null

  const found: { readonly letters: readonly number[]; readonly candidate: Candidate; readonly score: number }[] = []
  for (const { letters, ...gram } of grams.all(MOST_GRAMS)) {
    // Before it is known what stands around it: as if it stood free, and in cases as often as it occurs in them.
    const candidate: Candidate = { ...gram, text: letters.map(alphabet.letter).join(''), left: Infinity, right: Infinity, titles: 0, cases: Math.ceil((gram.entries * gram.inCases) / gram.count), examples: [] }
    const score = scoreOf(candidate, knowledge, hasCases)
    if (score !== null) found.push({ letters, candidate, score })
    if (!(await goesOn())) return null
  }
  const followed = found.sort((a, b) => b.score - a.score).slice(0, MOST_FOLLOWED)
  const bounds = createBounds(followed.map(({ letters }) => letters), MOST_LETTERS)
  if (!(await walk(2, (codes, text, { entry, isCase }, isTitle) => bounds.take(codes, text, { entry, isCase, isTitle })))) return null

  const words: MinedWord[] = []
  const ranked = followed.map(({ candidate }, at): Candidate => ({ ...candidate, ...bounds.of(at) })).flatMap((candidate) => {
    const score = scoreOf(candidate, knowledge, hasCases)
    return score === null ? [] : [{ candidate, score }]
  })
  for (const { candidate, score } of ranked.sort((a, b) => b.score - a.score || (a.candidate.text < b.candidate.text ? -1 : 1))) {
    if (words.length === MOST_WORDS) break
    if (!(await goesOn())) return null
    const { text, count, entries, quoted, cohesion, left, right, examples } = candidate
    if (isCutApart(candidate, knowledge, bodyOf) || words.some((better) => stands(better, candidate))) continue
    words.push({ text, count, entries, quoted, cohesion, left, right, score, examples })
  }
  return words
}

/** A piece of a better word that hardly stands anywhere else. */
const stands = (better: MinedWord, { text, count }: Candidate): boolean => better.text !== text && better.text.includes(text) && better.count >= count * 0.8
