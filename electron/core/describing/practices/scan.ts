/** Every place where words of a fixed list stand, overlapping ones too. */
import { beginnings } from '../pairs.ts'

export interface Found<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

/** One look-up for each position, and as many comparisons as words begin with the same two units. Words are two units or longer. */
export function createScanner<T>(words: Iterable<readonly [word: string, value: T]>): (text: string) => Found<T>[] {
  const begins = beginnings([...words].map((entry): [string, readonly [string, T]] => [entry[0], entry]))
  return (text) => {
    const found: Found<T>[] = []
    for (let at = 0; at + 1 < text.length; at++) {
      const here = begins.at(text.charCodeAt(at), text.charCodeAt(at + 1))
      if (here !== undefined) for (const [word, value] of here) if (text.startsWith(word, at)) found.push({ value, start: at, end: at + word.length })
    }
    return found
  }
}
