/** An order of entries of which the beginning is known, and the rest made only when somebody pages so far. */
export class Ordered {
  readonly #head: readonly number[]
  readonly #rest: () => readonly number[]
  #whole: readonly number[] | null = null

  /** `rest`: what follows the head; null when nothing does. */
  constructor(head: readonly number[], rest: (() => readonly number[]) | null = null) {
    this.#head = head
    this.#rest = rest ?? (() => [])
    if (rest === null) this.#whole = head
  }

  slice(from: number, to: number): readonly number[] {
    return to <= this.#head.length ? this.#head.slice(from, to) : this.#all().slice(from, to)
  }

  /** This order, of those only that `test` holds for. */
  among(test: (seq: number) => boolean): Ordered {
    const head = this.#head.filter(test)
    return new Ordered(head, this.#whole === this.#head ? null : () => this.#all().slice(this.#head.length).filter(test))
  }

  /** This order, and after all of it the other. */
  followedBy(other: Ordered): Ordered {
    return this.#whole === this.#head ? new Ordered(this.#head.concat(other.#head), other.#rest) : new Ordered(this.#head, () => this.#rest().concat(other.#all()))
  }

  #all(): readonly number[] {
    return (this.#whole ??= this.#head.concat(this.#rest()))
  }
}
