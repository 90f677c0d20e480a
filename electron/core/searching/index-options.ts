/** What a search index is opened with, and how it can differ from its library. */
import type { ReviewState, ShelfStatus } from '../../contract/entry.ts'
import type { IndexState } from '../../contract/searching.ts'
import type { Segmenter } from '../language/segment.ts'
import type { Thesaurus } from '../language/synonyms.ts'
import type { IndexEntry, TextReader } from './entry.ts'
import type { OwnLabel } from './own-labels.ts'
import type { Weights } from './score.ts'
import type { Nearest } from './search.ts'
import type { Tagged } from './store.ts'
import type { KnownWords } from './vocabulary.ts'

/** The last of the texts that were read, and their bytes. */
export interface TextsRead {
  readonly last: number
  readonly bytes: number
}

/** What the index needs of the library. */
export interface IndexedLibrary {
  readonly texts: TextReader
  /** Reads the next few texts behind `after`, so that the machine has them in memory; null when there is none. */
  readonly readOn?: (after: number) => TextsRead | null
  /** Number and state of every entry that is to be found. */
  readonly revisions: () => Iterable<{ readonly seq: number; readonly revision: number; readonly tags: number; readonly status: ShelfStatus; readonly review: ReviewState }>
  /** Entries to be indexed, with their tokens; numbers that are gone are left out. */
  readonly load: (seqs: readonly number[]) => readonly IndexEntry[]
  /** Pairs of entries that tell the same story. */
  readonly stories: () => Iterable<readonly [number, number]>
  /** What entries are filed under. */
  readonly tagged: (seqs: readonly number[]) => readonly Tagged[]
}

export interface IndexOptions {
  readonly library: IndexedLibrary
  /** Called for the first query that needs words; never for an exact one. */
  readonly segmenter: () => Segmenter
  /** What words are called as well; none when left out. */
  readonly thesaurus?: () => Thesaurus
  /** Ids of the practices that a folded text names, for 做法：. */
  readonly practicesNamed?: (text: string) => readonly string[]
  /** The own labels as they stand now; none when left out. */
  readonly labels?: () => readonly OwnLabel[]
  /** Entries that people judge differently, as they stand now; none when left out. */
  readonly differing?: () => readonly number[]
  /** Words to learn beside those of the library. Left out, nothing is learnt: no query is taken for sounds, nothing is suggested or offered. */
  readonly words?: () => KnownWords
  /** What to offer when nothing was found, in place of the nearest words learnt. */
  readonly nearest?: Nearest
  /** Benches measure others. */
  readonly weights?: Weights
  readonly onState?: (state: IndexState) => void
  /** Called when search.db was found damaged and begun anew. */
  readonly onDamaged?: () => void
  /** Called when filling an index begun anew did not succeed. */
  readonly onFailed?: (error: unknown) => void
  /** Lets other work go first; tests pass their own. */
  readonly pause?: () => Promise<void>
}

export interface IndexDifference {
  /** Entries that are missing or indexed in another revision. */
  readonly missing: number[]
  /** Indexed with what they were filed under before. */
  readonly behind: number[]
  /** Indexed, but no longer in the library. */
  readonly extra: number[]
}
