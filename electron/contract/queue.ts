/** The articles of a batch as one goes through them in the review (核对): any number of them, a page at a time. */
import { z } from 'zod'
import { EntryId } from './entry.ts'
import { BatchId, ImportedEntry } from './importing.ts'
import { method } from './method.ts'

/** `n` and `file` say which file of the batch it stands in, `of` how many articles that has; `first` is its first. */
export const QueueItem = z.strictObject({ n: z.int(), file: z.string(), of: z.int(), first: z.boolean(), entry: ImportedEntry.omit({ kindReason: true, raw: true, counts: true }) })
export type QueueItem = z.infer<typeof QueueItem>

/** `index` counts from 0, in the order of the files and their articles. */
export const QueuePlace = z.strictObject({ index: z.int().min(0), item: QueueItem })
export type QueuePlace = z.infer<typeof QueuePlace>

/** `skipped` lie in the trash; what was erased from it is in no queue any more. */
export const QueuePage = z.strictObject({ total: z.int(), waiting: z.int(), accepted: z.int(), skipped: z.int(), items: z.array(QueueItem) })
export type QueuePage = z.infer<typeof QueuePage>

export const queueMethods = {
  'import.queue': method(z.strictObject({ id: BatchId, offset: z.int().min(0), limit: z.int().min(1).max(200) }), QueuePage),
  /** Where an article stands in the queue of its batch; null when it is not in it. */
  'import.place': method(z.strictObject({ id: BatchId, entry: EntryId }), QueuePlace.nullable()),
  /** The next that waits behind `entry` (null: from the beginning), or else the first that waits before it; null when no other does. */
  'import.next': method(z.strictObject({ id: BatchId, entry: EntryId.nullable() }), QueuePlace.nullable()),
} as const
