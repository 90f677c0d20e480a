/** The places that can be named: the list of divisions, loaded when it is first needed, and what entries state besides. */
import { knownPlaces, upTo, type KnownPlace, type PlaceCount } from '../comparing/index.ts'
import { loadGazetteer, type Gazetteer } from '../describing/index.ts'
import type { StatedPlace } from '../library/index.ts'

export interface Places {
  readonly known: () => readonly KnownPlace[]
  readonly isKnown: (path: string) => boolean
  /** Cases at each place that has some, those below it included. */
  readonly counts: () => ReadonlyMap<string, PlaceCount>
}

export function openPlaces(content: string, stated: () => readonly StatedPlace[]): Places {
  let gazetteer: Gazetteer | null = null
  let made: { readonly of: string; readonly all: readonly KnownPlace[]; readonly paths: ReadonlySet<string> } | null = null
  /** Thousands of names are spelled anew only when the places of the entries have changed. */
  const current = () => {
    const paths = stated().map(({ path }) => path)
    const of = paths.join('\n')
    if (made?.of === of) return made
    const all = knownPlaces((gazetteer ??= loadGazetteer(content)), paths)
    made = { of, all, paths: new Set(all.map(({ path }) => path)) }
    return made
  }
  return {
    known: () => current().all,
    isKnown: (path) => current().paths.has(upTo(path).at(-1) ?? ''),
    counts: () => {
      const counts = new Map<string, PlaceCount>()
      for (const { path, entries, bundled } of stated())
        for (const holder of upTo(path)) {
          const known = counts.get(holder)
          counts.set(holder, { entries: (known?.entries ?? 0) + entries, bundled: (known?.bundled ?? 0) + bundled })
        }
      return counts
    },
  }
}
