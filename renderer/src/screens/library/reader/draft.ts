/** An entry as the edit form holds it, and the change between the two. Empty text stands for a value the text does not state. */
import type { Author, Entry } from '../../../../../electron/contract/entry.ts'
import type { EntryChange } from '../../../../../electron/contract/library.ts'

const TEXTS = ['kicker', 'subtitle', 'media', 'page', 'url', 'date', 'province', 'city', 'district', 'rightsStatement', 'editorNote'] as const
type TextField = (typeof TEXTS)[number]

export type Draft = { readonly [K in TextField]: string } & {
  readonly title: string
  readonly body: string
  readonly kind: Entry['kind']
  readonly rightsLevel: Entry['rights']['level']
  readonly authors: readonly Author[]
}

export function draftOf(entry: Entry): Draft {
  const { source, date, place, rights } = entry
  return {
    title: entry.title,
    body: entry.body,
    kind: entry.kind,
    rightsLevel: rights.level,
    authors: entry.authors,
    kicker: entry.kicker ?? '',
    subtitle: entry.subtitle ?? '',
    media: source.media ?? '',
    page: source.page ?? '',
    url: source.url ?? '',
    date: date.value?.replace('T', ' ') ?? '',
    province: place.province ?? '',
    city: place.city ?? '',
    district: place.district ?? '',
    rightsStatement: rights.statement ?? '',
    editorNote: entry.editorNote ?? '',
  }
}

/** Only what differs: an untouched field keeps its basis. */
export function changeOf(entry: Entry, draft: Draft): EntryChange {
  const before = draftOf(entry)
  const change: EntryChange = {}
  for (const field of TEXTS) {
    const text = (draft[field] ?? '').trim()
    if (text !== before[field].trim()) change[field] = text === '' ? null : field === 'date' ? text.replace(' ', 'T') : text
  }
  if (draft.title.trim() !== before.title) change.title = draft.title.trim()
  if (draft.body !== before.body) change.body = draft.body
  if (draft.kind !== before.kind) change.kind = draft.kind
  if (draft.rightsLevel !== before.rightsLevel) change.rightsLevel = draft.rightsLevel
  const authors = draft.authors.map(({ name, role, note }) => ({ name: name.trim(), role, note: note ?? null }))
  if (JSON.stringify(authors) !== JSON.stringify(before.authors)) change.authors = authors
  return change
}
