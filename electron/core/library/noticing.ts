/** Undoes one thing that cleaning did to the body, and does it again: exact inverses. Pure. */
import type { Span } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { LostSpan } from '../../contract/library.ts'
import type { Reference } from '../../contract/reference.ts'
import type { Kept } from './anchoring.ts'
import { inOrder, type Edited } from './editing.ts'
import { outlined } from './paragraphs.ts'
import { mergeSegments } from './segments.ts'
import type { EntryState, Restored, StoredNotice, StoredPicture, StoredSegment } from './state.ts'

/**
 * `isLine` tells whether the removed text was a whole line of the original, so that it comes back as a paragraph of its own.
 * A notice that changed nothing (flagged, inferred) is only marked as seen to.
 */
export function setNotice(state: EntryState, id: string, applied: boolean, isLine: boolean): Edited {
  const notice = state.notices.find((one) => one.id === id)
  if (!notice) throw new Refusal('NO_SUCH_NOTICE')
  if (notice.applied === applied) return { state, lost: [] }
  if (notice.action === 'flagged' || notice.action === 'inferred') return { state: withNotice(state, { ...notice, applied }), lost: [] }
  if (notice.at === null) throw new Refusal('NO_SUCH_NOTICE')
  return applied ? again(state, notice, notice.at) : back(state, notice, notice.at, isLine)
}

const withNotice = (state: EntryState, changed: StoredNotice): EntryState => ({ ...state, notices: state.notices.map((one) => (one.id === changed.id ? changed : one)) })

function back(state: EntryState, notice: StoredNotice, at: Span, isLine: boolean): Edited {
  if (state.body.slice(at.start, at.end) !== notice.after) throw new Refusal('NO_SUCH_NOTICE')
  const piece = pieceFor(state.body, at, notice.before, isLine && notice.after === '')
  const whole = piece.before + piece.text + piece.after
  const spliced = splice(state, notice, at, whole)
  const start = at.start + piece.before.length
  const end = start + piece.text.length
  const exact = notice.raw !== null && notice.raw.end - notice.raw.start === piece.text.length && piece.text !== ''
  const restored: Restored = { ...piece, segments: spliced.cutSegments, spans: spliced.cutSpans, references: spliced.cutReferences, pictures: spliced.cutPictures }
  const segments = exact && notice.raw ? mergeSegments([...spliced.state.segments, { body: { start, end }, raw: notice.raw }]) : spliced.state.segments
  return edited(withNotice({ ...spliced.state, segments }, { ...notice, applied: false, at: { start, end }, restored }), state, spliced.cutReferences, at.start)
}

function again(state: EntryState, notice: StoredNotice, at: Span): Edited {
  const { restored, ...plain } = notice
  if (!restored || state.body.slice(at.start, at.end) !== restored.text) throw new Refusal('NO_SUCH_NOTICE')
  const start = at.start - (state.body.slice(0, at.start).endsWith(restored.before) ? restored.before.length : 0)
  const end = at.end + (state.body.startsWith(restored.after, at.end) ? restored.after.length : 0)
  const spliced = splice(state, notice, { start, end }, notice.after)
  const move = (span: Span): Span => ({ start: span.start + start, end: span.end + start })
  const segments = mergeSegments([...spliced.state.segments, ...restored.segments.map(({ body, raw }) => ({ body: move(body), raw }))])
  const spans = new Map(restored.spans.map((span) => [span.id, move(span.at)]))
  const notices = spliced.state.notices.map((one) => ({ ...one, at: one.at ?? spans.get(one.id) ?? null }))
  const references = inOrder([...spliced.state.references, ...restored.references.map((reference) => ({ ...reference, ...move(reference) }))])
  const places = new Map(restored.pictures.map((picture) => [picture.id, move(picture.at)]))
  const pictures = spliced.state.pictures.map((one) => ({ ...one, at: one.at ?? places.get(one.id) ?? null }))
  return edited(withNotice({ ...spliced.state, segments, notices, references, pictures }, { ...plain, applied: true, at: { start, end: start + notice.after.length } }), state, spliced.cutReferences, start)
}

/** Lists what lost its place with the text it pointed at; `cut` are links whose offsets count from `from`. */
function edited(state: EntryState, former: EntryState, cut: readonly Reference[], from: number): Edited {
  const lost = former.notices.flatMap((notice, index): LostSpan[] => (notice.at !== null && state.notices[index]?.at === null ? [{ what: 'notice', label: notice.text, quote: former.body.slice(notice.at.start, notice.at.end) }] : []))
  const links = cut.map(({ target, start, end }): LostSpan => ({ what: 'link', label: target, quote: former.body.slice(from + start, from + end) }))
  const pictures = former.pictures.flatMap((picture, index): LostSpan[] => (picture.at !== null && state.pictures[index]?.at === null ? [{ what: 'picture', label: picture.name, quote: picture.alt }] : []))
  return { state, lost: [...lost, ...links, ...pictures] }
}

