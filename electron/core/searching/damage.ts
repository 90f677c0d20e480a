/** What of the errors of search.db means that it is to be made anew. */
import Database from 'better-sqlite3'
import { Unreadable } from './packing.ts'

/** An index whose tables contradict each other also says that a row is there already, which no write of ours can lead to. */
export const isDamage = (error: unknown): boolean => error instanceof Unreadable || error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|CONSTRAINT(_PRIMARYKEY|_ROWID|_UNIQUE)?$)/.test(error.code)
/** Tables that are not the ones this program writes: the statements themselves are refused. */
export const isForeign = (error: unknown): boolean => error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR'
