/** Names of which an entry bears any number (brands, platforms): most are borne by a few entries only, so each entry keeps its own list. */
import { Bits } from './bits.ts'
import { Names } from './names.ts'

const NONE: readonly number[] = []

export class Labels {
  readonly names = new Names()
  readonly #borne: (readonly number[] | undefined)[] = []
  /** By number of the name: how many entries bear it. */
  readonly #bearers: number[] = []

  /** Replaces what the entry bore before. */
  put(seq: number, names: readonly string[]): void {
    this.remove(seq)
    if (names.length === 0) return
    const numbers = [...new Set(names)].map((name) => this.names.numberOf(name))
    for (const number of numbers) this.#bearers[number] = this.bearers(number) + 1
    this.#borne[seq] = numbers
  }

  remove(seq: number): void {
    for (const number of this.borneBy(seq)) this.#bearers[number] = this.bearers(number) - 1
    delete this.#borne[seq]
  }

  /** The numbers of the names that the entry bears, in their order. */
  borneBy(seq: number): readonly number[] {
    return this.#borne[seq] ?? NONE
  }

  /** How many entries bear this name. */
  bearers(number: number): number {
    return this.#bearers[number] ?? 0
  }

  forEach(visit: (seq: number, numbers: readonly number[]) => void): void {
    this.#borne.forEach((numbers, seq) => numbers && visit(seq, numbers))
  }

  /** Entries that bear one of the names that `test` holds for. */
  where(test: (name: string) => boolean): Bits {
    const wanted = this.names.where(test)
    const found = new Bits(this.#borne.length)
    if (wanted.size > 0) this.#borne.forEach((numbers, seq) => numbers?.some((number) => wanted.has(number)) && found.add(seq))
    return found
  }

  /** Entries that bear this name. */
  of(name: string): Bits {
    return this.where((known) => known === name)
  }

  /** How many of `entries` bear each name; those that none bears are left out. */
  counts(entries: Bits): Map<string, number> {
    const counts = new Uint32Array(this.names.size)
    entries.forEach((seq) => {
      for (const number of this.#borne[seq] ?? []) counts[number] = (counts[number] ?? 0) + 1
    })
    const found = new Map<string, number>()
    for (const [number, count] of counts.entries()) if (count > 0) found.set(this.names.nameOf(number), count)
    return found
  }
}
