import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A private folder for the bytes of dropped files: the name a page gives never becomes a path. */
export interface Staging {
  /** Writes the bytes and answers where. Throws what the file system throws. */
  readonly put: (bytes: Uint8Array) => string
  readonly clear: () => void
}

/** One sub-folder per process, so that a host that ends clears its own files and nobody else's. */
export function openStaging(parent: string): Staging {
  const folder = join(parent, `${process.pid}-${randomUUID().slice(0, 8)}`)
  return {
    put: (bytes) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
      const path = join(folder, `${randomUUID()}.bin`)
      writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' })
      return path
    },
    clear: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
