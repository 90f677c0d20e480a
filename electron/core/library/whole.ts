import type { Entry } from '../../contract/entry.ts'
import { summaryOfEntry } from './bundling.ts'
import { factsNow } from './extracting.ts'
import { entryOf, type StoredEntry } from './repositories/entry-rows.ts'
import { cardOf } from './repositories/card-rows.ts'
import { practiceTag } from './repositories/practice-rows.ts'
import type { Shelf } from './shelf.ts'
import { isSetAside } from './showing.ts'

/** An entry as the contract shows it, with everything that is kept beside it. */
export function wholeEntry({ reads, facts }: Pick<Shelf, 'reads' | 'facts'>, stored: StoredEntry): Entry {
  const passages = reads.practices.passages(stored.seq)
  const practices = reads.practices.tags(stored.seq).flatMap((tag) => (isSetAside(tag) ? [] : [practiceTag(tag, stored.state, passages)]))
  return entryOf(stored, practices, summaryOfEntry({ reads }, stored), cardOf(factsNow({ reads, facts }, stored), stored.state.body))
}
