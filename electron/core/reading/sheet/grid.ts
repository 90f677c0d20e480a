/** Rows of cells as a person sees them, whatever file they came from. */
import type { ReadWarning } from '../document.ts'

export type Row = readonly string[]
export interface Sheet {
  readonly name: string
  /** Without empty rows, and without empty cells at their ends. A cell may have several lines. */
  readonly rows: readonly Row[]
}

export const MAX_ROWS = 5000
export const MAX_COLUMNS = 200
export const MAX_SHEETS = 30
/** Of all sheets together: more than this nobody reads, and every cell is a node of a tree. */
export const MAX_CELLS = 200_000

/** Line ends become '\n', tabs blanks: a tab stands between cells. */
export function tidy(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row): Row[] => {
    const cells = row.slice(0, MAX_COLUMNS).map((cell) => cell.replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n').replaceAll('\t', ' '))
    const last = cells.findLastIndex((cell) => cell.trim() !== '')
    return last < 0 ? [] : [cells.slice(0, last + 1)]
  })
}

/** Cuts what is too much, from the end; says how many rows are left out. */
export function bounded(sheets: readonly Sheet[]): { readonly sheets: readonly Sheet[]; readonly leftOut: number } {
  let cells = 0
  let leftOut = 0
  const kept = sheets.map(({ name, rows }): Sheet => {
    const fitting = rows.slice(0, MAX_ROWS).filter((row) => (cells += row.length) <= MAX_CELLS)
    leftOut += rows.length - fitting.length
    return { name, rows: fitting }
  })
  return { sheets: kept, leftOut }
}

export const leftOutWarning = (text: string, reason: string): ReadWarning => ({ rule: 'reading.left-out', text, reason, raw: { start: 0, end: 0 } })
