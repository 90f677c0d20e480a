/** Import (导入): from granted files or pasted text to entries, with a report that accounts for every file. */
import { z } from 'zod'
import { EntryId, EntryKind, EntrySummary, ReviewState, Span } from './entry.ts'
import { Fault } from './errors.ts'
import { Encoding, Format } from './format.ts'
import { Grant } from './library.ts'
import { method } from './method.ts'
import { Boundary, ReadOptions, SheetGuess } from './reviewing.ts'

/** The largest file that is read at all; a page can say so before it reads one. Text files end at 20 MB, office documents at 50 (reading/limits). */
export const MAX_FILE_BYTES = 100 * 1024 * 1024

export const BatchId = z.string().min(1).max(64).brand('BatchId')
export type BatchId = z.infer<typeof BatchId>

/** `paused`: stopped by a person, or by the end of the program; what is left can be gone on with. */
export const BatchState = z.enum(['running', 'paused', 'done', 'cancelled', 'failed'])
/** `unpacked`: an archive whose members are files of the batch themselves. */
export const FileOutcome = z.enum(['imported', 'duplicate', 'failed', 'skipped', 'unpacked'])

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
  /** For an archive that was unpacked: how many files came out of it. */
  members: z.int().nullable(),
  entries: z.array(ImportedEntry),
})
export type BatchFile = z.infer<typeof BatchFile>

/** `waiting` are the entries that nobody has checked yet (待核对). */
export const BatchTotals = z.strictObject({ files: z.int(), done: z.int(), imported: z.int(), duplicates: z.int(), failed: z.int(), entries: z.int(), cases: z.int(), waiting: z.int() })
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

/** `entry` is whose stretch it is, `notice` the one of its notices that tells of it, where there is one; `applied` is false once a person has undone it. */
export const ReviewAccount = Account.extend({ entry: EntryId.nullable(), notice: z.string().nullable(), applied: z.boolean() })
export type ReviewAccount = z.infer<typeof ReviewAccount>

/** A cleaning rule that acted on the file, how often, or that is switched off for it. */
export const ReviewRule = z.strictObject({ id: z.string(), count: z.int(), on: z.boolean() })
export type ReviewRule = z.infer<typeof ReviewRule>

export const Review = z.strictObject({
  file: z.string(),
  format: Format,
  encoding: Encoding.nullable(),
  /** How it was read, and where its articles were found to begin. */
  options: ReadOptions,
  /** Its tables, where it is made of tables: what reading takes their columns for. */
  sheets: z.array(SheetGuess),
  /** Where its articles begin, by their ordinals; behind these (below 0.5) where others may begin, for a person to take up. */
  boundaries: z.array(Boundary),
  rules: z.array(ReviewRule),
  text: z.string(),
  accounts: z.array(ReviewAccount),
  entries: z.array(ImportedEntry),
})
export type Review = z.infer<typeof Review>

/** An article that waits for a person (待核对). */
export const Pending = z.strictObject({ batch: BatchId, n: z.int(), file: z.string(), entry: ImportedEntry })
export type Pending = z.infer<typeof Pending>

/** Two halves that `entries.joinContinued` would make one, and why. */
export const ContinuedPair = z.strictObject({ first: EntrySummary, second: EntrySummary, confidence: z.number().min(0).max(1), reasons: z.array(z.string()) })
export type ContinuedPair = z.infer<typeof ContinuedPair>

const Ids = z.array(EntryId).min(1).max(100_000)
const Judged = z.strictObject({ count: z.int(), undo: z.string() })

export const importMethods = {
  /** Starts in the background and answers at once; progress arrives as events. `options` hold for every file of the batch. */
  'import.start': method(z.strictObject({ grants: z.array(Grant).min(1).max(100_000), confirmed: z.boolean(), options: ReadOptions.pick({ encoding: true, columns: true }).default({ encoding: null, columns: null }) }), Batch),
  /** `html` is the same words as the clipboard holds them with their form; what cannot be read of it is read from `text`. */
  'import.paste': method(z.strictObject({ text: z.string().max(50_000_000), html: z.string().max(50_000_000).nullable().default(null), name: z.string().max(200) }), Batch),
  'import.cancel': method(z.strictObject({ id: BatchId }), Batch),
  /** Ends within a second; what was read by then is stored. A batch that has ended is answered as it is. */
  'import.pause': method(z.strictObject({ id: BatchId }), Batch),
  /** Goes on with the files that are not accounted for yet, also after a restart. Throws NOTHING_TO_RESUME. */
  'import.resume': method(z.strictObject({ id: BatchId }), Batch),
  'import.batches': method(z.strictObject({}), z.array(Batch)),
  /** Failed files first, then in the order of the batch. */
  'import.files': method(z.strictObject({ id: BatchId, offset: z.int().min(0), limit: z.int().min(1).max(500) }), z.strictObject({ batch: Batch, files: z.array(BatchFile) })),
  'import.review': method(z.strictObject({ id: BatchId, n: z.int() }), Review),
  /** What waits over all batches, the oldest batch first, in the order of its files and their articles. `limit` 0 only counts. */
  'import.pending': method(z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(0).max(200).default(0) }), z.strictObject({ total: z.int(), items: z.array(Pending) })),
  /** 收录 and 跳过: what is skipped lies in the trash. `count` is how many were not so before; one undo takes all of it back. */
  'import.accept': method(z.strictObject({ ids: Ids }), Judged),
  'import.skip': method(z.strictObject({ ids: Ids }), Judged),
  /** Accepts what waits and is at least this sure, of one batch or of all (null). `dry` only counts, and answers an empty undo. */
  'import.acceptAbove': method(z.strictObject({ id: BatchId.nullable(), confidence: z.number().min(0).max(1), dry: z.boolean().default(false) }), Judged),
  /** Halves of articles that fit, the surest first: of the batch's entries, or of one entry, with whatever is in the library; of all where both are null. */
  'import.continued': method(z.strictObject({ id: BatchId.nullable(), entry: EntryId.nullable().default(null) }), z.array(ContinuedPair)),
  /** Moves everything the batch brought in to the trash; one undo brings it back. */
  'import.undo': method(z.strictObject({ id: BatchId }), z.strictObject({ removed: z.int(), undo: z.string() })),
} as const

export const importEvents = { 'import.progress': ImportProgress, 'import.paused': Batch, 'import.finished': Batch } as const
