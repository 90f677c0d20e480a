/** Names of which an entry bears any number (brands, platforms, people, keywords): most are borne by a few entries only, so each entry keeps its own list. */
import { z } from 'zod'
import { Bits } from './bits.ts'
import { Names } from './names.ts'
import { NumberLists } from './number-lists.ts'
import { type Parts, type ReadPart, bytesOfTexts, textsOf } from './packing.ts'
import { Tally } from './tally.ts'

const NameList = z.array(z.string())
const EMPTY = '[]'

export class Labels {
  readonly #names = new Names()
  /** By entry: lists that nobody has asked for yet. */
  readonly #later = new Map<number, string>()
  readonly #borne = new NumberLists()
  /** By number of the name: how many entries bear it. */
  readonly #bearers: number[] = []
  /** By number of the name; all 0 between two counts. */
  #counts = new Uint32Array()
  /** What was kept at the last start, until somebody asks for it. */
  #restore: (() => void) | null = null

  /** Replaces what the entry bore before. `list` is names as JSON; it is read when the first is asked for, since millions of keywords would hold up the start. */
  put(seq: number, list: string): void {
    if (list === EMPTY && this.#restore === null && !this.#borne.has(seq)) this.#later.delete(seq)
    else this.#later.set(seq, list)
  }

  remove(seq: number): void {
    this.put(seq, EMPTY)
  }

  pack(name: string): Parts {
    this.#read()
    return new Map([[`${name}.names`, bytesOfTexts(this.#names.borne((number) => (this.#bearers[number] ?? 0) > 0))], ...this.#borne.pack(name)])
  }

  /** Takes over what was kept; this must be new. It is read when the first is asked for. */
  unpack(name: string, read: ReadPart): void {
    this.#restore = () => {
      this.#names.restore(textsOf(read(`${name}.names`)))
      this.#borne.unpack(name, read)
      this.#borne.forEach((_, numbers) => numbers.forEach((number) => (this.#bearers[number] = (this.#bearers[number] ?? 0) + 1)))
    }
  }

  get names(): Names {
    this.#read()
    return this.#names
  }

  /** Reads some of the lists that nobody has asked for; false when none was left. */
  readMore(most: number): boolean {
    if (this.#later.size === 0 && this.#restore === null) return false
    this.#read(most)
    return true
  }

  #read(most = Infinity): void {
    // What cannot be read is asked for again, so that it is not taken for nothing.
    this.#restore?.()
    this.#restore = null
    for (const [seq, list] of this.#later) {
      if (most-- <= 0) return
      this.#later.delete(seq)
      this.#borne.visit(seq, (number) => (this.#bearers[number] = (this.#bearers[number] ?? 0) - 1))
      const numbers = [...new Set(NameList.parse(JSON.parse(list)))].map((name) => this.#names.numberOf(name))
      for (const number of numbers) this.#bearers[number] = (this.#bearers[number] ?? 0) + 1
      this.#borne.set(seq, numbers)
    }
  }

  /** The numbers of the names that the entry bears, in their order. */
  borneBy(seq: number): Uint32Array {
    this.#read()
    return this.#borne.of(seq)
  }

  /** How many entries bear this name. */
  bearers(number: number): number {
    this.#read()
    return this.#bearers[number] ?? 0
  }

  forEach(visit: (seq: number, numbers: Uint32Array) => void): void {
    this.#read()
    this.#borne.forEach(visit)
  }

  /** Entries that bear one of the names that `test` holds for. */
  where(test: (name: string) => boolean): Bits {
    const wanted = this.names.where(test)
    const found = new Bits()
    if (wanted.size > 0) this.#borne.forEach((seq, numbers) => numbers.some((number) => wanted.has(number)) && found.add(seq))
    return found
  }

  /** Entries that bear this name. */
  of(name: string): Bits {
    const wanted = this.names.known(name)
    const found = new Bits()
    if (wanted !== undefined) this.#borne.forEach((seq, numbers) => numbers.includes(wanted) && found.add(seq))
    return found
  }

  /** How many of `entries` bear each name; those that none bears are left out. */
  counts(entries: Bits): Tally {
    const { size } = this.names
    if (this.#counts.length < size) this.#counts = new Uint32Array(size * 2)
    this.#borne.tally(entries, this.#counts)
    const counted = Tally.of(this.#counts.subarray(0, size), (number) => this.#names.nameOf(number))
    this.#counts.fill(0)
    return counted
  }
}
