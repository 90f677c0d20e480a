/** What comparing needs to know of an entry. */
import type { EntryId, Origin } from '../../contract/entry.ts'
import type { PracticeId, PracticeTag } from '../../contract/practice-tag.ts'
import { ranked, type Ranked } from './sentences.ts'

export interface ComparedTag extends Pick<PracticeTag, 'strength' | 'state'> {
  /** Sentences of the body, best first. */
  readonly sentences: readonly Ranked[]
  /** Spans of the stated title. */
  readonly titles: readonly Ranked[]
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

/** A tag of the entry with its sentences in order, so that cells need not look at them again. */
export function comparedTag(entryId: EntryId, tag: Pick<PracticeTag, 'strength' | 'state' | 'evidence' | 'inTitle'>): ComparedTag {
  const { strength, state, evidence, inTitle } = tag
  return { strength, state, sentences: ranked(entryId, tag, evidence), titles: ranked(entryId, tag, inTitle) }
}
