/** A table as rows of cells, and what its columns are said to be. */
import type { Columns, RowField } from '../../../../../../electron/contract/reviewing.ts'
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

/** One field for each column: those given, and nothing said of the rest. */
export const fieldsFor = (given: readonly (RowField | null)[], width: number): (RowField | null)[] => Array.from({ length: Math.max(1, width) }, (_, n) => given[n] ?? null)

/** Column `n` is `field`; another that was the same is nothing any more, except body and author, which several columns may hold. */
export function withField(fields: readonly (RowField | null)[], n: number, field: RowField | null): (RowField | null)[] {
  const many = field === 'body' || field === 'author' || field === null
  return fields.map((one, at) => (at === n ? field : !many && one === field ? null : one))
}

/** What columns probably are: by what their heads say, and the text is the column that holds most; `labels` are the names of fields in the person's language. */
export function guess(rows: Rows, labels: Readonly<Record<RowField, string>>): (RowField | null)[] {
  const width = widthOf(rows)
  const heads = rows[0] ?? []
  const named = Object.entries(labels).reduce((fields, [field, label]) => {
    const n = heads.findIndex((head, at) => fields[at] === null && head.includes(label))
    return n < 0 ? fields : fields.map((one, at) => (at === n ? (field as RowField) : one))
  }, fieldsFor([], width))
  if (named.includes('body')) return named
  const letters = named.map((field, n) => (field === null ? rows.slice(1).reduce((sum, row) => sum + (row[n]?.length ?? 0), 0) : -1))
  const most = letters.indexOf(Math.max(...letters))
  return named.map((field, n) => (n === most && field === null ? 'body' : field))
}
