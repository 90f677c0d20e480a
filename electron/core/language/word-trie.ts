/** Words by their UTF-16 units: which words begin at a place is told by a few looks into flat tables, without making a string. */

/** No word is here. */
const NONE = -1
/** A node is a number of 24 bits: with the unit that leads to it and the node it is reached from it fills the two numbers of a slot. */
const NODE = 0xffffff

export interface WordTrie {
  /** Puts a word in, or gives one that is there another frequency. */
  readonly add: (word: string, frequency: number) => void
  /** The node of the one unit `unit`; 0 when no word begins with it. */
  readonly first: (unit: number) => number
  /** The node behind `node` by `unit`; 0 when no word goes on so. */
  readonly next: (node: number, unit: number) => number
  /** The logarithm of the frequency of the word that ends at `node`; NaN where none does. */
  readonly logarithm: (node: number) => number
  readonly has: (word: string) => boolean
  /** The frequencies of all words together. */
  readonly total: () => number
  readonly words: () => number
}

/** `room` is how many nodes are expected. */
export function createWordTrie(room: number): WordTrie {
  const roots = new Int32Array(0x10000)
  let slots = new Int32Array(2 * sizeFor(room))
  let mask = slots.length / 2 - 1
  let frequencies = new Int32Array(room).fill(NONE)
  let logarithms = new Float64Array(room).fill(Number.NaN)
  let nodes = 1
  let total = 0
  let words = 0

  function next(node: number, unit: number): number {
    const low = node | (unit << 24)
    const high = unit >>> 8
    for (let at = placeOf(node, unit) & mask; ; at = (at + 1) & mask) {
      const found = slots[2 * at + 1] ?? 0
      if (found === 0) return 0
      if (slots[2 * at] === low && found >>> 24 === high) return found & NODE
    }
  }

  function put(low: number, found: number): void {
    let at = placeOf(low & NODE, (low >>> 24) | ((found >>> 24) << 8)) & mask
    while (slots[2 * at + 1] !== 0) at = (at + 1) & mask
    slots[2 * at] = low
    slots[2 * at + 1] = found
  }

  /** Half of the slots stay free: what is not there is missed at once. */
  function spread(): void {
    const before = slots
    slots = new Int32Array(before.length * 2)
    mask = slots.length / 2 - 1
    for (let i = 0; i < before.length; i += 2) if (before[i + 1] !== 0) put(before[i] ?? 0, before[i + 1] ?? 0)
  }

  function create(): number {
    const node = nodes++
    if (node > NODE) throw new RangeError('too many words for one dictionary')
    if (node >= frequencies.length) {
      const more = new Int32Array(frequencies.length * 2).fill(NONE)
      more.set(frequencies)
      frequencies = more
      const wider = new Float64Array(logarithms.length * 2).fill(Number.NaN)
      wider.set(logarithms)
      logarithms = wider
    }
    return node
  }

  function goOn(node: number, unit: number): number {
    const there = next(node, unit)
    if (there !== 0) return there
    if (nodes * 4 > slots.length) spread()
    const made = create()
    put(node | (unit << 24), made | ((unit >>> 8) << 24))
    return made
  }

  function find(word: string): number {
    let node = roots[word.charCodeAt(0)] ?? 0
    for (let i = 1; i < word.length && node !== 0; i++) node = next(node, word.charCodeAt(i))
    return node
  }

  return {
    add(word, frequency) {
      if (word === '') return
      let node = (roots[word.charCodeAt(0)] ||= create())
      for (let i = 1; i < word.length; i++) node = goOn(node, word.charCodeAt(i))
      const before = frequencies[node] ?? NONE
      if (before === NONE) words++
      else total -= before
      frequencies[node] = frequency
      logarithms[node] = Math.log(frequency)
      total += frequency
    },
    first: (unit) => roots[unit] ?? 0,
    next,
    logarithm: (node) => logarithms[node] ?? Number.NaN,
    has: (word) => (frequencies[find(word)] ?? NONE) !== NONE,
    total: () => total,
    words: () => words,
  }
}

const placeOf = (node: number, unit: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

function sizeFor(nodes: number): number {
  let size = 1 << 10
  while (size < nodes * 2) size *= 2
  return size
}
