/** How often each value of a facet was met. Names are looked up only for what is listed: of tens of thousands of brands few are. */
export class Tally {
  readonly #numbers: ArrayLike<number>
  readonly #counts: ArrayLike<number>
  readonly #nameOf: (number: number) => string

  /** `counts` go with `numbers`, one by one. */
  constructor(numbers: ArrayLike<number>, counts: ArrayLike<number>, nameOf: (number: number) => string) {
    this.#numbers = numbers
    this.#counts = counts
    this.#nameOf = nameOf
  }

  /** Of counts by number, those that are not 0. */
  static of(counts: Uint32Array, nameOf: (number: number) => string): Tally {
    const numbers: number[] = []
    for (let number = 0; number < counts.length; number++) if ((counts[number] ?? 0) > 0) numbers.push(number)
    return new Tally(numbers, Uint32Array.from(numbers, (number) => counts[number] ?? 0), nameOf)
  }

  static named(counts: ReadonlyMap<string, number>): Tally {
    const names = [...counts.keys()]
    return new Tally([...names.keys()], [...counts.values()], (number) => names[number] ?? '')
  }

  /** How many values were met. */
  get size(): number {
    return this.#numbers.length
  }

  /** 0 for a value that was not met. */
  count(value: string): number {
    for (let at = 0; at < this.#numbers.length; at++) if (this.#nameOf(this.#numbers[at] ?? 0) === value) return this.#counts[at] ?? 0
    return 0
  }

  has(value: string): boolean {
    return this.count(value) > 0
  }

  /** The values met at least so often, with how often. */
  *atLeast(least: number): Generator<[string, number]> {
    for (let at = 0; at < this.#numbers.length; at++) {
      const count = this.#counts[at] ?? 0
      if (count >= least) yield [this.#nameOf(this.#numbers[at] ?? 0), count]
    }
  }

  /** A count that at least `most` of the values reach, so that few need be looked at; 0 where there are not so many. */
  floor(most: number): number {
    if (this.size <= most) return 0
    const reaching = new Uint32Array(HIGHEST + 1)
    for (let at = 0; at < this.#counts.length; at++) {
      const level = Math.min(this.#counts[at] ?? 0, HIGHEST)
      reaching[level] = (reaching[level] ?? 0) + 1
    }
    let sum = 0
    for (let level = HIGHEST; level > 0; level--) {
      sum += reaching[level] ?? 0
      if (sum >= most) return level
    }
    return 0
  }
}

/** Counts above are told apart no further. */
const HIGHEST = 1024
