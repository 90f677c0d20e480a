/** The columns of the last start taken over, and brought level with what has changed since: a large library opens in a moment. */
import { Columns, MEANT } from './columns.ts'
import { type ReadPart, Unreadable } from './packing.ts'
import type { DocRow, Store } from './store.ts'

/** Fewer entries are read from their rows in no time. */
const WORTH_KEEPING = 1000
/** Columns are kept anew when this part of the entries has changed since. */
const STALE = 0.05
/** So many lists of names are read before other work goes first. */
const READ_AT_ONCE = 500

/** null when none are kept, or not such as this program reads. */
function keptColumns(store: Store): Columns | null {
  if (store.kept(MEANT) === null) return null
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

function columnsOf(rows: readonly DocRow[]): Columns {
  const columns = new Columns()
  for (const row of rows) columns.put(row)
  return columns
}

export interface Keeping {
  readonly pause: () => Promise<void>
  readonly isOver: () => boolean
}

/** Whether the columns of a store are kept, and when they are kept anew. */
export class Kept {
  /** They were taken over, or have been kept since. */
  #is = false

  /** The columns of this store, from what is kept or from its rows. */
  take(store: Store): Columns {
    this.#is = false
    const kept = keptColumns(store)
    this.#is = kept !== null
    return kept ?? columnsOf(store.rows())
  }

  /** Nothing of an entry that was erased for good stays in what is kept. What was to be read of it when somebody asks is read now. */
  forget(columns: Columns, store: Store): void {
    for (let more = true; more; ) more = columns.readMore(Infinity)
    store.forgetKept()
    this.#is = false
  }

  /**
   * Keeps the columns for the next start, unless those that are kept are nearly as good.
   * Others go first between the parts: what changes meanwhile is noted, and read from its row by whoever takes them over.
   */
  async keep(columns: Columns, store: Store, { pause, isOver }: Keeping): Promise<void> {
    if (columns.count < WORTH_KEEPING || (this.#is && store.changedSince().length < columns.count * STALE)) return
    while (columns.readMore(READ_AT_ONCE)) {
      await pause()
      if (isOver()) return
    }
    this.#is = false
    const keep = store.keeping()
    for (const parts of columns.pack()) {
      await pause()
      if (isOver() || !keep(parts)) return
    }
    this.#is = true
  }
}
