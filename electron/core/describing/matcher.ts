/** Where words of a fixed list occur in a text. */

export interface Match<T> {
  readonly value: T
  readonly word: string
  readonly start: number
  readonly end: number
}
export type Matcher<T> = (text: string) => readonly Match<T>[]

/** Two UTF-16 units as one number: the key of a bucket. */
const keyAt = (text: string, at: number): number => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1)

/**
 * Finds every non-overlapping occurrence from left to right, the longest word first. Words shorter than two units are ignored.
 * Linear in the text: one look-up for each position, and as many comparisons as words begin with the same two units.
 */
export function createMatcher<T>(words: Iterable<readonly [word: string, value: T]>): Matcher<T> {
  const buckets = new Map<number, (readonly [string, T])[]>()
  for (const entry of words) {
    if (entry[0].length < 2) continue
    const key = keyAt(entry[0], 0)
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, [entry])
    else bucket.push(entry)
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => b[0].length - a[0].length)

  return (text) => {
    const matches: Match<T>[] = []
    for (let at = 0; at + 1 < text.length; at++) {
      const found = buckets.get(keyAt(text, at))?.find(([word]) => text.startsWith(word, at))
      if (found === undefined) continue
      matches.push({ value: found[1], word: found[0], start: at, end: at + found[0].length })
      at += found[0].length - 1
    }
    return matches
  }
}
