import type { Disagreement } from '../../contract/claim.ts'
import type { Author, Inference, Notice, Paragraph, Source, Span, StatedDate } from '../../contract/entry.ts'
import type { Account } from '../../contract/importing.ts'
import type { PlacedPicture, Reference } from '../../contract/reference.ts'
import type { Boundary } from '../../contract/reviewing.ts'

/** A stretch of the clean body and where it stood in the decoded original; both texts are equal unless `repaired`. */
export interface Segment {
  readonly body: Span
  readonly raw: Span
}

/**
 * One article after cleaning: what its text states, and nothing concluded.
 * `body` is the paragraphs joined by one '\n'. `title` is null when the text has none.
 */
export interface CleanArticle {
  /** 1-based among the articles of its file. */
  readonly ordinal: number
  /** The range of the decoded original that belongs to this article. */
  readonly raw: Span
  readonly title: string | null
  readonly kicker: string | null
  readonly subtitle: string | null
  readonly authors: readonly Author[]
  readonly source: Source
  readonly date: StatedDate
  readonly rightsStatement: string | null
  readonly editorNote: string | null
  /** Where the file says that it happened, as it says it; describing finds the place that this names. */
  readonly statedPlace: string | null
  readonly incomplete: boolean
  readonly incompleteReason: string | null
  /** Values a photo item or page widget states that no field holds (e.g. 版次 of another paper) stay in notices. */
  readonly body: string
  readonly paragraphs: readonly Paragraph[]
  /** Links, marks of footnotes and the footnotes themselves, in the order of the body. */
  readonly references: readonly Reference[]
  readonly pictures: readonly PlacedPicture[]
  /** Ordered and disjoint in both texts. */
  readonly segments: readonly Segment[]
  readonly notices: readonly Notice[]
  /** What the file states in two ways. */
  readonly disagreements: readonly Disagreement[]
  /** Values that the text does not state and the file suggests: they fill no field until a person accepts them. */
  readonly offers: readonly Inference[]
  /** Why it begins where it does. */
  readonly boundary: Boundary
  /** How sure the rules are of this article as a whole, from 0 to 1, and what speaks against it: Chinese sentences. */
  readonly confidence: number
  readonly confidenceReasons: readonly string[]
}

export interface Cleaned {
  readonly articles: readonly CleanArticle[]
  /** Every character of the decoded original, ordered, disjoint, covering it: nothing disappears unaccounted for. */
  readonly accounts: readonly Account[]
  /** Where other articles may begin: not sure enough to divide by, offered to a person. */
  readonly possible: readonly Boundary[]
}
