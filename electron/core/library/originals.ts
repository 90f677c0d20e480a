/**
 * Originals: the bytes of every imported file, kept as they came, named by their SHA-256 in `originals/ab/abcdef…`.
 * They are on the disk for good before any row names them; what a crash leaves behind is a file that nobody names.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Refusal } from '../../contract/errors.ts'
import { libraryFault } from './faults.ts'
import type { FileLayer } from './files.ts'

export interface OriginalBytes {
  /** Already checked against `bytes` by the caller. */
  readonly sha256: string
  readonly bytes: Uint8Array
}

export interface Originals {
  /** Stores all of them, or throws with nothing named; `release` ends the protection against being swept. */
  readonly keep: (files: readonly OriginalBytes[]) => Promise<{ readonly release: () => void }>
  readonly read: (sha256: string, name: string) => Promise<Uint8Array>
  /** Removes the bytes of `hashes`, except those that an import is about to name. Answers the bytes freed. */
  readonly drop: (hashes: readonly string[], isReferenced: (sha256: string) => boolean) => Promise<number>
  /** Every hash that has a file. */
  readonly list: () => Promise<readonly string[]>
  readonly size: (sha256: string) => Promise<number | null>
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const HASH = /^[0-9a-f]{64}$/

export function openOriginals(folder: string, files: FileLayer): Originals {
  const root = join(folder, 'originals')
  const folderOf = (hash: string): string => join(root, hash.slice(0, 2))
  const pathOf = (hash: string): string => join(folderOf(hash), hash)
  const held = new Map<string, number>()
  let temporary = 0

  const hold = (hash: string, by: number): void => {
    const left = (held.get(hash) ?? 0) + by
    if (left > 0) held.set(hash, left)
    else held.delete(hash)
  }

  /** True when the stored bytes are these; a torn or altered file of that name is written anew. */
  async function alreadyThere({ sha256: hash, bytes }: OriginalBytes): Promise<boolean> {
    return (await files.size(pathOf(hash))) === bytes.length && sha256(await files.read(pathOf(hash))) === hash
  }

  async function writeAll(wanted: readonly OriginalBytes[]): Promise<void> {
    const fresh: { readonly original: OriginalBytes; readonly temporary: string }[] = []
    // Asked together, written together, forced together: one after the other an import waits for the disk as long as for its readers.
    const there = await Promise.all(wanted.map(alreadyThere))
    for (const [i, original] of wanted.entries()) if (!there[i]) fresh.push({ original, temporary: join(root, `.incoming-${process.pid}-${temporary++}`) })
    if (fresh.length === 0) return
    try {
      const made = await Promise.all([...new Set(fresh.map(({ original }) => folderOf(original.sha256)))].map((path) => files.makeFolder(path)))
      await Promise.all(fresh.map(({ original, temporary: path }) => files.writeNew(path, original.bytes)))
      await Promise.all(fresh.map(({ temporary: path }) => files.sync(path)))
      await Promise.all(fresh.map(({ original, temporary: path }) => files.rename(path, pathOf(original.sha256))))
      await Promise.all([...new Set(fresh.map(({ original }) => folderOf(original.sha256)))].map((path) => files.syncFolder(path)))
      if (made.some((path) => path !== null)) await files.syncFolder(root)
    } catch (error) {
      await Promise.all(fresh.map(({ temporary: path }) => files.remove(path).catch(() => undefined)))
      throw libraryFault(error, folder)
    }
  }

  return {
    keep: async (originals) => {
      const wanted = [...new Map(originals.map((original) => [original.sha256, original])).values()]
      for (const original of wanted) hold(original.sha256, 1)
      const release = (): void => {
        for (const original of wanted) hold(original.sha256, -1)
      }
      try {
        await writeAll(wanted)
      } catch (error) {
        release()
        throw error
      }
      return { release }
    },
    read: async (hash, name) => {
      const bytes = await files.read(pathOf(hash)).catch(() => null)
      if (bytes === null) throw new Refusal('VANISHED', { file: name })
      if (sha256(bytes) !== hash) throw new Refusal('UNREADABLE', { file: name })
      return bytes
    },
    drop: async (hashes, isReferenced) => {
      let freed = 0
      for (const hash of hashes) {
        if (held.has(hash) || isReferenced(hash)) continue
        freed += (await files.size(pathOf(hash))) ?? 0
        if (!held.has(hash) && !isReferenced(hash)) await files.remove(pathOf(hash))
      }
      return freed
    },
    list: async () => {
      const found: string[] = []
      for (const name of await files.list(root)) {
        if (/^[0-9a-f]{2}$/.test(name)) found.push(...(await files.list(join(root, name))).filter((file) => HASH.test(file)))
      }
      return found
    },
    size: (hash) => files.size(pathOf(hash)),
  }
}
