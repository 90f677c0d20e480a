/** The side columns of all entries in memory: facets and orders are counted without asking the database. */
import { EntryKind, Origin, ReviewState, RightsLevel, ShelfStatus } from '../../contract/entry.ts'
import { Bits } from './bits.ts'
import { Labels } from './labels.ts'
import { Names } from './names.ts'
import { type Parts, type ReadPart, Unreadable, bytesOf, bytesOfTexts, numbersOf, textsOf, wordsOf } from './packing.ts'
import { Showing } from './showing.ts'
import { type DocRow, SCHEMA_VERSION } from './store.ts'

export const KINDS: readonly EntryKind[] = EntryKind.options
export const ORIGINS: readonly Origin[] = Origin.options
export const RIGHTS: readonly RightsLevel[] = RightsLevel.options
export const STATUSES: readonly ShelfStatus[] = ShelfStatus.options
export const REVIEWS: readonly ReviewState[] = ReviewState.options

/** 'province', 'province/city' or 'province/city/district'; '' when none is stated. */
export const placePath = (province: string, city: string, district: string): string => [province, city, district].join('/').replace(/\/+$/, '')

/** 2022-09-28T17:07 → 202209281707; a shorter date counts as the beginning of what it names; 0 when there is none. */
export function dateNumber(date: string): number {
  if (date === '') return 0
  const digits = date.replace(/\D/g, '')
  return Number(digits.padEnd(12, '0').slice(0, 12))
}

type Values = Float64Array | Uint32Array | Uint16Array | Uint8Array

interface Kind {
  new (length: number): Values
  new (buffer: ArrayBuffer): Values
}

/** One number an entry. */
class Column {
  readonly #kind: Kind
  #values: Values

  constructor(kind: Kind) {
    this.#kind = kind
    this.#values = new kind(1024)
  }

