/** Where many patterns match in a text, sentence by sentence. */
import type { Span } from '../../../contract/entry.ts'
import { compilePattern, neededWords, wordsOfMatch } from './pattern.ts'
import { createScanner } from './scan.ts'

export interface Matched<T> {
  readonly value: T
  /** The words that fired, without what stands between them: ordered, disjoint. */
  readonly words: readonly Span[]
}

/** A list of needed words and the bit that says it is met. */
interface Need {
  readonly pattern: number
  readonly bit: number
}
/** So many lists of one pattern are looked for; the others are left to the pattern. */
const MOST_LISTS = 5

/** Finds every match that lies in one unit; `units` are ordered and disjoint. Offsets are into the text. */
export function createPatternFinder<T>(patterns: readonly (readonly [source: string, value: T])[]): (text: string, units: readonly Span[]) => readonly Matched<T>[] {
  const compiled = patterns.map(([source, value]) => ({ expression: compilePattern(source), value, lists: neededWords(source).slice(0, MOST_LISTS) }))
  const all = Uint8Array.from(compiled.map(({ lists }) => 2 ** lists.length - 1))
  const always = compiled.flatMap(({ lists }, at) => (lists.length === 0 ? [at] : []))
  // Many patterns need the same words: a word is looked for once.
  const needs = Map.groupBy(
    compiled.flatMap(({ lists }, pattern) => lists.flatMap((words, at) => words.map((word): { readonly word: string; readonly need: Need } => ({ word, need: { pattern, bit: 2 ** at } })))),
    ({ word }) => word,
  )
  const scan = createScanner([...needs].map(([word, all]): readonly [string, readonly Need[]] => [word, all.map(({ need }) => need)]))

  return (text, units) => {
    const met = new Uint8Array(compiled.length)
    const signs = scan(text)
    const seen: number[] = []
    const found: Matched<T>[] = []
    let at = 0
    for (const { start, end } of units) {
      for (const pattern of seen.splice(0)) met[pattern] = 0
      const ready = [...always]
      for (let sign = signs[at]; sign !== undefined && sign.start < end; sign = signs[++at]) {
        if (sign.start < start || sign.end > end) continue
        for (const { pattern, bit } of sign.value) {
          const before = met[pattern] ?? 0
          if ((before & bit) !== 0) continue
          met[pattern] = before | bit
          seen.push(pattern)
          if (met[pattern] === all[pattern]) ready.push(pattern)
        }
      }
      if (ready.length === 0) continue
      const sentence = text.slice(start, end)
      for (const pattern of ready) {
        const one = compiled[pattern]
        if (one === undefined) continue
        for (const match of sentence.matchAll(one.expression)) found.push({ value: one.value, words: wordsOfMatch(match).map((word) => ({ start: start + word.start, end: start + word.end })) })
      }
    }
    return found
  }
}
