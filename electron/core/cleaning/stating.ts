/** Filling the fields of an article from several sources: the best source wins, and what the others say is remembered. */
import { ClaimFrom, type Claim, type ClaimField } from '../../contract/claim.ts'
import type { Author, AuthorRole, StatedDate } from '../../contract/entry.ts'
import type { Fields } from './page/tree.ts'
import { agree, bare } from './words/agree.ts'
import { dateAt } from './words/dates.ts'
import { namesOf, signerOf } from './words/names.ts'

export const ROLES: Readonly<Partial<Record<ClaimField, AuthorRole>>> = { author: 'author', reporter: 'reporter', correspondent: 'correspondent', photographer: 'photographer', editor: 'editor', reviewer: 'reviewer' }
const TEXTS: Readonly<Partial<Record<ClaimField, readonly [keyof Texts, number]>>> = {
  title: ['title', 500], kicker: ['kicker', 500], subtitle: ['subtitle', 500], media: ['media', 200], page: ['page', 50], url: ['url', 2000], place: ['statedPlace', 200], rights: ['rightsStatement', 20_000], note: ['editorNote', 20_000],
}
type Texts = Pick<Fields, 'title' | 'kicker' | 'subtitle' | 'media' | 'page' | 'url' | 'statedPlace' | 'rightsStatement' | 'editorNote'>

/** What one source says. */
interface Said {
  readonly field: ClaimField
  readonly value: string
  readonly from: ClaimFrom
}

export const rank = (from: ClaimFrom): number => ClaimFrom.options.indexOf(from)

/** Says `value` of the article. Returns whether the field holds it now, or holds what agrees with it; a value that is none is not taken. */
export function state(fields: Fields, { field, value, from }: Pick<Claim, 'field' | 'value' | 'from'>): boolean {
  const role = ROLES[field]
  if (role !== undefined) return stateAuthors(fields, namesOf(value).flatMap((name) => signerOf(name) ?? []).map((name) => ({ name, role, note: null })), from)
  if (field === 'date') return stateDate(fields, value, from)
  const known = TEXTS[field]
  if (known === undefined) return false
  const [key, longest] = known
  const text = (key === 'rightsStatement' || key === 'editorNote' ? value : value.replaceAll(/\s+/gu, ' ')).trim().slice(0, longest)
  if (text === '') return false
  return take(fields, { field, value: text, from }, fields[key], (said) => {
    fields[key] = said
  })
}

function stateDate(fields: Fields, value: string, from: ClaimFrom): boolean {
  const date: StatedDate | null = dateAt(value)?.date ?? (/^(?:19|20)\d\d年?$/.test(value.trim()) ? { value: value.slice(0, 4), precision: 'year', basis: 'stated' } : null)
  if (date === null || date.value === null) return false
  const before = fields.date.value
  // The same day, said to the minute, says more.
  if (before !== null && date.value.startsWith(before) && date.value.length > before.length) fields.date = date
  return take(fields, { field: 'date', value: date.value, from }, before, () => {
    fields.date = date
  })
}

function take(fields: Fields, said: Said, current: string | null, set: (value: string) => void): boolean {
  fields.said.push(said)
  const by = fields.from.get(said.field)
  if (current !== null && agree(said.field, current, said.value)) return true
  if (current !== null && by !== undefined && rank(by) <= rank(said.from)) return false
  set(said.value)
  fields.from.set(said.field, said.from)
  return true
}

const WRITERS: ReadonlySet<AuthorRole> = new Set(['author', 'reporter', 'correspondent'])

/** Names that a better source gives for a role stand instead of others; those that sources share are joined by the rest. */
export function stateAuthors(fields: Fields, authors: readonly Author[], from: ClaimFrom): boolean {
  for (const role of new Set(authors.map((author) => author.role))) stateRole(fields, role, authors.filter((author) => author.role === role), from)
  return authors.length > 0
}

function stateRole(fields: Fields, role: AuthorRole, named: readonly Author[], from: ClaimFrom): void {
  fields.said.push({ field: role, value: named.map(({ name }) => name).join('、'), from })
  const isNamed = (name: string): boolean => named.some((author) => bare(author.name) === bare(name))
  const by = fields.from.get(role)
  const same = fields.authors.filter((author) => author.role === role)
  const differs = same.length > 0 && by !== undefined && by !== from && !same.some(({ name }) => isNamed(name))
  if (differs && rank(by) < rank(from)) return
  if (differs) fields.authors = fields.authors.filter((author) => author.role !== role)
  // 记者 says more of a writer than 作者.
  if (role === 'reporter' || role === 'correspondent') fields.authors = fields.authors.filter((author) => author.role !== 'author' || !isNamed(author.name))
  const fresh = named.filter(({ name }) => !fields.authors.some((author) => author.name === name && (author.role === role || (role === 'author' && WRITERS.has(author.role)))))
  if (fresh.length > 0 && (by === undefined || rank(from) < rank(by))) fields.from.set(role, from)
  fields.authors.push(...fresh)
}
