/** Which look each stretch of the file has: pages of 512 bytes that list stretches and their sprms ([MS-DOC] 2.9.33 and 2.9.175). */
import type { Bytes } from '../office/bytes.ts'
import { type Fib, PART } from './fib.ts'
import type { Piece, Text } from './pieces.ts'
import { type Sprm, sprmsOf } from './sprms.ts'

export interface Format {
  readonly bytes: Bytes
  readonly sprms: readonly Sprm[]
  /** The paragraph's style; null for runs. */
  readonly style: number | null
}
interface Stretch {
  readonly start: number
  readonly end: number
  readonly format: Format
}

const PAGE = 512

export class Formats {
  private readonly stretches: readonly Stretch[]
  private readonly text: Text
  private lastPiece = 0

  constructor(fib: Fib, text: Text, kind: 'runs' | 'paragraphs') {
    this.text = text
    this.stretches = stretchesOf(fib, kind)
  }

  /** The format of the character at `position` of the text; null where the file gives none. */
  at(position: number): Format | null {
    return this.until(position).format
  }

  /** The same, and where in the text the format ends at the latest. */
  until(position: number): { readonly format: Format | null; readonly end: number } {
    const piece = this.pieceAt(position)
    if (piece === undefined) return { format: null, end: position + 1 }
    const place = piece.at + (position - piece.start) * piece.width
    const stretch = this.stretchAt(place)
    if (stretch === undefined) return { format: null, end: position + 1 }
    return { format: stretch.format, end: Math.min(piece.end, position + Math.max(1, Math.floor((stretch.end - place) / piece.width))) }
  }

  /** Whoever reads goes forward: the piece is the last one asked for, or near it. */
  private pieceAt(position: number): Piece | undefined {
    const { pieces } = this.text
    const near = pieces[this.lastPiece]
    if (near !== undefined && position >= near.start && position < near.end) return near
    const found = search(pieces, position)
    if (found !== -1) this.lastPiece = found
    return pieces[found]
  }

  private stretchAt(place: number): Stretch | undefined {
    return this.stretches[search(this.stretches, place)]
  }
}

/** The index of the range that holds `at`; −1 where none does. Ranges are in order. */
function search(ranges: readonly { readonly start: number; readonly end: number }[], at: number): number {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return -1
    if (at < range.start) high = middle - 1
    else if (at >= range.end) low = middle + 1
    else return middle
  }
  return -1
}

function stretchesOf(fib: Fib, kind: 'runs' | 'paragraphs'): readonly Stretch[] {
  const index = fib.part(kind === 'runs' ? PART.runs : PART.paragraphs)
  if (index === null) return []
  const count = Math.floor((index.length - 4) / 8)
  const found: Stretch[] = []
  for (let i = 0; i < count; i++) {
    const at = (index.u32((count + 1) * 4 + i * 4) & 0x3fffff) * PAGE
    // A page that lies outside the file says nothing; the words are there without it.
    if (at + PAGE <= fib.document.length) for (const stretch of pageOf(fib.document.slice(at, PAGE), kind)) found.push(stretch)
  }
  return found.sort((a, b) => a.start - b.start)
}

function pageOf(page: Bytes, kind: 'runs' | 'paragraphs'): readonly Stretch[] {
  const width = kind === 'runs' ? 1 : 13
  const count = Math.min(page.u8(PAGE - 1), Math.floor((PAGE - 5) / (4 + width)))
  return Array.from({ length: count }, (_, i): Stretch => {
    const offset = page.u8((count + 1) * 4 + i * width) * 2
    return { start: page.u32(i * 4), end: page.u32(i * 4 + 4), format: kind === 'runs' ? runFormat(page, offset) : paragraphFormat(page, offset) }
  }).filter(({ start, end }) => end > start)
}

function runFormat(page: Bytes, at: number): Format {
  if (at === 0) return { bytes: page, sprms: [], style: null }
  const end = Math.min(PAGE, at + 1 + page.u8(at))
  return { bytes: page, sprms: sprmsOf(page, at + 1, end), style: null }
}

function paragraphFormat(page: Bytes, at: number): Format {
  if (at === 0) return { bytes: page, sprms: [], style: 0 }
  const half = page.u8(at)
  const start = half === 0 ? at + 2 : at + 1
  const end = Math.min(PAGE, half === 0 ? (at + 1 < PAGE ? start + page.u8(at + 1) * 2 : PAGE) : start + half * 2 - 1)
  return start + 2 > PAGE ? { bytes: page, sprms: [], style: 0 } : { bytes: page, sprms: sprmsOf(page, start + 2, end), style: page.u16(start) }
}
