/** The columns of the last start taken over, and brought level with what has changed since: a large library opens in a moment. */
import { Columns } from './columns.ts'
import { type ReadPart, Unreadable } from './packing.ts'
import type { DocRow, Store } from './store.ts'

const MEANING = 'meaning'
/** Fewer entries are read from their rows in no time. */
const WORTH_KEEPING = 1000
/** Columns are kept anew when this part of the entries has changed since. */
const STALE = 0.05
/** So many lists of names are read before other work goes first. */
const READ_AT_ONCE = 500

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

export interface Keeping {
  /** These columns were taken over, or have been kept since. */
  readonly isKept: boolean
  readonly pause: () => Promise<void>
  readonly isOver: () => boolean
}

/** Keeps the columns for the next start, unless those that are kept are nearly as good; tells whether it did. */
export async function keepColumns(columns: Columns, store: Store, { isKept, pause, isOver }: Keeping): Promise<boolean> {
  if (columns.count < WORTH_KEEPING || (isKept && store.changedSince().length < columns.count * STALE)) return false
  while (columns.readMore(READ_AT_ONCE)) {
    await pause()
    if (isOver()) return false
  }
  store.keep(columns.pack())
  return true
}
