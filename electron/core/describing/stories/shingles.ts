/** Four characters at a time, as numbers: what of a text survives another title, other line breaks, other punctuation, 繁体. */
import { foldText } from '../../language/index.ts'

const LENGTH = 4
const KEPT = /[\p{Script=Han}\p{L}\p{N}]/u
/** 1 where a unit by itself is kept; what takes two units is asked for one by one. */
const kept = Uint8Array.from({ length: 0x10000 }, (_, unit) => Number(KEPT.test(String.fromCharCode(unit))))

/** The distinct shingles of the folded text without blanks and punctuation, as unsigned 32-bit hashes in the order of the text. */
export function shinglesOf(text: string): Uint32Array {
  const plain = unitsOf(foldText(text))
  const found = new Uint32Array(Math.max(0, plain.length - LENGTH + 1))
  const isNew = distinct(found.length)
  let count = 0
  for (let at = 0; at < found.length; at++) {
    let hash = 0x811c9dc5
    for (let i = at; i < at + LENGTH; i++) hash = Math.imul(hash ^ (plain[i] ?? 0), 0x01000193)
    const mixed = mix(hash)
    if (isNew(mixed)) found[count++] = mixed
  }
  return found.slice(0, count)
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

/** Tells of each number whether it comes for the first time; for so many at most. A Set of numbers this large takes five times as long. */
function distinct(most: number): (value: number) => boolean {
  let size = 16
  while (size < most * 2) size *= 2
  const slots = new Uint32Array(size)
  let zero = false
  return (value) => {
    if (value === 0) {
      const first = !zero
      zero = true
      return first
    }
    for (let at = value & (size - 1); ; at = (at + 1) & (size - 1)) {
      const there = slots[at]
      if (there === value) return false
      if (there === 0) {
        slots[at] = value
        return true
      }
    }
  }
}

/** The finaliser of MurmurHash3: neighbouring hashes must not stay neighbours, for the smallest ones stand for the text. */
export function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
