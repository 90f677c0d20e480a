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

  known(name: string): number | undefined {
    return this.#numbers.get(name)
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

  /** By number, and '' in place of those that no entry bears any more: nobody is to be offered them at the next start. */
  borne(isBorne: (number: number) => boolean): readonly string[] {
    return this.#names.map((name, number) => (isBorne(number) ? name : ''))
  }

  /** Names that were numbered before, as `borne` gave them. */
  restore(names: readonly string[]): void {
    names.forEach((name, number) => {
      this.#names[number] = name
      if (name !== '') this.#numbers.set(name, number)
    })
  }
}
