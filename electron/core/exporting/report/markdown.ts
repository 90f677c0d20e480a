import type { Sheet } from './batch-report.ts'

/** A cell of a table may hold no line break and no bar; a long original is cut, for the workbook has it whole. */
const LONGEST = 300

/** The report as one Markdown document. `title` is its heading. */
export function reportMarkdown(title: string, sheets: readonly Sheet[]): string {
  const parts = sheets.flatMap(({ name, head, rows }) => [`## ${name}`, rows.length === 0 ? '无。' : [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')])
  return `${[`# ${cell(title)}`, ...parts].join('\n\n')}\n`
}

const line = (cells: readonly (string | number)[]): string => `| ${cells.map(cell).join(' | ')} |`

function cell(value: string | number): string {
  const text = String(value).toWellFormed().replaceAll(/\s+/gu, ' ').trim()
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 20)}…${text.slice(-19)}` : text
  return shown.toWellFormed().replaceAll(/[\\|<>[\]*_`#&]/g, '\\$&')
}
