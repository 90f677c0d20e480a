/** What of an entry can change: the value that edits make, history keeps, and an undo brings back exactly. */
import { z } from 'zod'
import { Disagreement } from '../../contract/claim.ts'
import { Entry, Notice, ParagraphKind, Picture, Span, type Paragraph } from '../../contract/entry.ts'
import { Reference } from '../../contract/reference.ts'

/** A stretch of the body and where it stood in the decoded original. */
export const StoredSegment = z.strictObject({ body: Span, raw: Span })
export type StoredSegment = z.infer<typeof StoredSegment>

/** A paragraph without its text, which the body holds. */
const Outline = z.tuple([ParagraphKind, z.int().nullable(), z.int(), z.int()])
export type Outline = z.infer<typeof Outline>

/**
 * What putting a removed text back into the body needed, so that doing the removal again gives the same body:
 * the text as it was put in, the line breaks around it, and the spans that were cut (offsets count from where the text begins).
 */
export const Restored = z.strictObject({
  text: z.string(),
  before: z.string(),
  after: z.string(),
  segments: z.array(StoredSegment),
  spans: z.array(z.strictObject({ id: z.string(), at: Span })),
  references: z.array(Reference).default([]),
  pictures: z.array(z.strictObject({ id: z.string(), at: Span })).default([]),
})
export type Restored = z.infer<typeof Restored>

export const StoredNotice = Notice.extend({ restored: Restored.optional() })
export type StoredNotice = z.infer<typeof StoredNotice>

/** Its bytes lie among the originals, named by their hash. */
export const StoredPicture = Picture.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export type StoredPicture = z.infer<typeof StoredPicture>

export const EntryState = Entry.pick({
  kind: true, kindReason: true, title: true, titleIsProvisional: true, kicker: true, subtitle: true, authors: true, source: true, date: true, place: true, rights: true,
  incomplete: true, incompleteReason: true, editorNote: true, body: true, inferences: true, keywords: true, absent: true,
}).extend({
  // History from before there were such things has none of them.
  status: Entry.shape.status.default('active'),
  reviewBy: Entry.shape.reviewBy.default(null),
  paragraphs: z.array(Outline),
  segments: z.array(StoredSegment),
  notices: z.array(StoredNotice),
  references: z.array(Reference).default([]),
  pictures: z.array(StoredPicture).default([]),
  disagreements: z.array(Disagreement).default([]),
  confidence: Entry.shape.confidence.default(1),
  confidenceReasons: Entry.shape.confidenceReasons.default([]),
})
export type EntryState = z.infer<typeof EntryState>

export const outline = (paragraph: Paragraph): Outline => [paragraph.kind, paragraph.level, paragraph.start, paragraph.end]

export function paragraphsOf(body: string, outlines: readonly Outline[]): Paragraph[] {
  return outlines.map(([kind, level, start, end], index) => ({ n: index + 1, kind, level, text: body.slice(start, end), start, end }))
}
