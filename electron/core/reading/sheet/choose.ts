/** How each sheet is read: as a person says of it, like the first where they have the same head, or as its own columns look. */
import type { Columns } from '../../../contract/reviewing.ts'
import type { HowToRead } from '../reader.ts'
import type { Sheet } from './grid.ts'

export const TABLE: Columns = { as: 'table' }

/** In the order of the sheets. What a person said of the file says that of every sheet when it was 整表, otherwise of those that look like the first. */
export function columnsOf(sheets: readonly Pick<Sheet, 'rows'>[], guesses: readonly Columns[], { columns = null, sheets: said = [] }: HowToRead): readonly Columns[] {
  const first = said[0] ?? columns ?? guesses[0] ?? TABLE
  return sheets.map((sheet, n) => {
    if (n === 0) return first
    const own = said[n] ?? null
    if (own !== null) return own
    if (columns?.as === 'table') return TABLE
    return hasHeadOf(sheets[0], first, sheet) ? first : (guesses[n] ?? TABLE)
  })
}

function hasHeadOf(first: Pick<Sheet, 'rows'> | undefined, columns: Columns, sheet: Pick<Sheet, 'rows'>): boolean {
  if (columns.as === 'table' || columns.header === null) return false
  const head = first?.rows[columns.header]
  return head !== undefined && head.join('\t') === sheet.rows[columns.header]?.join('\t')
}
