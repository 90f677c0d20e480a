/** A person's change to an entry: fields, title, body. Pure. */
import type { ClaimField } from '../../contract/claim.ts'
import type { AbsentField, StatedDate } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { EntryChange, LostSpan } from '../../contract/library.ts'
import type { Reference } from '../../contract/reference.ts'
import { keptRuns, relocator, type Kept } from './anchoring.ts'
import { compose } from './paragraphs.ts'
import { mergeSegments } from './segments.ts'
import type { EntryState, StoredNotice, StoredPicture, StoredSegment } from './state.ts'

export interface Edited {
  readonly state: EntryState
  /** Spans that no longer have a place in the body. */
  readonly lost: readonly LostSpan[]
}

/** `keywordsOf` gets '' for a provisional title: it is ours, and keywords are the text's own. What a person decided outranks every rule: the value is theirs, its absence and what a rule offered for it are settled. */
export function applyChange(state: EntryState, change: EntryChange, keywordsOf: (title: string, body: string) => readonly string[]): Edited {
  const absent = { ...state.absent }
  const settled = new Set<AbsentField>()
  const set = <T>(field: AbsentField, value: T | null): T | null => {
    settled.add(field)
    if (value === null) absent[field] = 'not-stated'
    else delete absent[field]
    return value
  }
  const text = (field: AbsentField, value: string | null | undefined, current: string | null): string | null => (value === undefined ? current : set(field, value?.trim() ? value.trim() : null))

  const place = {
    province: text('place.province', change.province, state.place.province),
    city: text('place.city', change.city, state.place.city),
    district: text('place.district', change.district, state.place.district),
  }
  const placed = [change.province, change.city, change.district].some((part) => part !== undefined)
  const anywhere = Object.values(place).some((part) => part !== null)
  const next: EntryState = {
    ...state,
    ...(change.kind === undefined ? {} : { kind: change.kind, kindReason: '由使用者指定' }),
    ...(change.title === undefined ? {} : { title: set('title', change.title) ?? state.title, titleIsProvisional: false }),
    kicker: text('kicker', change.kicker, state.kicker),
    subtitle: text('subtitle', change.subtitle, state.subtitle),
    authors: change.authors === undefined ? state.authors : (set('authors', change.authors.length === 0 ? null : change.authors) ?? []),
    source: {
      media: text('source.media', change.media, state.source.media),
      page: text('source.page', change.page, state.source.page),
      url: text('source.url', change.url, state.source.url),
    },
    date: change.date === undefined ? state.date : dateOf(set('date', change.date)),
    place: { ...place, basis: !anywhere ? null : placed ? 'user' : state.place.basis },
    ...(change.status === undefined ? {} : { status: change.status }),
    ...(change.reviewBy === undefined ? {} : { reviewBy: change.reviewBy }),
    rights: { level: change.rightsLevel ?? state.rights.level, statement: text('rights.statement', change.rightsStatement, state.rights.statement) },
    editorNote: text('editorNote', change.editorNote, state.editorNote),
    absent,
    inferences: state.inferences.filter(({ field }) => !settled.has(field)),
    disagreements: state.disagreements.filter(({ field }) => !stating(field).some((part) => settled.has(part))),
  }
  const { state: edited, lost } = change.body === undefined ? { state: next, lost: [] } : applyBody(next, change.body)
  const reworded = edited.title !== state.title || edited.body !== state.body
  return { state: reworded ? { ...edited, keywords: [...keywordsOf(edited.titleIsProvisional ? '' : edited.title, edited.body)] } : edited, lost }
}

/** The fields of an entry that a claim is about: once a person has set one, the file's own disagreement is settled. */
export function stating(field: ClaimField): readonly AbsentField[] {
  switch (field) {
    case 'title':
    case 'kicker':
    case 'subtitle':
    case 'date':
      return [field]
    case 'media':
    case 'page':
    case 'url':
      return [`source.${field}`]
    case 'place':
      return ['place.province', 'place.city', 'place.district']
    case 'rights':
      return ['rights.statement']
    case 'note':
      return ['editorNote']
    case 'keywords':
      return []
    default:
      return ['authors']
  }
}