  set(seq: number, value: number): void {
    if (seq >= this.#values.length) {
      const larger = new this.#kind(Math.max(seq + 1, this.#values.length * 2))
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[seq] = value
  }

  at(seq: number): number {
    return this.#values[seq] ?? 0
  }

  /** By entry; only until the next change. */
  get values(): Values {
    return this.#values
  }

  pack(highest: number): Uint8Array {
    return bytesOf(this.#values.subarray(0, highest + 1))
  }

  unpack(bytes: Uint8Array): void {
    this.#values = numbersOf(bytes, (buffer) => new this.#kind(buffer))
  }
}

const wide = (): Column => new Column(Float64Array)
const short = (): Column => new Column(Uint16Array)
const numbered = (): Column => new Column(Uint32Array)
const narrow = (): Column => new Column(Uint8Array)

/** What the numbers of the columns mean: columns kept by another version, or under another meaning, are not taken over. */
const MEANING: readonly string[] = [String(SCHEMA_VERSION), ...[KINDS, ORIGINS, RIGHTS, STATUSES, REVIEWS].map((options) => options.join(' '))]

/** The part that is there only when all others are. */
export const MEANT = 'meaning'

const NO_TITLES: readonly string[] = []

/** What of a row may change while the entry's words stay. */
type FilingRow = Pick<DocRow, 'seq' | 'tags' | 'practices' | 'brands' | 'platforms' | 'people' | 'labels' | 'rights' | 'status' | 'review' | 'keywords'>

export class Columns {
  readonly alive = new Bits()
  readonly places = new Names()
  readonly sources = new Names()
  readonly authors = new Names()
  readonly showing = new Showing()
  readonly brands = new Labels()
  readonly platforms = new Labels()
  /** Known to suggestions, sounds and nearest wording; no facet counts them. */
  readonly people = new Labels()
  readonly keywords = new Labels()
  /** Which entries have which own label, by id. */
  readonly labelled = new Showing()
  readonly #titles: string[] = []
  /** Kept at the last start, and read when the first title is asked for. */
  #formerTitles: () => readonly string[] = () => NO_TITLES
  readonly #revisions = wide()
  readonly #tags = wide()
  readonly #dates = wide()
  readonly #years = short()
  readonly #places = numbered()
  readonly #sources = numbered()
  readonly #authors = numbered()
  readonly #kinds = narrow()
  readonly #origins = narrow()
  readonly #rights = narrow()
  readonly #statuses = narrow()
  readonly #reviews = narrow()
  #count = 0
  #highest = 0

  put(row: DocRow): void {
    const { seq } = row
    if (!this.alive.has(seq)) this.#count++
    this.alive.add(seq)
    this.#highest = Math.max(this.#highest, seq)
    this.#revisions.set(seq, row.revision)
    const date = dateNumber(row.date)
    this.#dates.set(seq, date)
    this.#years.set(seq, Math.floor(date / 1e8))
    this.#places.set(seq, this.places.numberOf(placePath(row.province, row.city, row.district)))
    this.#sources.set(seq, this.sources.numberOf(row.source))
    this.#authors.set(seq, this.authors.numberOf(row.authors))
    this.#kinds.set(seq, KINDS.indexOf(row.kind))
    this.#origins.set(seq, ORIGINS.indexOf(row.origin))
    this.#titles[seq] = row.title
    this.#file(row)
  }

  /** What an entry that is here is filed under now. */
  retag(row: FilingRow): void {
    if (this.alive.has(row.seq)) this.#file(row)
  }

  #file({ seq, tags, practices, brands, platforms, people, labels, rights, status, review, keywords }: FilingRow): void {
    this.#tags.set(seq, tags)
    this.#rights.set(seq, RIGHTS.indexOf(rights))
    this.#statuses.set(seq, STATUSES.indexOf(status))
    this.#reviews.set(seq, REVIEWS.indexOf(review))
    this.showing.put(seq, practices)
    this.brands.put(seq, brands)
    this.platforms.put(seq, platforms)
    this.people.put(seq, people)
    this.keywords.put(seq, keywords)
    this.labelled.put(seq, labels)
  }

  remove(seq: number): void {
    if (!this.alive.has(seq)) return
    this.alive.delete(seq)
    this.#count--
    // The title that was kept at the last start would stand in the place of none.
    this.#titles[seq] = ''
    this.showing.remove(seq)
    this.brands.remove(seq)
    this.platforms.remove(seq)
    this.people.remove(seq)
    this.keywords.remove(seq)
    this.labelled.remove(seq)
  }

  get count(): number {
    return this.#count
  }
  /** No entry has a higher number. */
  get highest(): number {
    return this.#highest
  }
  revision(seq: number): number {
    return this.#revisions.at(seq)
  }
  tags(seq: number): number {
    return this.#tags.at(seq)
  }
  date(seq: number): number {
    return this.#dates.at(seq)
  }
  /** 0 when no date is stated. */
  year(seq: number): number {
    return this.#years.at(seq)
  }
  place(seq: number): number {
    return this.#places.at(seq)
  }
  source(seq: number): number {
    return this.#sources.at(seq)
  }
  author(seq: number): number {
    return this.#authors.at(seq)
  }
  /** Places in KINDS, ORIGINS, RIGHTS, STATUSES and REVIEWS. */
  kind(seq: number): number {
    return this.#kinds.at(seq)
  }
  origin(seq: number): number {
    return this.#origins.at(seq)
  }
  rights(seq: number): number {
    return this.#rights.at(seq)
  }
  status(seq: number): number {
    return this.#statuses.at(seq)
  }
  review(seq: number): number {
    return this.#reviews.at(seq)
  }
  /** The columns that facets count, by entry; only until the next change. */
  get numbers(): Readonly<Record<'place' | 'year' | 'source' | 'kind' | 'origin' | 'rights' | 'status' | 'review', Values>> {
    return { place: this.#places.values, year: this.#years.values, source: this.#sources.values, kind: this.#kinds.values, origin: this.#origins.values, rights: this.#rights.values, status: this.#statuses.values, review: this.#reviews.values }
  }
  title(seq: number): string {
    return this.#titles[seq] ?? this.#formerTitles()[seq] ?? ''
  }

  /** Reads some of the lists of names that nobody has asked for, and the titles; false when none was left. */
  readMore(most: number): boolean {
    this.#formerTitles()
    return [this.brands, this.platforms, this.people, this.keywords].some((labels) => labels.readMore(most))
  }

  /**
   * All of it, to be taken over at the next start, part by part: what belongs together comes together, what tells that all is there comes last.
   * Entries may change between two parts; whoever takes them over reads those anew.
   */
  *pack(): Generator<Parts> {
    yield new Map([['alive', bytesOf(this.alive.words)], ...this.#packed.map(([name, column]) => [name, column.pack(this.#highest)] as const)])
    for (const [name, names, column] of this.#named) {
      const borne = new Set<number>()
      this.alive.forEach((seq) => void borne.add(column.at(seq)))
      yield new Map([[name, bytesOfTexts(names.borne((number) => borne.has(number)))]])
    }
    yield new Map([['titles', bytesOfTexts(Array.from({ length: this.#highest + 1 }, (_, seq) => this.title(seq)))]])
    for (const [name, lists] of this.#listed) yield lists.pack(name)
    yield new Map([[MEANT, bytesOfTexts(MEANING)]])
  }

  /** Takes over what was kept; titles, brands and their like when somebody asks for them. */
  static unpack(read: ReadPart): Columns {
    if (textsOf(read(MEANT)).join('\n') !== MEANING.join('\n')) throw new Unreadable('the columns meant something else')
    const columns = new Columns()
    columns.alive.take(wordsOf(read('alive')))
    for (const [name, column] of columns.#packed) column.unpack(read(name))
    for (const [name, names] of columns.#named) names.restore(textsOf(read(name)))
    for (const [name, lists] of columns.#listed) lists.unpack(name, read)
    columns.#count = columns.alive.size
    columns.#highest = columns.alive.highest(1)[0] ?? 0
    let titles: readonly string[] | null = null
    columns.#formerTitles = () => (titles ??= textsOf(read('titles')))
    return columns
  }

  get #packed(): readonly (readonly [string, Column])[] {
    return [['revisions', this.#revisions], ['tags', this.#tags], ['dates', this.#dates], ['years', this.#years], ['place', this.#places], ['source', this.#sources], ['author', this.#authors], ['kinds', this.#kinds], ['origins', this.#origins], ['rights', this.#rights], ['statuses', this.#statuses], ['reviews', this.#reviews]]
  }

  get #named(): readonly (readonly [string, Names, Column])[] {
    return [['places', this.places, this.#places], ['sources', this.sources, this.#sources], ['authors', this.authors, this.#authors]]
  }

  get #listed(): readonly (readonly [string, Labels | Showing])[] {
    return [['showing', this.showing], ['labelled', this.labelled], ['brands', this.brands], ['platforms', this.platforms], ['people', this.people], ['keywords', this.keywords]]
  }

  /** The living entries that `test` holds for. */
  where(test: (seq: number) => boolean): Bits {
    const found = new Bits(this.#highest)
    this.alive.forEach((seq) => {
      if (test(seq)) found.add(seq)
    })
    return found
  }
}
