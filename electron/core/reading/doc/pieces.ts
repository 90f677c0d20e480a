/** The text of a Word document: pieces in the order they are read ([MS-DOC] 2.4.1), and where each character lies in the file. */
import type { Bytes } from '../office/bytes.ts'
import { type Fib, PART } from './fib.ts'

export interface Piece {
  /** Positions in the text. */
  readonly start: number
  readonly end: number
  /** Where it lies in the file, and how many bytes a character has there. */
  readonly at: number
  readonly width: 1 | 2
}
export interface Text {
  readonly characters: string
  readonly pieces: readonly Piece[]
}

const MOST_CHARACTERS = 20_000_000
const SINGLE_BYTES = new TextDecoder('windows-1252')

export function readText(fib: Fib): Text {
  const found = fib.part(PART.pieces)
  if (found === null) throw fib.document.damaged('没有正文的目录')
  const plan = planIn(found)
  const count = Math.floor((plan.length - 4) / 12)
  const pieces: Piece[] = []
  const texts: string[] = []
  let last = 0
  for (let i = 0; i < count; i++) {
    const [start, end] = [plan.u32(i * 4), plan.u32(i * 4 + 4)]
    if (start !== last || end < start || end > MOST_CHARACTERS) throw plan.damaged('正文的目录有误')
    last = end
    const place = plan.u32((count + 1) * 4 + i * 8 + 2)
    const width = (place & 0x40000000) === 0 ? 2 : 1
    const at = width === 2 ? place & 0x3fffffff : (place & 0x3fffffff) >>> 1
    const bytes = fib.document.slice(at, (end - start) * width)
    texts.push(width === 2 ? bytes.utf16(0, end - start) : SINGLE_BYTES.decode(bytes.bytes))
    pieces.push({ start, end, at, width })
  }
  return { characters: texts.join(''), pieces }
}

/** The list of pieces, behind the changes that were saved without rewriting. */
function planIn(found: Bytes): Bytes {
  let at = 0
  while (found.u8(at) === 1) at += 3 + found.u16(at + 1)
  if (found.u8(at) !== 2) throw found.damaged('正文的目录有误')
  return found.slice(at + 5, Math.min(found.u32(at + 1), found.length - at - 5))
}
