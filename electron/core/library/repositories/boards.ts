/** Saved boards (对照板). */
import type { Database } from 'better-sqlite3'
import { Board } from '../../../contract/comparing.ts'

interface Row { readonly id: string; readonly title: string; readonly units: string; readonly practices: string | null; readonly created_at: string; readonly updated_at: string }

const boardOf = (row: Row): Board =>
  Board.parse({ id: row.id, title: row.title, units: JSON.parse(row.units), rows: row.practices === null ? null : JSON.parse(row.practices), createdAt: row.created_at, updatedAt: row.updated_at })

export function boardReads(db: Database) {
  const all = db.prepare<[], Row>('SELECT * FROM board ORDER BY updated_at DESC, id DESC')
  const byId = db.prepare<[string], Row>('SELECT * FROM board WHERE id = ?')

  return {
    /** The one changed last comes first. */
    all: (): Board[] => all.all().map(boardOf),
    get: (id: string): Board | null => {
      const row = byId.get(id)
      return row ? boardOf(row) : null
    },
  }
}

export function boardWrites(db: Database) {
  const put = db.prepare<Row>(`INSERT INTO board (id, title, units, practices, created_at, updated_at) VALUES (@id, @title, @units, @practices, @created_at, @updated_at)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, units = excluded.units, practices = excluded.practices, created_at = excluded.created_at, updated_at = excluded.updated_at`)
  const drop = db.prepare<[string]>('DELETE FROM board WHERE id = ?')

  return {
    /** Adds it, or takes the place of the one with its id. */
    put: ({ id, title, units, rows, createdAt, updatedAt }: Board): void =>
      void put.run({ id, title, units: JSON.stringify(units), practices: rows && JSON.stringify(rows), created_at: createdAt, updated_at: updatedAt }),
    drop: (id: string): void => void drop.run(id),
  }
}
