/** Joins the pieces in which words came into the index, once nothing has changed for a while: what lies in one piece is found faster (decision 0570). */
import type { Store } from './store.ts'

/** Nobody is typing and no import runs. */
const QUIET_MS = 8000
/** Joined again only when the largest piece holds less than this part: a few new entries are not worth writing everything anew. */
const ENOUGH = 0.75

export interface Tidied {
  /** Another one takes its place when the index is made anew. */
  readonly store: () => Store
  readonly pause: () => Promise<void>
  /** Other work goes first. */
  readonly isBusy: () => boolean
  readonly onFailed: (error: unknown) => void
}

export class Tidying {
  readonly #of: Tidied
  #timer: NodeJS.Timeout | null = null
  #work: Promise<void> | null = null
  #closed = false

  constructor(of: Tidied) {
    this.#of = of
    this.later()
  }

  /** Something changed: not now. */
  later(): void {
    if (this.#closed || this.#work) return
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => void this.now(), QUIET_MS).unref()
  }

  /** Resolves once nothing is left to join, or other work goes first. */
  now(): Promise<void> {
    this.#stopTimer()
    return (this.#work ??= this.#run().finally(() => (this.#work = null)))
  }

  close(): void {
    this.#closed = true
    this.#stopTimer()
  }

  async #run(): Promise<void> {
    try {
      const { store, pause, isBusy } = this.#of
      if (this.#closed || isBusy() || store().largestPiece() >= ENOUGH) return
      for (let more = store().merge(true); more; more = !this.#closed && !isBusy() && store().merge(false)) await pause()
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
