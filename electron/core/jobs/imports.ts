/** Import as the window sees it: start, cancel, and one batch at a time in the background. */
import { availableParallelism } from 'node:os'
import { Refusal } from '../../contract/errors.ts'
import type { Batch, BatchId } from '../../contract/importing.ts'
import type { GrantedPath } from '../host.ts'
import { runImport, type RunPorts } from './import-run.ts'
import { createReaderPool, type ReaderPool } from './reader-pool.ts'
import { pastedFile } from './pasted.ts'
import { scan, type SourceFile } from './scan.ts'
import type { ReaderChannel } from '../host.ts'

/** More helpers than this gain nothing: the library's one thread stores what they read (decision 0220). */
export const READERS = Math.min(2, availableParallelism())

export interface ImportPorts extends Omit<RunPorts, 'pool'> {
  readonly spawnReader: () => ReaderChannel
  /** Helpers that may read at the same time. */
  readonly readers: number
}

export interface Imports {
  /** Finds the files, answers with the running batch, and goes on in the background. Throws NOTHING_TO_IMPORT, TOO_MANY_FILES. */
  readonly start: (granted: readonly GrantedPath[], confirmed: boolean) => Promise<Batch>
  /** `html` is the same text with its form, where the clipboard had it. */
  readonly paste: (text: string, name: string, html?: string | null) => Promise<Batch>
  /** Ends the batch within a second and answers with it; one that has already ended is answered as it is. */
  readonly cancel: (id: BatchId) => Promise<Batch>
  /** Resolves with the finished batch. */
  readonly finished: (id: BatchId) => Promise<Batch>
  /** Cancels what runs, and resolves once nothing will be written any more. */
  readonly close: () => Promise<void>
}

interface Running {
  readonly control: AbortController
  readonly end: Promise<Batch>
}

export function createImports(ports: ImportPorts): Imports {
  const { store, emit } = ports
  const running = new Map<BatchId, Running>()
  let pool: ReaderPool | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let closed = false

  function begin(label: string, files: readonly SourceFile[]): Batch {
    if (closed) throw new Refusal('LIBRARY_CLOSED')
    const batch = store.begin(label, files.length)
    const control = new AbortController()
    const end = turn.then(async () => {
      pool ??= createReaderPool(ports.spawnReader, { size: ports.readers })
      const done = await runImport(batch, files.map((file, i) => ({ ...file, n: i + 1, archive: null })), control.signal, { ...ports, pool })
      running.delete(batch.id)
      // Idle helpers would hold their dictionaries in memory for nothing.
      if (running.size === 0) {
        pool.close()
        pool = null
      }
      emit('import.finished', done)
      return done
    })
    turn = end
    running.set(batch.id, { control, end })
    return batch
  }

  return {
    start: async (granted, confirmed) => {
      const files = await scan(granted, confirmed)
      return begin(nameOf(granted, files.length), files)
    },
    paste: async (text, name, html = null) => begin(name, [pastedFile(text, name, html)]),
    cancel: async (id) => {
      const found = running.get(id)
      if (!found) return store.get(id) ?? refuse(id)
      found.control.abort()
      return found.end
    },
    finished: async (id) => running.get(id)?.end ?? store.get(id) ?? refuse(id),
    close: async () => {
      closed = true
      for (const { control } of running.values()) control.abort()
      await turn
      ports.staging.clear()
    },
  }
}

const refuse = (id: BatchId): never => {
  throw new Refusal('NO_SUCH_BATCH', { id })
}

/** What the list of imports calls a batch: its one file or folder, or the first of several. */
function nameOf(granted: readonly GrantedPath[], files: number): string {
  const first = granted[0]?.name.split('/')[0] ?? ''
  return files > 1 && granted.length > 1 ? `${first} 等 ${files} 个文件` : first
}
