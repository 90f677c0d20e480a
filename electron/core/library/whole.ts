import type { Entry } from '../../contract/entry.ts'
import { summaryOfEntry } from './bundling.ts'
import { entryOf, type StoredEntry } from './repositories/entry-rows.ts'
import { practiceTag } from './repositories/practice-rows.ts'
import type { Shelf } from './shelf.ts'
import { isSetAside } from './showing.ts'

/** An entry as the contract shows it, with everything that is kept beside it. */
export function wholeEntry({ reads }: Pick<Shelf, 'reads'>, stored: StoredEntry): Entry {
  const passages = reads.practices.passages(stored.seq)
  const practices = reads.practices.tags(stored.seq).flatMap((tag) => (isSetAside(tag) ? [] : [practiceTag(tag, stored.state, passages)]))
  return entryOf(stored, practices, summaryOfEntry({ reads }, stored))
}
