/** The import's port over the real library and its index. */
import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal } from '../../contract/errors.ts'
import { BatchId, type Batch } from '../../contract/importing.ts'
import { storeFiles, type Library, type StoredArticle } from '../library/index.ts'
import type { ImportStore } from './ports.ts'

/** Called with what one transaction has brought in; the index follows the library and can be rebuilt from it. */
export type OnStored = (entries: readonly StoredArticle[]) => Promise<void>

export function libraryStore(library: Library, onStored: OnStored): ImportStore {
  const { reads, writes, clock, connection } = library
  const known = (id: BatchId): Batch => {
    const batch = reads.batches.get(id)
    if (!batch) throw new Refusal('NO_SUCH_BATCH', { id })
    return batch
  }
  return {
    findEntry: (sha256) => reads.documents.presentEntry(sha256),
    begin: (label, files, options) => {
      const id = BatchId.parse(clock.id())
      connection.write(() => {
        writes.batches.add(id, label, files.length, clock.at(), options)
        writes.batches.addSources(id, files.filter(({ path }) => path !== null))
      })
      return known(id)
    },
    store: async (batch, files) => {
      const stored = await storeFiles(library, batch, files)
      // Whoever asks, and the helpers that wait for work, need not wait for the index as well.
      await breathe()
      await onStored(stored.flatMap((file) => (file.outcome === 'imported' ? file.entries : [])))
      return stored.map((file) => (file.outcome === 'imported' ? { ...file, entries: file.entries.map(({ prepared }) => ({ kind: prepared.description.kind })) } : file))
    },
    record: (batch, files) =>
      connection.write(() => {
        for (const { n, name, bytes, reason } of files) {
          if (reason.outcome === 'unpacked') writes.batches.addSources(batch, reason.sources.map((source) => ({ ...source, path: null, temporary: true, archive: n })))
          const why = reason.outcome === 'failed' || reason.outcome === 'skipped' ? reason.fault : null
          writes.batches.report(batch, { n, name, bytes, outcome: reason.outcome, encoding: null, document: null, fault: why, duplicateOf: reason.outcome === 'duplicate' ? reason.of : null, members: reason.outcome === 'unpacked' ? reason.members : null })
        }
      }),
    left: (id) => (known(id).state === 'paused' ? reads.batches.sources(id) : null),
    pause: (id) => {
      connection.write(() => writes.batches.pause(id, true))
      return known(id)
    },
    goOn: (id) => {
      connection.write(() => writes.batches.pause(id, false))
      return known(id)
    },
    grow: (id, files) => connection.write(() => writes.batches.setTotal(id, files)),
    finish: (id, state, why) => {
      connection.write(() => writes.batches.finish(id, state, clock.at(), why))
      return known(id)
    },
    get: (id) => reads.batches.get(id),
  }
}
