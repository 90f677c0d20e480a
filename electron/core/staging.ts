import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A private folder for the bytes of dropped files and of members of archives: no name from outside ever becomes a path. */
export interface Staging {
  /** The folder that a person knows. */
  readonly parent: string
  /** Writes the bytes and answers where. Throws what the file system throws. */
  readonly put: (bytes: Uint8Array) => string
  readonly remove: (path: string) => void
  readonly clear: () => void
}

const OURS = /^(\d+)-[0-9a-f]{8}$/

/** One sub-folder per process, so that a host that ends clears its own files and nobody else's. What a killed host left behind goes at the next start. */
export function openStaging(parent: string): Staging {
  clearAbandoned(parent)
  const folder = join(parent, `${process.pid}-${randomUUID().slice(0, 8)}`)
  return {
    parent,
    put: (bytes) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chmodSync(folder, 0o700)
      const path = join(folder, `${randomUUID()}.bin`)
      writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' })
      return path
    },
    remove: (path) => { rmSync(path, { force: true }) },
    clear: () => {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A file with a classification mark must not outlive its import, whatever happened to the program. */
function clearAbandoned(parent: string): void {
  let names: readonly string[]
  try {
    names = readdirSync(parent)
  } catch {
    // Nothing was ever staged here.
    return
  }
  for (const name of names) {
    const owner = OURS.exec(name)?.[1]
    if (owner !== undefined && !isAlive(Number(owner))) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
