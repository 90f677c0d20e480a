/** From a backup to a library in an empty folder; the backup is only read. */
import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import { BACKUP_ID } from './backup.ts'
import { APPLICATION_ID, number } from './connection.ts'
import { demandEmpty, demandSound, publish, withDatabase } from './copying.ts'
import { isCode, libraryFault } from './faults.ts'
import { disk, type FileLayer } from './files.ts'
import { migrations } from './migrations/index.ts'
import { openOriginals, sha256 } from './originals.ts'
import { carriedOriginals } from './repositories/integrity.ts'

export interface Restored {
  readonly folder: string
  readonly originals: number
}

/** Throws NO_SUCH_FILE, RESTORE_FAILED, LIBRARY_NEWER, FOLDER_NOT_EMPTY, DISK_FULL or LIBRARY_READ_ONLY. */
export async function restoreBackup(file: string, folder: string, files: FileLayer = disk): Promise<Restored> {
  if ((await files.size(file)) === null) throw new Refusal('NO_SUCH_FILE', { file })
  await demandEmpty(files, folder)
  try {
    const restored = await withDatabase(file, { readonly: true, fileMustExist: true }, async (source) => {
      inspectBackup(source, file)
      await files.makeFolder(join(folder, 'originals'))
      const originals = await restoreOriginals(source, folder, files, file)
      await publish(files, join(folder, 'library.db'), async (temporary) => {
        await source.backup(temporary)
        await withDatabase(temporary, {}, (db) => {
          carriedOriginals(db).drop()
          db.pragma(`application_id = ${APPLICATION_ID}`)
          demandSound(db)
        })
      })
      return originals
    })
    return { folder, originals: restored }
  } catch (error) {
    await files.removeTree(join(folder, 'originals')).catch(() => undefined)
    if (isCode(error, 'SQLITE_NOTADB', 'SQLITE_CORRUPT')) throw new Refusal('RESTORE_FAILED', { file, reason: '文件已损坏，或不是本软件的备份' })
    throw libraryFault(error, folder)
  }
}

type Db = Parameters<typeof number>[0]

function inspectBackup(db: Db, file: string): void {
  if (number(db, 'application_id') !== BACKUP_ID) throw new Refusal('RESTORE_FAILED', { file, reason: '不是本软件的备份' })
  const version = number(db, 'user_version')
  const known = migrations.at(-1)?.version ?? 0
  if (version > known) throw new Refusal('LIBRARY_NEWER', { folder: file, found: String(version), known: String(known) })
}

async function restoreOriginals(source: Db, folder: string, files: FileLayer, file: string): Promise<number> {
  const carried = carriedOriginals(source)
  const originals = openOriginals(folder, files)
  const hashes = carried.hashes()
  for (const hash of hashes) {
    const bytes = carried.bytes(hash)
    if (bytes === null || sha256(bytes) !== hash) throw new Refusal('RESTORE_FAILED', { file, reason: '其中的原件已损坏' })
    const { release } = await originals.keep([{ sha256: hash, bytes }])
    release()
  }
  return hashes.length
}
