/** A set of entry numbers. */
export class Bits {
  #words: Uint32Array<ArrayBuffer>

  constructor(capacity = 0) {
    this.#words = new Uint32Array((capacity >>> 5) + 1)
  }

  static from(numbers: ArrayLike<number>, capacity = 0): Bits {
    const bits = new Bits(capacity)
    for (let i = 0; i < numbers.length; i++) bits.add(numbers[i] ?? 0)
    return bits
  }

  /** Holds these instead: words of 32 numbers each, the lowest first. */
  take(words: Uint32Array<ArrayBuffer>): void {
    this.#words = words
  }

  /** Only until the next change. */
  get words(): Uint32Array {
    return this.#words
  }

  add(number: number): void {
    const at = number >>> 5
    if (at >= this.#words.length) this.#grow(at)
    this.#words[at] = (this.#words[at] ?? 0) | (1 << (number & 31))
  }

  delete(number: number): void {
    const at = number >>> 5
    if (at < this.#words.length) this.#words[at] = (this.#words[at] ?? 0) & ~(1 << (number & 31))
  }

  has(number: number): boolean {
    return (((this.#words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1
  }

  get size(): number {
    let count = 0
    for (let word of this.#words) {
      word -= (word >>> 1) & 0x55555555
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
      count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
    }
    return count
  }

  /** In rising order. */
  *[Symbol.iterator](): Generator<number> {
    for (const [at, word] of this.#words.entries()) for (let rest = word; rest !== 0; rest &= rest - 1) yield (at << 5) + 31 - Math.clz32(rest & -rest)
  }

  forEach(visit: (number: number) => void): void {
    for (let at = 0; at < this.#words.length; at++) for (let rest = this.#words[at] ?? 0; rest !== 0; rest &= rest - 1) visit((at << 5) + 31 - Math.clz32(rest & -rest))
  }

  /** In rising order. */
  toArray(): Uint32Array {
    const numbers = new Uint32Array(this.size)
    let found = 0
    for (let at = 0; at < this.#words.length; at++) for (let rest = this.#words[at] ?? 0; rest !== 0; rest &= rest - 1) numbers[found++] = (at << 5) + 31 - Math.clz32(rest & -rest)
    return numbers
  }

  /** The `limit` highest numbers, falling. */
  highest(limit: number): number[] {
    const numbers: number[] = []
    for (let at = this.#words.length - 1; at >= 0 && numbers.length < limit; at--) {
      for (let rest = this.#words[at] ?? 0; rest !== 0 && numbers.length < limit; ) {
        const bit = 31 - Math.clz32(rest)
        numbers.push((at << 5) + bit)
        rest &= ~(1 << bit)
      }
    }
    return numbers
  }

  /** How many numbers both hold. */
  shared(other: Bits): number {
    const length = Math.min(this.#words.length, other.#words.length)
    let count = 0
    for (let at = 0; at < length; at++) {
      let word = (this.#words[at] ?? 0) & (other.#words[at] ?? 0)
      word -= (word >>> 1) & 0x55555555
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
      count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
    }
    return count
  }

  and(other: Bits): Bits {
    return this.#combine(other, (a, b) => a & b)
  }

  or(other: Bits): Bits {
    return this.#combine(other, (a, b) => a | b)
  }

  without(other: Bits): Bits {
    return this.#combine(other, (a, b) => a & ~b)
  }

  #combine(other: Bits, operation: (a: number, b: number) => number): Bits {
    const result = new Bits(Math.max(this.#words.length, other.#words.length) * 32 - 1)
    for (let at = 0; at < result.#words.length; at++) result.#words[at] = operation(this.#words[at] ?? 0, other.#words[at] ?? 0)
    return result
  }

  #grow(at: number): void {
    const larger = new Uint32Array(Math.max(at + 1, this.#words.length * 2))
    larger.set(this.#words)
    this.#words = larger
  }
}
