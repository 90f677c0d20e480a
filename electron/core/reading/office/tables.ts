/** Tables: rows of cells with their spans laid out; tables that only arrange prose on the page become its paragraphs. */
import type { Inline, PaperBlock, PaperCell, PaperTable } from './paper.ts'
import { isBlank, joined, textOf, withoutTabs } from './words.ts'

const MOST_COLUMNS = 200
/** A cell with this many paragraphs of this length on average holds an article, not a value. */
const PROSE_PARAGRAPHS = 3
const PROSE_LENGTH = 60

/** The block itself, or what stands in a table that is a frame around prose. */
export function laidOut(block: PaperBlock): readonly PaperBlock[] {
  if (block.kind === 'paragraph') return [block]
  const cells = block.rows.flat()
  const frame = block.rows.every((row) => row.length <= 1) || cells.some((cell) => holdsTable(cell) || isProse(cell))
  return frame ? cells.flatMap((cell) => cell.blocks.flatMap(laidOut)) : [block]
}

const holdsTable = ({ blocks }: PaperCell): boolean => blocks.some(({ kind }) => kind === 'table')
function isProse({ blocks }: PaperCell): boolean {
  const lengths = blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.lines.flat()).length] : [])).filter((length) => length > 0)
  return lengths.length >= PROSE_PARAGRAPHS && lengths.reduce((sum, length) => sum + length, 0) >= lengths.length * PROSE_LENGTH
}

/** Rows without a word are left out; a cell that spans columns is followed by empty ones. */
export function rowsOf({ rows }: PaperTable): readonly (readonly (readonly Inline[])[])[] {
  return rows.map((row) => row.flatMap((cell): (readonly Inline[])[] => [wordsOf(cell), ...Array.from({ length: Math.min(cell.columns, MOST_COLUMNS) - 1 }, () => [])])).filter((row) => row.some((cell) => !isBlank(cell)))
}

const wordsOf = ({ blocks }: PaperCell): readonly Inline[] => withoutTabs(joined(blocks.flatMap((block) => (block.kind === 'paragraph' ? (block.label === '' ? block.lines : [[block.label], ...block.lines]) : rowsOf(block).flat()))))
