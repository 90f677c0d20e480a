/** The signs of an RTF file (1.9.1), one after the other, in time that grows with its length only. */
import { Refusal } from '../../../contract/errors.ts'

export interface Signs {
  readonly open: () => void
  readonly close: () => void
  /** `\b0`: word b, number 0; null where no number follows. */
  readonly word: (word: string, number: number | null) => void
  /** `\~`: one character that is no letter, the hexadecimal escape apart. */
  readonly symbol: (character: string) => void
  /** `\'d6`, or a run of plain bytes of the file. */
  readonly escaped: (byte: number) => void
  readonly plain: (bytes: Uint8Array) => void
  /** What `\bin` holds. */
  readonly binary: (bytes: Uint8Array) => void
}

/** Word writes about twenty deep. */
const MAX_DEPTH = 500
const [OPEN, CLOSE, BACKSLASH, CR, LF, QUOTE, MINUS, BLANK] = [0x7b, 0x7d, 0x5c, 0x0d, 0x0a, 0x27, 0x2d, 0x20]
const LONGEST_WORD = 64
const MOST_DIGITS = 10

/** Returns how many groups were left open. Throws TOO_DEEP. */
export function scan(bytes: Uint8Array, file: string, signs: Signs): number {
  let depth = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]
    if (byte === OPEN) {
      if (++depth > MAX_DEPTH) throw new Refusal('TOO_DEEP', { file, limit: String(MAX_DEPTH) })
      signs.open()
      at++
    } else if (byte === CLOSE) {
      at++
      if (depth === 0) continue
      signs.close()
      // What follows the end of the document is not part of it.
      if (--depth === 0) return 0
    } else if (byte === BACKSLASH) at = control(bytes, at + 1, signs)
    else if (byte === CR || byte === LF || byte === 0) at++
    else {
      const start = at
      while (at < bytes.length && !isSign(bytes[at])) at++
      signs.plain(bytes.subarray(start, at))
    }
  }
  return depth
}

const isSign = (byte: number | undefined): boolean => byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === CR || byte === LF || byte === 0
const isLetter = (byte: number | undefined): boolean => byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** Returns where the next sign begins. */
function control(bytes: Uint8Array, start: number, signs: Signs): number {
  const first = bytes[start]
  if (first === undefined) return start
  if (first === QUOTE) {
    const value = Number.parseInt(String.fromCharCode(bytes[start + 1] ?? 0, bytes[start + 2] ?? 0), 16)
    if (!Number.isNaN(value)) signs.escaped(value)
    return start + 3
  }
  if (!isLetter(first)) {
    signs.symbol(String.fromCharCode(first))
    return start + 1
  }
  let at = start
  while (isLetter(bytes[at]) && at - start < LONGEST_WORD) at++
  const word = String.fromCharCode(...bytes.subarray(start, at))
  const negative = bytes[at] === MINUS && isDigit(bytes[at + 1])
  if (negative) at++
  const digits = at
  while (isDigit(bytes[at]) && at - digits < MOST_DIGITS) at++
  const number = at === digits ? null : Number(String.fromCharCode(...bytes.subarray(digits, at))) * (negative ? -1 : 1)
  if (bytes[at] === BLANK) at++
  if (word === 'bin') {
    const end = Math.min(bytes.length, at + Math.max(0, number ?? 0))
    signs.binary(bytes.subarray(at, end))
    return end
  }
  signs.word(word, number)
  return at
}
