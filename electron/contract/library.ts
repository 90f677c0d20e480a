/** The library (资料库): its entries, their editing, the trash, and the folder it lives in. */
import { z } from 'zod'
import { Author, Entry, EntryId, EntryKind, EntrySummary, PictureMime, ReviewDay, RightsLevel, ShelfStatus, Span } from './entry.ts'
import { Fault } from './errors.ts'
import { Encoding } from './format.ts'
import { method } from './method.ts'
import { Signature } from './practice-tag.ts'

/** A field a person can set; null says 原文未述. Every change is one revision. */
export const EntryChange = z.strictObject({
  kind: EntryKind.optional(),
  title: z.string().trim().min(1).max(500).optional(),
  kicker: z.string().max(500).nullable().optional(),
  subtitle: z.string().max(500).nullable().optional(),
  authors: z.array(Author).max(50).optional(),
  media: z.string().max(200).nullable().optional(),
  page: z.string().max(50).nullable().optional(),
  url: z.string().max(2000).nullable().optional(),
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/).nullable().optional(),
  province: z.string().max(50).nullable().optional(),
  city: z.string().max(50).nullable().optional(),
  district: z.string().max(50).nullable().optional(),
  rightsLevel: RightsLevel.optional(),
  rightsStatement: z.string().max(20_000).nullable().optional(),
  editorNote: z.string().max(20_000).nullable().optional(),
  status: ShelfStatus.optional(),
  reviewBy: ReviewDay.nullable().optional(),
  body: z.string().max(10_000_000).optional(),
})
export type EntryChange = z.infer<typeof EntryChange>

/** A span that could not be found again after an edit; it is listed, never dropped silently. `passage` was chosen by a person, `evidence` confirmed by one; their label names the practice; a `fact` was decided on by one, its label is its name; a `label` was given by one. A `word` is what a person said of a practice or fact before they said otherwise; its label says whose and of what. `shelf`: what was said of whether the entry can be used, which another says otherwise. A `figure` of a bundled summary has no citation any more; its label is the source's title, or that it is not stated. A `link` (its label is the address) goes with its words, a `picture` stays without a place. */
export const LostSpan = z.strictObject({ what: z.enum(['notice', 'segment', 'passage', 'evidence', 'fact', 'label', 'word', 'shelf', 'figure', 'link', 'picture']), label: z.string(), quote: z.string() })
export type LostSpan = z.infer<typeof LostSpan>
export const EditResult = z.strictObject({ entry: Entry, lost: z.array(LostSpan), undo: z.string() })
/** `carried`: so many words of people went along from the entry that was joined on; those that did not are `lost`, and lie with it in the trash. */
export const JoinResult = EditResult.extend({ carried: z.int() })
export type EditResult = z.infer<typeof EditResult>

/** The decoded original of an entry's file, and which parts of it became this entry's body. */
export const OriginalView = z.strictObject({
  file: z.string(),
  encoding: Encoding.nullable(),
  text: z.string(),
  /** Range of the file that this entry was made of. */
  range: Span,
  /** body ↔ original, ordered, disjoint. */
  segments: z.array(z.strictObject({ body: Span, raw: Span })),
})
export type OriginalView = z.infer<typeof OriginalView>

export const TrashItem = z.strictObject({ entry: EntrySummary, removedAt: z.string() })
export type TrashItem = z.infer<typeof TrashItem>

/** `label` says what was changed, as data: the fields of an edit, the file of an import, the title of a new entry, the id of a notice or of a practice, the action that was undone, the file that was read again, or whose judgements came in. */
export const HistoryItem = z.strictObject({ id: z.string(), at: z.string(), action: z.enum(['import', 'create', 'edit', 'remove', 'restore', 'undo', 'notice', 'practice', 'accept', 'reread', 'reclean', 'join', 'fact', 'judgements', 'label', 'merge']), label: z.string(), revision: z.int() })
export type HistoryItem = z.infer<typeof HistoryItem>

export const LibraryState = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open'), folder: z.string(), entries: z.int(), cases: z.int(), bytes: z.int(), createdAt: z.string(), schema: z.int() }),
  z.strictObject({ state: z.literal('failed'), folder: z.string(), fault: Fault }),
])
export type LibraryState = z.infer<typeof LibraryState>

export const Finding = z.strictObject({ check: z.enum(['database', 'foreign-keys', 'originals', 'index', 'spans']), ok: z.boolean(), detail: z.string(), count: z.int() })
export const CheckReport = z.strictObject({ ok: z.boolean(), findings: z.array(Finding), tookMs: z.number() })
export type CheckReport = z.infer<typeof CheckReport>

/** Names a chosen file or folder without its path: the window never holds one. */
export const Grant = z.string().regex(/^[\w-]{10,64}$/).brand('Grant')
export type Grant = z.infer<typeof Grant>

const Nothing = z.strictObject({})
export const libraryMethods = {
  'library.state': method(Nothing, LibraryState),
  'library.check': method(Nothing, CheckReport),
  /** Writes one verified file that holds database and originals, to a grant or to the automatic backups folder. */
  'library.backup': method(z.strictObject({ to: Grant.nullable() }), z.strictObject({ file: z.string(), bytes: z.int() })),
  'library.reindex': method(Nothing, z.strictObject({ entries: z.int(), tookMs: z.number() })),

  'entries.get': method(z.strictObject({ id: EntryId }), Entry),
  'entries.original': method(z.strictObject({ id: EntryId }), OriginalView),
  /** The bytes of one of the entry's pictures. */
  'entries.picture': method(z.strictObject({ id: EntryId, picture: z.string().max(200) }), z.strictObject({ mime: PictureMime, base64: z.base64().max(28_000_000) })),
  'entries.create': method(z.strictObject({ title: z.string().trim().min(1).max(500), body: z.string().max(10_000_000) }), Entry),
  /** `revision` is the one the person was looking at; a newer one in the library is refused with STALE_REVISION. */
  'entries.edit': method(z.strictObject({ id: EntryId, revision: z.int(), change: EntryChange }), EditResult),
  /** Undoes (`applied: false`) or does again one thing that cleaning did. */
  'entries.setNotice': method(z.strictObject({ id: EntryId, notice: z.string(), applied: z.boolean() }), EditResult),
  /** The two halves of an article on two pages as one entry: the first, with the second behind it, which goes to the trash. Refused where cleaning does not say that they fit. */
  'entries.joinContinued': method(z.strictObject({ first: EntryId, second: EntryId, by: Signature }), JoinResult),
  'entries.remove': method(z.strictObject({ ids: z.array(EntryId).min(1).max(100_000) }), z.strictObject({ removed: z.int(), undo: z.string() })),
  'entries.restore': method(z.strictObject({ ids: z.array(EntryId).min(1).max(100_000) }), z.strictObject({ restored: z.int() })),
  'entries.history': method(z.strictObject({ id: EntryId }), z.array(HistoryItem)),
  /** Takes back one change named by its history id; `label` is the title of the (first) entry concerned. `left` words that came in with many others were said anew since, and stay as they are; `lost` do not stand in the text that comes back, and wait. */
  'history.undo': method(z.strictObject({ undo: z.string() }), z.strictObject({ label: z.string(), ids: z.array(EntryId), left: z.int(), lost: z.array(LostSpan) })),

  'trash.list': method(Nothing, z.array(TrashItem)),
  'trash.empty': method(z.strictObject({ ids: z.array(EntryId).nullable() }), z.strictObject({ erased: z.int() })),
} as const
