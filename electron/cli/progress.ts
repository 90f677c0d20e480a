import { clip, pad, safe } from './width.ts'

export interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly write: (text: string) => unknown
}

/** A bar on a terminal for what takes longer than half a second; nothing anywhere else. */
export interface Progress {
  readonly show: (done: number, total: number, words: string) => void
  /** Wipes the bar away. */
  readonly end: () => void
}

const PATIENCE = 500
const BAR = 24

export function progressOn(screen: Screen, now: () => number = () => performance.now()): Progress {
  const began = now()
  let shown = false
  return {
    show: (done, total, words) => {
      if (screen.isTTY !== true || now() - began < PATIENCE) return
      shown = true
      const filled = total === 0 ? 0 : Math.round((done / total) * BAR)
      const columns = (screen.columns ?? 80) - 1
      screen.write(`\r${pad(clip(safe(`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total} ${words}`), columns), columns)}`)
    },
    end: () => {
      if (shown) screen.write(`\r${' '.repeat((screen.columns ?? 80) - 1)}\r`)
      shown = false
    },
  }
}
