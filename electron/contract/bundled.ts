/** Bundled content (内置摘要): our own summaries, labelled 内置摘要·非原文. Their figures open a citation, never a sentence dressed up as evidence. */
import { z } from 'zod'
import { EntryId } from './entry.ts'
import { method } from './method.ts'

export { Citation, Figure, Summary } from './summary.ts'

export const bundledMethods = {
  /** `removed` counts those that could be brought back: in the trash, erased, or never put in. */
  'bundled.state': method(z.strictObject({}), z.strictObject({ present: z.int(), removed: z.int() })),
  /** Moves all of them to the trash in one step; one undo brings them back. */
  'bundled.remove': method(z.strictObject({}), z.strictObject({ removed: z.int(), undo: z.string() })),
  /** Brings back those that were removed; one undo takes them away again. */
  'bundled.restore': method(z.strictObject({}), z.strictObject({ restored: z.int(), undo: z.string() })),
  /** Which of these imported entries are the original of a bundled summary that is in the library. */
  'bundled.originals': method(z.strictObject({ ids: z.array(EntryId).max(2000) }), z.array(z.strictObject({ id: EntryId, summary: EntryId, title: z.string() }))),
} as const
