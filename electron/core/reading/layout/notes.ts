/** Footnotes: small lines at the foot of a page that begin with a mark. */
import type { Line } from './block.ts'
import { lineUp, type Piece } from './lines.ts'
import { plain, words } from './glyphs.ts'

const MARK = /^(?:([①-⑳❶-❿])|[[［〔【(（]\s?(\d{1,3})\s?[\]］〕】)）]|(\d{1,3})(?=[\s.．、\u3400-\u9FFF“《])|(\*{1,3}|[†‡]))/
/** Parts of the body's size. */
const SMALL = 0.92
const FOOT = 0.55

export interface Foot {
  /** The mark as a reader compares it: ①, 1, *. */
  readonly mark: string
  readonly first: Piece
}

/** The first piece of each footnote of a page, from top to bottom. */
export function footnotes(pieces: readonly Piece[], { height, body }: { readonly height: number; readonly body: number }): readonly Foot[] {
  const rows = lineUp(pieces)
  let start = rows.length
  while (start > 0 && isSmall(rows[start - 1] ?? [], { height, body })) start--
  return rows.slice(start).flatMap((row): Foot[] => {
    const first = row[0]
    const mark = first ? markOf(plain(words(row.flatMap(({ runs }) => runs)))) : null
    return first && mark !== null ? [{ mark, first }] : []
  })
}

export function markOf(text: string): string | null {
  const match = MARK.exec(text)
  return match ? (match[1] ?? match[2] ?? match[3] ?? match[4] ?? null) : null
}

const isSmall = (row: readonly Piece[], { height, body }: { readonly height: number; readonly body: number }): boolean => row.length > 0 && row.every(({ size, y }) => size <= SMALL * body && y > FOOT * height)

/** Lines from a footnote's first on belong to it, until the next begins or the column ends. */
export function withNotes(lines: readonly Line[], starts: ReadonlyMap<Piece, string>): readonly Line[] {
  if (starts.size === 0) return lines
  let label: string | null = null
  return lines.map((line) => {
    const begun = [...starts].find(([first]) => first.runs[0] !== undefined && line.runs.includes(first.runs[0]))?.[1]
    label = begun ?? label
    return label === null ? line : { ...line, note: label }
  })
}
