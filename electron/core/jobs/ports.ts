/** What an import needs from the library; `library-store.ts` provides it over the real one. */
import type { z } from 'zod'
import type { EntryId, EntryKind } from '../../contract/entry.ts'
import type { Fault } from '../../contract/errors.ts'
import type { Batch, BatchId, BatchState } from '../../contract/importing.ts'
import type { ReadOptions } from '../../contract/reviewing.ts'
import type { StoredSource } from '../library/index.ts'
import type { PreparedFile } from './prepared.ts'
import type { NumberedSource } from './resuming.ts'

export interface FileToStore {
  /** The file's place in its batch, counted from 1. */
  readonly n: number
  readonly prepared: PreparedFile
  readonly bytes: Uint8Array
}
export type StoredFile =
  | { readonly n: number; readonly outcome: 'imported'; readonly entries: readonly { readonly kind: EntryKind }[] }
  | { readonly n: number; readonly outcome: 'duplicate' }
  | { readonly n: number; readonly outcome: 'failed'; readonly fault: Fault }

/** An archive: `members` is how many came out of it, `sources` are those that are still to be read. */
interface Unpacked {
  readonly outcome: 'unpacked'
  readonly members: number
  readonly sources: readonly { readonly n: number; readonly name: string }[]
}

/** A file of which nothing is stored but why: a duplicate, a failure, an archive whose members are files of their own, or not reached before the batch was cancelled. */
export interface NotStored {
  readonly n: number
  readonly name: string
  readonly bytes: number | null
  readonly reason: { readonly outcome: 'duplicate'; readonly of: EntryId } | Unpacked | { readonly outcome: 'failed' | 'skipped'; readonly fault: Fault }
}

/** An unfinished batch: its files, members of archives among them (without a path), and which of them are accounted for. */
export interface Left {
  /** How its files are read. */
  readonly options: ReadOptions
  readonly sources: readonly StoredSource[]
  readonly settled: ReadonlySet<number>
}

export interface ImportStore {
  /** The entry that bytes with this hash have already become, or null. */
  readonly findEntry: (sha256: string) => EntryId | null
  /** Keeps the files, too, so that the batch can go on after a pause or a restart; those without a path can't. */
  readonly begin: (label: string, files: readonly NumberedSource[], options: ReadOptions) => Batch
  /** What a paused batch still has to do; null for any other. */
  readonly left: (id: BatchId) => Left | null
  /** The batch waits for `goOn`. */
  readonly pause: (id: BatchId) => Batch
  readonly goOn: (id: BatchId) => Batch
  /** All of the group or nothing; throws DISK_FULL, LIBRARY_READ_ONLY. */
  readonly store: (batch: BatchId, files: readonly FileToStore[]) => Promise<readonly StoredFile[]>
  readonly record: (batch: BatchId, files: readonly NotStored[]) => void
  /** An archive has brought more files into the batch: so many it has now. */
  readonly grow: (batch: BatchId, files: number) => void
  readonly finish: (batch: BatchId, state: Exclude<z.output<typeof BatchState>, 'running' | 'paused'>, fault: Fault | null) => Batch
  readonly get: (id: BatchId) => Batch | null
}
