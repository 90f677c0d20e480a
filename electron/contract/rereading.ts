/** Reading again (重新识别): another encoding, other columns, other boundaries, rules switched off, or newer rules. What a person decided stays theirs. */
import { z } from 'zod'
import { Entry, EntryId } from './entry.ts'
import { BatchId, ImportedEntry, Review } from './importing.ts'
import { LostSpan } from './library.ts'
import { method } from './method.ts'
import { ReadOptions } from './reviewing.ts'

/** What a person may have set, as `EntryChange` calls it; `place` are its three parts together. */
export const KeptField = z.enum(['kind', 'title', 'kicker', 'subtitle', 'authors', 'media', 'page', 'url', 'date', 'place', 'rightsLevel', 'rightsStatement', 'editorNote', 'body'])
export type KeptField = z.infer<typeof KeptField>

/** A person's value that stands where the new reading says otherwise. Long texts are cut. */
export const Kept = z.strictObject({ field: KeptField, own: z.string(), read: z.string() })
export type Kept = z.infer<typeof Kept>

/** An article as it would be: `id` is the entry it becomes, null for a new one. `skipped` lies in the trash already and would stay there. */
export const PreviewArticle = z.strictObject({
  ...ImportedEntry.omit({ id: true, review: true, present: true }).shape,
  ...Entry.pick({ kicker: true, subtitle: true, authors: true, source: true, date: true, place: true, rights: true, incomplete: true, incompleteReason: true, editorNote: true, body: true, paragraphs: true, notices: true, inferences: true, references: true, disagreements: true, absent: true }).shape,
  id: EntryId.nullable(),
  skipped: z.boolean(),
  kept: z.array(Kept),
})
export type PreviewArticle = z.infer<typeof PreviewArticle>

/** An entry of the file that the new reading no longer has; it would go to the trash. */
export const Gone = z.strictObject({ id: EntryId, title: z.string(), edited: z.boolean() })
export type Gone = z.infer<typeof Gone>

export const Preview = z.strictObject({ ...Review.omit({ entries: true }).shape, articles: z.array(PreviewArticle), gone: z.array(Gone) })
export type Preview = z.infer<typeof Preview>

export const Reread = z.strictObject({
  review: Review,
  added: z.array(EntryId),
  changed: z.array(EntryId),
  gone: z.array(Gone),
  kept: z.array(z.strictObject({ id: EntryId, ...Kept.shape })),
  /** Words of people that have no place in the new text, or that go with their entry. */
  lost: z.array(LostSpan),
  /** Takes all of it back; empty when nothing was changed. */
  undo: z.string(),
})
export type Reread = z.infer<typeof Reread>

const How = z.strictObject({ id: BatchId, n: z.int(), options: ReadOptions })

export const rereadMethods = {
  /** What `import.reread` would make of the file; nothing is stored. */
  'import.preview': method(How, Preview),
  /** Stores it as one change. The options stay with the file. */
  'import.reread': method(How, Reread),
} as const
