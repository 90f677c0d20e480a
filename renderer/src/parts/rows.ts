/** Rows of tables: a `table` paragraph is one row with '\t' between its cells, and rows that follow each other are one table. */
import type { ParagraphKind } from '../../../electron/contract/entry.ts'

export interface Cell {
  /** Where the cell begins in what `start` of the row counts from. */
  readonly start: number
  readonly text: string
}

export function cellsOf(text: string, start: number): readonly Cell[] {
  let at = start
  return text.split('\t').map((cell) => {
    const from = at
    at += cell.length + 1
    return { start: from, text: cell }
  })
}

/** Paragraphs as they are drawn: each by itself, or rows that follow each other together. */
export function together<T>(paragraphs: readonly T[], kindOf: (paragraph: T) => ParagraphKind): readonly (readonly T[])[] {
  const groups: T[][] = []
  let table: T[] | null = null
  for (const paragraph of paragraphs) {
    const row = kindOf(paragraph) === 'table'
    if (row && table !== null) table.push(paragraph)
    else groups.push(table = [paragraph])
    if (!row) table = null
  }
  return groups
}

const FIGURE = /^[\d\s.,:%‰+\-/年月日号．，：％－—]+$/u

/** Whether the first row names the columns: it fills all of them, with words, and others follow it. */
export function namesColumns(rows: readonly (readonly Cell[])[]): boolean {
  const [first, second] = rows
  return first !== undefined && second !== undefined && first.length > 1 && first.length >= second.length && first.every(({ text }) => text.trim() !== '' && text.length <= 40 && !FIGURE.test(text))
}
