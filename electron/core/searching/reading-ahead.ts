/** Soon after an index is opened: reads its pages and the texts through once, so that the machine has them in memory when somebody asks. Page by page from the disk, a phrase that many texts hold takes a tenth of a second (decision 0570). */
import { freemem } from 'node:os'
import { setTimeout as passed } from 'node:timers/promises'
import type { IndexedLibrary } from './index-options.ts'
import type { Store } from './store.ts'

/** The window is there, and nobody has asked yet. */
const SOON_MS = 2000
/** Reading holds the thread for about so long, and then leaves it for as long as it was held. */
const PORTION_MS = 4
/** What a slow disk has not given by then is read when somebody asks. */
const MOST_MS = 60_000
const WAIT_MS = 500
/** Of the memory that is free; the rest is for others. */
const SHARE = 0.5

export interface ReadAhead {
  /** Another one takes its place when the index is made anew. */
  readonly store: () => Pick<Store, 'readOn'>
  readonly library: Pick<IndexedLibrary, 'readOn'>
  /** Other work goes first. */
  readonly isBusy: () => boolean
  readonly onFailed: (error: unknown) => void
  /** Bytes. */
  readonly free?: () => number
}

export class ReadingAhead {
  readonly #of: ReadAhead
  readonly #closed = new AbortController()
  #work: Promise<void> | null = null
  /** The last text that was read. */
  #last = 0

  constructor(of: ReadAhead) {
    this.#of = of
    passed(SOON_MS, undefined, { ref: false, signal: this.#closed.signal }).then(() => this.now(), () => {})
  }

  /** Resolves once all is read, or as much as there is room and time for. */
  now(): Promise<void> {
    return (this.#work ??= this.#run())
  }

  close(): void {
    this.#closed.abort()
  }

  async #run(): Promise<void> {
    try {
      const { store, isBusy, free = freemem } = this.#of
      const [room, from] = [free() * SHARE, performance.now()]
      for (let [read, took] = [0, PORTION_MS]; performance.now() - from < MOST_MS; await this.#pause(isBusy() ? WAIT_MS : took)) {
        if (isBusy()) continue
        const began = performance.now()
        while (performance.now() - began < PORTION_MS) {
          const more = read < room ? store().readOn() || this.#readTexts() : 0
          if (more === 0) return
          read += more
        }
        took = performance.now() - began
      }
    } catch (error) {
      if (!this.#closed.signal.aborted) this.#of.onFailed(error)
    }
  }

  #readTexts(): number {
    const read = this.#of.library.readOn?.(this.#last) ?? null
    this.#last = read?.last ?? this.#last
    return read === null ? 0 : Math.max(1, read.bytes)
  }

  #pause(ms: number): Promise<void> {
    return passed(ms, undefined, { signal: this.#closed.signal })
  }
}
