/** From rows to a document: each row an article, or the sheets as tables. */
import type { Data } from 'mdast'
import type { Claim } from '../../../contract/claim.ts'
import type { Columns, RowField } from '../../../contract/reviewing.ts'
import type { ReadBoundary } from '../document.ts'
import { Projection } from '../projection.ts'
import type { CellPicture, Row, Sheet } from './grid.ts'

type RowColumns = Extract<Columns, { readonly as: 'rows' }>
export interface Written extends ReturnType<Projection['done']> {
  readonly boundaries: readonly ReadBoundary[]
  /** The ids of the pictures that came to stand in the text. */
  readonly shown: ReadonlySet<string>
}
interface Page {
  readonly page: Projection
  readonly boundaries: ReadBoundary[]
  readonly shown: Set<string>
}

const LONGEST_CLAIM = 20_000
const TITLE = /^[^\n]{1,120}$/

/** `columns` are those of each sheet. */
export function writeSheets(sheets: readonly Sheet[], columns: readonly Columns[]): Written {
  const written: Page = { page: new Projection(), boundaries: [], shown: new Set() }
  const articles = columns.some(({ as }) => as === 'rows')
  for (const [n, sheet] of sheets.entries()) {
    const own = columns[n]
    if (own?.as === 'rows') writeRows(written, sheet, own)
    else writeTable(written, sheet, sheets.length > 1, articles)
  }
  return { ...written.page.done(), boundaries: written.boundaries, shown: written.shown }
}

/** Lines above and below that fill one cell of a wider table are its caption and its notes. `apart` when other sheets are articles. */
function writeTable(written: Page, { name, rows, pictures }: Sheet, named: boolean, apart: boolean): void {
  if (rows.length === 0) return
  const { page } = written
  if (apart) written.boundaries.push({ at: page.next, basis: 'chapter', title: name, claims: [] })
  if (named) page.heading(2, [name])
  const wide = rows.some((row) => row.length > 1)
  const alone = (row: Row): boolean => wide && row.filter((cell) => cell.trim() !== '').length === 1 && TITLE.test(row.find((cell) => cell.trim() !== '') ?? '')
  const from = rows.findIndex((row) => !alone(row))
  const to = rows.findLastIndex((row) => !alone(row))
  for (const [i, row] of rows.slice(0, Math.max(0, from)).entries()) {
    const text = row.join('').trim()
    if (i === 0 && !named) page.heading(1, [text])
    else page.paragraph([text])
  }
  page.table(rows.slice(Math.max(0, from), to + 1).map((row) => row.map((cell) => [cell])))
  for (const row of rows.slice(to + 1)) page.paragraph([row.join('').trim()])
  for (const [, beside] of [...pictures].toSorted(([a], [b]) => a - b)) show(beside, written)
}

function show(pictures: readonly CellPicture[] | undefined, { page, shown }: Page): void {
  for (const { id, words } of pictures ?? []) {
    page.paragraph([{ text: words, picture: id }])
    shown.add(id)
  }
}

function writeRows(written: Page, { rows, pictures }: Sheet, { header, fields }: RowColumns): void {
  const { page, boundaries } = written
  const heads = header === null ? [] : (rows[header] ?? [])
  // What stands above the head is about the list and no article: it goes with a reason, and can be brought back.
  for (const row of rows.slice(0, header ?? 0)) page.paragraph([row.join(' ').trim()], aside('这一行在表头之上，是表格的题目或说明'))
  for (const [y, row] of rows.entries()) {
    if (header !== null && y <= header) continue
    const cells = row.map((cell, x) => ({ field: fields[x] ?? null, head: (heads[x] ?? '').trim(), text: cell.trim() })).filter(({ text }) => text !== '')
    const body = cells.filter(({ field }) => field === 'body')
    const title = cells.find(({ field }) => field === 'title')?.text ?? null
    if (body.length === 0 && title === null) {
      page.paragraph([cells.map(({ text }) => text).join(' ')], aside('这一行没有标题，也没有正文'))
      continue
    }
    const at = page.next
    const claims: Claim[] = []
    if (title !== null) {
      page.heading(1, [title])
      claims.push({ field: 'title', value: title.slice(0, LONGEST_CLAIM), from: 'column', raw: null })
    }
    for (const { field, head, text } of cells) if (field !== null && field !== 'body' && field !== 'title') claims.push(stated(page, field, head, text))
    for (const { text } of body) writeLines(page, text)
    for (const { field, head, text } of cells) if (field === null) writeLines(page, head === '' ? text : `${head}：${text}`, { apart: true })
    show(pictures.get(y), written)
    boundaries.push({ at, basis: 'row', title, claims: together(claims) })
  }
}

const aside = (reason: string) => ({ aside: { rule: 'furniture', reason } }) as const

/** A cell that is a field stands in the text on a line of its own, for cleaning to move. */
function stated(page: Projection, field: Exclude<RowField, 'body'>, head: string, text: string): Claim {
  const start = page.next
  page.paragraph([text], aside(head === '' ? '这一格是文章的出处，不是正文' : `这一格在“${head}”列，是文章的出处，不是正文`))
  return { field, value: text.slice(0, LONGEST_CLAIM), from: 'column', raw: { start, end: start + text.length } }
}

/** 省 and 市 in columns of their own are one place. */
function together(claims: readonly Claim[]): readonly Claim[] {
  const places = claims.filter(({ field }) => field === 'place')
  if (places.length < 2) return claims
  const whole = places.map(({ value }) => value).reduce((sum, value) => (sum.endsWith(value) ? sum : sum + value), '')
  return [...claims.filter(({ field }) => field !== 'place'), ...places.map((place, i) => ({ ...place, value: i === 0 ? whole : place.value })).slice(0, 1)]
}

function writeLines(page: Projection, text: string, more: Data = {}): void {
  let apart = true
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      apart = true
      continue
    }
    const data = { ...more, ...(/^(?:\u3000| {2})/.test(line) ? { indented: true } : {}) }
    if (apart) page.paragraph([line], data)
    else page.line([line], data)
    apart = false
  }
}
