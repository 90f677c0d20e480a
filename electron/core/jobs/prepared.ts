import type { Account } from '../../contract/importing.ts'
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

/** What the reading helper hands back for one file: everything the library needs to store it, and no bytes. */
export interface PreparedFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly format: Format
  /** null for formats that carry their encoding inside. */
  readonly decoding: Decoding | null
  /** The rules its articles were read under for practices. */
  readonly rules: string
  readonly accounts: readonly Account[]
  readonly articles: readonly PreparedArticle[]
}
