/** Rows of cells as a person sees them, whatever file they came from. */
import type { ReadWarning } from '../document.ts'

export type Row = readonly string[]
export interface Sheet {
  readonly name: string
  /** Once it is tidy, without empty rows and without empty cells at their ends. A cell may have several lines. */
  readonly rows: readonly Row[]
  /** By the row they stand beside. */
  readonly pictures: ReadonlyMap<number, readonly CellPicture[]>
}
/** `words` is what the file says of it. */
export interface CellPicture {
  readonly id: string
  readonly words: string
}
export const NO_PICTURES: Sheet['pictures'] = new Map()

export const MAX_ROWS = 5000
export const MAX_COLUMNS = 200
export const MAX_SHEETS = 30
/** Of all sheets together: more than this nobody reads, and every cell is a node of a tree. */
export const MAX_CELLS = 200_000

/** Line ends become '\n', tabs blanks: a tab stands between cells. Pictures beside an empty row go to the row above it. */
export function tidy({ name, rows, pictures }: Sheet): Sheet {
  const kept: Row[] = []
  const beside = new Map<number, readonly CellPicture[]>()
  for (const [y, row] of rows.entries()) {
    const cells = row.slice(0, MAX_COLUMNS).map((cell) => cell.replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').replaceAll('\t', ' '))
    const last = cells.findLastIndex((cell) => cell.trim() !== '')
    if (last >= 0) kept.push(cells.slice(0, last + 1))
    const at = Math.max(0, kept.length - 1)
    const found = pictures.get(y)
    if (found) beside.set(at, [...(beside.get(at) ?? []), ...found])
  }
  const below = [...pictures].filter(([y]) => y >= rows.length).toSorted(([a], [b]) => a - b).flatMap(([, found]) => found)
  const end = Math.max(0, kept.length - 1)
  if (below.length > 0) beside.set(end, [...(beside.get(end) ?? []), ...below])
  return { name, rows: kept, pictures: beside }
}

/** Cuts what is too much, from the end; says how many rows are left out. */
export function bounded(sheets: readonly Sheet[]): { readonly sheets: readonly Sheet[]; readonly leftOut: number } {
  let cells = 0
  let leftOut = 0
  const kept = sheets.map(({ name, rows, pictures }): Sheet => {
    const fitting = rows.slice(0, MAX_ROWS).filter((row) => (cells += row.length) <= MAX_CELLS)
    leftOut += rows.length - fitting.length
    return { name, rows: fitting, pictures }
  })
  return { sheets: kept, leftOut }
}

export const leftOutWarning = (text: string, reason: string): ReadWarning => ({ rule: 'reading.left-out', text, reason, raw: { start: 0, end: 0 } })
