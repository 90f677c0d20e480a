/** The shapes of an entry (条目): anything imported or written; a case is an entry worth comparing. */
import { z } from 'zod'
import { Basis } from './basis.ts'
import { Card } from './card.ts'
import { Disagreement } from './claim.ts'
import { Encoding, Format } from './format.ts'
import { PracticeId, PracticeTag } from './practice-tag.ts'
import { Reference } from './reference.ts'
import { Span } from './span.ts'
import { Summary } from './summary.ts'

export { Basis } from './basis.ts'
export { Span } from './span.ts'

export const EntryId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/).brand('EntryId')
export type EntryId = z.infer<typeof EntryId>

export const EntryKind = z.enum(['case', 'other'])
export type EntryKind = z.infer<typeof EntryKind>

export const Origin = z.enum(['imported', 'bundled', 'written'])
export type Origin = z.infer<typeof Origin>

/** Why a value is null: 原文未述 / 未核对 / 不适用. */
export const Absence = z.enum(['not-stated', 'not-checked', 'not-applicable'])
export type Absence = z.infer<typeof Absence>

export const ABSENT_FIELDS = ['title', 'kicker', 'subtitle', 'authors', 'editorNote', 'source.media', 'source.page', 'source.url', 'date', 'place.province', 'place.city', 'place.district', 'rights.statement'] as const
export const AbsentField = z.enum(ABSENT_FIELDS)
export type AbsentField = z.infer<typeof AbsentField>

/**
 * A `table` paragraph is one row, its cells separated by '\t'; rows that follow each other are one table.
 * A `picture` paragraph is the words that stand for a picture (its caption or alternative text), a `note` a footnote's text.
 */
export const ParagraphKind = z.enum(['heading', 'paragraph', 'list', 'quote', 'table', 'code', 'picture', 'note'])
export type ParagraphKind = z.infer<typeof ParagraphKind>

/** One paragraph of the clean body; `body.slice(start, end) === text`. Paragraphs are separated by one '\n'. `n` counts from 1. */
export const Paragraph = z.strictObject({
  n: z.int().min(1),
  kind: ParagraphKind,
  /** 1–6 for headings, else null. */
  level: z.int().min(1).max(6).nullable(),
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
})
export type Paragraph = z.infer<typeof Paragraph>

/** What cleaning did: moved to a field, dropped, repaired; or what it only points at: flagged, inferred. */
export const NoticeAction = z.enum(['moved', 'dropped', 'repaired', 'flagged', 'inferred'])
export type NoticeAction = z.infer<typeof NoticeAction>

/**
 * One thing that cleaning did or saw.
 * `before` is the decoded original's own text, `after` what stands in the body instead ('' when it left the body).
 * `at` is where that is in the body (an empty span marks the place something was taken from); null when it is not in the body, or was lost in an edit.
 * `raw` is where it stood in the decoded original.
 */
export const Notice = z.strictObject({
  id: z.string(),
  rule: z.string(),
  action: NoticeAction,
  text: z.string(),
  reason: z.string(),
  before: z.string(),
  after: z.string(),
  raw: Span.nullable(),
  at: Span.nullable(),
  /** false once a person has undone it. */
  applied: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

export const AuthorRole = z.enum(['author', 'reporter', 'correspondent', 'photographer', 'editor', 'reviewer'])
export type AuthorRole = z.infer<typeof AuthorRole>
export const Author = z.strictObject({ name: z.string().min(1).max(100), role: AuthorRole, note: z.string().max(500).nullable() })
export type Author = z.infer<typeof Author>

export const Source = z.strictObject({ media: z.string().max(200).nullable(), page: z.string().max(50).nullable(), url: z.string().max(2000).nullable() })
export type Source = z.infer<typeof Source>

export const DatePrecision = z.enum(['year', 'month', 'day', 'minute'])
/** `value` is ISO 8601 cut to its precision: 2022, 2022-09, 2022-09-28, 2022-09-28T17:07. All three are null together. */
export const StatedDate = z.strictObject({
  value: z.string().regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/).nullable(),
  precision: DatePrecision.nullable(),
  basis: Basis.nullable(),
})
export type StatedDate = z.infer<typeof StatedDate>

export const Place = z.strictObject({ province: z.string().nullable(), city: z.string().nullable(), district: z.string().nullable(), basis: Basis.nullable() })
export type Place = z.infer<typeof Place>

export const RightsLevel = z.enum(['open', 'cite', 'internal', 'restricted'])
export type RightsLevel = z.infer<typeof RightsLevel>
export const Rights = z.strictObject({ level: RightsLevel, statement: z.string().nullable() })
export type Rights = z.infer<typeof Rights>

/** A value the text does not state but a rule can offer; it fills no field until a person accepts it. */
export const Inference = z.strictObject({ field: AbsentField, value: z.string(), why: z.string() })
export type Inference = z.infer<typeof Inference>

export const PictureMime = z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])
export type PictureMime = z.infer<typeof PictureMime>

