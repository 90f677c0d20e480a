/** Work that reads many texts again in the background: small groups, one transaction each, so that calls are answered between them. */
import { Refusal } from '../../contract/errors.ts'
import type { Group } from '../library/index.ts'
import { outline } from '../trouble.ts'

/** `skipped` texts could not be read: they stand as they were, and are tried again at the next start. */
export interface Progress {
  readonly state: 'ready' | 'running'
  readonly done: number
  readonly total: number
  readonly skipped: number
}

export interface Background {
  /** For faults that are written down: what could not be read. */
  readonly name: string
  /** How many texts are to be read. */
  readonly left: () => number
  /** Reads some of those after this one, for about so many milliseconds. */
  readonly group: (after: number, milliseconds: number) => Group
  /** These were read. */
  readonly followed: (seqs: readonly number[]) => void
  readonly report: (progress: Progress) => void
  /** All is read, and something was. */
  readonly finished: () => void
  /** Milliseconds of quiet to wait for before it begins. */
  readonly patience?: number
  /** Whether something is under way that goes first: it waits until that is done. */
  readonly giveWay?: () => boolean
}

export interface BackgroundRun {
  readonly state: () => Progress
  /** Looks again for what is to be read: because a text has changed, or the library takes changes again. */
  readonly resume: () => void
  /** Resolves once nothing is written any more. */
  readonly close: () => Promise<void>
}

/** A group holds the library's thread no longer than about this, its write to the disk not counted. */
const GROUP_MS = 20
/** The window is told so often. */
const TOLD_MS = 250
/** What goes first is looked for so often. */
const LOOK_MS = 250

/** What is left undone by a crash or a close is found again at the next start: it still stands under other rules. */
export function startBackground(work: Background): BackgroundRun {
  let state: Progress = { state: 'ready', done: 0, total: 0, skipped: 0 }
  let closed = false
  let waiting: NodeJS.Timeout | null = null
  let wake = (): void => undefined
  const report = (next: Progress): void => {
    state = next
    if (!closed) work.report(state)
  }
  const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume))
  const yields = (): boolean => !closed && work.giveWay?.() === true
  /** Until nothing goes first. */
  async function turn(): Promise<void> {
    while (yields()) {
      await new Promise<void>((resume) => {
        const timer = setTimeout(resume, LOOK_MS)
        wake = () => {
          clearTimeout(timer)
          resume()
        }
      })
    }
  }

  async function run(): Promise<void> {
    await breathe()
    await turn()
    if (closed) return
    const total = work.left()
    if (total === 0) return report({ state: 'ready', done: 0, total: 0, skipped: 0 })
    let done = 0
    let skipped = 0
    let told = 0
    for (let after: number | null = 0; after !== null; ) {
      const group = work.group(after, GROUP_MS)
      work.followed(group.seqs)
      done += group.seqs.length
      skipped += group.failed.length
      for (const error of group.failed) console.error(`${work.name}: a text was skipped: ${outline(error)}`)
      after = group.next
      if (performance.now() - told >= TOLD_MS) {
        told = performance.now()
        report({ state: 'running', done, total, skipped })
      }
      await breathe()
      await turn()
      if (closed) return
    }
    report({ state: 'ready', done, total: done + skipped, skipped })
    work.finished()
  }

  function start(): Promise<void> {
    // Until it has looked, nobody may think that all is read.
    state = { state: 'running', done: 0, total: 0, skipped: 0 }
    return run().catch((error: unknown) => {
      // A full disk or a library that is being moved: what is left is found again.
      if (!closed && !(error instanceof Refusal)) console.error(`${work.name}: ${outline(error)}`)
      report({ ...state, state: 'ready' })
    })
  }

  let running: Promise<void> = Promise.resolve()
  const again = (): void => {
    waiting = null
    if (!closed) running = running.then(start)
  }
  const resume = (): void => {
    if (closed) return
    if (work.patience === undefined) return again()
    state = { ...state, state: 'running' }
    if (waiting !== null) clearTimeout(waiting)
    waiting = setTimeout(again, work.patience)
  }
  resume()
  return {
    state: () => state,
    resume,
    close: async () => {
      closed = true
      if (waiting !== null) clearTimeout(waiting)
      wake()
      await running
    },
  }
}
