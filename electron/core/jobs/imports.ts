/** Import as the window sees it: start, cancel, and one batch at a time in the background. */
import { availableParallelism } from 'node:os'
import { fault, Refusal } from '../../contract/errors.ts'
import type { Batch, BatchId } from '../../contract/importing.ts'
import { BY_RULES, type ReadOptions } from '../../contract/reviewing.ts'
import type { GrantedPath } from '../host.ts'
import { PAUSED, runImport, type RunPorts } from './import-run.ts'
import { createReaderPool, type ReaderPool } from './reader-pool.ts'
import { pastedFile } from './pasted.ts'
import { EVERYTHING, restOf, type NumberedSource, type Rest } from './resuming.ts'
import { scan, type SourceFile } from './scan.ts'
import type { ReaderChannel } from '../host.ts'
import type { WordOverlay } from '../language/index.ts'

/** More helpers than this gain nothing: the library's one thread stores what they read (decision 0220). */
export const READERS = Math.min(2, availableParallelism())

export interface ImportPorts extends Omit<RunPorts, 'pool'> {
  readonly spawnReader: () => ReaderChannel
  /** Helpers that may read at the same time. */
  readonly readers: number
  /** What people changed of the dictionary. */
  readonly words?: () => WordOverlay
}

export interface Imports {
  /** Finds the files, answers with the running batch, and goes on in the background. Throws NOTHING_TO_IMPORT, TOO_MANY_FILES. */
  readonly start: (granted: readonly GrantedPath[], confirmed: boolean, options?: ReadOptions) => Promise<Batch>
  /** `html` is the same text with its form, where the clipboard had it. */
  readonly paste: (text: string, name: string, html?: string | null) => Promise<Batch>
  /** Ends the batch within a second and answers with it; one that has already ended is answered as it is. */
  readonly cancel: (id: BatchId) => Promise<Batch>
  /** Ends the batch within a second, so that it can go on later; one that has ended is answered as it is. */
  readonly pause: (id: BatchId) => Promise<Batch>
  /** Goes on with a paused batch. Throws NOTHING_TO_RESUME. */
  readonly resume: (id: BatchId) => Promise<Batch>
  /** Resolves with the finished or paused batch. */
  readonly finished: (id: BatchId) => Promise<Batch>
  /** Pauses what runs, and resolves once nothing will be written any more. */
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

  function begin(label: string, files: readonly SourceFile[], options: ReadOptions = BY_RULES): Batch {
    if (closed) throw new Refusal('LIBRARY_CLOSED')
    const sources = files.map((file, i): NumberedSource => ({ ...file, n: i + 1, archive: null }))
    return run(store.begin(label, sources, options), sources, { ...EVERYTHING, options })
  }

  function run(batch: Batch, sources: readonly NumberedSource[], earlier: Omit<Rest, 'sources'>): Batch {
    const control = new AbortController()
    const end = turn.then(async () => {
      pool ??= createReaderPool(ports.spawnReader, { size: ports.readers, ...(ports.words ? { words: ports.words } : {}) })
      const done = await runImport(batch, sources, control.signal, { ...ports, pool }, earlier)
      running.delete(batch.id)
      // Idle helpers would hold their dictionaries in memory for nothing.
      if (running.size === 0) {
        pool.close()
        pool = null
      }
      emit(done.state === 'paused' ? 'import.paused' : 'import.finished', done)
      return done
    })
    turn = end
    running.set(batch.id, { control, end })
    return batch
  }

  /** A paused batch that is given up accounts for every file all the same. */
  function giveUp(id: BatchId): Batch {
    const left = store.get(id)?.state === 'paused' ? store.left(id) : null
    if (left === null) return store.get(id) ?? refuse(id)
    store.record(id, left.sources.flatMap(({ n, name }) => (left.settled.has(n) ? [] : [{ n, name, bytes: null, reason: { outcome: 'skipped' as const, fault: fault('CANCELLED') } }])))
    const done = store.finish(id, 'cancelled', null)
    emit('import.finished', done)
    return done
  }

  return {
    start: async (granted, confirmed, options) => {
      const files = await scan(granted, confirmed)
      return begin(nameOf(granted, files.length), files, options)
    },
    paste: async (text, name, html = null) => begin(name, [pastedFile(text, name, html)]),
    cancel: async (id) => {
      const found = running.get(id)
      if (!found) return giveUp(id)
      found.control.abort()
      return found.end
    },
    pause: async (id) => {
      const found = running.get(id)
      if (!found) return store.get(id) ?? refuse(id)
      found.control.abort(PAUSED)
      return found.end
    },
    resume: async (id) => {
      if (closed) throw new Refusal('LIBRARY_CLOSED')
      const left = store.left(id)
      if (left === null) throw new Refusal('NOTHING_TO_RESUME')
      const { sources, ...earlier } = restOf(left)
      return run(store.goOn(id), sources, earlier)
    },
    finished: async (id) => running.get(id)?.end ?? store.get(id) ?? refuse(id),
    close: async () => {
      closed = true
      for (const { control } of running.values()) control.abort(PAUSED)
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
