/** Where words of a fixed list occur in a text. */
import { beginnings } from './pairs.ts'

export interface Match<T> {
  readonly value: T
  readonly word: string
  readonly start: number
  readonly end: number
}
export type Matcher<T> = (text: string) => readonly Match<T>[]

/**
 * Finds every non-overlapping occurrence from left to right, the longest word first. Words shorter than two units are ignored.
 * Linear in the text: one look-up for each position, and as many comparisons as words begin with the same two units.
 */
export function createMatcher<T>(words: Iterable<readonly [word: string, value: T]>): Matcher<T> {
  const begins = beginnings(
    [...words].flatMap((entry): [string, readonly [string, T]][] => (entry[0].length < 2 ? [] : [[entry[0], entry]])),
    (a, b) => b[0].length - a[0].length,
  )

  return (text) => {
    const matches: Match<T>[] = []
    for (let at = 0; at + 1 < text.length; at++) {
      const found = begins.at(text.charCodeAt(at), text.charCodeAt(at + 1))?.find(([word]) => text.startsWith(word, at))
      if (found === undefined) continue
      matches.push({ value: found[1], word: found[0], start: at, end: at + found[0].length })
      at += found[0].length - 1
    }
    return matches
  }
}
