/**
 * Runs of 2–8 characters (grams) that may be words, counted in bounded memory: first roughly, one byte for each of 32 million hash values, how often
 * each stands between two edges; then exactly, wherever they stand, those that do so twice or stand in quotation marks.
 */
import { BEGINS, ENDS, type Edges } from './edges.ts'

export const SHORTEST = 2
export const LONGEST = 8

const ROUGH_BITS = 25
const SLOT_BITS = 21
const SLOTS = 1 << SLOT_BITS
const FULL = Math.floor(SLOTS * 0.75)
/** Whether a gram may be collected at all is asked for every place of every text: two megabytes answer that out of the processor's own memory. */
const PROMISING_BITS = 24
/** Characters are numbered as they are met, so the frequent ones are among the first: pairs of these are counted in a plain table. */
const DENSE = 1 << 11
const PAIR_BITS = 19
const PAIR_SLOTS = 1 << PAIR_BITS
/** A gram in quotation marks, or a title of its own, is a name already. */
const QUOTED = 3

const step = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x9e3779b1) ^ (hash >>> 15)
const step2 = (hash: number, letter: number): number => Math.imul(hash + letter, 0x85ebca6b) ^ (hash >>> 13)
const salted = (hash: number, n: number): number => Math.imul(hash ^ Math.imul(n, 0x27d4eb2f), 0x9e3779b1)

const OPENING = '“"‘「『'
const CLOSING = '”"’」』'

export interface Gram {
  /** Numbers of its characters. */
  readonly letters: readonly number[]
  readonly count: number
  readonly entries: number
  /** How often it stands in texts that are cases. */
  readonly inCases: number
  /** How often it stands in quotation marks of its own. */
  readonly quoted: number
  /** The weakest tie between two neighbouring characters: how much more often they stand side by side than by chance, as a logarithm (mutual information). */
  readonly cohesion: number
}

export interface Grams {
  /** The first pass. */
  readonly sketch: (codes: Uint16Array, text: string) => void
  /** The second pass. `entry` rises. */
  readonly collect: (codes: Uint16Array, text: string, entry: number, isCase: boolean) => void
  /** Those that stand three times or more, in cases twice, in quotation marks in a case once; where that is more than `most`, of the others only the frequent. */
  readonly all: (most: number) => Generator<Gram>
}

const LEAST = 3
const MANY = 20_000

