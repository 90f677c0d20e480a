import type { Author } from '../../contract/entry.ts'

/** The fields that cleaning takes words of the text into: they belong to no body, and are found all the same. */
export interface NotedFields {
  readonly kicker: string | null
  readonly subtitle: string | null
  readonly authors: readonly Author[]
  readonly media: string | null
  readonly editorNote: string | null
  readonly rightsStatement: string | null
}

/** What stands beside title and body (题外文字): kicker, subtitle, names, source, editor's note, rights. */
export const notesOf = ({ kicker, subtitle, authors, media, editorNote, rightsStatement }: NotedFields): string[] =>
  [kicker, subtitle, ...authors.flatMap(({ name, note }) => [name, note]), media, editorNote, rightsStatement].flatMap((text) => (text === null || text === '' ? [] : [text]))
