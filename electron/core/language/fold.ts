/**
 * The fold (search paper §3.1): what two spellings of the same words have in common.
 * Compatibility forms, case, traditional characters, quotes, dashes and brackets become one; blanks inside Chinese vanish.
 * Index, query, verification, marks and the portable pack all use this one function. It imports nothing of Node.
 */
import { isAlphanumeric, isDigit } from './characters.ts'
import { BLANKS, EXPANSIONS, SINGLES } from './fold-table.ts'

/** Raised whenever the same text folds differently than before, so that every index is made anew. */
export const FOLD_VERSION = 1

export interface Folded {
  readonly text: string
  /** `map[i]` is the UTF-16 offset in the original of the character that folded unit `i` came from; `map[text.length]` is the original's length. Never falls. */
  readonly map: Uint32Array
}

interface Expansion {
  readonly units: readonly number[]
  readonly isolated: boolean
}

const EXPANDED = 0xffff
const BLANK = 0xfffe
const REPLACEMENT = 0xfffd
const SPACE = 32
const FULL_STOP = 46
const LINE_FEED = 10

const isCombining = (unit: number): boolean => (unit >= 0x300 && unit <= 0x36f) || unit === 0x3099 || unit === 0x309a

const singles = new Uint16Array(0x10000)
/** 1 for the bulk of Chinese text: what folds to one sign that joins nothing, composes with nothing and is no blank. */
const plain = new Uint8Array(0x10000)
const expansions = new Map<number, Expansion>()
/** Beyond the basic plane: code point → UTF-16 units, and the blanks. */
const high = new Map<number, Expansion>()
let highBlanks: readonly (readonly [number, number])[] = []
readTables()

function readTables(): void {
  const number = (text: string | undefined): number => parseInt(text ?? '1', 36)
  const records = (table: string): string[] => table.trim().split(/\s/)
  for (let unit = 0; unit < 0x10000; unit++) singles[unit] = unit >= 0xd800 && unit <= 0xdfff ? REPLACEMENT : unit
  let end = 0
  for (const record of records(SINGLES)) {
    const [gap, to, count] = record.split(':')
    const from = end + number(gap)
    end = from + number(count)
    for (let code = from; code < end; code++) put(code, [number(to) + code - from], false)
  }
  end = 0
  for (const record of records(EXPANSIONS)) {
    const [gap, codes] = record.split(/[:!]/)
    end += number(gap)
    put(end, codes === '' || codes === undefined ? [] : codes.split('.').map(number), record.includes('!'))
  }
  end = 0
  const ranges: (readonly [number, number])[] = []
  for (const record of records(BLANKS)) {
    const [gap, count] = record.split(':')
    const from = end + number(gap)
    end = from + number(count)
    if (from < 0x10000) singles.fill(BLANK, from, end)
    else ranges.push([from, end])
  }
  highBlanks = ranges
  for (let unit = 0; unit < 0x10000; unit++) {
    const to = singles[unit] ?? 0
    plain[unit] = Number(to < BLANK && to !== REPLACEMENT && !isAlphanumeric(to) && !isCombining(to) && to !== FULL_STOP)
  }
}

function put(code: number, to: readonly number[], isolated: boolean): void {
  const units = to.flatMap((part) => [...String.fromCodePoint(part)].flatMap((character) => Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))))
  const [only] = units
  if (code > 0xffff) high.set(code, { units, isolated })
  else if (units.length === 1 && only !== undefined && !isolated) singles[code] = only
  else {
    singles[code] = EXPANDED
    expansions.set(code, { units, isolated })
  }
}

/** Where folding writes: grown on demand, reused between calls. */
let units = new Uint16Array(1 << 16)
let offsets = new Uint32Array(1 << 16)
let length = 0
/** The last sign written never joins a run (①, ㎡, 。). */
let apart = false

function reserve(extra: number): void {
  if (length + extra <= units.length) return
  const larger = new Uint16Array(Math.max(units.length * 2, length + extra))
  larger.set(units.subarray(0, length))
  const wider = new Uint32Array(larger.length)
  wider.set(offsets.subarray(0, length))
  units = larger
  offsets = wider
}

function write(unit: number, offset: number): void {
  if (length === units.length) reserve(1)
  units[length] = unit
  offsets[length++] = offset
}

