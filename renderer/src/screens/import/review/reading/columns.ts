/** The tables of a file, and what their columns are said to be. */
import type { ColumnGuess, Columns, ReadOptions, RowField } from '../../../../../../electron/contract/reviewing.ts'

export type Rows = readonly (readonly string[])[]
export type ByRow = Extract<Columns, { readonly as: 'rows' }>

export const widthOf = (rows: Rows): number => rows.reduce((most, row) => Math.max(most, row.length), 0)

/** One field for each column, also of those that only lower rows have; nothing said of the rest. */
const fieldsFor = (given: readonly (RowField | null)[], width: number): (RowField | null)[] => Array.from({ length: Math.max(1, width, given.length) }, (_, n) => given[n] ?? null)

/** What reading, too, lets several columns hold: texts, people, the parts of a place, keywords. */
const SEVERAL: ReadonlySet<RowField> = new Set(['body', 'author', 'editor', 'place', 'keywords'])

/** Column `n` is `field`; another that was the same is nothing any more, except where several columns may hold it. */
export function withField(fields: readonly (RowField | null)[], n: number, field: RowField | null): (RowField | null)[] {
  const many = field === null || SEVERAL.has(field)
  return fields.map((one, at) => (at === n ? field : !many && one === field ? null : one))
}

/** The rows as articles: as the table is read, or else as reading took it. Where it found a table and no articles, every cell is text until a person says what it is. */
export function byRows(columns: Columns, { guess, header, rows }: ColumnGuess): ByRow {
  const width = widthOf(rows)
  const known = [columns, guess].find((one): one is ByRow => one.as === 'rows')
  if (known !== undefined) return { ...known, fields: fieldsFor(known.fields, width) }
  const head = header.every((word) => word === '') ? -1 : rows.findIndex((row) => header.every((word, n) => (row[n] ?? '') === word))
  return { as: 'rows', header: head < 0 ? null : head, fields: Array.from({ length: Math.max(1, width) }, () => 'body' as const) }
}

/** What a person says of table `n`, beside what was said of the others; null leaves it to the rules. */
export function withSheet(sheets: ReadOptions['sheets'], n: number, columns: Columns | null): ReadOptions['sheets'] {
  const said = Array.from({ length: Math.max(sheets.length, n + 1) }, (_, at) => (at === n ? columns : (sheets[at] ?? null)))
  return said.slice(0, said.findLastIndex((one) => one !== null) + 1)
}
