/** What a paragraph is drawn from; it is drawn again only when something of that has changed. */
import type { ReactNode } from 'react'
import type { EntryId, Paragraph, Picture, Span } from '../../../../../../electron/contract/entry.ts'
import type { Mark } from '../../../../../../electron/contract/searching.ts'

/** A stretch of the body that is more than text: a figure, a link, a note's number, something that cleaning did. */
export interface Inset extends Span {
  readonly key: string
  readonly draw: (text: ReactNode) => ReactNode
}

/** What stands in one paragraph besides its text. Its identity says whether it has changed. */
export interface Furnishing {
  readonly insets: readonly Inset[]
  /** The picture that a `picture` paragraph stands for. */
  readonly picture: Picture | null
}
export const BARE: Furnishing = { insets: [], picture: null }

export interface BlockProps {
  readonly entry: EntryId
  readonly paragraph: Paragraph
  readonly furnishing: Furnishing
  readonly marks: readonly Mark[]
  /** The number of the first of `marks` among all hits of the entry. */
  readonly first: number
  readonly current: number | null
  /** Set when it touches this paragraph. */
  readonly spot: Span | null
}

export const sameBlock = (a: BlockProps, b: BlockProps): boolean =>
  a.paragraph === b.paragraph && a.furnishing === b.furnishing && a.first === b.first && a.current === b.current && a.spot === b.spot && a.marks.length === b.marks.length && a.marks.every((mark, index) => mark[0] === b.marks[index]?.[0] && mark[1] === b.marks[index][1])

/** By the number of the paragraph; those with nothing in them are left out. `insets` are in order; of two in one place the one that comes first stays. */
export function furnish(paragraphs: readonly Paragraph[], insets: readonly Inset[], pictures: readonly Picture[]): ReadonlyMap<number, Furnishing> {
  const found = new Map<number, Furnishing>()
  let next = 0
  for (const paragraph of paragraphs) {
    const own: Inset[] = []
    for (let inset = insets[next]; inset !== undefined && inset.start <= paragraph.end; inset = insets[++next]) {
      if (inset.start >= paragraph.start && inset.end <= paragraph.end) own.push(inset)
    }
    const picture = paragraph.kind !== 'picture' ? null : pictures.find(({ at }) => at !== null && at.start >= paragraph.start && at.end <= paragraph.end) ?? null
    if (own.length > 0 || picture !== null) found.set(paragraph.n, { insets: own, picture })
  }
  return found
}
