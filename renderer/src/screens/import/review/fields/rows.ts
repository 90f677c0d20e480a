/** The rows of the list of fields: what each is called, the values that are written together, and the change that writing them makes. */
import type { TFunction } from 'i18next'
import { AuthorRole, type Entry } from '../../../../../../electron/contract/entry.ts'
import type { EntryChange } from '../../../../../../electron/contract/library.ts'
import type { Row } from './claimed.ts'
import { namesIn, namesOf, peopleOf } from './people.ts'
import { typedDate } from './typed-date.ts'

export interface Part {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly max: number
}
export interface RowOf {
  readonly label: string
  /** One, or province, city and district, or the people of each role. */
  readonly parts: readonly Part[]
  /** How several values are written into one. */
  readonly more?: string
  /** Written in several lines. */
  readonly long: boolean
}

const NAME = 100
const PEOPLE = 50
/** Rows that are rarely stated: while they are empty they stand together below the others. */
export const RARE: ReadonlySet<Row> = new Set(['kicker', 'subtitle', 'page', 'url', 'editorNote', 'rightsStatement'])

export function rowsOf(entry: Entry, t: TFunction): Readonly<Record<Row, RowOf>> {
  const { source, date, place, rights } = entry
  const part = (name: string, label: string, value: string | null, max: number): Part => ({ name, label, value: value ?? '', max })
  const one = (name: Row, label: string, value: string | null, max: number, long = false): RowOf => ({ label, parts: [part(name, label, value, max)], long })
  return {
    title: one('title', t('edit.name'), entry.title, 500),
    kicker: one('kicker', t('edit.kicker'), entry.kicker, 500),
    subtitle: one('subtitle', t('edit.subtitle'), entry.subtitle, 500),
    media: one('media', t('reader.source'), source.media, 200),
    date: one('date', t('reader.date'), date.value?.replace('T', ' ') ?? null, 20),
    place: { label: t('reader.place'), long: false, parts: [part('province', t('edit.province'), place.province, 50), part('city', t('edit.city'), place.city, 50), part('district', t('edit.district'), place.district, 50)] },
    authors: { label: t('reader.authors'), long: false, more: t('review.severalPeople'), parts: AuthorRole.options.map((role) => part(role, t(`reader.roles.${role}`), namesOf(entry.authors, role), 2000)) },
    page: one('page', t('reader.page'), source.page, 50),
    url: one('url', t('reader.url'), source.url, 2000),
    editorNote: one('editorNote', t('reader.editorNote'), entry.editorNote, 20_000, true),
    rightsStatement: one('rightsStatement', t('reader.rightsStatement'), rights.statement, 20_000, true),
  }
}

/** What keeps these values from being kept; null when nothing does. */
export function wrong(row: Row, values: readonly string[]): 'title' | 'date' | 'people' | null {
  const [value = ''] = values.map((one) => one.trim())
  if (row === 'title') return value === '' ? 'title' : null
  if (row === 'date') return value !== '' && typedDate(value) === null ? 'date' : null
  if (row === 'authors') return values.flatMap(namesIn).length > PEOPLE || values.flatMap(namesIn).some((name) => name.length > NAME) ? 'people' : null
  return null
}

export function changeOf(row: Row, { authors }: Pick<Entry, 'authors'>, parts: readonly Part[], values: readonly string[]): EntryChange {
  const trimmed = values.map((value) => value.trim())
  const [value = ''] = trimmed
  if (row === 'title') return { title: value }
  if (row === 'date') return { date: typedDate(value) }
  if (row === 'authors') return { authors: peopleOf(authors, trimmed) }
  return Object.fromEntries(parts.map(({ name }, n) => [name, trimmed[n] || null]))
}
