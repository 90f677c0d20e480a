/** .csv and .tsv: text whose lines are rows. */
import Papa from 'papaparse'
import type { ReadWarning } from '../document.ts'
import { MAX_ROWS, type Row } from './grid.ts'

const MOST_WARNINGS = 20

/** Quotation marks that do not match are a warning; from a cell on that is never closed, all marks are plain characters, so that it does not swallow the rest. */
export function rowsOf(text: string, name: string): { readonly rows: readonly Row[]; readonly warnings: readonly ReadWarning[] } {
  const { data, errors, meta } = parse(text, /\.tsv$/i.test(name) ? '\t' : '', '"')
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  const quotes = errors.filter(({ type }) => type === 'Quotes')
  if (open === undefined || open.row === undefined) return { rows: data, warnings: warningsOf(quotes) }
  const from = startOfRow(text, data.slice(0, open.row), open.index ?? 0)
  const rest = parse(text.slice(from), meta.delimiter, '\0')
  return { rows: [...data.slice(0, open.row), ...rest.data].slice(0, MAX_ROWS + 1), warnings: warningsOf(quotes) }
}

function parse(text: string, delimiter: string, quoteChar: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, quoteChar, delimitersToGuess: [',', '\t', ';', '|', '，'], skipEmptyLines: true, preview: MAX_ROWS + 1 })
}

/** Where the line begins in which the open quotation mark stands. */
const startOfRow = (text: string, before: readonly Row[], index: number): number => (before.length === 0 ? 0 : Math.max(0, text.lastIndexOf('\n', Math.max(0, index - 1)) + 1))

function warningsOf(errors: readonly Papa.ParseError[]): readonly ReadWarning[] {
  return errors.slice(0, MOST_WARNINGS).map(({ code, row }): ReadWarning => ({
    rule: 'reading.table',
    text: `表格第 ${(row ?? 0) + 1} 行的引号不成对`,
    reason: code === 'MissingQuotes' ? '有一格的引号没有收尾；从这一行起，引号按普通字符读入，请对照原件' : '引号后面还有文字；这一格按原样读入，请对照原件',
    raw: { start: 0, end: 0 },
  }))
}
