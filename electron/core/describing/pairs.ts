/** Which words of a fixed list may begin at a place of a text, told from two units of it. */

export interface Begins<T> {
  /** What was put in for the words that begin with these two units. */
  readonly at: (first: number, second: number) => readonly T[] | undefined
}

const BITS = 17
const placeOf = (first: number, second: number): number => (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS)

/** Words are two units or longer. Nearly every place of a text begins none of them: one look into a small table says so. */
export function beginnings<T>(entries: Iterable<readonly [word: string, value: T]>, order?: (a: T, b: T) => number): Begins<T> {
  const maybe = new Uint8Array(1 << BITS)
  const lists = new Map<number, T[]>()
  for (const [word, value] of entries) {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)]
    maybe[placeOf(first, second)] = 1
    const key = first * 0x1_0000 + second
    const list = lists.get(key)
    if (list === undefined) lists.set(key, [value])
    else list.push(value)
  }
  if (order !== undefined) for (const list of lists.values()) list.sort(order)
  return { at: (first, second) => (maybe[placeOf(first, second)] === 1 ? lists.get(first * 0x1_0000 + second) : undefined) }
}
