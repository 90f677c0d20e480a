import { words } from './glyphs.ts'
import { piece, type Piece } from './lines.ts'
import type { Inline } from '../projection.ts'
import { plain } from './glyphs.ts'

/** One line of a column, in the order in which it is read. */
export interface Line extends Piece {
  readonly page: number
  /** Lines of one column in sequence share it; the next column, or the next page, has another. */
  readonly column: number
  readonly inlines: readonly Inline[]
  readonly text: string
  /** The face of most of its characters. */
  readonly face: string
  readonly bold: boolean
}

export function line(parts: readonly Piece[], page: number, column: number): Line {
  const runs = parts.flatMap(({ runs }) => runs)
  const inlines = words(runs)
  const main = runs.reduce((best, run) => (run.text.length > best.text.length ? run : best))
  const whole = piece(runs)
  return { ...whole, y: parts[0]?.y ?? whole.y, size: main.size, page, column, inlines, text: plain(inlines), face: main.face, bold: runs.every(({ bold }) => bold) }
}
