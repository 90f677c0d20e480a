/** A table as rows of cells, and what its columns are said to be. */
import type { ColumnGuess, Columns, RowField } from '../../../../../../electron/contract/reviewing.ts'
import type { PreviewArticle } from '../../../../../../electron/contract/rereading.ts'
import { cellsOf } from '../../../../parts/rows.ts'

export type Rows = readonly (readonly string[])[]
export type ByRow = Extract<Columns, { readonly as: 'rows' }>

/** The first table of a file that was read as one article. */
export function sampleOf(articles: readonly Pick<PreviewArticle, 'paragraphs'>[], most: number): Rows {
  const paragraphs = articles[0]?.paragraphs ?? []
  const from = paragraphs.findIndex(({ kind }) => kind === 'table')
  if (from < 0) return []
  const stop = paragraphs.findIndex(({ kind }, n) => n > from && kind !== 'table')
  return paragraphs.slice(from, stop < 0 ? undefined : stop).slice(0, most).map(({ text }) => cellsOf(text, 0).map((cell) => cell.text))
}

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

/** How the table is read: as a person has said, or else as reading itself took it. */
export const inForce = (chosen: Columns | null, found: ColumnGuess | null): Columns => chosen ?? found?.guess ?? { as: 'table' }

/** The rows as articles: the mapping in force, or else what reading found. Where it found a table and no articles, every cell is text until a person says what it is. */
export function byRows(chosen: Columns | null, found: ColumnGuess | null, rows: Rows): ByRow {
  const width = widthOf(rows)
  const known = [chosen, found?.guess].find((columns): columns is ByRow => columns?.as === 'rows')
  if (known !== undefined) return { ...known, fields: fieldsFor(known.fields, width) }
  const heads = found?.header ?? []
  const header = heads.every((head) => head === '') ? -1 : rows.findIndex((row) => heads.every((head, n) => (row[n] ?? '') === head))
  return { as: 'rows', header: header < 0 ? null : header, fields: Array.from({ length: Math.max(1, width) }, () => 'body' as const) }
}
