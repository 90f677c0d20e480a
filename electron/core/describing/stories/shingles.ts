/** Four characters at a time, as numbers: what of a text survives another title, other line breaks, other punctuation, 繁体. */
import { foldText } from '../../language/index.ts'

const LENGTH = 4
const KEPT = /[\p{Script=Han}\p{L}\p{N}]/u
/** 1 where a unit by itself is kept; what takes two units is asked for one by one. */
const kept = Uint8Array.from({ length: 0x10000 }, (_, unit) => Number(KEPT.test(String.fromCharCode(unit))))

/** The distinct shingles of the folded text without blanks and punctuation, as unsigned 32-bit hashes in no order. */
export function shinglesOf(text: string): Uint32Array {
  const plain = unitsOf(foldText(text))
  const found = new Numbers()
  for (let at = 0; at + LENGTH <= plain.length; at++) {
    let hash = 0x811c9dc5
    for (let i = at; i < at + LENGTH; i++) hash = Math.imul(hash ^ (plain[i] ?? 0), 0x01000193)
    found.add(mix(hash))
  }
  return found.all()
}

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (kept[unit] === 1) units[count++] = unit
    else if (unit >= 0xd800 && unit <= 0xdbff && KEPT.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) {
      units[count++] = unit
      units[count++] = text.charCodeAt(++at)
    }
  }
  return units.subarray(0, count)
}

/** Distinct numbers of 32 bits, mixed already. A Set of numbers this large takes five times as long. */
class Numbers {
  #slots = new Uint32Array(1 << 12)
  #count = 0
  /** 0 marks a free slot. */
  #zero = false

  add(value: number): void {
    if (value === 0) this.#zero = true
    else if (this.#put(value)) {
      this.#count++
      if (this.#count * 2 > this.#slots.length) this.#grow()
    }
  }

  all(): Uint32Array {
    const found = new Uint32Array(this.#count + Number(this.#zero))
    const slots = this.#slots
    let count = 0
    for (let at = 0; at < slots.length; at++) {
      const value = slots[at] ?? 0
      if (value !== 0) found[count++] = value
    }
    return found
  }

  #put(value: number): boolean {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let at = value & mask; ; at = (at + 1) & mask) {
      const there = slots[at]
      if (there === value) return false
      if (there === 0) {
        slots[at] = value
        return true
      }
    }
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Uint32Array(before.length * 2)
    for (const value of before) if (value !== 0) this.#put(value)
  }
}

/** The finaliser of MurmurHash3: neighbouring hashes must not stay neighbours, for the smallest ones stand for the text. */
export function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
