/** Once nothing has changed for a while: joins the pieces in which words came into the index, since what lies in one piece is found faster (decision 0570), and keeps the columns for the next start. */
import type { Store } from './store.ts'

/** Nobody is typing and no import runs. */
const QUIET_MS = 8000
/** All is joined into one only when the largest piece holds less than this part: a few new entries are not worth writing everything anew. */
const ENOUGH = 0.75
/** So many pieces beside the largest are left as they are. */
const FEW = 3

export interface Tidied {
  /** Another one takes its place when the index is made anew. */
  readonly store: () => Pick<Store, 'largestPiece' | 'pieces' | 'merge'>
  readonly pause: () => Promise<void>
  /** Other work goes first. */
  readonly isBusy: () => boolean
  /** What else is done once all is joined. */
  readonly keep: () => Promise<void>
  readonly onFailed: (error: unknown) => void
}

export class Tidying {
  readonly #of: Tidied
  #timer: NodeJS.Timeout | null = null
  #work: Promise<void> | null = null
  #closed = false
  /** Something changed while it was at work. */
  #due = false

  constructor(of: Tidied) {
    this.#of = of
    this.later()
  }

  /** Something changed: not now. */
  later(): void {
    if (this.#closed) return
    if (this.#work) this.#due = true
    else if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => void this.now(), QUIET_MS).unref()
  }

  /** Resolves once nothing is left to join, or other work goes first. */
  now(): Promise<void> {
    this.#stopTimer()
    return (this.#work ??= this.#run().finally(() => {
      this.#work = null
      if (this.#due) this.later()
      this.#due = false
    }))
  }

  close(): void {
    this.#closed = true
    this.#stopTimer()
  }

  async #run(): Promise<void> {
    try {
      const { store, pause, isBusy, keep } = this.#of
      const goesOn = (): boolean => !this.#closed && !isBusy()
      if (!goesOn()) return this.#again()
      const isScattered = store().largestPiece() < ENOUGH
      if (isScattered || store().pieces() > FEW + 1) for (let more = store().merge(isScattered); more; more = goesOn() && store().merge(false)) await pause()
      if (goesOn()) await keep()
      if (isBusy()) this.#again()
    } catch (error) {
      this.#of.onFailed(error)
    }
  }

  #again(): void {
    if (!this.#closed) this.#timer ??= setTimeout(() => void this.now(), QUIET_MS).unref()
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }
}
