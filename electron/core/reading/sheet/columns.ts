/** Guesses what a table is: a list of articles, one a row, or a table to be read as such. Pure; a person sees the guess and may decide otherwise. */
import type { ColumnGuess, Columns, RowField } from '../../../contract/reviewing.ts'
import type { Row } from './grid.ts'
import { namedField, type Named } from './words.ts'

const HEAD_WITHIN = 6
const LONGEST_HEAD = 30
/** Cells of a column that is called 正文 and the like; and of one that nobody names. */
const NAMED_BODY = 30
const UNNAMED_BODY = 120
/** Rows that a person judges by; fewer where they are very wide. */
const SHOWN_ROWS = 20
const SHOWN_CELLS = 600
const SHOWN_CELL = 200

const DATE = /^(?:19|20)\d{2}\s*(?:[-/.年]\s*\d{1,2}\s*(?:[-/.月]\s*\d{1,2}\s*日?)?)?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?月?$/
const URL = /^https?:\/\/\S+$/i
const NUMBER = /^[-+]?[\d,.%]+$/

interface Column {
  readonly cells: readonly string[]
  readonly mean: number
}

export function guessColumns(rows: readonly Row[]): ColumnGuess {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const header = headOf(rows)
  const heads = header === null ? [] : (rows[header] ?? [])
  const guess = width < 2 && header === null ? { as: 'table' as const } : guessed(rows, width, header, heads)
  return {
    guess,
    header: Array.from({ length: width }, (_, x) => cut(heads[x] ?? '')),
    rows: rows.slice(0, Math.max(3, Math.min(SHOWN_ROWS, Math.floor(SHOWN_CELLS / Math.max(1, width))))).map((row) => row.map(cut)),
  }
}

const cut = (cell: string): string => (cell.length > SHOWN_CELL ? `${cell.slice(0, SHOWN_CELL)}…` : cell)

/** The first of the first rows that reads like one: short different words, and one of them a name we know; else the first row when what stands below is of another kind. */
function headOf(rows: readonly Row[]): number | null {
  const near = rows.slice(0, HEAD_WITHIN)
  const known = near.findIndex((row) => looksLikeHead(row) && row.some((cell) => namedField(cell) !== null))
  if (known >= 0) return known
  const [first, ...rest] = rows
  if (first === undefined || rest.length === 0 || !looksLikeHead(first)) return null
  const differs = first.some((head, x) => {
    const cells = rest.flatMap((row) => (row[x] ? [row[x]] : []))
    return cells.length > 0 && cells.every((cell) => NUMBER.test(cell) || DATE.test(cell) || URL.test(cell) || cell.length > LONGEST_HEAD + head.length)
  })
  return differs ? 0 : null
}

function looksLikeHead(row: Row): boolean {
  const cells = row.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return cells.length >= 1 && new Set(cells).size === cells.length && cells.every((cell) => cell.length <= LONGEST_HEAD && !cell.includes('\n') && !URL.test(cell) && !DATE.test(cell) && !NUMBER.test(cell))
}

function guessed(rows: readonly Row[], width: number, header: number | null, heads: Row): Columns {
  const below = rows.slice(header === null ? 0 : header + 1)
  if (below.length === 0) return { as: 'table' }
  const columns = Array.from({ length: width }, (_, x): Column => {
    const cells = below.map((row) => (row[x] ?? '').trim()).filter((cell) => cell !== '')
    return { cells, mean: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length) }
  })
  const named = columns.map((column, x) => credible(namedField(heads[x] ?? ''), column))
  const body = bodyOf(columns, named, below.length)
  if (body === null) return { as: 'table' }
  const fields: (RowField | null)[] = columns.map((column, x) => (x === body ? 'body' : fieldOf(column, named[x] ?? null)))
  keepOne(fields, named)
  if (!fields.includes('title')) {
    const title = titleOf(columns, fields, body)
    if (title >= 0) fields[title] = 'title'
  }
  return { as: 'rows', header, fields }
}

const most = (cells: readonly string[], fits: (cell: string) => boolean): boolean => cells.length > 0 && cells.filter(fits).length * 2 > cells.length

/** A column's name counts only when its cells do not speak against it. */
function credible(named: Named | null, { cells, mean }: Column): Named | null {
  if (named === null || cells.length === 0) return named
  switch (named.field) {
    case 'url':
      return most(cells, (cell) => URL.test(cell)) ? named : null
    case 'date':
      return most(cells, (cell) => /\d/.test(cell) && cell.length <= 40) ? named : null
    case 'body':
      return mean >= NAMED_BODY ? named : null
    case 'title':
      return mean <= 150 && !most(cells, (cell) => NUMBER.test(cell)) ? named : null
    default:
      return mean <= 120 && !most(cells, (cell) => URL.test(cell)) ? named : null
  }
}

/** The best-named column of texts; without one, the column of the longest texts, when they are texts. */
function bodyOf(columns: readonly Column[], named: readonly (Named | null)[], rows: number): number | null {
  const called = columns.flatMap(({ mean }, x) => (named[x]?.field === 'body' ? [{ x, rank: named[x].rank, mean }] : [])).toSorted((a, b) => a.rank - b.rank || b.mean - a.mean)
  if (called[0]) return called[0].x
  const longest = columns.map(({ mean, cells }, x) => ({ x, mean, filled: cells.length })).filter(({ x, filled }) => named[x] == null && filled * 2 > rows).toSorted((a, b) => b.mean - a.mean)[0]
  return longest && longest.mean >= UNNAMED_BODY ? longest.x : null
}

function fieldOf({ cells }: Column, named: Named | null): RowField | null {
  if (named !== null) return named.field === 'body' ? null : named.field
  if (most(cells, (cell) => URL.test(cell))) return 'url'
  return cells.every((cell) => DATE.test(cell) && /[-/.年]/.test(cell)) && cells.length > 0 ? 'date' : null
}

/** Names, places and words may stand in several columns, the rest in one: the first of those that are called so. */
function keepOne(fields: (RowField | null)[], named: readonly (Named | null)[]): void {
  const several: ReadonlySet<RowField> = new Set(['author', 'editor', 'place', 'keywords'])
  for (const field of new Set(fields)) {
    if (field === null || several.has(field)) continue
    const places = fields.flatMap((one, x) => (one === field ? [x] : []))
    const best = places.find((x) => named[x] != null) ?? places[0]
    for (const x of places) if (x !== best) fields[x] = null
  }
}

/** Without a name for it: short different texts before the body. */
function titleOf(columns: readonly Column[], fields: readonly (RowField | null)[], body: number): number {
  return columns.findIndex(({ cells, mean }, x) => x < body && fields[x] === null && mean >= 6 && mean <= 60 && new Set(cells).size * 10 >= cells.length * 9 && !most(cells, (cell) => NUMBER.test(cell) || DATE.test(cell)))
}
