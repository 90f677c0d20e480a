/** Reads in the background what was read under other rules: small groups, one transaction each, so that calls are answered between them. */
import { Refusal } from '../../contract/errors.ts'
import type { Tagging } from '../../contract/practices.ts'
import type { Taxonomy } from '../describing/practices/index.ts'
import type { CorePorts } from '../host.ts'
import { tagStale, type Library } from '../library/index.ts'
import { outline } from '../trouble.ts'
import type { Indexing } from './indexing.ts'

interface Rules {
  readonly taxonomy: () => Pick<Taxonomy, 'rules' | 'practices'>
}

export interface TaggingRun {
  readonly state: () => Tagging
  /** Goes on where it had to stop, now that the library takes changes again. */
  readonly resume: () => void
  /** Resolves once nothing is written any more. */
  readonly close: () => Promise<void>
}

/** A group holds the library's thread no longer than about this, its write to the disk not counted. */
const GROUP_MS = 20
/** The window is told so often. */
const TOLD_MS = 250

/** What is left undone by a crash or a close is found again at the next start: it still stands under other rules. */
export function startTagging(library: Library, practices: Rules, indexing: Pick<Indexing, 'retag'>, ports: Pick<CorePorts, 'emit'>, tell: (ids: null) => void): TaggingRun {
  let state: Tagging = { state: 'ready', done: 0, total: 0, skipped: 0 }
  let closed = false
  const report = (next: Tagging): void => {
    state = next
    if (!closed) ports.emit('practices.tagging', state)
  }
  const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume))

  async function run(): Promise<void> {
    await breathe()
    if (closed) return
    const { rules, practices: ordered } = practices.taxonomy()
    keepOrder(library, ordered.map(({ id }) => id))
    const total = library.reads.practices.staleCount(rules)
    if (total === 0) return report({ state: 'ready', done: 0, total: 0, skipped: 0 })
    let done = 0
    let skipped = 0
    let told = 0
    for (let after: number | null = 0; after !== null; ) {
      const group = tagStale(library, after, GROUP_MS)
      indexing.retag(group.seqs)
      done += group.seqs.length
      skipped += group.failed.length
      for (const error of group.failed) console.error(`practices: a text was skipped: ${outline(error)}`)
      after = group.next
      if (performance.now() - told >= TOLD_MS) {
        told = performance.now()
        report({ state: 'running', done, total, skipped })
      }
      await breathe()
      if (closed) return
    }
    report({ state: 'ready', done, total: done + skipped, skipped })
    tell(null)
  }

  function start(): Promise<void> {
    // Until it has looked, nobody may think that all is read.
    state = { state: 'running', done: 0, total: 0, skipped: 0 }
    return run().catch((error: unknown) => {
      // A full disk or a library that is being moved: what is left is found again.
      if (!closed && !(error instanceof Refusal)) console.error(`practices: ${outline(error)}`)
      report({ ...state, state: 'ready' })
    })
  }

  let work = start()
  return {
    state: () => state,
    resume: () => {
      if (!closed) work = work.then(start)
    },
    close: async () => {
      closed = true
      await work
    },
  }
}

/** Lists show practices in the order of the taxonomy without loading it. */
function keepOrder({ connection, reads, writes }: Library, ids: readonly string[]): void {
  const known = reads.practices.order()
  if (known.length === ids.length && known.every((id, at) => id === ids[at])) return
  connection.write(() => writes.practices.order(ids))
}
