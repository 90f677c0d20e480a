/** Reads in the background for practices what was read under other rules. */
import type { Taxonomy } from '../describing/practices/index.ts'
import type { CorePorts } from '../host.ts'
import { tagStale, type Library } from '../library/index.ts'
import { startBackground, type BackgroundRun } from './background.ts'
import type { Indexing } from './indexing.ts'

interface Rules {
  readonly taxonomy: () => Pick<Taxonomy, 'rules' | 'practices'>
}

export function startTagging(library: Library, practices: Rules, indexing: Pick<Indexing, 'retag'>, ports: Pick<CorePorts, 'emit'>, tell: (ids: null) => void): BackgroundRun {
  return startBackground({
    name: 'practices',
    left: () => {
      const { rules, practices: ordered } = practices.taxonomy()
      keepOrder(library, ordered.map(({ id }) => id))
      return library.reads.practices.staleCount(rules)
    },
    group: (after, milliseconds) => tagStale(library, after, milliseconds),
    followed: indexing.retag,
    report: (progress) => ports.emit('practices.tagging', progress),
    finished: () => tell(null),
  })
}

/** Lists show practices in the order of the taxonomy without loading it. */
function keepOrder({ connection, reads, writes }: Library, ids: readonly string[]): void {
  const known = reads.practices.order()
  if (known.length === ids.length && known.every((id, at) => id === ids[at])) return
  connection.write(() => writes.practices.order(ids))
}
