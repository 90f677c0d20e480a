/** A new reading of an entry under what people made of the former one: what a person decided stays, everything else is as it was read now. Pure. */
import { isDeepStrictEqual } from 'node:util'
import type { AbsentField } from '../../contract/entry.ts'
import { Refusal } from '../../contract/errors.ts'
import type { KeptField } from '../../contract/rereading.ts'
import { rebody, stating } from './editing.ts'
import { isWholeLine } from './lines.ts'
import { setNotice } from './noticing.ts'
import type { EntryState, StoredNotice } from './state.ts'

export interface Merged {
  readonly state: EntryState
  /** What a person's value stands against: the new reading would say otherwise. */
  readonly kept: readonly { readonly field: KeptField; readonly own: string; readonly read: string }[]
}

/** The entry as it was read before, as people have it, and as it is read now; with the texts that their offsets count in. */
export interface Readings {
  readonly base: EntryState
  readonly own: EntryState
  readonly read: EntryState
  readonly before: string
  readonly after: string
}

interface Field {
  readonly name: KeptField
  readonly of: (state: EntryState) => unknown
  readonly put: (to: EntryState, from: EntryState) => EntryState
  readonly words: (state: EntryState) => string | null
  readonly about: readonly AbsentField[]
}

const place = ({ place: { province, city, district } }: EntryState): string => [province, city, district].filter((part) => part !== null).join('')

/** What a person can set; those of a place go together. */
export const FIELDS: readonly Field[] = [
  { name: 'kind', of: ({ kind, kindReason }) => [kind, kindReason], put: (to, { kind, kindReason }) => ({ ...to, kind, kindReason }), words: ({ kind }) => kind, about: [] },
  { name: 'title', of: ({ title, titleIsProvisional }) => [title, titleIsProvisional], put: (to, { title, titleIsProvisional }) => ({ ...to, title, titleIsProvisional }), words: ({ title }) => title, about: ['title'] },
  { name: 'kicker', of: ({ kicker }) => kicker, put: (to, { kicker }) => ({ ...to, kicker }), words: ({ kicker }) => kicker, about: ['kicker'] },
  { name: 'subtitle', of: ({ subtitle }) => subtitle, put: (to, { subtitle }) => ({ ...to, subtitle }), words: ({ subtitle }) => subtitle, about: ['subtitle'] },
  { name: 'authors', of: ({ authors }) => authors, put: (to, { authors }) => ({ ...to, authors }), words: ({ authors }) => authors.map(({ name }) => name).join('、'), about: ['authors'] },
  { name: 'media', of: ({ source }) => source.media, put: (to, { source }) => ({ ...to, source: { ...to.source, media: source.media } }), words: ({ source }) => source.media, about: ['source.media'] },
  { name: 'page', of: ({ source }) => source.page, put: (to, { source }) => ({ ...to, source: { ...to.source, page: source.page } }), words: ({ source }) => source.page, about: ['source.page'] },
  { name: 'url', of: ({ source }) => source.url, put: (to, { source }) => ({ ...to, source: { ...to.source, url: source.url } }), words: ({ source }) => source.url, about: ['source.url'] },
  { name: 'date', of: ({ date }) => date, put: (to, { date }) => ({ ...to, date }), words: ({ date }) => date.value, about: ['date'] },
  { name: 'place', of: (state) => state.place, put: (to, from) => ({ ...to, place: from.place }), words: place, about: ['place.province', 'place.city', 'place.district'] },
  { name: 'rightsLevel', of: ({ rights }) => rights.level, put: (to, { rights }) => ({ ...to, rights: { ...to.rights, level: rights.level } }), words: ({ rights }) => rights.level, about: [] },
  { name: 'rightsStatement', of: ({ rights }) => rights.statement, put: (to, { rights }) => ({ ...to, rights: { ...to.rights, statement: rights.statement } }), words: ({ rights }) => rights.statement, about: ['rights.statement'] },
  { name: 'editorNote', of: ({ editorNote }) => editorNote, put: (to, { editorNote }) => ({ ...to, editorNote }), words: ({ editorNote }) => editorNote, about: ['editorNote'] },
]

