/** Import (导入): from granted files or pasted text to entries, with a report that accounts for every file. */
import { z } from 'zod'
import { EntryId, EntryKind, ReviewState, Span } from './entry.ts'
import { Fault } from './errors.ts'
import { Encoding } from './format.ts'
import { Grant } from './library.ts'
import { method } from './method.ts'
import { Boundary } from './reviewing.ts'

/** The largest file that is read at all; a page can say so before it reads one. Text files end at 20 MB, office documents at 50 (reading/limits). */
export const MAX_FILE_BYTES = 100 * 1024 * 1024

export const BatchId = z.string().min(1).max(64).brand('BatchId')
export type BatchId = z.infer<typeof BatchId>

export const BatchState = z.enum(['running', 'done', 'cancelled', 'failed'])
export const FileOutcome = z.enum(['imported', 'duplicate', 'failed', 'skipped'])

/** One article of one file, as the report shows it. Counts are of cleaning notices. */
export const ImportedEntry = z.strictObject({
  id: EntryId,
  ordinal: z.int(),
  kind: EntryKind,
  kindReason: z.string(),
  title: z.string(),
  titleIsProvisional: z.boolean(),
  raw: Span,
  counts: z.strictObject({ moved: z.int(), dropped: z.int(), repaired: z.int(), flagged: z.int() }),
  /** Where it begins in its file, and how sure that is. */
  boundary: Boundary,
  confidence: z.number().min(0).max(1),
  confidenceReasons: z.array(z.string()),
  review: ReviewState,
  /** false once the entry is in the trash. */
  present: z.boolean(),
})
export type ImportedEntry = z.infer<typeof ImportedEntry>

export const BatchFile = z.strictObject({
  n: z.int(),
  file: z.string(),
  outcome: FileOutcome,
  encoding: z.string().nullable(),
  bytes: z.int().nullable(),
  fault: Fault.nullable(),
  /** For a duplicate: the entry that is already here. */
  duplicateOf: EntryId.nullable(),
  entries: z.array(ImportedEntry),
})
export type BatchFile = z.infer<typeof BatchFile>

export const BatchTotals = z.strictObject({ files: z.int(), done: z.int(), imported: z.int(), duplicates: z.int(), failed: z.int(), entries: z.int(), cases: z.int() })
export const Batch = z.strictObject({
  id: BatchId,
  state: BatchState,
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  label: z.string(),
  totals: BatchTotals,
  fault: Fault.nullable(),
})
export type Batch = z.infer<typeof Batch>

export const ImportProgress = z.strictObject({ id: BatchId, done: z.int(), total: z.int(), current: z.string(), entries: z.int(), failed: z.int(), perSecond: z.number() })
export type ImportProgress = z.infer<typeof ImportProgress>

/** What happened to every character of the decoded original: ordered, disjoint, covering all of it. */
export const Fate = z.enum(['kept', 'moved', 'dropped', 'repaired'])
export const Account = z.strictObject({ start: z.int(), end: z.int(), fate: Fate, rule: z.string().nullable(), ordinal: z.int().nullable() })
export type Account = z.infer<typeof Account>

export const Review = z.strictObject({ file: z.string(), encoding: Encoding.nullable(), text: z.string(), accounts: z.array(Account), entries: z.array(ImportedEntry) })
export type Review = z.infer<typeof Review>

export const importMethods = {
  /** Starts in the background and answers at once; progress arrives as events. */
  'import.start': method(z.strictObject({ grants: z.array(Grant).min(1).max(100_000), confirmed: z.boolean() }), Batch),
  'import.paste': method(z.strictObject({ text: z.string().max(50_000_000), name: z.string().max(200) }), Batch),
  'import.cancel': method(z.strictObject({ id: BatchId }), Batch),
  'import.batches': method(z.strictObject({}), z.array(Batch)),
  /** Failed files first, then in the order of the batch. */
  'import.files': method(z.strictObject({ id: BatchId, offset: z.int().min(0), limit: z.int().min(1).max(500) }), z.strictObject({ batch: Batch, files: z.array(BatchFile) })),
  'import.review': method(z.strictObject({ id: BatchId, n: z.int() }), Review),
  /** Moves everything the batch brought in to the trash; one undo brings it back. */
  'import.undo': method(z.strictObject({ id: BatchId }), z.strictObject({ removed: z.int(), undo: z.string() })),
} as const

export const importEvents = { 'import.progress': ImportProgress, 'import.finished': Batch } as const
