/** Rows of a table where columns leave no doubt: several lines in a row keep the same gaps free, and what stands between the gaps is short. */
import { line, type Cells, type Line, type Where } from './block.ts'
import { lineUp, type Piece } from './lines.ts'

type Row = readonly Piece[]
interface Gap {
  readonly left: number
  readonly right: number
}

/** Rows with several cells that a table has at least; two do where there are three columns. */
const FEWEST = 3
/** Parts of the size that a gap is wide. */
const WIDE = 0.9

/** The lines of a column, tables among them as one line each. */
export function withTables(rows: readonly Row[], where: Where): readonly Line[] {
  const found: Line[] = []
  for (let i = 0; i < rows.length; ) {
    const table = tableAt(rows, i)
    if (table) {
      found.push({ ...line(table.rows.flat(), where), table: cellsOf(table.rows, table.gaps, where), text: '', inlines: [] })
      i += table.rows.length
    } else {
      const row = rows[i]
      if (row) found.push(line(row, where))
      i++
    }
  }
  return found
}

function tableAt(rows: readonly Row[], from: number): { readonly rows: readonly Row[]; readonly gaps: readonly Gap[] } | null {
  const first = rows[from]
  if (!first || first.length < 2) return null
  let gaps = gapsOf(first)
  let end = from + 1
  let several = 1
  for (let i = from + 1; i < rows.length; i++) {
    const [row, before] = [rows[i], rows[i - 1]]
    if (!row || !before || distance(before, row) > 3.2 * sizeOf(row)) break
    const kept = gaps.flatMap((gap) => narrowed(gap, row))
    if (kept.length === 0 || (row.length === 1 && kept.length < gaps.length)) break
    // A gap that this row fills was none of the table's; but a table does not lose most of its columns.
    if (kept.length < gaps.length && several >= FEWEST) break
    gaps = kept
    if (row.length > 1) {
      several++
      end = i + 1
    } else if (i - end > 1) break
  }
  while (end < rows.length && goesOn(rows.slice(from, end), rows[end] ?? [], gaps)) end++
  const found = rows.slice(from, end)
  const filled = found.filter((row) => occupied(row, gaps) > 1).length
  const enough = filled >= FEWEST || (filled >= 2 && gaps.length >= 2)
  const crossed = found.filter((row) => occupied(row, gaps) < row.length).length
  return enough && filled >= 0.6 * found.length && crossed <= 0.25 * filled && found.flat().every(isCell) ? { rows: found, gaps } : null
}

/** Whether a line below the last row goes on with one of its cells, not the first. */
function goesOn(rows: readonly Row[], row: Row, gaps: readonly Gap[]): boolean {
  const [only, last] = [row[0], rows.at(-1)]
  if (row.length !== 1 || !only || !last || distance(last, row) > 1.05 * pitchOf(rows)) return false
  const cell = cellAt(only, gaps)
  return cell > 0 && gaps.every((gap) => narrowed(gap, row).length > 0) && last.some((one) => cellAt(one, gaps) === cell && Math.abs(one.left - only.left) < 0.6 * only.size)
}

const pitchOf = (rows: readonly Row[]): number => rows.slice(1).map((row, i) => distance(rows[i] ?? row, row)).sort((a, b) => a - b)[0] ?? 0
const isCell = (one: Piece): boolean => one.runs.reduce((sum, run) => sum + run.text.length, 0) <= 60
const sizeOf = (row: Row): number => Math.max(...row.map(({ size }) => size))
const distance = (before: Row, row: Row): number => (row[0]?.y ?? 0) - (before[0]?.y ?? 0)

function gapsOf(row: Row): readonly Gap[] {
  return row.flatMap((one, i) => {
    const next = row[i + 1]
    return next && next.left - one.right >= WIDE * Math.min(one.size, next.size) ? [{ left: one.right, right: next.left }] : []
  })
}

/** What a row leaves of a gap: nothing when it runs over it. */
function narrowed(gap: Gap, row: Row): readonly Gap[] {
  let { left, right } = gap
  for (const one of row) {
    if (one.right <= left || one.left >= right) continue
    if (one.left - left > right - one.right) right = one.left
    else left = one.right
  }
  return right - left >= 0.5 * sizeOf(row) ? [{ left, right }] : []
}

const cellAt = (one: Piece, gaps: readonly Gap[]): number => gaps.filter((gap) => (one.left + one.right) / 2 > (gap.left + gap.right) / 2).length
const occupied = (row: Row, gaps: readonly Gap[]): number => new Set(row.map((one) => cellAt(one, gaps))).size

/** A line that leaves the first cell empty goes on with the cells above it, when it stands close below. */
function cellsOf(rows: readonly Row[], gaps: readonly Gap[], where: Where): readonly Cells[] {
  const found: (readonly Piece[])[][] = []
  const pitch = pitchOf(rows)
  rows.forEach((row, i) => {
    const cells = Array.from({ length: gaps.length + 1 }, (_, cell) => row.filter((one) => cellAt(one, gaps) === cell))
    const before = found.at(-1)
    const close = i > 0 && distance(rows[i - 1] ?? row, row) <= 1.2 * pitch
    if (before && close && cells[0]?.length === 0 && occupied(row, gaps) < Math.max(2, gaps.length)) cells.forEach((cell, k) => void (before[k] = [...(before[k] ?? []), ...cell]))
    else found.push(cells)
  })
  return found.map((cells) => cells.map((cell) => inCell(cell, where)))
}

function inCell(cell: readonly Piece[], where: Where): Cells[number] {
  if (cell.length === 0) return []
  const lines = lineUp(cell).map((parts) => line(parts, where))
  const [only] = lines
  if (only && lines.length === 1) return only.inlines
  return [lines.reduce((sum, { text }) => sum + (/[\w,.]$/.test(sum) && /^\w/.test(text) ? ' ' : '') + text, '')]
}