/** `texts` is about how many texts will be passed over: of many, only what stands between edges three times is looked at. */
export function createGrams(mostLetters: number, edges: Edges, texts: number): Grams {
  let rough = new Uint8Array(1 << ROUGH_BITS)
  const letterCounts = new Uint32Array(mostLetters)
  let total = 0
  const promising = new Uint8Array(1 << (PROMISING_BITS - 3))
  const dense = new Uint32Array(DENSE * DENSE)
  const pairKeys = new Int32Array(PAIR_SLOTS)
  const pairCounts = new Uint32Array(PAIR_SLOTS)
  let pairsUsed = 0
  const keys = new Int32Array(SLOTS)
  const counts = new Uint32Array(SLOTS)
  const entries = new Uint32Array(SLOTS)
  const quoted = new Uint16Array(SLOTS)
  const inCases = new Uint16Array(SLOTS)
  const lastEntry = new Int32Array(SLOTS).fill(-1)
  const letters = new Uint16Array(SLOTS * LONGEST)
  let used = 0
  let threshold = texts > MANY ? 3 : 2

  const pairCount = (a: number, b: number): number => (a < DENSE && b < DENSE ? (dense[a * DENSE + b] ?? 0) : (pairCounts[pairSlot(a, b)] ?? 0))

  function pairSlot(a: number, b: number): number {
    const key = a * mostLetters + b
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - PAIR_BITS)
    while (pairKeys[slot] !== 0 && pairKeys[slot] !== key) slot = (slot + 1) & (PAIR_SLOTS - 1)
    if (pairKeys[slot] === 0 && pairsUsed < PAIR_SLOTS * 0.8) {
      pairKeys[slot] = key
      pairsUsed++
    }
    return slot
  }

  const bump = (hash: number, n: number, by: number): void => {
    const key = salted(hash, n)
    const at = key >>> (32 - ROUGH_BITS)
    const seen = (rough[at] ?? 0) + by
    rough[at] = Math.min(255, seen)
    if (seen < threshold) return
    const bit = key >>> (32 - PROMISING_BITS)
    promising[bit >>> 3] = (promising[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }
  const mayBe = (key: number): boolean => {
    const bit = key >>> (32 - PROMISING_BITS)
    return ((promising[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0 && (rough[key >>> (32 - ROUGH_BITS)] ?? 0) >= threshold
  }

  function sketchFrom(codes: Uint16Array, text: string, at: number, marks: Uint8Array): void {
    const quoted = at > 0 && OPENING.includes(text.charAt(at - 1))
    let hash = 0
    for (let n = 1; n <= LONGEST; n++) {
      const letter = codes[at + n - 1] ?? 0
      if (letter === 0 || at + n > text.length) return
      if (!quoted && edges.isSmall(letter)) return
      hash = step(hash, letter)
      if (n < SHORTEST || ((marks[at + n] ?? 0) & ENDS) === 0) continue
      const closed = quoted && CLOSING.includes(text.charAt(at + n) || ' ')
      if (closed) bump(hash, n, QUOTED)
      else if (!quoted || !edges.isSmall(letter)) bump(hash, n, 1)
    }
  }

  function add(hash: number, hash2: number, codes: Uint16Array, from: number, n: number, entry: number, text: string, isCase: boolean): void {
    const key = hash2 === 0 ? 1 : hash2
    let slot = Math.imul(hash ^ n, 0x85ebca6b) >>> (32 - SLOT_BITS)
    while (keys[slot] !== 0 && (keys[slot] !== key || !isSame(slot, codes, from, n))) slot = (slot + 1) & (SLOTS - 1)
    if (keys[slot] === 0) {
      // More than there is room for: from now on only what stands between edges more often.
      if (used >= FULL) {
        if (threshold < 255) threshold++
        return
      }
      keys[slot] = key
      used++
      for (let i = 0; i < n; i++) letters[slot * LONGEST + i] = codes[from + i] ?? 0
    }
    counts[slot] = (counts[slot] ?? 0) + 1
    if (from > 0 && OPENING.includes(text.charAt(from - 1)) && CLOSING.includes(text.charAt(from + n) || ' ')) quoted[slot] = Math.min(0xffff, (quoted[slot] ?? 0) + 1)
    if (isCase) inCases[slot] = Math.min(0xffff, (inCases[slot] ?? 0) + 1)
    if (lastEntry[slot] !== entry) {
      lastEntry[slot] = entry
      entries[slot] = (entries[slot] ?? 0) + 1
    }
  }
  function isSame(slot: number, codes: Uint16Array, from: number, n: number): boolean {
    const at = slot * LONGEST
    for (let i = 0; i < n; i++) if (letters[at + i] !== codes[from + i]) return false
    return n === LONGEST || letters[at + n] === 0
  }

  function cohesionOf(own: Uint16Array, n: number): number {
    let weakest = Infinity
    for (let i = 0; i + 1 < n; i++) {
      const [a, b] = [own[i] ?? 0, own[i + 1] ?? 0]
      const together = Math.max(1, pairCount(a, b))
      weakest = Math.min(weakest, Math.log((together * total) / ((letterCounts[a] ?? 1) * (letterCounts[b] ?? 1))))
    }
    return weakest
  }

  return {
    sketch: (codes, text) => {
      const marks = edges.mark(codes, text.length)
      for (let at = 0; at < text.length; at++) {
        const letter = codes[at] ?? 0
        if (letter === 0) continue
        total++
        letterCounts[letter] = (letterCounts[letter] ?? 0) + 1
        const next = at + 1 < text.length ? (codes[at + 1] ?? 0) : 0
        if (next === 0) continue
        if (letter < DENSE && next < DENSE) dense[letter * DENSE + next] = (dense[letter * DENSE + next] ?? 0) + 1
        else {
          const slot = pairSlot(letter, next)
          pairCounts[slot] = (pairCounts[slot] ?? 0) + 1
        }
        if (((marks[at] ?? 0) & BEGINS) !== 0) sketchFrom(codes, text, at, marks)
      }
    },
    collect: (codes, text, entry, isCase) => {
      for (let at = 0; at + 1 < text.length; at++) {
        let hash = 0
        let hash2 = 1
        for (let n = 1; n <= LONGEST && at + n <= text.length; n++) {
          const letter = codes[at + n - 1] ?? 0
          if (letter === 0) break
          hash = step(hash, letter)
          hash2 = step2(hash2, letter)
          if (n >= SHORTEST && mayBe(salted(hash, n))) add(hash, hash2, codes, at, n, entry, text, isCase)
        }
      }
    },
    *all(most) {
      rough = new Uint8Array(0)
      const least = leastFor(most)
      for (let slot = 0; slot < SLOTS; slot++) {
        const count = counts[slot] ?? 0
        if (keys[slot] === 0 || (count < least && !tells(slot))) continue
        const own = letters.subarray(slot * LONGEST, (slot + 1) * LONGEST)
        const end = own.indexOf(0)
        const n = end < 0 ? LONGEST : end
        yield { letters: [...own.subarray(0, n)], count, entries: entries[slot] ?? 0, inCases: inCases[slot] ?? 0, quoted: quoted[slot] ?? 0, cohesion: cohesionOf(own, n) }
      }
    },
  }

  /** Rare, but in a case: there a name is said twice, or set in quotation marks. */
  function tells(slot: number): boolean {
    const cases = inCases[slot] ?? 0
    return cases >= 2 || (cases === 1 && (quoted[slot] ?? 0) > 0)
  }

  /** The count from which on there are no more than `most`. */
  function leastFor(most: number): number {
    const having = new Uint32Array(256)
    for (const count of counts) if (count >= LEAST) having[Math.min(255, count)] = (having[Math.min(255, count)] ?? 0) + 1
    let left = most
    for (let count = 255; count > LEAST; count--) {
      left -= having[count] ?? 0
      if (left < 0) return count + 1
    }
    return LEAST
  }
}
