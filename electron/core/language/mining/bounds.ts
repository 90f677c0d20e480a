/** Where a fixed set of grams stands: what is before and behind, whether in quotation marks or a title, and examples. */
import { LONGEST } from './grams.ts'

export interface Example {
  readonly entry: number
  readonly start: number
  readonly end: number
}

export interface Standing {
  /** Different neighbours, as entropy in nats; an edge of a run counts as a neighbour of its own. */
  readonly left: number
  readonly right: number
  readonly titles: number
  /** Entries that are cases. */
  readonly cases: number
  readonly examples: readonly Example[]
}

export interface Bounds {
  readonly take: (codes: Uint16Array, text: string, place: { readonly entry: number; readonly isTitle: boolean; readonly isCase: boolean }) => void
  readonly of: (candidate: number) => Standing
}

const EXAMPLES = 5
const OPENING = '“"‘「『《【'
const CLOSING = '”"’」』》】'
const NEIGHBOUR_BITS = 22
const NEIGHBOUR_SLOTS = 1 << NEIGHBOUR_BITS

export function createBounds(candidates: readonly (readonly number[])[], mostLetters: number): Bounds {
  /** A trie: each node's children in one map by node and letter. */
  const children = new Map<number, number>()
  const ends = new Map<number, number>()
  let nodes = 1
  candidates.forEach((letters, candidate) => {
    let node = 0
    for (const letter of letters) {
      const key = node * mostLetters + letter
      const next = children.get(key) ?? nodes++
      children.set(key, next)
      node = next
    }
    ends.set(node, candidate)
  })
  const first = new Int32Array(mostLetters).fill(-1)
  for (const [key, node] of children) if (key < mostLetters) first[key] = node
  /** Whether any candidate begins with these two: most places of a text are passed over by it. */
  const opening = new Uint8Array((mostLetters * mostLetters) >>> 3)
  for (const [a = 0, b = 0] of candidates) {
    const pair = a * mostLetters + b
    opening[pair >>> 3] = (opening[pair >>> 3] ?? 0) | (1 << (pair & 7))
  }

  const size = candidates.length
  const titles = new Uint32Array(size)
  const cases = new Uint32Array(size)
  const lastCase = new Int32Array(size).fill(-1)
  const edges = [new Uint32Array(size), new Uint32Array(size)] as const
  const examples = Array.from({ length: size }, (): Example[] => [])

  /** Neighbours by candidate, side and letter. */
  const keys = new Float64Array(NEIGHBOUR_SLOTS)
  const counts = new Uint32Array(NEIGHBOUR_SLOTS)
  let used = 0
  function meet(candidate: number, side: 0 | 1, letter: number): void {
    if (letter === 0) {
      edges[side][candidate] = (edges[side][candidate] ?? 0) + 1
      return
    }
    const key = (candidate * 2 + side) * mostLetters + letter
    let slot = Math.imul(key | 0, 0x9e3779b1) >>> (32 - NEIGHBOUR_BITS)
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (NEIGHBOUR_SLOTS - 1)
    if (keys[slot] === 0) {
      if (used > NEIGHBOUR_SLOTS * 0.8) return
      keys[slot] = key
      used++
    }
    counts[slot] = (counts[slot] ?? 0) + 1
  }

  let entropies: readonly [Float64Array, Float64Array] | null = null
  function measured(): readonly [Float64Array, Float64Array] {
    const sums = [new Float64Array(size), new Float64Array(size)] as const
    const weighted = [new Float64Array(size), new Float64Array(size)] as const
    for (let slot = 0; slot < NEIGHBOUR_SLOTS; slot++) {
      const count = counts[slot] ?? 0
      if (count === 0) continue
      const owner = Math.floor((keys[slot] ?? 0) / mostLetters)
      const [candidate, side] = [owner >>> 1, (owner & 1) as 0 | 1]
      sums[side][candidate] = (sums[side][candidate] ?? 0) + count
      weighted[side][candidate] = (weighted[side][candidate] ?? 0) + count * Math.log(count)
    }
    for (const side of [0, 1] as const) {
      for (let candidate = 0; candidate < size; candidate++) {
        const all = (sums[side][candidate] ?? 0) + (edges[side][candidate] ?? 0)
        // H = log N − Σ c log c / N; each edge counts as one neighbour met once.
        weighted[side][candidate] = all === 0 ? 0 : Math.log(all) - (weighted[side][candidate] ?? 0) / all
      }
    }
    return weighted
  }

  function remember(candidate: number, text: string, entry: number, start: number, end: number, inQuotes: boolean): void {
    const kept = examples[candidate]
    if (kept === undefined || (kept.length >= EXAMPLES && !inQuotes)) return
    const known = kept.some((one) => one.entry === entry)
    if (known && !inQuotes) return
    if (kept.length >= EXAMPLES) kept.pop()
    if (inQuotes) kept.unshift({ entry, start, end })
    else kept.push({ entry, start, end })
  }

  return {
    take: (codes, text, { entry, isTitle, isCase }) => {
      for (let at = 0; at + 1 < text.length; at++) {
        const letter = codes[at] ?? 0
        if (letter === 0) continue
        const pair = letter * mostLetters + (codes[at + 1] ?? 0)
        if (((opening[pair >>> 3] ?? 0) & (1 << (pair & 7))) === 0) continue
        let node = first[letter] ?? 0
        for (let end = at + 1; end < text.length && end - at < LONGEST; end++) {
          const next = codes[end] ?? 0
          const child = next === 0 ? undefined : children.get(node * mostLetters + next)
          if (child === undefined) break
          node = child
          const candidate = ends.get(node)
          if (candidate === undefined) continue
          const [before, after] = [at === 0 ? '' : text.charAt(at - 1), text.charAt(end + 1)]
          meet(candidate, 0, at === 0 ? 0 : (codes[at - 1] ?? 0))
          meet(candidate, 1, end + 1 < text.length ? (codes[end + 1] ?? 0) : 0)
          const inQuotes = before !== '' && after !== '' && OPENING.includes(before) && CLOSING.includes(after)
          if (isTitle) titles[candidate] = (titles[candidate] ?? 0) + 1
          else remember(candidate, text, entry, at, end + 1, inQuotes)
          if (isCase && lastCase[candidate] !== entry) {
            lastCase[candidate] = entry
            cases[candidate] = (cases[candidate] ?? 0) + 1
          }
        }
      }
    },
    of: (candidate) => {
      entropies ??= measured()
      return { left: entropies[0][candidate] ?? 0, right: entropies[1][candidate] ?? 0, titles: titles[candidate] ?? 0, cases: cases[candidate] ?? 0, examples: examples[candidate] ?? [] }
    },
  }
}
