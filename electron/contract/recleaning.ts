/** Cleaning again (重新清洗): files that were read under older rules, read anew; differences are shown first, and what a person decided stays theirs. */
import { z } from 'zod'
import { EntryId } from './entry.ts'
import { Fault } from './errors.ts'
import { LostSpan } from './library.ts'
import { method } from './method.ts'
import { Kept, KeptField } from './rereading.ts'

/** How far it is. `undo` takes the whole of the last run back; empty while it runs, and when it changed nothing. `fault` is why it had to stop. `lost`: words of people that have no place in the new texts, or that went to the trash with their entry; their labels name the entry, and past the first two hundred they are only counted. */
export const Recleaning = z.strictObject({ state: z.enum(['ready', 'running']), done: z.int(), total: z.int(), changed: z.int(), failed: z.int(), undo: z.string(), fault: Fault.nullable(), lost: z.strictObject({ total: z.int(), first: z.array(LostSpan) }) })
export type Recleaning = z.infer<typeof Recleaning>

/** `added` and `removed` count characters; `lines` are the first places that differ, cut short. */
export const BodyDifference = z.strictObject({ added: z.int(), removed: z.int(), lines: z.array(z.strictObject({ before: z.string(), after: z.string() })) })
export type BodyDifference = z.infer<typeof BodyDifference>

/** What would become of an entry. `id` is null for an article that would be added. */
export const RecleanedEntry = z.strictObject({
  id: EntryId.nullable(),
  title: z.string(),
  becomes: z.enum(['same', 'changed', 'added', 'gone']),
  changes: z.array(z.strictObject({ field: KeptField, before: z.string(), after: z.string() })),
  body: BodyDifference.nullable(),
  /** How many things cleaning does that it did not do, and the other way round. */
  notices: z.strictObject({ added: z.int(), gone: z.int() }),
  kept: z.array(Kept),
})
export type RecleanedEntry = z.infer<typeof RecleanedEntry>

/** `fault` says why the file cannot be read again; it stays as it is. */
export const RecleanedFile = z.strictObject({ file: z.string(), fault: Fault.nullable(), entries: z.array(RecleanedEntry) })
export type RecleanedFile = z.infer<typeof RecleanedFile>

/** The files of these entries, under whatever rules they were read; null: all that were read under older ones. */
const Which = z.array(EntryId).min(1).max(100_000).nullable()

export const recleanMethods = {
  /** How many files and entries were read under older rules than today's. */
  'reclean.state': method(z.strictObject({}), z.strictObject({ version: z.int(), files: z.int(), entries: z.int(), work: Recleaning })),
  /** `total` counts files. Each is read while the answer is waited for. */
  'reclean.preview': method(z.strictObject({ ids: Which, offset: z.int().min(0), limit: z.int().min(1).max(20) }), z.strictObject({ total: z.int(), files: z.array(RecleanedFile) })),
  /** Goes on in the background; progress arrives as events. While it runs, it answers as it is. */
  'reclean.apply': method(z.strictObject({ ids: Which }), Recleaning),
  /** Stops after the file at hand; what was cleaned stays, and can be undone. */
  'reclean.cancel': method(z.strictObject({}), Recleaning),
} as const

export const recleanEvents = { 'reclean.progress': Recleaning } as const
