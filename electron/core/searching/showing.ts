/** Which entries show which practice: a set of entries for each. */
import { Bits } from './bits.ts'

export class Showing {
  readonly #entries = new Map<string, Bits>()
  readonly #practices: (readonly string[] | undefined)[] = []

  /** Replaces what the entry showed before. */
  put(seq: number, practices: readonly string[]): void {
    this.remove(seq)
    if (practices.length === 0) return
    this.#practices[seq] = practices
    for (const practice of practices) {
      const known = this.#entries.get(practice)
      if (known) known.add(seq)
      else this.#entries.set(practice, Bits.from([seq]))
    }
  }

  remove(seq: number): void {
    for (const practice of this.#practices[seq] ?? []) this.#entries.get(practice)?.delete(seq)
    delete this.#practices[seq]
  }

  /** The practices that the entry shows. */
  shownBy(seq: number): readonly string[] {
    return this.#practices[seq] ?? []
  }

  /** Entries that show one of these. */
  any(practices: readonly string[]): Bits {
    return practices.reduce((all, practice) => all.or(this.#entries.get(practice) ?? new Bits()), new Bits())
  }

  /** Entries that show this one. */
  of(practice: string): Bits {
    return this.#entries.get(practice) ?? new Bits()
  }

  /** How many of `entries` show each practice; those that none shows are left out. */
  counts(entries: Bits): Map<string, number> {
    return new Map([...this.#entries].flatMap(([practice, showing]): [string, number][] => {
      const count = entries.shared(showing)
      return count === 0 ? [] : [[practice, count]]
    }))
  }
}
