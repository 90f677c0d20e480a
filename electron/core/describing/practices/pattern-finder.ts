/** Where many patterns match in a text, sentence by sentence. */
import type { Span } from '../../../contract/entry.ts'
import { compilePattern, neededWords, wordsOfMatch } from './pattern.ts'
import { createScanner } from './scan.ts'

export interface Matched<T> {
  readonly value: T
  /** The words that fired, without what stands between them: ordered, disjoint. */
  readonly words: readonly Span[]
}

/** So many lists of one pattern are looked for; the others are left to the pattern. */
const MOST_LISTS = 5

/** Finds every match that lies in one unit; `units` are ordered and disjoint. Offsets are into the text. */
export function createPatternFinder<T>(patterns: readonly (readonly [source: string, value: T])[]): (text: string, units: readonly Span[]) => readonly Matched<T>[] {
  // Many patterns need the same words: a word is looked for once, and has a number.
  const words = new Map<string, number>()
  const numberOf = (word: string): number => {
    const number = words.get(word) ?? words.size
    words.set(word, number)
    return number
  }
  const compiled = patterns.map(([source, value]) => ({ ...expressions(source), value, lists: neededWords(source).slice(0, MOST_LISTS).map((list) => list.map(numberOf)) }))
  const waiting = waitingFor(compiled.map(({ lists }) => lists), words.size)
  const always = compiled.flatMap(({ lists }, at) => (lists.length === 0 ? [at] : []))
  const scan = createScanner([...words].map(([word, number]): readonly [string, number] => [word, number]))

  return (text, units) => {
    // The unit that a word was last seen in, and that a pattern was last tried on; units count from 1.
    const seen = new Uint32Array(words.size)
    const tried = new Uint32Array(compiled.length)
    const signs = scan(text)
    const found: Matched<T>[] = []
    let at = 0
    for (const [index, { start, end }] of units.entries()) {
      const unit = index + 1
      const here: number[] = []
      for (let sign = signs[at]; sign !== undefined && sign.start < end; sign = signs[++at]) {
        if (sign.start < start || sign.end > end || seen[sign.value] === unit) continue
        seen[sign.value] = unit
        here.push(sign.value)
      }
      const ready = [...always]
      for (const word of here) {
        for (const pattern of waiting[word] ?? []) {
          if (tried[pattern] === unit) continue
          tried[pattern] = unit
          if (compiled[pattern]?.lists.every((list) => list.some((other) => seen[other] === unit)) === true) ready.push(pattern)
        }
      }
      if (ready.length === 0) continue
      const sentence = text.slice(start, end)
      for (const pattern of ready) {
        const one = compiled[pattern]
        if (one === undefined || !one.once.test(sentence)) continue
        for (const match of sentence.matchAll(one.expression)) found.push({ value: one.value, words: wordsOfMatch(match).map((word) => ({ start: start + word.start, end: start + word.end })) })
      }
    }
    return found
  }
}

/** Most tries find nothing: to ask only whether there is a match costs a fraction of looking for all with their places. */
function expressions(source: string): { readonly once: RegExp; readonly expression: RegExp } {
  const expression = compilePattern(source)
  return { once: new RegExp(expression.source, 'u'), expression }
}

/** For each word the patterns that are tried when it is seen: a pattern waits for that of its lists whose words fewest patterns need, since 矛盾 and 社区 stand in every sentence. */
function waitingFor(patterns: readonly (readonly (readonly number[])[])[], words: number): readonly (readonly number[])[] {
  const uses = new Uint32Array(words)
  for (const list of patterns.flat()) for (const word of list) uses[word] = (uses[word] ?? 0) + 1
  const usual = (list: readonly number[]): number => list.reduce((sum, word) => sum + (uses[word] ?? 0), 0)
  const waiting = Array.from({ length: words }, (): number[] => [])
  for (const [pattern, [first, ...others]] of patterns.entries()) {
    if (first === undefined) continue
    const rarest = others.reduce((best, list) => (usual(list) < usual(best) ? list : best), first)
    for (const word of rarest) waiting[word]?.push(pattern)
  }
  return waiting
}
