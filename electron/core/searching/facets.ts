/** Facets (筛选): how many entries each value would leave. A facet is counted as if nothing were chosen in it, so that more of its values can be added. */
import type { Facets, Filters } from '../../contract/searching.ts'
import { Bits } from './bits.ts'
import { type Columns, KINDS, ORIGINS } from './columns.ts'

const MOST_SOURCES = 200

/** One facet: the value numbers it lets through (null: all of them), and how to read an entry's number. */
interface Facet {
  readonly allowed: ReadonlySet<number> | null
  readonly numberOf: (seq: number) => number
  readonly counts: Map<number, number>
}

export interface Filtered {
  readonly entries: Bits
  readonly facets: Facets
}

export function filter(columns: Columns, matched: Bits, filters: Filters): Filtered {
  const facet = (chosen: readonly string[], allowed: () => Set<number>, numberOf: (seq: number) => number): Facet => ({ allowed: chosen.length === 0 ? null : allowed(), numberOf, counts: new Map() })
  const place = facet(filters.place, () => columns.places.where((path) => filters.place.some((chosen) => path === chosen || (chosen !== '' && path.startsWith(`${chosen}/`)))), (seq) => columns.place(seq))
  const year = facet(filters.year, () => new Set(filters.year.map(Number)), (seq) => columns.year(seq))
  const source = facet(filters.source, () => columns.sources.where((name) => filters.source.includes(name)), (seq) => columns.source(seq))
  const kind = facet(filters.kind, () => new Set(filters.kind.map((value) => KINDS.indexOf(value))), (seq) => columns.kind(seq))
  const origin = facet(filters.origin, () => new Set(filters.origin.map((value) => ORIGINS.indexOf(value))), (seq) => columns.origin(seq))
  const practice = filters.practice.length === 0 ? null : columns.showing.any(filters.practice)
  const all = [place, year, source, kind, origin]
  const limiting = all.filter(({ allowed }) => allowed !== null)
  const narrowed = limiting.length > 0 || practice !== null
  const entries = narrowed ? new Bits(columns.highest) : matched
  /** What every other facet lets through: a practice is counted among these. */
  const open = narrowed ? new Bits(columns.highest) : matched
  matched.forEach((seq) => {
    let refusing: Facet | null = null
    for (const one of limiting) {
      if (one.allowed?.has(one.numberOf(seq)) === true) continue
      if (refusing) return
      refusing = one
    }
    const shows = practice === null || practice.has(seq)
    if (refusing) return shows ? add(refusing.counts, refusing.numberOf(seq)) : undefined
    if (narrowed) open.add(seq)
    if (!shows) return
    if (narrowed) entries.add(seq)
    for (const { counts, numberOf } of all) add(counts, numberOf(seq))
  })
  return {
    entries,
    facets: {
      place: values(placeCounts(columns, place.counts), filters.place),
      year: values(named(year.counts, (number) => (number === 0 ? '' : String(number))), filters.year, (a, b) => b.localeCompare(a)),
      source: values(named(source.counts, (number) => columns.sources.nameOf(number)), filters.source).filter(({ value }, i) => i < MOST_SOURCES || filters.source.includes(value)),
      kind: fixed(named(kind.counts, (number) => KINDS[number] ?? ''), KINDS, filters.kind),
      practice: values(columns.showing.counts(open), filters.practice),
      brand: [],
      platform: [],
      rights: [],
      status: [],
      review: [],
      origin: fixed(named(origin.counts, (number) => ORIGINS[number] ?? ''), ORIGINS, filters.origin),
    },
  }
}

const add = (counts: Map<number, number>, number: number): void => void counts.set(number, (counts.get(number) ?? 0) + 1)

const named = (counts: ReadonlyMap<number, number>, nameOf: (number: number) => string): Map<string, number> => new Map([...counts].map(([number, count]) => [nameOf(number), count]))

/** An entry of a district also counts for its city and its province. */
function placeCounts(columns: Columns, counts: ReadonlyMap<number, number>): Map<string, number> {
  const byPath = new Map<string, number>()
  for (const [number, count] of counts) {
    const parts = columns.places.nameOf(number).split('/')
    for (let depth = 1; depth <= parts.length; depth++) {
      const path = parts.slice(0, depth).join('/')
      if (depth < parts.length && parts[depth - 1] === '') continue
      byPath.set(path, (byPath.get(path) ?? 0) + count)
    }
  }
  return byPath
}

/** The most frequent first (or as `order` says), 原文未述 last; a chosen value is listed even when nothing is left of it. */
function values(counts: ReadonlyMap<string, number>, chosen: readonly string[], order?: (a: string, b: string) => number): { value: string; count: number }[] {
  const all = [...new Set([...counts.keys(), ...chosen])].map((value) => ({ value, count: counts.get(value) ?? 0 }))
  return all.sort((a, b) => Number(a.value === '') - Number(b.value === '') || (order ? order(a.value, b.value) : b.count - a.count) || (a.value < b.value ? -1 : 1))
}

const fixed = (counts: ReadonlyMap<string, number>, order: readonly string[], chosen: readonly string[]): { value: string; count: number }[] =>
  order.filter((value) => counts.has(value) || chosen.includes(value)).map((value) => ({ value, count: counts.get(value) ?? 0 }))
