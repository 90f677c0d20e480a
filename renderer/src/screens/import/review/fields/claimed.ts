/** What a file says otherwise of a field, and the change that takes it. */
import type { ClaimField, Disagreement } from '../../../../../../electron/contract/claim.ts'
import { AuthorRole, type Entry } from '../../../../../../electron/contract/entry.ts'
import type { EntryChange } from '../../../../../../electron/contract/library.ts'

/** Rows of the review that show a field, and the claims that are about it. */
export const ROWS = {
  title: ['title'],
  kicker: ['kicker'],
  subtitle: ['subtitle'],
  media: ['media'],
  date: ['date'],
  place: ['place'],
  authors: ['author', 'reporter', 'correspondent', 'photographer', 'editor', 'reviewer'],
  page: ['page'],
  url: ['url'],
  editorNote: ['note'],
  rightsStatement: ['rights'],
} as const satisfies Readonly<Record<string, readonly ClaimField[]>>
export type Row = keyof typeof ROWS

export const claimsOn = (row: Row, disagreements: readonly Disagreement[]): readonly Disagreement[] => disagreements.filter(({ field }) => (ROWS[row] as readonly ClaimField[]).includes(field))

/** The change that takes the other value; null where a person has to say how: a place is three fields, keywords are none. */
export function changeTo({ authors }: Pick<Entry, 'authors'>, { field, other }: Disagreement): EntryChange | null {
  switch (field) {
    case 'title':
    case 'kicker':
    case 'subtitle':
    case 'media':
    case 'page':
    case 'url':
    case 'date':
      return { [field]: other }
    case 'note':
      return { editorNote: other }
    case 'rights':
      return { rightsStatement: other }
    case 'place':
    case 'keywords':
      return null
    default: {
      const role = AuthorRole.parse(field)
      const names = other.split('、').filter((name) => name !== '')
      const rest = authors.filter((author) => author.role !== role)
      return { authors: [...rest, ...names.map((name) => ({ name, role, note: null }))] }
    }
  }
}
