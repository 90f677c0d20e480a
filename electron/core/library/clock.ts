/** Time and names for what is new. */
import { monotonicFactory } from 'ulid'
import { EntryId } from '../../contract/entry.ts'

export interface Clock {
  /** ISO 8601 in UTC. */
  readonly at: () => string
  readonly now: () => Date
  readonly id: () => string
  readonly entryId: () => EntryId
}

export function createClock(now: () => Date): Clock {
  const next = monotonicFactory()
  const id = (): string => next(now().getTime())
  return { now, at: () => now().toISOString(), id, entryId: () => EntryId.parse(id()) }
}
