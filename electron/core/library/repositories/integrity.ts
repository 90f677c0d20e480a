/** What SQLite says about its own file, and copies of it. */
import type { Database } from 'better-sqlite3'

/** Sentences of `integrity_check`; empty when all is well. */
export const damage = (db: Database): readonly string[] =>
  db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(20)').all().map((row) => row.integrity_check).filter((line) => line !== 'ok')

/** How many rows point at nothing. */
export const dangling = (db: Database): number => db.prepare<[], unknown>('PRAGMA foreign_key_check').all().length

export const tableCount = (db: Database): number => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0

/** The originals that a backup carries in a table of its own. */
export function carriedOriginals(db: Database) {
  const insert = (): ((sha256: string, bytes: Uint8Array) => void) => {
    const statement = db.prepare<[string, Uint8Array]>('INSERT INTO backup_original (sha256, bytes) VALUES (?, ?)')
    return (sha256, bytes) => void statement.run(sha256, bytes)
  }
  return {
    create: (): void => void db.exec('CREATE TABLE backup_original (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT'),
    insert,
    hashes: (): readonly string[] => db.prepare<[], { sha256: string }>('SELECT sha256 FROM backup_original ORDER BY sha256').all().map((row) => row.sha256),
    bytes: (sha256: string): Uint8Array | null => db.prepare<[string], { bytes: Buffer }>('SELECT bytes FROM backup_original WHERE sha256 = ?').get(sha256)?.bytes ?? null,
    /** Takes them out again and gives their space back. */
    drop: (): void => void db.exec('DROP TABLE backup_original; VACUUM'),
  }
}
