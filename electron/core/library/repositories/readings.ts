/** What reading gave of an entry that people have changed since, and which reading of a file took the place of which. */
import type { Database } from 'better-sqlite3'
import type { Span } from '../../../contract/entry.ts'
import { EntryState } from '../state.ts'

export interface Replaced {
  readonly was: number
  readonly became: number
}

export function readingReads(db: Database) {
  const state = db.prepare<[number], { state: string }>('SELECT state FROM entry_reading WHERE entry = ?')
  const replaced = db.prepare<[string], Replaced>('SELECT was, became FROM history_document JOIN history ON history.seq = history WHERE history.id = ? ORDER BY was')
  const current = db.prepare<[number], unknown>('SELECT 1 FROM batch_file WHERE document = ? LIMIT 1')

  return {
    /** null when the entry is as it was read. */
    state: (entry: number): EntryState | null => {
      const row = state.get(entry)
      return row ? EntryState.parse(JSON.parse(row.state)) : null
    },
    /** The readings that a change put in the place of others. */
    replaced: (history: string): readonly Replaced[] => replaced.all(history),
    /** Whether the document is the present reading of its file. */
    isCurrent: (document: number): boolean => current.get(document) !== undefined,
  }
}

export function readingWrites(db: Database) {
  const put = db.prepare<[number, string]>('INSERT INTO entry_reading (entry, state) VALUES (?, ?) ON CONFLICT (entry) DO UPDATE SET state = excluded.state')
  const drop = db.prepare<[number]>('DELETE FROM entry_reading WHERE entry = ?')
  const place = db.prepare<[number, number, number, number, number]>('UPDATE entry SET document = ?, ordinal = ?, raw_start = ?, raw_end = ? WHERE seq = ?')
  const replace = db.prepare<[number, number, number]>('UPDATE batch_file SET document = ?, encoding = (SELECT encoding FROM document WHERE seq = ?) WHERE document = ?')
  const note = db.prepare<[number, number, string]>('INSERT INTO history_document (history, was, became) SELECT seq, ?, ? FROM history WHERE id = ?')

  return {
    /** null: the entry is as it was read. */
    state: (entry: number, read: EntryState | null): void => void (read === null ? drop.run(entry) : put.run(entry, JSON.stringify(read))),
    place: (entry: number, document: number, ordinal: number, raw: Span): void => void place.run(document, ordinal, raw.start, raw.end, entry),
    /** The file's present reading is another one; the history knows. */
    replace: (history: string, { was, became }: Replaced): void => {
      replace.run(became, became, was)
      note.run(was, became, history)
    },
  }
}
