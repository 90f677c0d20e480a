/** Hands the bytes of dropped or chosen files to the host, which answers with a grant for each. */
import type { Grant } from '../../../electron/contract/library.ts'
import { MAX_FILE_BYTES } from '../../../electron/contract/importing.ts'
import type { NamedFile } from './dropped-files.ts'

export interface Staged {
  readonly grants: readonly Grant[]
  /** Names of files above the size that is read at all. */
  readonly tooLarge: readonly string[]
  /** Names of files that the browser could not open. */
  readonly unreadable: readonly string[]
}

/** A few at a time: each is in memory while it is on its way. */
const AT_ONCE = 3

/**
 * What can be read is staged, what cannot is named; one bad file does not keep the others out. `null` when `signal` ended it.
 * Rejects when the host refuses (a full disk), because then it would refuse the rest as well.
 */
export async function stage(files: readonly NamedFile[], send: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Grant>, signal: AbortSignal, onProgress: (done: number) => void): Promise<Staged | null> {
  const tooLarge = files.filter(({ file }) => file.size > MAX_FILE_BYTES).map(({ name }) => name)
  const small = files.filter(({ file }) => file.size <= MAX_FILE_BYTES)
  const unreadable: string[] = []
  const grants = new Map<number, Grant>()
  let next = 0
  let done = 0
  const work = async (): Promise<void> => {
    while (next < small.length && !signal.aborted) {
      const at = next++
      const taken = small[at]
      if (taken === undefined) return
      const bytes = await taken.file.arrayBuffer().catch(() => null)
      if (bytes === null) unreadable.push(taken.name)
      else grants.set(at, await send(taken.name, new Uint8Array(bytes)))
      onProgress(++done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (signal.aborted) return null
  return { grants: [...grants].sort(([a], [b]) => a - b).map(([, grant]) => grant), tooLarge, unreadable }
}
