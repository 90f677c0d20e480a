/** What one entry says of one practice. */
import type { Unchecked } from '../../contract/comparing.ts'
import type { PracticeId } from '../../contract/practice-tag.ts'
import type { ComparedEntry, ComparedTag } from './entry.ts'

export interface Voice {
  readonly entry: ComparedEntry
  /** null also when a person rejected it: a rejected tag shows nothing. */
  readonly tag: ComparedTag | null
  /** `nothing`: neither that it shows the practice nor that it is silent about it. */
  readonly says: 'evidence' | 'mention' | 'silent' | 'nothing'
  /** A person decided it. */
  readonly decided: boolean
  readonly unchecked: Unchecked | null
}

/** Rules in the order of the room's README; the first that fits decides. */
export function voiceOf(entry: ComparedEntry, practice: PracticeId): Voice {
  const found = entry.tags.get(practice) ?? null
  const rejected = found?.state === 'rejected'
  const tag = rejected ? null : found
  const decided = rejected || found?.state === 'confirmed'

  if (entry.origin === 'bundled') return { entry, tag, decided, says: tag === null ? 'nothing' : 'mention', unchecked: 'bundled' }
  if (tag === null) {
    if (entry.incomplete) return { entry, tag, decided, says: 'nothing', unchecked: 'incomplete' }
    return rejected || entry.current ? { entry, tag, decided, says: 'silent', unchecked: null } : { entry, tag, decided, says: 'nothing', unchecked: 'rules-changed' }
  }
  if (tag.sentences.length + tag.titles.length === 0) return { entry, tag, decided, says: 'nothing', unchecked: 'lost' }
  if (decided) return { entry, tag, decided, says: 'evidence', unchecked: null }
  if (!entry.current) return { entry, tag, decided, says: 'nothing', unchecked: 'rules-changed' }
  return { entry, tag, decided, says: tag.strength === 'mention' ? 'mention' : 'evidence', unchecked: null }
}
