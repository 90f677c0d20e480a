/** Files read under older rules are read again: shown first, or stored in the background, file by file, as one change. */
import { fault, Refusal, type Fault } from '../../contract/errors.ts'
import type { EntryId } from '../../contract/entry.ts'
import type { LostSpan } from '../../contract/library.ts'
import type { recleanMethods, Recleaning, RecleanedEntry, RecleanedFile } from '../../contract/recleaning.ts'
import { CLEANER } from '../cleaning/index.ts'
import type { ReaderDesk } from '../jobs/index.ts'
import { bodyDifference, changedFields, noticeDifference, planReread, storeReread, type Library, type Plan } from '../library/index.ts'
import { outline } from '../trouble.ts'
import type { Context, Service } from './context.ts'
import { keptOf, readDocument } from './rereading.ts'

export interface RecleanRun {
  readonly service: Service<keyof typeof recleanMethods>
  /** Resolves once nothing is written any more. */
  readonly close: () => Promise<void>
}

const TOLD_MS = 250
const MOST_NAMED = 200
const READY: Recleaning = { state: 'ready', done: 0, total: 0, changed: 0, failed: 0, undo: '', fault: null, lost: { total: 0, first: [] } }

export function recleaning({ library, ports, changed, keywordsOf }: Context, desk: ReaderDesk): RecleanRun {
  const { documents } = library.reads
  let work = READY
  let run: Promise<void> = Promise.resolve()
  let stopping = false
  const which = (ids: readonly EntryId[] | null): readonly number[] => (ids === null ? documents.behind(CLEANER) : documents.ofEntries(ids))
  const report = (next: Recleaning): void => {
    work = next
    if (!stopping || next.state === 'ready') ports.emit('reclean.progress', work)
  }

  async function apply(all: readonly number[]): Promise<void> {
    let told = 0
    let history: string | null = null
    let why: Fault | null = null
    const next = { done: 0, changed: 0, failed: 0 }
    const lost: LostSpan[] = []
    for (const document of all) {
      if (stopping) break
      try {
        const options = documents.get(document)?.options
        if (!options || !library.reads.readings.isCurrent(document)) continue
        const done = await storeReread(library, await readDocument(library, desk, document, options), { action: 'reclean', history, keywordsOf })
        history = done.history ?? history
        lost.push(...done.lost.flatMap(({ title, words }) => words.map((word) => ({ ...word, label: `《${title}》${word.label}` }))))
        const touched = done.history === null ? [] : [...done.changed, ...done.added, ...done.plan.gone.map(({ id }) => id)]
        next.changed += touched.length
        if (touched.length > 0) changed(touched)
      } catch (error) {
        if (!(error instanceof Refusal)) console.error(`reclean: ${outline(error)}`)
        if (stopping && error instanceof Refusal && error.code === 'CANCELLED') break
        if (error instanceof Refusal && STOPS.has(error.code)) {
          why = error.fault
          break
        }
        // The file stays as it was read before.
        next.failed++
      }
      next.done++
      if (performance.now() - told >= TOLD_MS) {
        told = performance.now()
        report({ ...work, ...next })
      }
    }
    report({ ...work, ...next, state: 'ready', undo: history ?? '', fault: why, lost: { total: lost.length, first: lost.slice(0, MOST_NAMED) } })
  }

  const service: Service<keyof typeof recleanMethods> = {
    'reclean.state': () => ({ version: CLEANER, ...documents.countBehind(CLEANER), work }),
    'reclean.preview': async ({ ids, offset, limit }) => {
      const all = which(ids)
      const files: RecleanedFile[] = []
      for (const document of all.slice(offset, offset + limit)) files.push(await previewOf(library, desk, document, keywordsOf))
      return { total: all.length, files }
    },
    'reclean.apply': ({ ids }) => {
      if (work.state === 'running') return work
      const all = which(ids)
      stopping = false
      work = { ...READY, state: 'running', total: all.length }
      run = apply(all)
      return work
    },
    'reclean.cancel': async () => {
      stopping = true
      await run
      return work
    },
  }
  return {
    service,
    close: async () => {
      stopping = true
      await run
    },
  }
}

/** What no other file will fare better with. */
const STOPS: ReadonlySet<string> = new Set(['DISK_FULL', 'LIBRARY_READ_ONLY', 'LIBRARY_CORRUPT', 'LIBRARY_CLOSED'])

async function previewOf(library: Library, desk: ReaderDesk, document: number, keywordsOf: Context['keywordsOf']): Promise<RecleanedFile> {
  const stored = library.reads.documents.get(document)
  if (stored === null) return { file: String(document), fault: fault('NO_SUCH_FILE', { file: String(document) }), entries: [] }
  try {
    const plan = planReread(library, await readDocument(library, desk, document, stored.options), keywordsOf)
    return { file: stored.name, fault: null, entries: entriesOf(plan) }
  } catch (error) {
    if (error instanceof Refusal) return { file: stored.name, fault: error.fault, entries: [] }
    throw error
  }
}

const NOTHING = { changes: [], body: null, notices: { added: 0, gone: 0 }, kept: [] }

function entriesOf({ matched, added, gone }: Plan): RecleanedEntry[] {
  return [
    ...matched.map(({ entry, merged }): RecleanedEntry => {
      const [before, after] = [entry.state, merged.state]
      const shown = { changes: changedFields(before, after), body: bodyDifference(before.body, after.body), notices: noticeDifference(before, after) }
      const same = shown.changes.length === 0 && shown.body === null && shown.notices.added + shown.notices.gone === 0
      return { id: entry.id, title: after.title, becomes: same ? 'same' : 'changed', ...shown, kept: keptOf(merged) }
    }),
    ...added.map(({ article, description }): RecleanedEntry => ({ ...NOTHING, id: null, title: description.title, becomes: 'added', body: bodyDifference('', article.body) })),
    ...gone.map(({ id, state }): RecleanedEntry => ({ ...NOTHING, id, title: state.title, becomes: 'gone', body: bodyDifference(state.body, '') })),
  ]
}
