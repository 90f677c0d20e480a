/** Facets (筛选): which entries the chosen values leave, and how many each value would leave. */
import type { Facets, FilterValues, Filters } from '../../contract/searching.ts'
import { Bits } from './bits.ts'
import { type Columns, KINDS, ORIGINS, REVIEWS, RIGHTS, STATUSES } from './columns.ts'
import { type FacetCount, fixed, listed, named, placeCounts, underPath } from './facet-values.ts'

/** A facet of which every entry has one value, by its number. */
interface Single {
  /** 1 for each number that is let through; null: all of them. */
  readonly wanted: Uint8Array | null
  readonly unwanted: Uint8Array | null
  readonly numberOf: (seq: number) => number
  readonly counts: Uint32Array
  /** Of the entries that nothing but an exclusion in this facet keeps away. */
  readonly excluded: Uint32Array
}

/** A facet of which an entry has any number of values. */
interface Several {
  readonly passing: Bits
  /** Entries that nothing but this facet keeps away. */
  readonly open: Bits
}

/** What knows which entries bear which value. */
interface Bearers {
  readonly of: (value: string) => Bits
  readonly counts: (entries: Bits) => Map<string, number>
}

type SingleName = Exclude<keyof FilterValues, SeveralName>
type SeveralName = 'practice' | 'brand' | 'platform'

export interface Filtered {
  readonly entries: Bits
  readonly facets: Facets
}

/** The numbers years have in their facet. */
const YEARS = 10_000

/**
 * A value is counted as if nothing else were chosen in its facet (or, where every chosen value must be borne, beside those),
 * an excluded one as if nothing were excluded in it: so the counts say what a click brings.
 * `retired`: entries that are out of use are wanted, too; else they are left out until they are chosen.
 */
export function filter(columns: Columns, matched: Bits, filters: Filters, retired: boolean): Filtered {
  const singles = singleFacets(columns, filters, retired)
  const all = Object.values(singles)
  const limiting = all.filter(({ wanted, unwanted }) => wanted !== null || unwanted !== null)
  const bearers: Readonly<Record<SeveralName, Bearers>> = { practice: columns.showing, brand: columns.brands, platform: columns.platforms }
  const severals = { practice: several('practice', bearers, columns, filters), brand: several('brand', bearers, columns, filters), platform: several('platform', bearers, columns, filters) }
  const borne = Object.values(severals).filter((one) => one !== null)
  const narrowed = limiting.length > 0 || borne.length > 0
  const entries = narrowed ? new Bits(columns.highest) : matched
  matched.forEach((seq) => {
    let refusing: Single | Several | null = null
    for (const one of limiting) {
      const number = one.numberOf(seq)
      if ((one.wanted === null || one.wanted[number] === 1) && one.unwanted?.[number] !== 1) continue
      if (refusing) return
      refusing = one
    }
    for (const one of borne) {
      if (one.passing.has(seq)) continue
      if (refusing) return
      refusing = one
    }
    if (refusing === null) {
      if (narrowed) entries.add(seq)
      for (const { counts, numberOf } of all) add(counts, numberOf(seq))
    } else if ('open' in refusing) refusing.open.add(seq)
    else {
      const number = refusing.numberOf(seq)
      add(refusing.unwanted?.[number] === 1 ? refusing.excluded : refusing.counts, number)
    }
  })
  return { entries, facets: { ...singleCounts(columns, singles, filters), ...severalCounts(entries, severals, bearers, filters) } }
}

const add = (counts: Uint32Array, number: number): void => void (counts[number] = (counts[number] ?? 0) + 1)

