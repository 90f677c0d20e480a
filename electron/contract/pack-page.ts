/**
 * What stands inside a portable pack (便携包): written by core/exporting, read by the page in renderer/src/pack.
 * Types only, because the page that opens without this program must not carry a schema library.
 */
import type { Author, Entry, Origin, ParagraphKind, RightsLevel } from './entry.ts'
import type { Citation, Figure } from './bundled.ts'
import type { Practice } from './practices.ts'
import type { Strength } from './practice-tag.ts'

/** Half-open range in UTF-16 code units. */
export type PackedSpan = readonly [start: number, end: number]

/** A sentence of the body or of the title, and where in the same text the words stand that show the practice. */
export interface PackedSentence {
  readonly span: PackedSpan
  readonly marks: readonly PackedSpan[]
}

export interface PackedTag {
  readonly practice: string
  readonly strength: Strength
  readonly confirmed: boolean
  readonly body: readonly PackedSentence[]
  readonly title: readonly PackedSentence[]
}

/** `level` is 0 where the paragraph is no heading. */
export type PackedParagraph = readonly [kind: ParagraphKind, level: number, start: number, end: number]

/** Nothing of how the entry came into the library goes along: no file names, no notices, nobody's 署名. */
export interface PackedEntry {
  readonly id: string
  readonly kind: Entry['kind']
  readonly origin: Origin
  readonly title: string
  readonly provisional: boolean
  readonly kicker: string | null
  readonly subtitle: string | null
  readonly authors: readonly Pick<Author, 'name' | 'role'>[]
  readonly media: string | null
  readonly page: string | null
  readonly url: string | null
  readonly date: string | null
  readonly place: readonly [province: string | null, city: string | null, district: string | null]
  readonly rights: { readonly level: RightsLevel; readonly statement: string | null }
  readonly incomplete: boolean
  readonly editorNote: string | null
  /** null where the rights forbid copying: then there are no paragraphs and no sentences either. */
  readonly body: string | null
  readonly paragraphs: readonly PackedParagraph[]
  /** What people rejected is left out. */
  readonly tags: readonly PackedTag[]
  /** Of a bundled summary, else empty. */
  readonly citations: readonly Citation[]
  readonly figures: readonly Pick<Figure, 'start' | 'end' | 'citation'>[]
}

/** Those that some entry of the pack shows, and the practices above them; in the order of the taxonomy. */
export type PackedPractice = Pick<Practice, 'id' | 'parent' | 'label' | 'zh' | 'en' | 'labelEn' | 'definition'>

export interface PackData {
  readonly format: 1
  readonly language: 'zh-CN' | 'en'
  readonly title: string
  /** The day it was made, YYYY-MM-DD. */
  readonly made: string
  /** Which of how many files, where the choice was split. */
  readonly part: readonly [number: number, of: number]
  readonly practices: readonly PackedPractice[]
  readonly entries: readonly PackedEntry[]
  /** lunr's index over titles, keywords, places and practices; its refs are positions in `entries`. */
  readonly index: object
}
