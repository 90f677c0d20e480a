import { CompareOutput, EXIT } from '../../contract/cli.ts'
import { MOST_UNITS, type Cell, type CellState, type Matrix } from '../../contract/comparing.ts'
import type { PracticeId } from '../../contract/practice-tag.ts'
import { usage, type Command } from '../command.ts'
import { practiceFor } from '../filtering.ts'
import { ready } from '../ready.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { safe } from '../width.ts'

/** Commas and stops as people type them. */
const BETWEEN = /[,，、;；\n]/u
const listed = (typed: string): readonly string[] => typed.split(BETWEEN).map((part) => part.trim()).filter((part) => part !== '')

/** Units beside each other in one table; a board of many becomes several. */
const ABREAST = 6

const STATES: Readonly<Record<CellState, string>> = { evidence: '有据', mention: '仅提及', 'not-stated': '原文未述', 'not-checked': '未核对' }

export const compare: Command = {
  typed: 'compare --units 地区或编号,… [--rows practices|做法,…]',
  does: '对照各地（或各条目）的做法：有据、仅提及、原文未述、未核对，各有原句',
  options: ['units', 'rows'],
  least: 0,
  most: 0,
  output: CompareOutput,
  run: async ({ line: { values }, progress, session: open }) => {
    const names = listed(values.units ?? '')
    if (names.length === 0) throw usage('请用 --units 写明要对照的地区或条目编号，例如 --units 淮北,淮南')
    if (names.length > MOST_UNITS) throw usage(`一次最多对照 ${MOST_UNITS} 个地区或条目，这里写了 ${names.length} 个`)
    const wanted = values.rows === undefined || values.rows === 'practices' ? null : listed(values.rows)
    if (wanted?.length === 0) throw usage('--rows 应是 practices，或用逗号分开的做法，例如 --rows grid,mediation')
    const session = await open()
    const rows = wanted && (await practicesNamed(session, wanted))
    const units = await session.call('compare.resolve', { names: [...names] })
    await ready(session, progress)
    const matrix = await session.call('compare.run', { units, rows, sentences: null })
    return { value: shown(matrix), exit: EXIT.done, text: words(matrix) }
  },
}

/** By id or by name; in the order in which they were typed. */
const practicesNamed = async (session: Session, names: readonly string[]): Promise<PracticeId[]> => (await Promise.all(names.map((name) => practiceFor(session, name)))).flat()

function shown({ columns, rows, cells }: Matrix): CompareOutput {
  return {
    columns: columns.map(({ id, label, level, entries, bundled, others }) => ({ id, label, level, entries, bundled, others })),
    rows,
    cells: cells.map(({ row, column, state, confirmed, lead, sentences, titles }) => ({ row, column, state, confirmed, lead, sentences, titles })),
  }
}

function words({ columns, rows, cells }: Matrix): string {
  const byCell = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  const at = (row: string, column: string): Cell | undefined => byCell.get(`${row} ${column}`)
  const tables = Array.from({ length: Math.ceil(columns.length / ABREAST) }, (_, n) => columns.slice(n * ABREAST, (n + 1) * ABREAST)).map((some) =>
    table(['做法', ...some.map(({ label }) => label)], rows.map(({ id, label }) => [label, ...some.map((column) => stateOf(at(id, column.id)))]), 24),
  )
  const about = columns.map(({ label, level, entries, bundled, others }) => `${safe(label)}：${level === 'entry' ? '条目' : `案例 ${entries}`}${bundled > 0 ? `，内置摘要 ${bundled}（非原文，不作依据）` : ''}${others > 0 ? `，另有 ${others} 条计为“其他”，不作依据` : ''}`)
  const quoted = rows.flatMap(({ id, label }) => {
    const lines = columns.flatMap((column) => {
      const cell = at(id, column.id)
      const [best] = cell?.sentences ?? []
      return cell && best ? [`  ${safe(column.label)} · ${stateOf(cell)} · ${best.entryId} ${best.start}–${best.end}\n    ${safe(best.text).replaceAll('\n', ' ')}`] : []
    })
    return lines.length === 0 ? [] : [`${label}\n${lines.join('\n')}`]
  })
  return [...tables, about.join('\n'), ...quoted, '待核：自动检出，尚未有人核对。全部原句见 --json。'].join('\n\n')
}

function stateOf(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  const count = cell.total > 0 ? ` ${cell.total} 句` : cell.titles.length > 0 ? ' 见标题' : cell.state === 'mention' ? ' 内置摘要' : ''
  return `${STATES[cell.state]}${count}${cell.confirmed || cell.state === 'not-checked' ? '' : ' 待核'}`
}
