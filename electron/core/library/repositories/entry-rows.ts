/** Between an entry's rows and its value. */
import { Encoding, Format } from '../../../contract/format.ts'
import { z } from 'zod'
import { Absence, AbsentField, Author, DatePrecision, Basis, EntryId, EntryKind, Inference, Origin, ReviewState, RightsLevel, ShelfStatus, type Entry, type EntrySummary } from '../../../contract/entry.ts'
import { EntryState, paragraphsOf, StoredNotice, StoredSegment } from '../state.ts'

/** Columns of a list's line; text stays in its own table so that lists read few pages. */
export interface SummaryRow {
  readonly seq: number
  readonly id: string
  readonly kind: string
  readonly origin: string
  readonly title: string
  readonly title_provisional: number
  readonly media: string | null
  readonly date_value: string | null
  readonly date_precision: string | null
  readonly date_basis: string | null
  readonly province: string | null
  readonly city: string | null
  readonly district: string | null
  readonly place_basis: string | null
  readonly incomplete: number
  readonly rights_level: string
  readonly status: string
}

export const SUMMARY_COLUMNS = 'seq, id, kind, origin, title, title_provisional, media, date_value, date_precision, date_basis, province, city, district, place_basis, incomplete, rights_level, status'

/** A whole entry: `entry`, `entry_text` and, when it was imported, its `document`. */
export interface EntryRow extends SummaryRow {
  readonly revision: number
  readonly content: number
  readonly kind_reason: string
  readonly kicker: string | null
  readonly subtitle: string | null
  readonly page: string | null
  readonly url: string | null
  readonly ordinal: number | null
  readonly raw_start: number | null
  readonly raw_end: number | null
  readonly created_at: string
  readonly updated_at: string
  readonly removed_at: string | null
  readonly body: string
  readonly rights_statement: string | null
  readonly incomplete_reason: string | null
  readonly editor_note: string | null
  readonly authors: string
  readonly paragraphs: string
  readonly segments: string
  readonly notices: string
  readonly inferences: string
  readonly keywords: string
  readonly absent: string
  readonly reference_spans: string
  readonly pictures: string
  readonly disagreements: string
  readonly review: string
  readonly confidence: number
  readonly confidence_reasons: string
  readonly review_by: string | null
  readonly document: number | null
  readonly sha256: string | null
  readonly document_name: string | null
  readonly bytes: number | null
  readonly format: string | null
  readonly encoding: string | null
}

/** An entry as it is stored: its value, its place in the index, and whether it lies in the trash. */
export interface StoredEntry {
  readonly seq: number
  readonly id: EntryId
  readonly origin: Origin
  readonly revision: number
  /** The revision that first had this content: an undo makes a new revision with old content. */
  readonly content: number
  readonly removedAt: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly original: Entry['original']
  readonly review: Entry['review']
  /** The document it was made of, and its place among those of its file. */
  readonly document: number | null
  readonly state: EntryState
}

const json = <T extends z.ZodType>(schema: T, text: string): z.output<T> => schema.parse(JSON.parse(text))

const place = (row: SummaryRow): EntrySummary['place'] => ({ province: row.province, city: row.city, district: row.district, basis: Basis.nullable().parse(row.place_basis) })
const date = (row: SummaryRow): EntrySummary['date'] => ({ value: row.date_value, precision: DatePrecision.nullable().parse(row.date_precision), basis: Basis.nullable().parse(row.date_basis) })

export function summaryOf(row: SummaryRow, practices: EntrySummary['practices'] = []): EntrySummary {
  return {
    id: EntryId.parse(row.id),
    kind: EntryKind.parse(row.kind),
    origin: Origin.parse(row.origin),
    title: row.title,
    titleIsProvisional: row.title_provisional === 1,
    place: place(row),
    date: date(row),
    media: row.media,
    incomplete: row.incomplete === 1,
    rightsLevel: RightsLevel.parse(row.rights_level),
    status: ShelfStatus.parse(row.status),
    practices,
  }
}

