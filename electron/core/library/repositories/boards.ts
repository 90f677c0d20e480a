/** Saved boards (对照板). */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { BoardId, Unit, type Board } from '../../../contract/comparing.ts'
import { PracticeId } from '../../../contract/practice-tag.ts'

interface Row { readonly id: string; readonly title: string; readonly units: string; readonly practices: string | null; readonly created_at: string; readonly updated_at: string }

/** Of a stored list what can be read, and whether that is all of it. */
function readable<Shape extends z.ZodType>(json: string, shape: Shape): { readonly read: z.output<Shape>[]; readonly whole: boolean } {
  const list = z.array(z.unknown()).safeParse(JSON.parse(json)).data
  const read = (list ?? []).flatMap((one) => {
    const { success, data } = shape.safeParse(one)
    return success ? [data] : []
  })
  return { read, whole: list !== undefined && read.length === list.length }
}

/** One board that another version wrote, or that came to harm, does not keep the others from being listed. */
function boardOf(row: Row): Board[] {
  const id = BoardId.safeParse(row.id)
  if (!id.success) return []
  const units = readable(row.units, Unit)
  const rows = row.practices === null ? null : readable(row.practices, PracticeId)
  return [{ id: id.data, title: row.title, units: units.read, rows: rows && rows.read, createdAt: row.created_at, updatedAt: row.updated_at, damaged: !units.whole || rows?.whole === false }]
}

export function boardReads(db: Database) {
  const all = db.prepare<[], Row>('SELECT * FROM board ORDER BY updated_at DESC, id DESC')
  const byId = db.prepare<[string], Row>('SELECT * FROM board WHERE id = ?')

  return {
    /** The one changed last comes first. */
    all: (): Board[] => all.all().flatMap(boardOf),
    get: (id: string): Board | null => {
      const row = byId.get(id)
      return row ? (boardOf(row)[0] ?? null) : null
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
