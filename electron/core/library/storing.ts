/** Storing what an import prepared: originals first, then all rows of the group in one transaction. */
import type { EntryId } from '../../contract/entry.ts'
import { fault, type Fault } from '../../contract/errors.ts'
import type { BatchId } from '../../contract/importing.ts'
import type { PreparedArticle, PreparedFile } from '../jobs/prepared.ts'
import { sha256 } from './originals.ts'
import { relate } from './relating.ts'
import { stateOf } from './prepared-state.ts'
import type { Shelf } from './shelf.ts'
import { tagImported } from './tagging.ts'

/** Groups this large pay one forced write for all their rows, and hold the connection a few milliseconds at most. */
export const GROUP = 64

export interface FileToStore {
  /** The file's place in its batch, counted from 1. */
  readonly n: number
  readonly prepared: PreparedFile
  readonly bytes: Uint8Array
}
export interface StoredArticle {
  readonly seq: number
  readonly id: EntryId
  readonly revision: number
  readonly prepared: PreparedArticle
}
export type StoredFile =
  | { readonly n: number; readonly outcome: 'imported'; readonly entries: readonly StoredArticle[] }
  | { readonly n: number; readonly outcome: 'duplicate'; readonly duplicateOf: EntryId }
  | { readonly n: number; readonly outcome: 'failed'; readonly fault: Fault }

export interface FailedFile {
  readonly n: number
  readonly name: string
  readonly fault: Fault
  readonly bytes: number | null
  readonly encoding: string | null
}

export async function storeFiles(shelf: Shelf, batch: BatchId, files: readonly FileToStore[]): Promise<readonly StoredFile[]> {
  if (files.length > GROUP) throw new RangeError(`at most ${GROUP} files in one group`)
  const sound = files.filter(({ bytes, prepared }) => sha256(bytes) === prepared.sha256 && prepared.pictures.every((picture) => sha256(picture.bytes) === picture.sha256))
  // Of what the library has by now nothing is written: its bytes are there.
  const wanted = sound.filter(({ prepared }) => prepared.articles.length > 0)
  const keptOf = ({ prepared, bytes }: FileToStore) => [{ sha256: prepared.sha256, bytes }, ...prepared.pictures]
  const { release } = await shelf.originals.keep(wanted.flatMap(keptOf))
  const imported = new Set<number>()
  try {
    const results = shelf.connection.write(() => files.map((file) => storeFile(shelf, batch, file, sound.includes(file))))
    for (const { n, outcome } of results) if (outcome === 'imported') imported.add(n)
    return results
  } finally {
    release()
    // What no row came to name is taken away again: on a full disk its room is needed. A page that came twice had other pictures beside it, it may be.
    const unnamed = wanted.filter(({ n }) => !imported.has(n)).flatMap(keptOf)
    if (unnamed.length > 0) await shelf.originals.drop(unnamed.map((one) => one.sha256), shelf.reads.documents.isReferenced).catch(() => undefined)
  }
}

function storeFile(shelf: Shelf, batch: BatchId, { n, prepared }: FileToStore, sound: boolean): StoredFile {
  const { reads, writes, clock } = shelf
  const report = { n, name: prepared.name, encoding: prepared.decoding?.label ?? null, bytes: prepared.bytes, fault: null, document: null, duplicateOf: null, members: null }
  // The bytes changed between reading and storing, or nothing was found in them.
  const why = !sound ? fault('UNREADABLE', { file: prepared.name }) : prepared.articles.length === 0 ? fault('NO_TEXT', { file: prepared.name }) : null
  if (why) {
    writes.batches.report(batch, { ...report, outcome: 'failed', fault: why })
    return { n, outcome: 'failed', fault: why }
  }
  const present = reads.documents.presentEntry(prepared.sha256)
  if (present !== null) {
    writes.batches.report(batch, { ...report, outcome: 'duplicate', duplicateOf: present })
    return { n, outcome: 'duplicate', duplicateOf: present }
  }
  const at = clock.at()
  const document = writes.documents.add(prepared, at)
  const entries = prepared.articles.map((article): StoredArticle => {
    const id = clock.entryId()
    const { ordinal, raw } = article.article
    const seq = writes.entries.add({ id, origin: 'imported', at, document: { seq: document, ordinal, raw }, review: 'pending', state: stateOf(article, prepared.pictures) })
    tagImported(shelf, seq, prepared.rules, article.description.practices)
    relate(shelf, seq, article.article.body, article.fingerprint)
    return { id, revision: 1, prepared: article, seq }
  })
  writes.history.add(clock.id(), at, 'import', prepared.name, entries.map(({ seq }) => ({ seq, revision: 1, content: 1, contentBefore: null, before: null })))
  writes.batches.report(batch, { ...report, outcome: 'imported', document })
  return { n, outcome: 'imported', entries }
}

export function recordFailures(shelf: Shelf, batch: BatchId, failures: readonly FailedFile[]): void {
  shelf.connection.write(() => {
    for (const { n, name, fault: why, bytes, encoding } of failures) {
      shelf.writes.batches.report(batch, { n, name, outcome: why.code === 'CANCELLED' ? 'skipped' : 'failed', encoding, bytes, fault: why, document: null, duplicateOf: null, members: null })
    }
  })
}
