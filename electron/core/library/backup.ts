/**
 * A backup: one file with everything, the database and every original (decision 0650).
 * It is read back before it gets its name: each page by SQLite, each original by its hash.
 */
import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import { number } from './connection.ts'
import { demandSound, publish, withDatabase } from './copying.ts'
import { isCode, libraryFault } from './faults.ts'
import { sha256 } from './originals.ts'
import { documentReads } from './repositories/documents.ts'
import { carriedOriginals } from './repositories/integrity.ts'
import type { Shelf } from './shelf.ts'

/** 'SZBK': a backup is opened by `restore` only. */
export const BACKUP_ID = 0x535a424b
export const BACKUP_ENDING = '.casebackup'

export interface Backup {
  readonly file: string
  readonly bytes: number
}

/** Writes a backup to `file`. Throws EXISTS, DISK_FULL, LIBRARY_READ_ONLY or BACKUP_FAILED; nothing stays behind then. */
export async function backup(shelf: Shelf, file: string): Promise<Backup> {
  const { connection, files } = shelf
  try {
    await publish(files, file, async (temporary) => {
      await connection.db.backup(temporary)
      await withDatabase(temporary, {}, (db) => fill(shelf, db))
      await withDatabase(temporary, { readonly: true }, verify)
    })
  } catch (error) {
    const known = libraryFault(error, file)
    throw known instanceof Refusal ? known : new Refusal('BACKUP_FAILED', { reason: isCode(error, 'ENOENT', 'ENOTDIR') ? '目标文件夹不存在' : '写入时出错' })
  }
  return { file, bytes: (await files.size(file)) ?? 0 }
}

type Db = Shelf['connection']['db']

async function fill({ originals }: Shelf, db: Db): Promise<void> {
  db.pragma('journal_mode = DELETE')
  // A torn file never gets its name, so nothing is forced to disk before the whole is.
  db.pragma('synchronous = OFF')
  const carried = carriedOriginals(db)
  carried.create()
  const insert = carried.insert()
  for (const { sha256: hash } of documentReads(db).hashes()) {
    // A library that has lost an original can still be backed up; the check names what is missing.
    const bytes = await originals.read(hash, hash).catch(() => null)
    if (bytes !== null) insert(hash, bytes)
  }
  db.pragma(`application_id = ${BACKUP_ID}`)
}

function verify(db: Db): void {
  demandSound(db)
  const carried = carriedOriginals(db)
  for (const hash of carried.hashes()) {
    const bytes = carried.bytes(hash)
    if (bytes === null || sha256(bytes) !== hash) throw new Refusal('BACKUP_FAILED', { reason: '写出的原件与原来的不同' })
  }
  if (number(db, 'application_id') !== BACKUP_ID) throw new Refusal('BACKUP_FAILED', { reason: '写出的副本没有通过校验' })
}

/** `backups/善治案例库-20261122-080000.casebackup`, in the folder given or in the library's own. */
export function backupName(now: Date): string {
  const [date = '', time = ''] = now.toISOString().split('T')
  return `善治案例库-${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}${BACKUP_ENDING}`
}

export async function backupTo(shelf: Shelf, folder: string | null): Promise<Backup> {
  const into = folder ?? join(shelf.folder, 'backups')
  try {
    await shelf.files.makeFolder(into)
  } catch (error) {
    throw libraryFault(error, into)
  }
  return backup(shelf, join(into, backupName(shelf.clock.now())))
}
