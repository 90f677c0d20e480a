import type { EntryKind, Origin, ReviewState, RightsLevel, ShelfStatus } from '../../contract/entry.ts'
import type { IndexText } from '../jobs/prepared.ts'
import type { Aside } from './aside.ts'

/** What an entry is filed under that may change while its words stay. */
export interface Filing {
  /** Ids of the practices it shows. */
  readonly practices: readonly string[]
  /** Names of the brands, platforms and people its facts tell of. */
  readonly brands: readonly string[]
  readonly platforms: readonly string[]
  readonly people: readonly string[]
  /** Ids of the own labels that its passages have. */
  readonly labels: readonly string[]
  /** The words that tell it from others, best first. */
  readonly keywords: readonly string[]
  readonly rights: RightsLevel
  readonly status: ShelfStatus
  readonly review: ReviewState
  /** Grows whenever practices, brands, platforms, people or labels change; the revision stays then. */
  readonly tags: number
}

/** What the index is told of one entry. */
export interface IndexEntry extends Filing {
  /** The library's own number of the entry: a positive integer that is never used again. */
  readonly seq: number
  readonly revision: number
  readonly kind: EntryKind
  readonly origin: Origin
  readonly title: string
  readonly place: { readonly province: string | null; readonly city: string | null; readonly district: string | null }
  /** ISO 8601 cut to its precision. */
  readonly date: string | null
  /** The medium the text came from (《…报》). */
  readonly source: string | null
  readonly authors: readonly string[]
  readonly index: IndexText
}

/** The words themselves, which live in the library alone. */
export interface EntryText extends Aside {
  readonly seq: number
  readonly title: string
  readonly body: string
  readonly keywords: readonly string[]
}

/** Reads texts by entry number, in any order; numbers that are gone are left out. */
export type TextReader = (seqs: readonly number[]) => readonly EntryText[]
