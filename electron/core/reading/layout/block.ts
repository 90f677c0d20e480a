import type { Inline } from '../projection.ts'
import { plain, words } from './glyphs.ts'
import { piece, type Piece } from './lines.ts'
import type { Run } from './run.ts'

/** Why a line is no part of the text; `rule` names the rule of cleaning that is to drop it. */
export interface Aside {
  readonly rule: 'running-head' | 'watermark' | 'contents'
  readonly reason: string
}
export type Cells = readonly (readonly Inline[])[]

/** One line of a column, in the order in which it is read; or a whole table, which stands for its first line. */
export interface Line extends Piece {
  readonly page: number
  /** Lines of one column in sequence share it; the next column, or the next page, has another. */
  readonly column: number
  readonly inlines: readonly Inline[]
  readonly text: string
  /** The face of most of its characters. */
  readonly face: string
  readonly bold: boolean
  readonly aside: Aside | null
  readonly table: readonly Cells[] | null
  /** The label of the footnote whose first line it is, or that it goes on with. */
  readonly note: string | null
}

export interface Where {
  readonly page: number
  readonly column: number
  readonly aside?: Aside | null
  /** The label of the footnote that a small raised run refers to. */
  readonly refers?: (run: Run) => string | null
}

export function line(parts: readonly Piece[], { page, column, aside = null, refers }: Where): Line {
  const runs = parts.flatMap(({ runs }) => runs)
  const whole = piece(runs)
  const host = parts[0] ?? whole
  const refersTo = (run: Run): string | null => (refers !== undefined && run.size < 0.85 * host.size && run.y < host.y - 0.1 * host.size ? refers(run) : null)
  const inlines = words(runs, refersTo)
  const main = runs.reduce((best, run) => (run.text.length > best.text.length ? run : best))
  return { ...whole, y: host.y, size: main.size, page, column, inlines, text: plain(inlines), face: main.face, bold: runs.every(({ bold }) => bold), aside, table: null, note: null }
}