export function mergeReading(readings: Readings, keywordsOf: (title: string, body: string) => readonly string[]): Merged {
  const { base, own, read } = readings
  const body = mergeBody(readings)
  // Only people know whether a case can still be used.
  let state: EntryState = { ...body.state, status: own.status, reviewBy: own.reviewBy }
  const kept: Merged['kept'][number][] = body.kept && read.body !== own.body ? [{ field: 'body', own: own.body, read: read.body }] : []
  for (const field of FIELDS) {
    if (!theirs(field, own, base)) continue
    if (!isDeepStrictEqual(field.words(own), field.words(read))) kept.push({ field: field.name, own: field.words(own) ?? '', read: field.words(read) ?? '' })
    state = settled(field.put(state, own), own, field)
  }
  const reworded = state.body !== read.body || state.title !== read.title || state.titleIsProvisional !== read.titleIsProvisional
  return { state: reworded ? { ...state, keywords: [...keywordsOf(state.titleIsProvisional ? '' : state.title, state.body)] } : state, kept }
}

/** A value is a person's when it is not the one that was read; also when they only took away what a rule had offered for it. */
function theirs({ of, about }: Field, own: EntryState, base: EntryState): boolean {
  const offered = ({ inferences }: EntryState): number => inferences.filter(({ field }) => about.includes(field)).length
  return !isDeepStrictEqual(of(own), of(base)) || offered(own) < offered(base) || about.some((field) => own.absent[field] !== base.absent[field])
}

/** What rules say of a field that a person has set is settled, as after an edit. */
function settled(state: EntryState, own: EntryState, { about }: Field): EntryState {
  const absent = { ...state.absent }
  for (const field of about) {
    const why = own.absent[field]
    if (why === undefined) delete absent[field]
    else absent[field] = why
  }
  return { ...state, absent, inferences: state.inferences.filter(({ field }) => !about.includes(field)), disagreements: state.disagreements.filter(({ field }) => !stating(field).some((part) => about.includes(part))) }
}

/** What a person undid of cleaning is undone again where that is all they did to the body; any other change keeps their body as it stands. */
function mergeBody(readings: Readings): { readonly state: EntryState; readonly kept: boolean } {
  const { base, own, read, before, after } = readings
  const undone = own.notices.filter(({ id, applied }) => !applied && base.notices.some((one) => one.id === id && one.applied))
  if (own.body === base.body || replay(base, undone, before)?.body === own.body) {
    const again = undone.map((notice) => counterpart(notice, readings))
    const replayed = again.every((notice) => notice !== null) ? replay(read, again, after) : null
    if (replayed !== null) return { state: replayed, kept: false }
    if (own.body === base.body) return { state: replay(read, again.filter((notice) => notice !== null), after) ?? read, kept: false }
  }
  const { state } = rebody(read, own.body, own.paragraphs)
  const sameText = before === after
  const carried = new Map(undone.map((notice) => [counterpart(notice, readings)?.id ?? notice.id, sameText ? notice : { ...notice, raw: null, ...(notice.restored ? { restored: { ...notice.restored, segments: [] } } : {}) }]))
  const notices = state.notices.map((notice): StoredNotice => {
    const held = carried.get(notice.id)
    carried.delete(notice.id)
    return held ? { ...held, id: notice.id, raw: notice.raw } : notice
  })
  const ids = new Set(notices.map(({ id }) => id))
  return { state: { ...state, notices: [...notices, ...[...carried.values()].map((notice) => ({ ...notice, id: ids.has(notice.id) ? `${notice.id}*` : notice.id }))] }, kept: true }
}

/** The notice of the new reading that tells of the same: at the same place of the same text, or the only one of its rule with these words. */
function counterpart(notice: StoredNotice, { read, before, after }: Readings): StoredNotice | null {
  const alike = read.notices.filter(({ rule, action, before: words }) => rule === notice.rule && action === notice.action && words === notice.before)
  const there = before === after ? alike.find(({ raw }) => isDeepStrictEqual(raw, notice.raw)) : undefined
  return there ?? (alike.length === 1 ? (alike[0] ?? null) : null)
}

/** The state with these notices undone, in the order given; null when one of them cannot be. */
function replay(state: EntryState, notices: readonly StoredNotice[], text: string): EntryState | null {
  try {
    return notices.reduce((now, { id, raw }) => setNotice(now, id, false, raw !== null && isWholeLine(text, raw)).state, state)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
