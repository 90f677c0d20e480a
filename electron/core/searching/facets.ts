/** Facets (筛选): which entries the chosen values leave, and how many each value would leave. */
import type { Facets, FilterValues, Filters } from '../../contract/searching.ts'
import { Bits } from './bits.ts'
import { type Columns, KINDS, ORIGINS, REVIEWS, RIGHTS, STATUSES } from './columns.ts'
import { type FacetCount, fixed, listed, placeCounts, underPath } from './facet-values.ts'
import { Tally } from './tally.ts'

type Numbers = Float64Array | Uint32Array | Uint16Array | Uint8Array

/** A facet of which every entry has one value, by its number. */
interface Single {
  /** 1 for each number that is let through; null: all of them. */
  readonly wanted: Uint8Array | null
  readonly unwanted: Uint8Array | null
  /** By entry. */
  readonly numbers: Numbers
  readonly size: number
}

/** What of the counts belongs to values that are excluded. */
interface Counted {
  readonly counts: Uint32Array
  /** Of the entries that nothing but an exclusion in this facet keeps away. */
  readonly excluded: Uint32Array
}

/** A facet of which an entry has any number of values. */
interface Several {
  readonly passing: Bits
}

/** What knows which entries bear which value. */
export interface Bearers {
  readonly of: (value: string) => Bits
  readonly counts: (entries: Bits) => Tally
}

type SingleName = Exclude<keyof FilterValues, SeveralName>
type SeveralName = 'practice' | 'label' | 'brand' | 'platform' | 'opinion'

export interface Filtered {
  readonly entries: Bits
  /** Counted when they are first asked for: only the window shows them. */
  readonly facets: () => Facets
}

/** The numbers years have in their facet. */
const YEARS = 10_000

/**
 * A value is counted as if nothing else were chosen in its facet (or, where every chosen value must be borne, beside those),
 * an excluded one as if nothing were excluded in it: so the counts say what a click brings.
 * `asked` knows of whom the library is asked: who has the own labels, and on whom people differ. `retired`: entries that are out of use are wanted, too; else they are left out until they are chosen.
 */
export function filter(columns: Columns, matched: Bits, filters: Filters, retired: boolean, asked: Readonly<Record<'label' | 'opinion', Bearers>>): Filtered {
  const singles = singleFacets(columns, filters, retired)
  const bearers: Readonly<Record<SeveralName, Bearers>> = { practice: columns.showing, ...asked, brand: columns.brands, platform: columns.platforms }
  const severals = { practice: several('practice', bearers, columns, filters), label: several('label', bearers, columns, filters), brand: several('brand', bearers, columns, filters), platform: several('platform', bearers, columns, filters), opinion: several('opinion', bearers, columns, filters) }
  const seqs = matched.toArray()
  const refusals = refusalsOf(seqs, [...Object.values(singles), ...Object.values(severals)])
  const entries = refusals.some ? kept(seqs, refusals.by, 0, columns) : matched
  let known: Facets | null = null
  const facets = (): Facets => ({
    ...singleCounts(columns, singles, (single) => counted(single, seqs, refusals.by, refusals.marks.get(single) ?? NOBODY), filters),
    ...severalCounts(entries, (name) => (severals[name] === null ? null : kept(seqs, refusals.by, refusals.marks.get(severals[name]) ?? NOBODY, columns)), bearers, filters),
  })
  return { entries, facets: () => (known ??= facets()) }
}

/** Of what nobody counted. */
export const NO_FACETS: Facets = { place: [], year: [], source: [], kind: [], origin: [], practice: [], label: [], brand: [], platform: [], rights: [], status: [], review: [], opinion: [] }

/** No facet refuses by this mark. */
const NOBODY = 254
const SEVERAL_REFUSE = 255

interface Refusals {
  readonly some: boolean
  /** By place in the list of entries: 0 where nothing keeps the entry away, the mark of the one facet that does, or SEVERAL_REFUSE. */
  readonly by: Uint8Array
  readonly marks: ReadonlyMap<Single | Several, number>
}

function refusalsOf(seqs: Uint32Array, facets: readonly (Single | Several | null)[]): Refusals {
  const by = new Uint8Array(seqs.length)
  const marks = new Map<Single | Several, number>()
  const refuse = (place: number, mark: number): void => void (by[place] = by[place] === 0 ? mark : SEVERAL_REFUSE)
  for (const facet of facets) {
    if (facet === null || ('numbers' in facet && facet.wanted === null && facet.unwanted === null)) continue
    const mark = marks.size + 1
    marks.set(facet, mark)
    if ('passing' in facet) {
      for (let i = 0; i < seqs.length; i++) if (!facet.passing.has(seqs[i] ?? 0)) refuse(i, mark)
      continue
    }
    const { wanted, unwanted, numbers } = facet
    for (let i = 0; i < seqs.length; i++) {
      const number = numbers[seqs[i] ?? 0] ?? 0
      if ((wanted !== null && wanted[number] !== 1) || (unwanted !== null && unwanted[number] === 1)) refuse(i, mark)
    }
  }
  return { some: marks.size > 0, by, marks }
}

