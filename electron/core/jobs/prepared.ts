import type { PictureMime } from '../../contract/entry.ts'
import type { Account } from '../../contract/importing.ts'
import type { Boundary, ReadOptions, SheetGuess } from '../../contract/reviewing.ts'
import type { CleanArticle } from '../cleaning/article.ts'
import type { Description } from '../describing/description.ts'
import type { Decoding, Format } from '../reading/document.ts'

/** Index tokens of one entry, joined by blanks, made by `searching/tokens.ts` from folded text. */
export interface IndexText {
  readonly title: string
  readonly keywords: string
  readonly body: string
  /** What stands beside title and body: names, source, editor's note. */
  readonly notes: string
  /** Distinct Han characters of title, body and notes, for one-character queries. */
  readonly characters: string
}

export interface PreparedArticle {
  readonly article: CleanArticle
  readonly description: Description
  readonly index: IndexText
  /** What finds the texts that tell the same (同源); empty for a text too short to tell. */
  readonly fingerprint: readonly number[]
}

/** A picture that an article shows; `id` is the reader's. */
export interface PreparedPicture {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly mime: PictureMime
  readonly bytes: Uint8Array
}

/** What the reading helper hands back for one file: everything the library needs to store it, its own bytes apart. */
export interface PreparedFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly format: Format
  /** null for formats that carry their encoding inside. */
  readonly decoding: Decoding | null
  /** The version of the cleaning that made its articles. */
  readonly cleaner: number
  /** The rules its articles were read under for practices. */
  readonly rules: string
  readonly accounts: readonly Account[]
  /** What the offsets of accounts and articles count in; null for text files, which are decoded again from the original. */
  readonly text: string | null
  /** Where its articles begin, one for each in order; behind these where others may begin, which are only offered. */
  readonly boundaries: readonly Boundary[]
  /** How it was read. */
  readonly options: ReadOptions
  /** Its tables, where it is made of tables: what their columns most likely hold, and how they were read. */
  readonly sheets: readonly SheetGuess[]
  readonly pictures: readonly PreparedPicture[]
  readonly articles: readonly PreparedArticle[]
}
