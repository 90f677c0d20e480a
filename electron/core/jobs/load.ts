/** Reads one file whole, after looking at what it is: used by the import and, on its own, by the reading helper. */
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { Refusal } from '../../contract/errors.ts'
import { MAX_FILE_BYTES } from '../../contract/importing.ts'
import { megabytes } from '../reading/index.ts'

/** Throws VANISHED, UNREADABLE or TOO_BIG, naming `name`. A pipe or device is never waited for; for `room` for so many bytes it is, before they are read. */
export async function load(path: string, name: string, room: (bytes: number) => Promise<void> = async () => undefined): Promise<Uint8Array> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const found = await handle.stat()
      if (!found.isFile()) throw new Refusal('UNREADABLE', { file: name })
      if (found.size > MAX_FILE_BYTES) throw new Refusal('TOO_BIG', { file: name, size: megabytes(found.size), limit: megabytes(MAX_FILE_BYTES) })
      await room(found.size)
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new Refusal(code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENODEV' || code === 'ESTALE' ? 'VANISHED' : 'UNREADABLE', { file: name })
  }
}
