/** The one connection to library.db: settings, lock, and transactions whose errors are said in our words. */
import Database from 'better-sqlite3'
import { Refusal } from '../../contract/errors.ts'
import { guarded, isCode } from './faults.ts'

/** 'SZCB' as a number: marks a file as ours (https://sqlite.org/pragma.html#pragma_application_id). */
export const APPLICATION_ID = 0x535a4342

export interface Connection {
  readonly db: Database.Database
  readonly folder: string
  /** Runs `work` in one immediate transaction; nothing of it stays when it throws. */
  readonly write: <T>(work: () => T) => T
  /** From here on the file may be changed. */
  readonly startWriting: () => void
  /** `user_version`: the last migration that ran. */
  readonly schema: () => number
  readonly close: () => void
}

/**
 * Opens the file and takes its lock for as long as the connection lives.
 * `locking_mode = EXCLUSIVE` makes the operating system hold the lock: it goes with the process, however that ends (decision 0600).
 * Nothing is written here, so that a file we then refuse stays as it was.
 */
export function connect(file: string, folder: string, trace?: (sql: string) => void): Connection {
  const db = guarded(folder, () => new Database(file, { timeout: 250, ...(trace ? { verbose: (sql) => trace(String(sql)) } : {}) }))
  try {
    guarded(folder, () => {
      db.pragma('locking_mode = EXCLUSIVE')
      db.pragma('foreign_keys = ON')
      db.pragma('synchronous = FULL')
      db.pragma('cache_size = -16000')
      db.exec('BEGIN EXCLUSIVE; COMMIT')
    })
  } catch (error) {
    db.close()
    throw isCode(error, 'SQLITE_BUSY', 'SQLITE_LOCKED') ? new Refusal('LIBRARY_LOCKED', { folder, holder: '' }) : error
  }
  return {
    db,
    folder,
    write: (work) => guarded(folder, () => db.transaction(work).immediate()),
    startWriting: () => guarded(folder, () => void db.pragma('journal_mode = WAL')),
    schema: () => number(db, 'user_version'),
    close: () => db.close(),
  }
}

export const number = (db: Database.Database, pragma: string): number => Number(db.pragma(pragma, { simple: true }))