/** true when `next` would join the run, or follow the decimal point, that ends the folded text so far. */
function wouldJoin(next: number): boolean {
  if (length === 0) return false
  const last = units[length - 1] ?? 0
  return (isAlphanumeric(last) && isAlphanumeric(next)) || wouldBeDecimal(last, next)
}
/** Whatever stands before the point: what a piece of a text folds to must not hang on what was cut away. */
const wouldBeDecimal = (last: number, next: number): boolean => last === FULL_STOP && isDigit(next)

/** The first of the blanks just read, or -1; and whether a line ends among them. */
let blank = -1
let lineEnds = false

function foldInto(text: string): void {
  length = 0
  apart = false
  blank = -1
  lineEnds = false
  reserve(text.length + 1)
  for (let i = 0; i < text.length; ) {
    const from = i
    i = foldPlain(text, i)
    if (i > from) {
      blank = -1
      lineEnds = false
      apart = false
    }
    if (i < text.length) i += foldOther(text, i)
  }
}

/** Folds plain signs from `from` on and answers where they end. Kept small and its variables local: most of every text passes here. */
function foldPlain(text: string, from: number): number {
  if (units.length - length < text.length - from) reserve(text.length - from)
  const into = units
  const at = offsets
  let written = length
  let i = from
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (plain[code] !== 1) break
    into[written] = singles[code] ?? code
    at[written++] = i
  }
  length = written
  return i
}

/** Folds the one character at `i` and answers how many units it has. */
function foldOther(text: string, i: number): number {
  const code = text.charCodeAt(i)
  let to = singles[code] ?? code
  let expansion: Expansion | undefined
  let width = 1
  if (to === EXPANDED) expansion = expansions.get(code)
  else if (to === REPLACEMENT && code >= 0xd800 && code <= 0xdbff) {
    const point = text.codePointAt(i) ?? code
    if (point > 0xffff) {
      width = 2
      expansion = high.get(point)
      if (highBlanks.some(([from, end]) => point >= from && point < end)) to = BLANK
      else to = expansion ? EXPANDED : code
    }
  }
  if (to === BLANK) {
    if (blank < 0) blank = i
    if (code === LINE_FEED || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x85) lineEnds = true
    return width
  }
  const first = expansion ? expansion.units[0] : to
  if (first === undefined) return width
  const last = length > 0 ? (units[length - 1] ?? 0) : 0
  if (apart || expansion?.isolated === true) {
    if (wouldJoin(first)) write(SPACE, blank < 0 ? i : blank)
  } else if (blank >= 0 && ((isAlphanumeric(last) && isAlphanumeric(first)) || (!lineEnds && wouldBeDecimal(last, first)))) write(SPACE, blank)
  const composed = length > 0 && isCombining(first) ? compose(last, first) : null
  blank = -1
  lineEnds = false
  apart = expansion?.isolated ?? false
  if (composed !== null) units[length - 1] = composed
  else if (expansion) for (const unit of expansion.units) write(unit, i)
  else {
    write(to, i)
    if (width === 2) write(text.charCodeAt(i + 1), i)
  }
  return width
}

/** `e` and a combining accent are the same letter as `é`. */
function compose(last: number, mark: number): number | null {
  const together = String.fromCharCode(last, mark).normalize('NFC')
  return together.length === 1 ? together.charCodeAt(0) : null
}

const decoder = new TextDecoder('utf-16le')
function written(): string {
  return decoder.decode(units.subarray(0, length))
}

/** Folds `text` and keeps where every folded unit came from. Folding twice is folding once. */
export function fold(text: string): Folded {
  foldInto(text)
  const map = new Uint32Array(length + 1)
  map.set(offsets.subarray(0, length))
  map[length] = text.length
  return { text: written(), map }
}

/** The folded text alone. */
export function foldText(text: string): string {
  foldInto(text)
  return written()
}

/**
 * The range of `original` that folded units [start, end) came from; both UTF-16, half open.
 * Blanks before and after are left out; an accent written apart belongs to its letter.
 */
export function originalSpan(original: string, map: Uint32Array, start: number, end: number): [number, number] {
  const from = map[start] ?? original.length
  const last = map[end - 1] ?? from
  let to = last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
  const limit = map[end] ?? original.length
  for (let at = to; at < limit; at++) if (isCombining(singles[original.charCodeAt(at)] ?? 0)) to = at + 1
  return [from, Math.min(to, original.length)]
}