/** How `text` can stand in the body: no empty lines, and line breaks of its own where it is a paragraph. */
function pieceFor(body: string, at: Span, text: string, isLine: boolean): Pick<Restored, 'text' | 'before' | 'after'> {
  const plain = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\S\n]*\n(?:[^\S\n]*\n)*/g, '\n')
  const opens = at.start === 0 || body[at.start - 1] === '\n'
  const closes = at.end === body.length || body[at.end] === '\n'
  if (isLine) return { text: plain.replaceAll(/^\n|\n$/g, ''), before: opens ? '' : '\n', after: closes ? '' : '\n' }
  const headless = opens && plain.startsWith('\n') ? plain.slice(1) : plain
  return { text: closes && headless.endsWith('\n') ? headless.slice(0, -1) : headless, before: '', after: '' }
}

interface Spliced {
  readonly state: EntryState
  readonly cutSegments: StoredSegment[]
  readonly cutSpans: { readonly id: string; readonly at: Span }[]
  readonly cutReferences: Reference[]
  readonly cutPictures: { readonly id: string; readonly at: Span }[]
}

/** Replaces `span` of the body and carries every other span over. */
function splice(state: EntryState, own: StoredNotice, span: Span, text: string): Spliced {
  const body = state.body.slice(0, span.start) + text + state.body.slice(span.end)
  const shift = text.length - (span.end - span.start)
  const runs: readonly Kept[] = [
    { before: 0, after: 0, length: span.start },
    { before: span.end, after: span.end + shift, length: state.body.length - span.end },
  ].filter(({ length }) => length > 0)
  const cutSpans: { id: string; at: Span }[] = []
  const cutReferences: Reference[] = []
  const cutPictures: { id: string; at: Span }[] = []
  const notices = state.notices.map((notice): StoredNotice => {
    if (notice.at === null || notice.id === own.id) return notice
    const at = carry(notice.at, span, shift, followsOwn(notice, own, state.notices))
    if (at === null) cutSpans.push({ id: notice.id, at: { start: notice.at.start - span.start, end: notice.at.end - span.start } })
    return { ...notice, at }
  })
  const cutSegments: StoredSegment[] = []
  const segments = state.segments.flatMap((segment) => {
    const parts = cut(segment, span)
    if (parts.inside) cutSegments.push({ body: { start: parts.inside.body.start - span.start, end: parts.inside.body.end - span.start }, raw: parts.inside.raw })
    return [...(parts.left ? [parts.left] : []), ...(parts.right ? [{ body: { start: parts.right.body.start + shift, end: parts.right.body.end + shift }, raw: parts.right.raw }] : [])]
  })
  const references = state.references.flatMap((reference): Reference[] => {
    const at = carry(reference, span, shift, true)
    if (at === null) cutReferences.push({ ...reference, start: reference.start - span.start, end: reference.end - span.start })
    return at === null ? [] : [{ ...reference, ...at }]
  })
  const pictures = state.pictures.map((picture): StoredPicture => {
    if (picture.at === null) return picture
    const at = carry(picture.at, span, shift, true)
    if (at === null) cutPictures.push({ id: picture.id, at: { start: picture.at.start - span.start, end: picture.at.end - span.start } })
    return { ...picture, at }
  })
  return { state: { ...state, body, paragraphs: [...outlined(state, body, runs)], notices, segments: mergeSegments(segments), references, pictures }, cutSegments, cutSpans, cutReferences, cutPictures }
}

/** Of two removals at the same place, the one that stood later in the original stays behind what comes back. */
function followsOwn(notice: StoredNotice, own: StoredNotice, all: readonly StoredNotice[]): boolean {
  if (notice.raw && own.raw) return notice.raw.start >= own.raw.end
  return all.findIndex(({ id }) => id === notice.id) > all.findIndex(({ id }) => id === own.id)
}

function carry(at: Span, span: Span, shift: number, follows: boolean): Span | null {
  const moved = { start: at.start + shift, end: at.end + shift }
  if (at.start === at.end && span.start === span.end && at.start === span.start) return follows ? moved : at
  if (at.start === at.end && at.start === span.start) return at
  if (at.end <= span.start) return at
  if (at.start >= span.end) return moved
  return at.start <= span.start && at.end >= span.end ? { start: at.start, end: moved.end } : null
}

interface Parts { readonly left: StoredSegment | null; readonly inside: StoredSegment | null; readonly right: StoredSegment | null }

function cut(segment: StoredSegment, span: Span): Parts {
  const { body, raw } = segment
  if (body.end <= span.start) return { left: segment, inside: null, right: null }
  if (body.start >= span.end) return { left: null, inside: null, right: segment }
  if (body.end - body.start !== raw.end - raw.start) return { left: null, inside: segment, right: null }
  const part = (from: number, to: number): StoredSegment | null => (from < to ? { body: { start: from, end: to }, raw: { start: raw.start + from - body.start, end: raw.start + to - body.start } } : null)
  return { left: part(body.start, Math.min(body.end, span.start)), inside: part(Math.max(body.start, span.start), Math.min(body.end, span.end)), right: part(Math.max(body.start, span.end), body.end) }
}