/** The entries that have this mark. */
function kept(seqs: Uint32Array, by: Uint8Array, mark: number, columns: Columns): Bits {
  const bits = new Bits(columns.highest)
  for (let i = 0; i < seqs.length; i++) if (by[i] === mark) bits.add(seqs[i] ?? 0)
  return bits
}

function counted({ numbers, size, unwanted }: Single, seqs: Uint32Array, by: Uint8Array, mark: number): Counted {
  const counts = new Uint32Array(size)
  const excluded = new Uint32Array(unwanted === null ? 0 : size)
  for (let i = 0; i < seqs.length; i++) {
    const refused = by[i]
    if (refused !== 0 && refused !== mark) continue
    const number = numbers[seqs[i] ?? 0] ?? 0
    const into = refused !== 0 && unwanted !== null && unwanted[number] === 1 ? excluded : counts
    into[number] = (into[number] ?? 0) + 1
  }
  return { counts, excluded }
}

function singleFacets(columns: Columns, filters: Filters, retired: boolean): Readonly<Record<SingleName, Single>> {
  const single = (name: SingleName, size: number, of: (chosen: readonly string[]) => Iterable<number>, numbers: Numbers): Single => {
    const flags = (chosen: readonly string[]): Uint8Array | null => {
      if (chosen.length === 0) return null
      const set = new Uint8Array(size)
      for (const number of of(chosen)) if (number >= 0) set[number] = 1
      return set
    }
    return { wanted: flags(filters[name]), unwanted: flags(filters.not[name]), numbers, size }
  }
  const among = (name: SingleName, options: readonly string[], numbers: Numbers): Single => single(name, options.length, (chosen) => chosen.map((value) => options.indexOf(value)), numbers)
  const status = among('status', STATUSES, columns.numbers.status)
  return {
    place: single('place', columns.places.size, (chosen) => columns.places.where((path) => chosen.some((one) => underPath(path, one))), columns.numbers.place),
    year: single('year', YEARS, (chosen) => chosen.map(Number).filter((year) => Number.isInteger(year)), columns.numbers.year),
    source: single('source', columns.sources.size, (chosen) => columns.sources.where((name) => chosen.includes(name)), columns.numbers.source),
    kind: among('kind', KINDS, columns.numbers.kind),
    origin: among('origin', ORIGINS, columns.numbers.origin),
    rights: among('rights', RIGHTS, columns.numbers.rights),
    review: among('review', REVIEWS, columns.numbers.review),
    status: status.wanted === null && !retired ? { ...status, wanted: Uint8Array.from(STATUSES, (value) => (value === 'retired' ? 0 : 1)) } : status,
  }
}

/** null when nothing is chosen or excluded. */
function several(name: SeveralName, bearers: Readonly<Record<SeveralName, Bearers>>, columns: Columns, filters: Filters): Several | null {
  const chosen = filters[name]
  if (chosen.length === 0 && filters.not[name].length === 0) return null
  const of = (value: string): Bits => bearers[name].of(value)
  const passing = chosen.length === 0 ? columns.alive : joinable(name) && filters.every.includes(name) ? chosen.map(of).reduce((all, one) => all.and(one)) : anyOf(chosen.map(of))
  return { passing: passing.without(anyOf(filters.not[name].map(of))) }
}

/** Of the others an entry has one value at most. */
const joinable = (name: SeveralName): name is Exclude<SeveralName, 'opinion'> => name !== 'opinion'

const anyOf = (sets: readonly Bits[]): Bits => sets.reduce((all, one) => all.or(one), new Bits())

function singleCounts(columns: Columns, facets: Readonly<Record<SingleName, Single>>, count: (facet: Single) => Counted, filters: Filters): Pick<Facets, SingleName> {
  const { place, year, source, kind, origin, rights, status, review } = facets
  const counted = (facet: Single, nameOf: (number: number) => string): FacetCount => {
    const { counts, excluded } = count(facet)
    return { counts: Tally.of(counts, nameOf), excluded: Tally.of(excluded, nameOf) }
  }
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

function severalCounts(entries: Bits, openTo: (name: SeveralName) => Bits | null, bearers: Readonly<Record<SeveralName, Bearers>>, filters: Filters): Pick<Facets, SeveralName> {
  const counts = (name: SeveralName) => {
    const of = (value: string): Bits => bearers[name].of(value)
    const open = openTo(name)
    let reached = open ? entries.or(open) : entries
    if (joinable(name) && filters.every.includes(name)) for (const value of filters[name]) reached = reached.and(of(value))
    const not = filters.not[name]
    return listed(
      { counts: bearers[name].counts(not.length === 0 ? reached : reached.without(anyOf(not.map(of)))), excluded: Tally.named(new Map(not.map((value) => [value, reached.shared(of(value))]))) },
      filters[name], not, name === 'practice' || name === 'label' ? { most: Infinity } : {},
    )
  }
  return { practice: counts('practice'), label: counts('label'), brand: counts('brand'), platform: counts('platform'), opinion: counts('opinion') }
}
