import type { Bits } from './bits.ts'
import { type Parts, type ReadPart, Unreadable, bytesOf, wordsOf } from './packing.ts'

/** A short list of numbers for each entry, all in one array: going through tens of thousands of entries touches memory in order. */
export class NumberLists {
  #starts = new Uint32Array(1024)
  #lengths = new Uint32Array(1024)
  #pool = new Uint32Array(4096)
  #used = 0
  /** Numbers in the pool that no list holds any more. */
  #left = 0

  /** One more than the highest entry that ever had a list. */
  #end = 0

  set(seq: number, numbers: readonly number[]): void {
    this.remove(seq)
    if (seq >= this.#starts.length) {
      this.#starts = grown(this.#starts, seq + 1)
      this.#lengths = grown(this.#lengths, seq + 1)
    }
    if (this.#left > this.#used / 2 && this.#used > 4096) this.#compact()
    if (this.#used + numbers.length > this.#pool.length) this.#pool = grown(this.#pool, this.#used + numbers.length)
    this.#pool.set(numbers, this.#used)
    this.#starts[seq] = this.#used
    this.#lengths[seq] = numbers.length
    this.#used += numbers.length
    this.#end = Math.max(this.#end, seq + 1)
  }

  remove(seq: number): void {
    this.#left += this.#lengths[seq] ?? 0
    if (seq < this.#lengths.length) this.#lengths[seq] = 0
  }

  /** false where the list is empty. */
  has(seq: number): boolean {
    return (this.#lengths[seq] ?? 0) > 0
  }

  of(seq: number): Uint32Array {
    const start = this.#starts[seq] ?? 0
    return this.#pool.subarray(start, start + (this.#lengths[seq] ?? 0))
  }

  /** Every number of the list; no list is made. */
  visit(seq: number, each: (number: number) => void): void {
    const start = this.#starts[seq] ?? 0
    const end = start + (this.#lengths[seq] ?? 0)
    for (let at = start; at < end; at++) each(this.#pool[at] ?? 0)
  }

  /** Adds to `counts` how often each number stands in the lists of these entries. */
  tally(entries: Bits, counts: Uint32Array): void {
    const [starts, lengths, pool] = [this.#starts, this.#lengths, this.#pool]
    entries.forEach((seq) => {
      const start = starts[seq] ?? 0
      const end = start + (lengths[seq] ?? 0)
      for (let at = start; at < end; at++) {
        const number = pool[at] ?? 0
        counts[number] = (counts[number] ?? 0) + 1
      }
    })
  }

  forEach(each: (seq: number, numbers: Uint32Array) => void): void {
    for (let seq = 0; seq < this.#end; seq++) if ((this.#lengths[seq] ?? 0) > 0) each(seq, this.of(seq))
  }

  pack(name: string): Parts {
    this.#compact()
    return new Map([[`${name}.lengths`, bytesOf(this.#lengths.subarray(0, this.#end))], [`${name}.numbers`, bytesOf(this.#pool.subarray(0, this.#used))]])
  }

  unpack(name: string, read: ReadPart): void {
    this.#lengths = wordsOf(read(`${name}.lengths`))
    this.#pool = wordsOf(read(`${name}.numbers`))
    this.#end = this.#lengths.length
    this.#starts = new Uint32Array(this.#end)
    this.#used = 0
    this.#left = 0
    for (let seq = 0; seq < this.#end; seq++) {
      this.#starts[seq] = this.#used
      this.#used += this.#lengths[seq] ?? 0
    }
    if (this.#used !== this.#pool.length) throw new Unreadable(`${name}: lists and numbers do not go together`)
  }

  #compact(): void {
    const pool = new Uint32Array(this.#pool.length)
    let used = 0
    for (let seq = 0; seq < this.#end; seq++) {
      const numbers = this.of(seq)
      pool.set(numbers, used)
      this.#starts[seq] = used
      used += numbers.length
    }
    this.#pool = pool
    this.#used = used
    this.#left = 0
  }
}

function grown(array: Uint32Array<ArrayBuffer>, atLeast: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(atLeast, array.length * 2))
  larger.set(array)
  return larger
}
