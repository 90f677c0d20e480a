/** What a paragraph is drawn from; it is drawn again only when something of that has changed. */
import type { Paragraph, Span } from '../../../../../../electron/contract/entry.ts'
import type { Mark } from '../../../../../../electron/contract/searching.ts'
import type { Figure, Summary } from '../../../../../../electron/contract/summary.ts'

export interface BlockProps {
  readonly paragraph: Paragraph
  readonly summary: Summary | null
  /** Those that stand in this paragraph. */
  readonly figures: readonly Figure[]
  readonly marks: readonly Mark[]
  /** The number of the first of `marks` among all hits of the entry. */
  readonly first: number
  readonly current: number | null
  /** Set when it touches this paragraph. */
  readonly spot: Span | null
}

export const sameBlock = (a: BlockProps, b: BlockProps): boolean =>
  a.paragraph === b.paragraph && a.summary === b.summary && a.first === b.first && a.current === b.current && a.spot === b.spot && a.marks.length === b.marks.length && a.marks.every((mark, index) => mark[0] === b.marks[index]?.[0] && mark[1] === b.marks[index][1])
