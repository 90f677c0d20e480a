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
  const confirmed = found?.state === 'confirmed'
  const tag = rejected ? null : found
  const voice = (says: Voice['says'], unchecked: Unchecked | null = null): Voice => ({ entry, tag, says, decided: rejected || confirmed, unchecked })

  if (entry.origin === 'bundled') return voice(tag === null ? 'nothing' : 'mention', 'bundled')
  if (tag !== null && tag.evidence.length + tag.inTitle.length === 0) return voice('nothing', 'lost')
  if (confirmed) return voice('evidence')
  if (tag !== null) return entry.current ? voice(tag.strength === 'mention' ? 'mention' : 'evidence') : voice('nothing', 'rules-changed')
  if (entry.incomplete) return voice('nothing', 'incomplete')
  return rejected || entry.current ? voice('silent') : voice('nothing', 'rules-changed')
}
