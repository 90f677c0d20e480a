/** What SQLite and the file system report, said as one of our own errors where a person can do something about it. */
import { Refusal } from '../../contract/errors.ts'

const code = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

/** SQLite says SHMSIZE when there is no room for its shared memory. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])
const READ_ONLY = new Set(['EROFS', 'EACCES', 'EPERM', 'SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_AUTH'])

/** The refusal to throw for `error`; an error nobody foresaw comes back unchanged and becomes FAILED at the border. */
export function libraryFault(error: unknown, folder: string): unknown {
  if (error instanceof Refusal) return error
  const name = code(error)
  if (FULL.has(name)) return new Refusal('DISK_FULL', { folder })
  if (READ_ONLY.has(name) || name.startsWith('SQLITE_READONLY') || name.startsWith('SQLITE_CANTOPEN')) return new Refusal('LIBRARY_READ_ONLY', { folder })
  if (name === 'SQLITE_NOTADB' || name.startsWith('SQLITE_CORRUPT')) return new Refusal('LIBRARY_CORRUPT', { folder })
  return error
}

/** Runs `work`; what it throws is translated. */
export function guarded<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw libraryFault(error, folder)
  }
}

export const isCode = (error: unknown, ...codes: readonly string[]): boolean => codes.includes(code(error))
