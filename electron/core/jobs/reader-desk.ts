/** Reads single files again while a person waits: one helper of its own, kept warm for as long as they go on trying. */
import { Refusal } from '../../contract/errors.ts'
import type { ReadOptions } from '../../contract/reviewing.ts'
import type { ReaderChannel } from '../host.ts'
import { NO_OVERLAY, type WordOverlay } from '../language/index.ts'
import { secondsFor, sniff } from '../reading/index.ts'
import type { PreparedFile } from './prepared.ts'
import { createReaderPool, type FileRequest, type ReaderPool } from './reader-pool.ts'

export interface ReaderDesk {
  /** Throws what the file is refused for, and CANCELLED once the desk is closed. */
  readonly read: (file: Pick<FileRequest, 'name' | 'beside'> & { readonly bytes: Uint8Array }, options: ReadOptions) => Promise<PreparedFile>
  readonly close: () => void
}

/** An idle helper holds its dictionaries in memory for nothing. */
const IDLE = 60_000

export function openReaderDesk(spawn: () => ReaderChannel, words: () => WordOverlay = () => NO_OVERLAY, idle = IDLE): ReaderDesk {
  let pool: ReaderPool | null = null
  let timer: NodeJS.Timeout | undefined
  let busy = 0
  let closed = false
  const rest = (): void => {
    pool?.close()
    pool = null
  }
  return {
    read: async ({ name, bytes, ...file }, options) => {
      if (closed) throw new Refusal('CANCELLED')
      clearTimeout(timer)
      busy++
      pool ??= createReaderPool(spawn, { size: 1, words })
      try {
        const { kind } = sniff(bytes, name)
        const outcome = await pool.read({ name, path: null, bytes, options, ...file }, undefined, { seconds: kind === 'unsupported' ? undefined : secondsFor(kind), megabytes: bytes.length / 2 ** 20 })
        if (!outcome.ok) throw new Refusal(outcome.fault.code, outcome.fault.details)
        if (outcome.file.articles.length === 0) throw new Refusal('NO_TEXT', { file: name })
        return outcome.file
      } finally {
        busy--
        if (busy === 0 && !closed) {
          timer = setTimeout(rest, idle)
          timer.unref()
        }
      }
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      rest()
    },
  }
}
