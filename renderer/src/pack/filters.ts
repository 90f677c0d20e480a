/** Which entries the chosen practices and places leave, and how many each of them would leave. */
import type { PackData, PackedEntry } from '../../../electron/contract/pack-page.ts'
import type { Hit } from './search.ts'

/** Values of one facet are joined by or, the two facets by and. A place is a path ('省/市'); '' is 原文未述. */
export interface Chosen {
  readonly practices: ReadonlySet<string>
  readonly places: ReadonlySet<string>
}

export type Counts = ReadonlyMap<string, number>

export interface Filtered {
  readonly hits: readonly Hit[]
  /** Counted as if nothing were chosen in the same facet. */
  readonly practices: Counts
  readonly places: Counts
}

export interface Facets {
  readonly filter: (hits: readonly Hit[], chosen: Chosen) => Filtered
  /** Every place of the pack with all above it, each once. */
  readonly places: readonly string[]
}

/** Mere mentions do not count as showing a practice, unless a person confirmed them. */
const practicesOf = (entry: PackedEntry, parents: ReadonlyMap<string, string | null>): ReadonlySet<string> =>
  new Set(entry.tags.flatMap(({ practice, strength, confirmed }) => (strength === 'mention' && !confirmed ? [] : [practice, ...(parents.get(practice) === null ? [] : [parents.get(practice) ?? practice])])))

/** The paths of an entry's place, the widest first. A municipality that is its own city is one place. */
export function placesOf({ place }: Pick<PackedEntry, 'place'>): readonly string[] {
  const names = place.filter((name, at): name is string => name !== null && name !== place[at - 1])
  return names.length === 0 ? [''] : names.map((_, at) => names.slice(0, at + 1).join('/'))
}

export function facetsOf(data: Pick<PackData, 'entries' | 'practices'>): Facets {
  const parents = new Map(data.practices.map(({ id, parent }) => [id, parent]))
  const practices = data.entries.map((entry) => practicesOf(entry, parents))
  const places = data.entries.map(placesOf)
  const meets = (values: Iterable<string>, chosen: ReadonlySet<string>): boolean => chosen.size === 0 || [...values].some((value) => chosen.has(value))

  return {
    places: [...new Set(places.flat())],
    filter: (hits, chosen) => {
      const left: Hit[] = []
      const byPractice = new Map<string, number>()
      const byPlace = new Map<string, number>()
      for (const hit of hits) {
        const shows = practices[hit.at] ?? new Set<string>()
        const lies = places[hit.at] ?? []
        const [practiceFits, placeFits] = [meets(shows, chosen.practices), meets(lies, chosen.places)]
        if (placeFits) for (const practice of shows) byPractice.set(practice, (byPractice.get(practice) ?? 0) + 1)
        if (practiceFits) for (const place of lies) byPlace.set(place, (byPlace.get(place) ?? 0) + 1)
        if (practiceFits && placeFits) left.push(hit)
      }
      return { hits: left, practices: byPractice, places: byPlace }
    },
  }
}
