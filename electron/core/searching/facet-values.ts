/** The values of one facet as a list: which are listed, in which order, with which counts. */
import { Tally } from './tally.ts'

export interface FacetCount {
  readonly counts: Tally
  /** For the values that are excluded. */
  readonly excluded: Tally
}

interface Value {
  readonly value: string
  readonly count: number
}

interface Listing {
  /** At most so many of the values that nobody chose. */
  readonly most?: number
  /** Whether an exclusion of the second also excludes the first. */
  readonly within?: (value: string, of: string) => boolean
  readonly order?: (a: string, b: string) => number
}

const MOST = 200

/** A place of any depth lies under itself and under those that hold it; 原文未述 ('') holds nothing else. */
export const underPath = (path: string, of: string): boolean => path === of || (of !== '' && path.startsWith(`${of}/`))

/** An entry of a district also counts for its city and its province. */
export function placeCounts(counts: Tally): Tally {
  const byPath = new Map<string, number>()
  for (const [name, count] of counts.atLeast(1)) {
    const parts = name.split('/')
    for (let depth = 1; depth <= parts.length; depth++) {
      const path = parts.slice(0, depth).join('/')
      if (depth < parts.length && parts[depth - 1] === '') continue
      byPath.set(path, (byPath.get(path) ?? 0) + count)
    }
  }
  return Tally.named(byPath)
}

/** The most frequent first (or as `order` says), 原文未述 last; what is chosen or excluded is listed even when nothing is left of it. */
export function listed({ counts, excluded }: FacetCount, chosen: readonly string[], not: readonly string[], { most = MOST, within = (value, of) => value === of, order }: Listing = {}): Value[] {
  const compare = (a: Value, b: Value): number => Number(a.value === '') - Number(b.value === '') || (order ? order(a.value, b.value) : b.count - a.count) || (a.value < b.value ? -1 : 1)
  const isOut = not.length === 0 ? () => false : (value: string): boolean => not.some((one) => within(value, one))
  const kept = new Set([...chosen, ...not])
  const free: Value[] = []
  const least = order === undefined ? counts.floor(most + kept.size + 1) : 0
  for (const [value, count] of counts.atLeast(least)) if (!kept.has(value) && !isOut(value)) free.push({ value, count })
  for (const [value, count] of excluded.atLeast(0)) if (!kept.has(value) && isOut(value)) free.push({ value, count })
  const named = [...kept].map((value) => ({ value, count: (isOut(value) ? excluded : counts).count(value) }))
  return [...first(free, Math.max(0, most), compare), ...named].sort(compare)
}

/** The first `most` of `values`. */
function first(values: readonly Value[], most: number, compare: (a: Value, b: Value) => number): Value[] {
  if (values.length <= most) return [...values]
  const heads: Value[] = []
  for (const value of values) {
    const last = heads[most - 1]
    if (last !== undefined && compare(value, last) > 0) continue
    let [low, high] = [0, heads.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = heads[middle]
      if (other !== undefined && compare(other, value) < 0) low = middle + 1
      else high = middle
    }
    heads.splice(low, 0, value)
    heads.length = Math.min(heads.length, most)
  }
  return heads
}

/** Those of `options` that are there, in their order. */
export const fixed = ({ counts, excluded }: FacetCount, options: readonly string[], chosen: readonly string[], not: readonly string[]): Value[] =>
  options.flatMap((value) => {
    const of = not.includes(value) ? excluded : counts
    return of.has(value) || chosen.includes(value) || not.includes(value) ? [{ value, count: of.count(value) }] : []
  })
