/** The largest size of each reading helper: on Linux as the system counted it, elsewhere as the helpers tell it after every sixteenth file. */
import { readFileSync } from 'node:fs'
import type { ReaderChannel } from '../../electron/core/host.ts'

export interface HelperPeaks {
  readonly watched: (reader: ReaderChannel) => ReaderChannel
  /** Asks the system now. */
  readonly look: () => void
  /** Bytes. */
  readonly most: () => number
  readonly started: () => number
}

export function helperPeaks(): HelperPeaks {
  let started = 0
  let most = 0
  return {
    watched: (reader) => {
      started++
      return { ...reader, onReply: (listener) => reader.onReply((reply) => {
        most = Math.max(most, reply.rss ?? 0)
        listener(reply)
      }) }
    },
    look: () => {
      for (const child of children()) most = Math.max(most, peakOf(child))
    },
    most: () => most,
    started: () => started,
  }
}

function children(): readonly string[] {
  try {
    return readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').split(' ').filter((pid) => pid !== '')
  } catch {
    return []
  }
}

function peakOf(pid: string): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
