import type { Author } from '../../contract/entry.ts'

/** The fields that cleaning takes words of the text into: they belong to no body, and are found all the same. */
export interface AsideFields {
  readonly kicker: string | null
  readonly subtitle: string | null
  readonly authors: readonly Author[]
  readonly media: string | null
  readonly editorNote: string | null
  readonly rightsStatement: string | null
}

/** What stands beside title and body. */
export interface Aside {
  /** Found with the title (标题): kicker and subtitle. */
  readonly headings: readonly string[]
  /** Names, source, editor's note, rights. */
  readonly notes: readonly string[]
}

export const NO_ASIDE: Aside = { headings: [], notes: [] }

export const asideOf = ({ kicker, subtitle, authors, media, editorNote, rightsStatement }: AsideFields): Aside => ({
  headings: stated([kicker, subtitle]),
  notes: stated([...authors.flatMap(({ name, note }) => [name, note]), media, editorNote, rightsStatement]),
})

const stated = (texts: readonly (string | null)[]): string[] => texts.flatMap((text) => (text === null || text === '' ? [] : [text]))
