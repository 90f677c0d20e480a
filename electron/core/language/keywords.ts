/** Keywords of one text: how often a word stands in it, weighed by how much such a word says. */
import { foldText } from './fold.ts'
import type { Token } from './segment.ts'
import { STOP_WORDS } from './stopwords.ts'

const TITLE_WEIGHT = 4
const DICTIONARY_BONUS = 2.5

interface Candidate {
  readonly word: string
  readonly order: number
  weight: number
}

export function pickKeywords(title: readonly Token[], body: readonly Token[], count: number, dictionary: ReadonlySet<string>): string[] {
  const candidates = new Map<string, Candidate>()
  const add = (token: Token, weight: number): void => {
    const key = foldText(token.text)
    if (!saysSomething(key)) return
    const candidate = candidates.get(key)
    if (candidate) candidate.weight += weight
    else candidates.set(key, { word: token.text.trim(), order: candidates.size, weight })
  }
  for (const token of title) add(token, TITLE_WEIGHT)
  for (const token of body) add(token, 1)
  return [...candidates]
    .map(([key, { word, order, weight }]) => ({ word, order, score: saturate(weight) * significance(key) * (dictionary.has(word) || dictionary.has(key) ? DICTIONARY_BONUS : 1) }))
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, count)
    .map(({ word }) => word)
}

/** At least two characters, one of them Chinese or a letter, and not a stop word. */
const saysSomething = (word: string): boolean => [...word].length > 1 && /[\p{Script=Han}a-z]/u.test(word) && !/^[\d.,%]+\p{Script=Han}$/u.test(word) && !STOP_WORDS.has(word)

const saturate = (frequency: number): number => (frequency * 2.2) / (frequency + 1.2)

/** Longer words are rarer. */
const significance = (word: string): number => 1 + 0.5 * Math.min([...word].length - 2, 4)