function singleFacets(columns: Columns, filters: Filters, retired: boolean): Readonly<Record<SingleName, Single>> {
  const single = (name: SingleName, size: number, numbers: (chosen: readonly string[]) => Iterable<number>, numberOf: (seq: number) => number): Single => {
    const flags = (chosen: readonly string[]): Uint8Array | null => {
      if (chosen.length === 0) return null
      const set = new Uint8Array(size)
      for (const number of numbers(chosen)) if (number >= 0) set[number] = 1
      return set
    }
    return { wanted: flags(filters[name]), unwanted: flags(filters.not[name]), numberOf, counts: new Uint32Array(size), excluded: new Uint32Array(size) }
  }
  const among = (name: SingleName, options: readonly string[], numberOf: (seq: number) => number): Single => single(name, options.length, (chosen) => chosen.map((value) => options.indexOf(value)), numberOf)
  const status = among('status', STATUSES, (seq) => columns.status(seq))
  return {
    place: single('place', columns.places.size, (chosen) => columns.places.where((path) => chosen.some((one) => underPath(path, one))), (seq) => columns.place(seq)),
    year: single('year', YEARS, (chosen) => chosen.map(Number).filter((year) => Number.isInteger(year)), (seq) => columns.year(seq)),
    source: single('source', columns.sources.size, (chosen) => columns.sources.where((name) => chosen.includes(name)), (seq) => columns.source(seq)),
    kind: among('kind', KINDS, (seq) => columns.kind(seq)),
    origin: among('origin', ORIGINS, (seq) => columns.origin(seq)),
    rights: among('rights', RIGHTS, (seq) => columns.rights(seq)),
    review: among('review', REVIEWS, (seq) => columns.review(seq)),
    status: status.wanted === null && !retired ? { ...status, wanted: Uint8Array.from(STATUSES, (value) => (value === 'retired' ? 0 : 1)) } : status,
  }
}

/** null when nothing is chosen or excluded. */
function several(name: SeveralName, bearers: Readonly<Record<SeveralName, Bearers>>, columns: Columns, filters: Filters): Several | null {
  const chosen = filters[name]
  if (chosen.length === 0 && filters.not[name].length === 0) return null
  const of = (value: string): Bits => bearers[name].of(value)
  const passing = chosen.length === 0 ? columns.alive : filters.every.includes(name) ? chosen.map(of).reduce((all, one) => all.and(one)) : anyOf(chosen.map(of))
  return { passing: passing.without(anyOf(filters.not[name].map(of))), open: new Bits(columns.highest) }
}

const anyOf = (sets: readonly Bits[]): Bits => sets.reduce((all, one) => all.or(one), new Bits())

function singleCounts(columns: Columns, facets: Readonly<Record<SingleName, Single>>, filters: Filters): Pick<Facets, SingleName> {
  const { place, year, source, kind, origin, rights, status, review } = facets
  const counted = ({ counts, excluded }: Single, nameOf: (number: number) => string): FacetCount => ({ counts: named(counts, nameOf), excluded: named(excluded, nameOf) })
  const among = (facet: Single, name: SingleName, options: readonly string[]) => fixed(counted(facet, (number) => options[number] ?? ''), options, filters[name], filters.not[name])
  const places = counted(place, (number) => columns.places.nameOf(number))
  return {
    place: listed({ counts: placeCounts(places.counts), excluded: placeCounts(places.excluded) }, filters.place, filters.not.place, { within: underPath, most: Infinity }),
    year: listed(counted(year, (number) => (number === 0 ? '' : String(number))), filters.year, filters.not.year, { most: Infinity, order: (a, b) => b.localeCompare(a) }),
    source: listed(counted(source, (number) => columns.sources.nameOf(number)), filters.source, filters.not.source),
    kind: among(kind, 'kind', KINDS),
    origin: among(origin, 'origin', ORIGINS),
    rights: among(rights, 'rights', RIGHTS),
    status: among(status, 'status', STATUSES),
    review: among(review, 'review', REVIEWS),
  }
}

function severalCounts(entries: Bits, facets: Readonly<Record<SeveralName, Several | null>>, bearers: Readonly<Record<SeveralName, Bearers>>, filters: Filters): Pick<Facets, SeveralName> {
  const counts = (name: SeveralName) => {
    const of = (value: string): Bits => bearers[name].of(value)
    const open = facets[name]?.open
    let reached = open ? entries.or(open) : entries
    if (filters.every.includes(name)) for (const value of filters[name]) reached = reached.and(of(value))
    const not = filters.not[name]
    return listed(
      { counts: bearers[name].counts(not.length === 0 ? reached : reached.without(anyOf(not.map(of)))), excluded: new Map(not.map((value) => [value, reached.shared(of(value))])) },
      filters[name], not, name === 'practice' ? { most: Infinity } : {},
    )
  }
  return { practice: counts('practice'), brand: counts('brand'), platform: counts('platform') }
}
