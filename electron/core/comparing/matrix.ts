/** The board as a table: practice × unit. */
import type { Column, Matrix, Row } from '../../contract/comparing.ts'
import { cellOf } from './cell.ts'
import type { ComparedEntry } from './entry.ts'

export interface ComparedColumn {
  readonly column: Column
  readonly entries: readonly ComparedEntry[]
}

/** Cells row by row. `limit` is how many sentences a cell may carry. */
export function matrixOf(columns: readonly ComparedColumn[], rows: readonly Row[], limit: number): Matrix {
  return {
    columns: columns.map(({ column }) => column),
    rows: [...rows],
    cells: rows.flatMap(({ id }) => columns.map(({ column, entries }) => cellOf(id, column.id, entries, limit))),
  }
}
