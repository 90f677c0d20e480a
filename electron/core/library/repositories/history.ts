/** History: one row for every change a person can see, with what was there before. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { HistoryItem } from '../../../contract/library.ts'

export type Action = HistoryItem['action']

/** One entry's part in a change. `before` is the state an undo brings back; null where nothing of it changed. */
export interface Touched {
  readonly seq: number
  readonly revision: number
  readonly content: number
  readonly contentBefore: number | null
  readonly before: string | null
}

interface Row { readonly seq: number; readonly id: string; readonly at: string; readonly action: string; readonly label: string }
export interface TouchedRow { readonly entry: number; readonly id: string; readonly title: string; readonly revision: number; readonly content: number; readonly content_before: number | null; readonly before: string | null }

export function historyReads(db: Database) {
  const byId = db.prepare<[string], Row>('SELECT seq, id, at, action, label FROM history WHERE id = ?')
  const touched = db.prepare<[number], TouchedRow>('SELECT h.entry, e.id, e.title, h.revision, h.content, h.content_before, h.before FROM history_entry h JOIN entry e ON e.seq = h.entry WHERE h.history = ? ORDER BY h.entry')
  const ofEntry = db.prepare<[string], Row & { revision: number }>('SELECT history.seq, history.id, at, action, label, h.revision FROM history_entry h JOIN history ON history.seq = h.history JOIN entry e ON e.seq = h.entry WHERE e.id = ? ORDER BY history.seq DESC')

  return {
    change: (id: string) => {
      const row = byId.get(id)
      return row ? { id: row.id, action: HistoryItem.shape.action.parse(row.action), label: row.label, entries: touched.all(row.seq) } : null
    },
    /** Newest first. */
    ofEntry: (id: string): HistoryItem[] => z.array(HistoryItem).parse(ofEntry.all(id).map(({ id: change, at, action, label, revision }) => ({ id: change, at, action, label, revision }))),
  }
}

export function historyWrites(db: Database) {
  const insert = db.prepare<[string, string, string, string]>('INSERT INTO history (id, at, action, label) VALUES (?, ?, ?, ?)')
  const touch = db.prepare<[number, number, number, number, number | null, string | null]>('INSERT INTO history_entry (history, entry, revision, content, content_before, before) VALUES (?, ?, ?, ?, ?, ?)')
  const find = db.prepare<[string], { seq: number }>('SELECT seq FROM history WHERE id = ?')
  const sweep = db.prepare<[]>('DELETE FROM history WHERE seq NOT IN (SELECT history FROM history_entry)')

  return {
    add: (id: string, at: string, action: Action, label: string, entries: readonly Touched[]): void => {
      const history = Number(insert.run(id, at, action, label).lastInsertRowid)
      for (const entry of entries) touch.run(history, entry.seq, entry.revision, entry.content, entry.contentBefore, entry.before)
    },
    /** More of a change that is made in parts. */
    extend: (id: string, entries: readonly Touched[]): void => {
      const row = find.get(id)
      if (row) for (const entry of entries) touch.run(row.seq, entry.seq, entry.revision, entry.content, entry.contentBefore, entry.before)
    },
    /** Drops changes all of whose entries were erased: no text outlives its entry. */
    sweep: (): void => void sweep.run(),
  }
}