/** A picture of the original. `at` is the words that stand for it in the body; null once an edit took them away: the picture stays. `id` names it for `entries.picture`. */
export const Picture = z.strictObject({ id: z.string().min(1).max(200), name: z.string().max(1000), mime: PictureMime, bytes: z.int().min(0), alt: z.string(), at: Span.nullable() })
export type Picture = z.infer<typeof Picture>

/** Whether a person has looked at what an import made of a file: `pending` waits for it (待核对), `accepted` has been taken in (收录). */
export const ReviewState = z.enum(['pending', 'accepted'])
export type ReviewState = z.infer<typeof ReviewState>

/** Shelf life: whether a case can still be used as it stands (在用), must be looked at again (待核), or is out of use (停用). */
export const ShelfStatus = z.enum(['active', 'recheck', 'retired'])
export type ShelfStatus = z.infer<typeof ShelfStatus>
export const ReviewDay = z.iso.date()

export const Original = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  file: z.string(),
  bytes: z.int().min(0),
  format: Format,
  /** null for formats that carry their encoding inside. */
  encoding: Encoding.nullable(),
  /** 1-based position of this entry among those of its file, and the range of the decoded original it came from. */
  ordinal: z.int().min(1),
  raw: Span,
})
export type Original = z.infer<typeof Original>

export const Entry = z.strictObject({
  id: EntryId,
  kind: EntryKind,
  kindReason: z.string(),
  origin: Origin,
  revision: z.int().min(1),
  title: z.string(),
  titleIsProvisional: z.boolean(),
  kicker: z.string().nullable(),
  subtitle: z.string().nullable(),
  authors: z.array(Author),
  source: Source,
  date: StatedDate,
  place: Place,
  rights: Rights,
  incomplete: z.boolean(),
  incompleteReason: z.string().nullable(),
  editorNote: z.string().nullable(),
  body: z.string(),
  paragraphs: z.array(Paragraph),
  notices: z.array(Notice),
  inferences: z.array(Inference),
  keywords: z.array(z.string()),
  absent: z.partialRecord(AbsentField, Absence),
  /** In the order of the body. */
  references: z.array(Reference),
  pictures: z.array(Picture),
  /** Where two statements of the file differ: the one that was taken, and the other. Settled by a person's own value. */
  disagreements: z.array(Disagreement),
  review: ReviewState,
  status: ShelfStatus,
  /** When somebody is to look at it again (复核日期), YYYY-MM-DD. */
  reviewBy: ReviewDay.nullable(),
  /** How sure reading was of the article as a whole, 1 being certain, and what speaks against it. */
  confidence: z.number().min(0).max(1),
  confidenceReasons: z.array(z.string()),
  original: Original.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** In the order of the taxonomy; what people rejected is among them, so that it can be taken back. */
  practices: z.array(PracticeTag),
  /** Of a bundled entry: where its figures come from. Else null. */
  summary: Summary.nullable(),
  facts: Card,
})
export type Entry = z.infer<typeof Entry>

/** A line of a list: enough to show, sort and open. */
export const EntrySummary = z.strictObject({
  id: EntryId,
  kind: EntryKind,
  origin: Origin,
  title: z.string(),
  titleIsProvisional: z.boolean(),
  place: Place,
  date: StatedDate,
  media: z.string().nullable(),
  incomplete: z.boolean(),
  rightsLevel: RightsLevel,
  status: ShelfStatus,
  /** What it shows: primary or secondary, or confirmed by a person, and not rejected; in the order of the taxonomy. */
  practices: z.array(PracticeId),
})
export type EntrySummary = z.infer<typeof EntrySummary>