export function storedOf(row: EntryRow): StoredEntry {
  return {
    seq: row.seq,
    id: EntryId.parse(row.id),
    origin: Origin.parse(row.origin),
    revision: row.revision,
    content: row.content,
    removedAt: row.removed_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    original: originalOf(row),
    review: ReviewState.parse(row.review),
    document: row.document,
    state: EntryState.parse({
      kind: row.kind,
      kindReason: row.kind_reason,
      title: row.title,
      titleIsProvisional: row.title_provisional === 1,
      kicker: row.kicker,
      subtitle: row.subtitle,
      authors: json(z.array(Author), row.authors),
      source: { media: row.media, page: row.page, url: row.url },
      date: date(row),
      place: place(row),
      rights: { level: row.rights_level, statement: row.rights_statement },
      status: row.status,
      reviewBy: row.review_by,
      incomplete: row.incomplete === 1,
      incompleteReason: row.incomplete_reason,
      editorNote: row.editor_note,
      body: row.body,
      paragraphs: JSON.parse(row.paragraphs),
      segments: json(z.array(StoredSegment), row.segments),
      notices: json(z.array(StoredNotice), row.notices),
      inferences: json(z.array(Inference), row.inferences),
      keywords: json(z.array(z.string()), row.keywords),
      absent: json(z.partialRecord(AbsentField, Absence), row.absent),
      references: JSON.parse(row.reference_spans),
      pictures: JSON.parse(row.pictures),
      disagreements: JSON.parse(row.disagreements),
      confidence: row.confidence,
      confidenceReasons: JSON.parse(row.confidence_reasons),
    }),
  }
}

function originalOf(row: EntryRow): Entry['original'] {
  if (row.sha256 === null || row.document_name === null || row.bytes === null || row.ordinal === null || row.raw_start === null || row.raw_end === null) return null
  return { sha256: row.sha256, file: row.document_name, bytes: row.bytes, format: Format.parse(row.format), encoding: Encoding.nullable().parse(row.encoding), ordinal: row.ordinal, raw: { start: row.raw_start, end: row.raw_end } }
}

/** `practices` is what it shows of them, `summary` what a bundled one was made from. */
export function entryOf({ id, origin, revision, createdAt, updatedAt, original, review, state }: StoredEntry, practices: Entry['practices'], summary: Entry['summary'], facts: Entry['facts']): Entry {
  const { paragraphs, segments: _segments, notices, pictures, ...fields } = state
  return {
    ...fields, id, origin, revision, createdAt, updatedAt, original, review,
    paragraphs: paragraphsOf(state.body, paragraphs),
    notices: notices.map(({ restored: _restored, ...notice }) => notice),
    pictures: pictures.map(({ sha256: _sha256, ...picture }) => picture),
    practices,
    summary,
    facts,
  }
}

/** The parameters of the writing statements, by column. */
export function parametersOf(state: EntryState): Readonly<Record<string, string | number | null>> {
  return {
    kind: state.kind,
    kind_reason: state.kindReason,
    title: state.title,
    title_provisional: state.titleIsProvisional ? 1 : 0,
    kicker: state.kicker,
    subtitle: state.subtitle,
    media: state.source.media,
    page: state.source.page,
    url: state.source.url,
    date_value: state.date.value,
    date_precision: state.date.precision,
    date_basis: state.date.basis,
    province: state.place.province,
    city: state.place.city,
    district: state.place.district,
    place_basis: state.place.basis,
    rights_level: state.rights.level,
    status: state.status,
    review_by: state.reviewBy,
    incomplete: state.incomplete ? 1 : 0,
    body: state.body,
    rights_statement: state.rights.statement,
    incomplete_reason: state.incompleteReason,
    editor_note: state.editorNote,
    authors: JSON.stringify(state.authors),
    paragraphs: JSON.stringify(state.paragraphs),
    segments: JSON.stringify(state.segments),
    notices: JSON.stringify(state.notices),
    inferences: JSON.stringify(state.inferences),
    keywords: JSON.stringify(state.keywords),
    absent: JSON.stringify(state.absent),
    reference_spans: JSON.stringify(state.references),
    pictures: JSON.stringify(state.pictures),
    disagreements: JSON.stringify(state.disagreements),
    confidence: state.confidence,
    confidence_reasons: JSON.stringify(state.confidenceReasons),
  }
}
