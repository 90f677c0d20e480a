/** The columns of the last start taken over, and brought level with what has changed since: a large library opens in a moment. */
import { Columns } from './columns.ts'
import { type ReadPart, Unreadable } from './packing.ts'
import type { DocRow, Store } from './store.ts'

const MEANING = 'meaning'

/** null when none are kept, or not such as this program reads. */
export function keptColumns(store: Store): Columns | null {
  if (store.kept(MEANING) === null) return null
  const read: ReadPart = (name) => {
    const bytes = store.kept(name)
    if (bytes === null) throw new Unreadable(`${name} is missing`)
    return bytes
  }
  try {
    const columns = Columns.unpack(read)
    const changed = store.changedSince()
    const rows = store.rowsOf(changed)
    const present = new Set(rows.map(({ seq }) => seq))
    for (const seq of changed) if (!present.has(seq)) columns.remove(seq)
    for (const row of rows) columns.put(row)
    return columns
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

export function columnsOf(rows: readonly DocRow[]): Columns {
  const columns = new Columns()
  for (const row of rows) columns.put(row)
  return columns
}
