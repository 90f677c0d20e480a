import type { Root } from 'mdast'
import type { Claim } from '../../contract/claim.ts'
import type { Encoding, Format } from '../../contract/format.ts'
import type { SheetGuess } from '../../contract/reviewing.ts'
import type { Span } from '../../contract/span.ts'

export type { Format } from '../../contract/format.ts'

/** How the bytes of a text file were decoded, and why so. */
export interface Decoding {
  readonly label: Encoding
  readonly by: 'bom' | 'declared' | 'strict' | 'score' | 'given'
  /** true when too few characters spoke for the choice to be certain. */
  readonly unsure: boolean
}

/** Something wrong with the bytes that reading could not mend and will not hide. `text` and `reason` are Chinese sentences. */
export interface ReadWarning {
  readonly rule: 'reading.replaced' | 'reading.foreign' | 'reading.private-use' | 'reading.garbled' | 'reading.unsure' | 'reading.declared' | 'reading.left-out' | 'reading.text-layer' | 'reading.table' | 'reading.renamed'
  readonly text: string
  readonly reason: string
  readonly raw: Span
}

/** A picture of the file. The tree names it by `casebook:picture/ID` as the url of an mdast image. */
export interface ReadPicture {
  readonly id: string
  /** As it is called inside the file, for a person to recognise. */
  readonly name: string
  readonly mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp'
  readonly bytes: Uint8Array
}

/** Where an article certainly or likely begins, told by the format itself: a row, a bookmark, a chapter. `at` counts in `text`. */
export interface ReadBoundary {
  readonly at: number
  readonly basis: 'row' | 'bookmark' | 'chapter' | 'contents' | 'heading'
  /** The title the format gives it, where it does. */
  readonly title: string | null
  /** What its row or chapter states about it alone. */
  readonly claims: readonly Claim[]
}

/**
 * A file after reading, before cleaning: its text exactly as it stands, and its tree.
 * For txt and md `text` is the decoded file. For every other format it is what a person sees in it, in reading order, written by `Projection`:
 * one paragraph, row or caption in a line, page furniture and running heads among it, so that cleaning accounts for whatever it drops.
 * Every node's `position` offsets are UTF-16 code units into `text`; a text node's value is exactly its slice (Markdown escapes apart).
 * A byte-order mark is not part of `text`; bytes without a meaning stand as U+FFFD.
 */
export interface ReadDocument {
  readonly name: string
  readonly format: Format
  /** null for formats that carry their encoding inside. */
  readonly decoding: Decoding | null
  readonly text: string
  readonly tree: Root
  /** YAML front matter of a Markdown file, already parsed; null elsewhere. */
  readonly frontMatter: Readonly<Record<string, unknown>> | null
  /** What the file states about itself outside its text: properties of a document, meta tags of a page. Best source first. */
  readonly claims: readonly Claim[]
  readonly pictures: readonly ReadPicture[]
  /** Ordered by `at`; empty when the format says nothing of where articles begin. */
  readonly boundaries: readonly ReadBoundary[]
  /** In the order of the text; empty for a file without damage. */
  readonly warnings: readonly ReadWarning[]
  /** Its tables, where it is made of tables: what their columns most likely hold, and how they were read. */
  readonly sheets?: readonly SheetGuess[]
}

/** What reading knows of a node that its form does not show; cleaning decides. */
declare module 'mdast' {
  interface Data {
    /** Why the reader takes this for something beside the article: page furniture, a running head, a watermark. `rule` names the rule of cleaning that is to drop it. */
    aside?: { readonly rule: 'furniture' | 'running-head' | 'overprint' | 'watermark' | 'contents'; readonly reason: string }
    /** It stood centred, large or in a title's face: a title the format does not call one. */
    titled?: boolean
    /** The line began with an indent in its format. */
    indented?: boolean
    /** It stands for itself: no list of other articles above it goes on in it. */
    apart?: boolean
    /** The page it stands on, from 1. */
    page?: number
    /** The line was broken by its format (a column's or page's edge): cleaning may join it with the next. */
    wrapped?: boolean
  }
}
