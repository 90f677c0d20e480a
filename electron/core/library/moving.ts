/** The whole library copied to another folder and verified there; the folder it came from stays as it was. */
import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import { demandEmpty, demandSound, publish, withDatabase } from './copying.ts'
import { libraryFault } from './faults.ts'
import { openOriginals } from './originals.ts'
import type { Shelf } from './shelf.ts'

/**
 * Copies, verifies, and from then on takes no more changes: a late change would be lost in the folder that is left behind.
 * The answer lifts that again, for when the new folder cannot be opened after all.
 * Throws FOLDER_NOT_EMPTY, DENIED while an import runs, DISK_FULL, LIBRARY_READ_ONLY, VANISHED or UNREADABLE for an original.
 */
export async function handOver(shelf: Shelf, folder: string): Promise<() => void> {
  const { connection, files, originals, reads } = shelf
  if (reads.batches.anyRunning()) throw new Refusal('DENIED', { reason: '正在导入。请等导入结束，或先取消导入' })
  const freeze = (on: boolean): void => void connection.db.pragma(`query_only = ${on ? 'ON' : 'OFF'}`)
  await demandEmpty(files, folder)
  try {
    await files.makeFolder(join(folder, 'originals'))
    freeze(true)
    const there = openOriginals(folder, files)
    for (const { sha256 } of reads.documents.hashes()) {
      const { release } = await there.keep([{ sha256, bytes: await originals.read(sha256, sha256) }])
      release()
    }
    await publish(files, join(folder, 'library.db'), async (temporary) => {
      await connection.db.backup(temporary)
      await withDatabase(temporary, { readonly: true }, demandSound)
    })
    return () => freeze(false)
  } catch (error) {
    freeze(false)
    await files.removeTree(join(folder, 'originals')).catch(() => undefined)
    throw libraryFault(error, folder)
  }
}
