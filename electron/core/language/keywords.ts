/** Keywords of one text: how often a word stands in it, weighed by how much such a word says. */
import { COMMON_WORDS } from './common-words.ts'
import { foldText } from './fold.ts'
import type { Token } from './segment.ts'
import { STOP_WORDS } from './stopwords.ts'

/** Words that tell a text from others are there long before this; cutting all of a 20 MB file would take a quarter of a minute for the same twenty. */
export const CUT_FOR_KEYWORDS = 200_000

/** Raised whenever the same words of a text give other keywords: entries of libraries from before get theirs anew. A change of the shipped dictionary is noticed without it. */
export const KEYWORDS_VERSION = 1

const TITLE_WEIGHT = 4
/** A term of the field says what a text is about where another word may only be how it says it. */
const DICTIONARY_BONUS = 1.6
/** A turn of phrase (一步一个脚印) is rare, too, but stands once. */
const ONCE = 0.7
const MOST_COUNTED = 16
/** A word that is in no class is rarer than all that are. */
const RARE = COMMON_WORDS.length + 1

interface Candidate {
  readonly word: string
  readonly order: number
  weight: number
  times: number
}

/** Parsed at the first use: not every process that cuts texts picks keywords. */
let classes: ReadonlyMap<string, number> | null = null
const classOf = (word: string): number => (classes ??= new Map(COMMON_WORDS.flatMap((words, n) => words.split(/\s/).map((common): [string, number] => [common, n])))).get(word) ?? RARE

export function pickKeywords(title: readonly Token[], body: readonly Token[], count: number, dictionary: ReadonlySet<string>): string[] {
  const candidates = new Map<string, Candidate>()
  const add = (token: Token, weight: number): void => {
    const key = foldText(token.text)
    if (!saysSomething(key)) return
    const candidate = candidates.get(key)
    if (candidate) {
      candidate.weight += weight
      candidate.times++
    } else candidates.set(key, { word: token.text.trim(), order: candidates.size, weight, times: 1 })
  }
  for (const token of title) add(token, TITLE_WEIGHT)
  for (const token of body) add(token, 1)
  return [...candidates]
    .map(([key, { word, order, weight, times }]) => ({ word, order, score: saturate(weight) * (classOf(key) + 1) * (dictionary.has(word) || dictionary.has(key) ? DICTIONARY_BONUS * exactness(key) : times > 1 ? 1 : ONCE) }))
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, count)
    .map(({ word }) => word)
}

/** At least two characters, one of them Chinese or a letter; no stop word, no quantity, no ordinal. */
const saysSomething = (word: string): boolean =>
  word.length > 1 && /[\p{Script=Han}a-z]/u.test(word) && [...word].length > 1 && !STOP_WORDS.has(word) && !/^[\d.,%]+\p{Script=Han}$/u.test(word) && !/^第?[一二三四五六七八九十百千万亿两几\d]+\p{Script=Han}?$/u.test(word)

const saturate = (frequency: number): number => 1 + 0.6 * Math.log2(Math.min(frequency, MOST_COUNTED))

/** Among terms the longer word is the more exact. */
const exactness = (word: string): number => 1 + 0.1 * Math.min([...word].length - 2, 4)