function dateOf(value: string | null): StatedDate {
  if (value === null) return { value: null, precision: null, basis: null }
  const [, month, day, hour, minute] = /^\d{4}(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$/.exec(value) ?? []
  const days = new Date(Date.UTC(Number(value.slice(0, 4)), Number(month ?? 1), 0)).getUTCDate()
  const within = (part: string | undefined, from: number, to: number): boolean => part === undefined || (Number(part) >= from && Number(part) <= to)
  if (!within(month, 1, 12) || !within(day, 1, days) || !within(hour, 0, 23) || !within(minute, 0, 59)) throw new Refusal('INVALID_INPUT', { reason: `没有“${value}”这个日期` })
  return { value, precision: hour ? 'minute' : day ? 'day' : month ? 'month' : 'year', basis: 'user' }
}

function applyBody(state: EntryState, typed: string): Edited {
  const { body, paragraphs, runs } = compose(state, typed)
  return body === state.body ? { state: { ...state, paragraphs: [...paragraphs] }, lost: [] } : rebody(state, body, [...paragraphs], runs)
}

/** The same entry around another body: every span is found again or listed as lost. */
export function rebody(state: EntryState, body: string, paragraphs: EntryState['paragraphs'], runs: readonly Kept[] = keptRuns(state.body, body)): Edited {
  const find = relocator(state.body, body, runs)
  const lost: LostSpan[] = []
  const notices = state.notices.map((notice): StoredNotice => {
    if (notice.at === null) return notice
    const at = find(notice.at)
    if (at === null) lost.push({ what: 'notice', label: notice.text, quote: state.body.slice(notice.at.start, notice.at.end) })
    return { ...notice, at }
  })
  const segments = state.segments.flatMap((segment): StoredSegment[] => {
    const kept = runs.flatMap((run) => carried(segment, run))
    if (kept.length > 0) return kept
    const whole = find(segment.body)
    if (whole) return [{ body: whole, raw: segment.raw }]
    lost.push({ what: 'segment', label: '正文', quote: state.body.slice(segment.body.start, segment.body.end) })
    return []
  })
  const references = state.references.flatMap((reference): Reference[] => {
    const at = find(reference)
    if (at === null) lost.push({ what: 'link', label: reference.target, quote: state.body.slice(reference.start, reference.end) })
    return at === null ? [] : [{ ...reference, ...at }]
  })
  const pictures = state.pictures.map((picture): StoredPicture => {
    if (picture.at === null) return picture
    const at = find(picture.at)
    if (at === null) lost.push({ what: 'picture', label: picture.name, quote: picture.alt })
    return { ...picture, at }
  })
  return { state: { ...state, body, paragraphs, notices, segments: mergeSegments(segments), references: inOrder(references), pictures }, lost }
}

export const inOrder = (references: readonly Reference[]): Reference[] => references.toSorted((a, b) => a.start - b.start || a.end - b.end)

/** The part of a segment that lies in a kept stretch. One whose two texts differ in length goes over whole or not at all. */
function carried(segment: StoredSegment, run: { readonly before: number; readonly after: number; readonly length: number }): readonly StoredSegment[] {
  const start = Math.max(segment.body.start, run.before)
  const end = Math.min(segment.body.end, run.before + run.length)
  const shift = run.after - run.before
  if (segment.body.end - segment.body.start !== segment.raw.end - segment.raw.start) {
    const whole = start === segment.body.start && end === segment.body.end
    return whole ? [{ body: { start: start + shift, end: end + shift }, raw: segment.raw }] : []
  }
  if (start >= end) return []
  const rawStart = segment.raw.start + start - segment.body.start
  return [{ body: { start: start + shift, end: end + shift }, raw: { start: rawStart, end: rawStart + end - start } }]
}
