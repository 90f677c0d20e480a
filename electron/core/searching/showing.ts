/** Which entries show which practice, or have which own label: a set of entries for each, and each entry's own list. */
import { Bits } from './bits.ts'
import { Names } from './names.ts'
import { type Parts, type ReadPart, bytesOf, bytesOfTexts, textsOf, wordsOf } from './packing.ts'
import { Tally } from './tally.ts'

/** Fewer entries are counted by their lists, more by the sets. */
const FEW = 20_000
const NONE: readonly number[] = []

export class Showing {
  readonly #names = new Names()
  readonly #lists: (readonly number[] | undefined)[] = []
  /** By number of the practice. */
  readonly #sets: (Bits | undefined)[] = []
  /** Lists are few: entries that show the same share one. */
  readonly #known = new Map<string, readonly number[]>()

  /** Replaces what the entry showed before. `practices`: ids joined by blanks. */
  put(seq: number, practices: string): void {
    this.remove(seq)
    if (practices === '') return
    let list = this.#known.get(practices)
    if (list === undefined) this.#known.set(practices, (list = [...new Set(practices.split(' '))].map((id) => this.#names.numberOf(id))))
    this.#lists[seq] = list
    for (const number of list) (this.#sets[number] ??= new Bits()).add(seq)
  }

  remove(seq: number): void {
    for (const number of this.#lists[seq] ?? NONE) this.#sets[number]?.delete(seq)
    delete this.#lists[seq]
  }

  pack(name: string): Parts {
    const kinds = new Map<readonly number[], number>()
    const numbers = new Uint32Array(this.#lists.length)
    this.#lists.forEach((list, seq) => {
      if (list === undefined) return
      if (!kinds.has(list)) kinds.set(list, kinds.size + 1)
      numbers[seq] = kinds.get(list) ?? 0
    })
    return new Map([[`${name}.kinds`, bytesOfTexts([...kinds.keys()].map((list) => list.map((number) => this.#names.nameOf(number)).join(' ')))], [`${name}.entries`, bytesOf(numbers)]])
  }

  /** Takes over what was kept; this must be new. */
  unpack(name: string, read: ReadPart): void {
    const kinds = textsOf(read(`${name}.kinds`))
    wordsOf(read(`${name}.entries`)).forEach((kind, seq) => kind > 0 && this.put(seq, kinds[kind - 1] ?? ''))
  }

  /** The practices that the entry shows, in their order. */
  shownBy(seq: number): readonly string[] {
    return (this.#lists[seq] ?? NONE).map((number) => this.#names.nameOf(number))
  }

  /** Entries that show one of these. */
  any(practices: readonly string[]): Bits {
    return practices.reduce((all, practice) => all.or(this.of(practice)), new Bits())
  }

  /** Entries that show this one. */
  of(practice: string): Bits {
    return this.#sets[this.#names.known(practice) ?? -1] ?? new Bits()
  }

  /** How many of `entries` show each practice; those that none shows are left out. */
  counts(entries: Bits): Tally {
    const counts = new Uint32Array(this.#names.size)
    if (entries.size < FEW) {
      entries.forEach((seq) => {
        for (const number of this.#lists[seq] ?? NONE) counts[number] = (counts[number] ?? 0) + 1
      })
    } else this.#sets.forEach((showing, number) => (counts[number] = showing === undefined ? 0 : entries.shared(showing)))
    return Tally.of(counts, (number) => this.#names.nameOf(number))
  }
}
