/** What comparing needs to know of an entry. */
import type { EntryId, Origin } from '../../contract/entry.ts'
import type { Evidence, PracticeId, Strength, TagState } from '../../contract/practice-tag.ts'

export interface ComparedTag {
  readonly strength: Strength
  readonly state: TagState
  /** Sentences of the body. */
  readonly evidence: readonly Evidence[]
  /** Spans of the stated title. */
  readonly inTitle: readonly Evidence[]
}

export interface ComparedEntry {
  readonly id: EntryId
  readonly origin: Origin
  /** Part of the text is missing. */
  readonly incomplete: boolean
  /** Its tags were found in today's text under today's rules. */
  readonly current: boolean
  readonly tags: ReadonlyMap<PracticeId, ComparedTag>
}
