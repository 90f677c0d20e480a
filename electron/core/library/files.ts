/**
 * The file layer: the few file operations the library needs, as a port.
 * Tests put a journal or a failing disk in its place; nothing else in this room touches `node:fs`.
 */
import { constants } from 'node:fs'
import { access, lstat, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'

export interface FileLayer {
  /** Creates the folder and those above it; answers the topmost one it had to create, or null. */
  readonly makeFolder: (path: string) => Promise<string | null>
  /** Writes a file that must not exist yet, without forcing it to disk. */
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<void>
  readonly sync: (path: string) => Promise<void>
  /** Forces the folder's list of names to disk. Windows has no such call and needs none. */
  readonly syncFolder: (path: string) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  /** Removes a folder with all that is in it. */
  readonly removeTree: (path: string) => Promise<void>
  readonly read: (path: string) => Promise<Uint8Array>
  /** Size in bytes, or null where there is no such file. */
  readonly size: (path: string) => Promise<number | null>
  /** Names in a folder; an absent folder is an empty one. */
  readonly list: (path: string) => Promise<readonly string[]>
  /** Whether this process may write to the file or folder. */
  readonly writable: (path: string) => Promise<boolean>
}

const absent = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

async function forceToDisk(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const disk: FileLayer = {
  makeFolder: async (path) => (await mkdir(path, { recursive: true })) ?? null,
  writeNew: async (path, bytes) => {
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(bytes)
    } finally {
      await handle.close()
    }
  },
  sync: (path) => forceToDisk(path, 'r+'),
  syncFolder: async (path) => {
    if (process.platform !== 'win32') await forceToDisk(path, 'r')
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  removeTree: (path) => rm(path, { recursive: true, force: true }),
  read: (path) => readFile(path),
  size: async (path) => {
    try {
      const found = await lstat(path)
      return found.isFile() ? found.size : null
    } catch (error) {
      if (absent(error)) return null
      throw error
    }
  },
  list: async (path) => {
    try {
      return await readdir(path)
    } catch (error) {
      if (absent(error)) return []
      throw error
    }
  },
  writable: async (path) => {
    try {
      await access(path, constants.W_OK)
      return true
    } catch {
      return false
    }
  },
}
