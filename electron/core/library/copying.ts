/** Copies of the database that were read back as sound, and files that appear under their name whole or not at all. */
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../../contract/errors.ts'
import { isCode } from './faults.ts'
import type { FileLayer } from './files.ts'
import { damage, dangling } from './repositories/integrity.ts'

/** Runs `work` on a database file of its own and closes it, also when `work` throws. */
export async function withDatabase<T>(file: string, options: Database.Options, work: (db: Database.Database) => Promise<T> | T): Promise<T> {
  const db = new Database(file, options)
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** Throws BACKUP_FAILED unless every page and every reference of the file is right. */
export function demandSound(db: Database.Database): void {
  if (damage(db).length > 0 || dangling(db) > 0) throw new Refusal('BACKUP_FAILED', { reason: '写出的副本没有通过校验' })
}

/**
 * Lets `write` fill a temporary file beside `file`, forces it to disk and gives it its name.
 * Throws EXISTS when the name is taken: nothing is ever overwritten. What fails leaves nothing behind.
 */
export async function publish(files: FileLayer, file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  try {
    // Reserves the name in one step, so that two copies cannot both believe it free.
    await files.writeNew(file, new Uint8Array(0))
  } catch (error) {
    throw isCode(error, 'EEXIST', 'EISDIR') ? new Refusal('EXISTS', { file }) : error
  }
  const temporary = `${file}.${process.pid}.partial`
  try {
    await write(temporary)
    await files.sync(temporary)
    await files.rename(temporary, file)
    await files.syncFolder(dirname(file))
  } catch (error) {
    for (const path of [temporary, `${temporary}-journal`, `${temporary}-wal`, `${temporary}-shm`, file]) await files.remove(path).catch(() => undefined)
    throw error
  }
}

/** Throws FOLDER_NOT_EMPTY unless the folder is absent or holds nothing. */
export async function demandEmpty(files: FileLayer, folder: string): Promise<void> {
  if ((await files.list(folder)).some((name) => !['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name))) throw new Refusal('FOLDER_NOT_EMPTY', { folder })
}
