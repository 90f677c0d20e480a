import type { Sheet } from './batch-report.ts'

/** Excel's own limits. */
const LONGEST_CELL = 32_767
const MOST_ROWS = 1_048_575
const WIDEST = 60

/** The report as an .xlsx file. Every text is a text cell: what begins with = is no formula. */
export async function reportWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  for (const { name, head, rows } of sheets) {
    const shown = rows.slice(0, MOST_ROWS).map((row) => row.map(cell))
    const sheet = utils.aoa_to_sheet([[...head], ...shown])
    sheet['!cols'] = head.map((title, column) => ({ wch: Math.min(WIDEST, 2 + Math.max(width(title), ...shown.slice(0, 200).map((row) => width(String(row[column] ?? ''))))) }))
    sheet['!autofilter'] = { ref: utils.encode_range({ s: { r: 0, c: 0 }, e: { r: shown.length, c: head.length - 1 } }) }
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer)
}

/** XML knows no control characters but tab and breaks. */
const cell = (value: string | number): string | number => (typeof value === 'number' ? value : value.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD').slice(0, LONGEST_CELL).toWellFormed())

/** In half-width characters. */
const width = (text: string): number => [...text.slice(0, WIDEST)].reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/.test(character) ? 2 : 1), 0)
