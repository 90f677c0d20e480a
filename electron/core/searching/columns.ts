/** The side columns of all entries in memory: facets and orders are counted without asking the database. */
import type { EntryKind, Origin } from '../../contract/entry.ts'
import { Bits } from './bits.ts'
import { Showing } from './showing.ts'
import type { DocRow, Tagged } from './store.ts'

/** Numbers the distinct values of a column; 0 is '' (原文未述). */
export class Names {
  readonly #numbers = new Map<string, number>([['', 0]])
  readonly #names: string[] = ['']

  numberOf(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  nameOf(number: number): string {
    return this.#names[number] ?? ''
  }

  /** The names that `test` holds for, as numbers. */
  where(test: (name: string) => boolean): Set<number> {
    return new Set([...this.#names.keys()].filter((number) => test(this.nameOf(number))))
  }

  get size(): number {
    return this.#names.length
  }
}

export const KINDS: readonly EntryKind[] = ['case', 'other']
export const ORIGINS: readonly Origin[] = ['imported', 'bundled', 'written']

/** 'province', 'province/city' or 'province/city/district'; '' when none is stated. */
export const placePath = (province: string, city: string, district: string): string => [province, city, district].join('/').replace(/\/+$/, '')

/** 2022-09-28T17:07 → 202209281707; a shorter date counts as the beginning of what it names; 0 when there is none. */
export function dateNumber(date: string): number {
  if (date === '') return 0
  const digits = date.replace(/\D/g, '')
  return Number(digits.padEnd(12, '0').slice(0, 12))
}

export class Columns {
  readonly alive = new Bits()
  readonly places = new Names()
  readonly sources = new Names()
  readonly authors = new Names()
  readonly showing = new Showing()
  readonly #titles: string[] = []
  #revisions = new Float64Array(1024)
  #tags = new Float64Array(1024)
  #dates = new Float64Array(1024)
  #places = new Uint32Array(1024)
  #sources = new Uint32Array(1024)
  #authors = new Uint32Array(1024)
  #kinds = new Uint8Array(1024)
  #origins = new Uint8Array(1024)
  #count = 0
  #highest = 0

  put(row: DocRow): void {
    const { seq } = row
    this.#reserve(seq)
    if (!this.alive.has(seq)) this.#count++
    this.alive.add(seq)
    this.#highest = Math.max(this.#highest, seq)
    this.#revisions[seq] = row.revision
    this.#dates[seq] = dateNumber(row.date)
    this.#places[seq] = this.places.numberOf(placePath(row.province, row.city, row.district))
    this.#sources[seq] = this.sources.numberOf(row.source)
    this.#authors[seq] = this.authors.numberOf(row.authors)
    this.#kinds[seq] = KINDS.indexOf(row.kind)
    this.#origins[seq] = ORIGINS.indexOf(row.origin)
    this.#titles[seq] = row.title
    this.#tags[seq] = row.tags
    this.showing.put(seq, row.practices === '' ? [] : row.practices.split(' '))
  }

  /** What an entry that is here shows now. */
  retag({ seq, tags, practices }: Tagged): void {
    if (!this.alive.has(seq)) return
    this.#tags[seq] = tags
    this.showing.put(seq, practices)
  }

  remove(seq: number): void {
    if (!this.alive.has(seq)) return
    this.alive.delete(seq)
    this.#count--
    delete this.#titles[seq]
    this.showing.remove(seq)
  }

  get count(): number {
    return this.#count
  }
  /** No entry has a higher number. */
  get highest(): number {
    return this.#highest
  }
  revision(seq: number): number {
    return this.#revisions[seq] ?? 0
  }
  tags(seq: number): number {
    return this.#tags[seq] ?? 0
  }
  date(seq: number): number {
    return this.#dates[seq] ?? 0
  }
  /** 0 when no date is stated. */
  year(seq: number): number {
    return Math.floor(this.date(seq) / 1e8)
  }
  place(seq: number): number {
    return this.#places[seq] ?? 0
  }
  source(seq: number): number {
    return this.#sources[seq] ?? 0
  }
  author(seq: number): number {
    return this.#authors[seq] ?? 0
  }
  kind(seq: number): number {
    return this.#kinds[seq] ?? 0
  }
  origin(seq: number): number {
    return this.#origins[seq] ?? 0
  }
  title(seq: number): string {
    return this.#titles[seq] ?? ''
  }

  /** The living entries that `test` holds for. */
  where(test: (seq: number) => boolean): Bits {
    const found = new Bits(this.#highest)
    this.alive.forEach((seq) => {
      if (test(seq)) found.add(seq)
    })
    return found
  }

  #reserve(seq: number): void {
    if (seq < this.#dates.length) return
    const length = Math.max(seq + 1, this.#dates.length * 2)
    const grown = <T extends Float64Array | Uint32Array | Uint8Array>(into: T, from: ArrayLike<number>): T => {
      into.set(from)
      return into
    }
    this.#revisions = grown(new Float64Array(length), this.#revisions)
    this.#tags = grown(new Float64Array(length), this.#tags)
    this.#dates = grown(new Float64Array(length), this.#dates)
    this.#places = grown(new Uint32Array(length), this.#places)
    this.#sources = grown(new Uint32Array(length), this.#sources)
    this.#authors = grown(new Uint32Array(length), this.#authors)
    this.#kinds = grown(new Uint8Array(length), this.#kinds)
    this.#origins = grown(new Uint8Array(length), this.#origins)
  }
}
