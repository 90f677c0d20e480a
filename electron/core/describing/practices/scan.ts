/** Every place where words of a fixed list stand, overlapping ones too. */

export interface Found<T> {
  readonly value: T
  readonly start: number
  readonly end: number
}

/** One look-up for each position, and as many comparisons as words begin with the same two units. Words are two units or longer. */
export function createScanner<T>(words: Iterable<readonly [word: string, value: T]>): (text: string) => Found<T>[] {
  const buckets = new Map<number, (readonly [string, T])[]>()
  const begins = new Uint8Array(0x1_0000)
  for (const entry of words) {
    const key = entry[0].charCodeAt(0) * 0x1_0000 + entry[0].charCodeAt(1)
    begins[entry[0].charCodeAt(0)] = 1
    const bucket = buckets.get(key)
    if (bucket === undefined) buckets.set(key, [entry])
    else bucket.push(entry)
  }
  return (text) => {
    const found: Found<T>[] = []
    for (let at = 0; at + 1 < text.length; at++) {
      const first = text.charCodeAt(at)
      if (begins[first] === 0) continue
      for (const [word, value] of buckets.get(first * 0x1_0000 + text.charCodeAt(at + 1)) ?? []) if (text.startsWith(word, at)) found.push({ value, start: at, end: at + word.length })
    }
    return found
  }
}
