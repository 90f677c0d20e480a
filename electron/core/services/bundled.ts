import type { bundledMethods } from '../../contract/bundled.ts'
import { isOriginalOf } from '../describing/cases/index.ts'
import { bundledState, removeBundled, restoreBundled } from '../library/index.ts'
import type { Context, Service } from './context.ts'

export function bundledService({ library, cases, changed }: Context): Service<keyof typeof bundledMethods> {
  const { entries, bundled } = library.reads
  return {
    'bundled.state': () => bundledState(library, cases()),
    'bundled.remove': () => {
      const { ids, undo } = removeBundled(library)
      changed(ids)
      return { removed: ids.length, undo }
    },
    'bundled.restore': () => {
      const { ids, undo } = restoreBundled(library, cases())
      changed(ids)
      return { restored: ids.length, undo }
    },
    'bundled.originals': ({ ids }) => {
      const present = bundled.all().flatMap(({ key, entry }) => {
        const shipped = cases().find((one) => one.key === key)
        return entry && shipped ? [{ entry, shipped }] : []
      })
      if (present.length === 0) return []
      return entries.storedMany(entries.seqs(ids)).flatMap(({ id, origin, state }) => {
        const found = origin === 'imported' ? present.find(({ shipped }) => isOriginalOf(shipped, state)) : undefined
        const summary = found && entries.summaries([found.entry.seq])[0]
        return summary ? [{ id, summary: summary.id, title: summary.title }] : []
      })
    },
  }
}
