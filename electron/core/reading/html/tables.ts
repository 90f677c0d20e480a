/** Tables that hold data, laid out cell by cell; tables that only place parts of a page are not tables to a reader. */
import { isHidden } from './elements.ts'
import type { Element, Node } from './tree.ts'

/** null stands where a cell of another column or row reaches. */
export type Cell = Element | null
export interface LaidTable {
  readonly captions: readonly Element[]
  readonly rows: readonly (readonly Cell[])[]
}

const MAX_COLUMNS = 200
/** Longer cells are parts of a page. */
const LONGEST_CELL = 600

/** null when the table only places parts of the page: its contents are then read as they stand. */
export function layTable(table: Element): LaidTable | null {
  const rows = rowsOf(table)
  const cells = rows.flatMap(cellsOf)
  if (rows.length === 0 || cells.length < 2 || !isData(table, rows, cells)) return null
  return { captions: table.children.filter((child): child is Element => isNamed(child, 'caption')), rows: lay(rows) }
}

const isNamed = (node: Node, ...names: readonly string[]): node is Element => typeof node !== 'string' && names.includes(node.name)

function rowsOf(table: Element): readonly Element[] {
  return table.children.flatMap((child) => (isNamed(child, 'tr') ? [child] : isNamed(child, 'tbody', 'thead', 'tfoot') ? child.children.filter((row): row is Element => isNamed(row, 'tr')) : [])).filter((row) => !isHidden(row))
}

const cellsOf = (row: Element): readonly Element[] => row.children.filter((cell): cell is Element => isNamed(cell, 'td', 'th'))

function isData(table: Element, rows: readonly Element[], cells: readonly Element[]): boolean {
  if (table.attributes['role'] === 'presentation') return false
  const measures = cells.map(measure)
  if (measures.some(({ parts, length }) => parts > 0 || length > LONGEST_CELL)) return false
  const told = rows.some((row) => row.children.some((cell) => isNamed(cell, 'th'))) || table.children.some((child) => isNamed(child, 'caption', 'thead'))
  const wide = rows.filter((row) => cellsOf(row).length >= 2).length
  return told || (rows.length >= 2 && wide * 2 >= rows.length)
}

/** How long the words of a cell are, and how many parts of a page stand in it that no cell of data holds. */
function measure(cell: Element): { readonly length: number; readonly parts: number } {
  let length = 0
  let parts = 0
  const look = (node: Node): void => {
    if (typeof node === 'string') length += node.trim().length
    else {
      if (isNamed(node, 'table', 'h1', 'h2', 'article', 'section', 'form', 'blockquote')) parts++
      for (const child of node.children) look(child)
    }
  }
  for (const child of cell.children) look(child)
  return { length, parts }
}

function lay(rows: readonly Element[]): readonly (readonly Cell[])[] {
  /** For each column, how many more rows the cell above reaches down. */
  const reaching: number[] = []
  return rows.map((row) => {
    const line: Cell[] = []
    const skip = (): void => {
      while ((reaching[line.length] ?? 0) > 0) {
        reaching[line.length] = (reaching[line.length] ?? 0) - 1
        line.push(null)
      }
    }
    for (const cell of cellsOf(row)) {
      skip()
      const across = Math.min(span(cell.attributes['colspan'], 1), MAX_COLUMNS - line.length)
      // 0 reaches to the end of the table.
      const down = span(cell.attributes['rowspan'], 0) === 0 ? rows.length : span(cell.attributes['rowspan'], 0)
      for (let i = 0; i < across; i++) {
        reaching[line.length] = down - 1
        line.push(i === 0 ? cell : null)
      }
      if (line.length >= MAX_COLUMNS) break
    }
    skip()
    return line
  })
}

/** As browsers read it: a whole number, or 1. */
function span(text: string | undefined, least: 0 | 1): number {
  const number = text === undefined ? 1 : Number.parseInt(text, 10)
  return Number.isNaN(number) || number < least ? 1 : Math.min(number, 65_534)
}
