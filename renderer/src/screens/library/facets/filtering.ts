/** What a click on a facet makes of the filters, and what of them stands above the list. */
import { FACETS, type FacetName, type Filters } from '../../../../../electron/contract/searching.ts'

/** Facets of which an entry holds several values, so that all of them can be asked for. */
export const JOINED = ['practice', 'label', 'brand', 'platform'] as const
export type Joined = (typeof JOINED)[number]
export const isJoined = (facet: FacetName): facet is Joined => JOINED.some((one) => one === facet)

export interface Picked {
  readonly facet: FacetName
  readonly value: string
  readonly excluded: boolean
}
export type Standing = 'chosen' | 'excluded' | null

const has = (values: readonly string[], value: string): boolean => values.includes(value)
const without = <V extends string>(values: readonly V[], value: string): V[] => values.filter((one) => one !== value)
const withOne = (values: readonly string[], value: string): string[] => (has(values, value) ? [...values] : [...values, value])

export const standingOf = (filters: Filters, facet: FacetName, value: string): Standing => (has(filters[facet], value) ? 'chosen' : has(filters.not[facet], value) ? 'excluded' : null)

/** A value is asked for, left out, or neither; never both. */
export function put(filters: Filters, { facet, value }: Pick<Picked, 'facet' | 'value'>, standing: Standing): Filters {
  const chosen = standing === 'chosen' ? withOne(filters[facet], value) : without(filters[facet], value)
  const excluded = standing === 'excluded' ? withOne(filters.not[facet], value) : without(filters.not[facet], value)
  return { ...filters, [facet]: chosen, not: { ...filters.not, [facet]: excluded } }
}

/** Whether an entry must hold all the chosen values of a facet or one of them. */
export const ask = (filters: Filters, facet: Joined, every: boolean): Filters => ({ ...filters, every: every ? [...without(filters.every, facet), facet] : without(filters.every, facet) })

/** What is chosen and left out, in the order of the facets. */
export const picked = (filters: Filters): readonly Picked[] =>
  FACETS.flatMap((facet) => [
    ...filters[facet].map((value) => ({ facet, value, excluded: false })),
    ...filters.not[facet].map((value) => ({ facet, value, excluded: true })),
  ])

/** How many values are chosen or left out, and how many earlier searches are searched in. */
export const chosenIn = (filters: Filters): number => picked(filters).length + filters.within.length

/** Values and their counts with those that must be in sight though nothing found holds them; `nested` adds what they lie in. */
export function inSight<V extends { readonly value: string; readonly count: number }>(values: readonly V[], needed: readonly string[], nested: boolean): readonly (V | { readonly value: string; readonly count: number })[] {
  const known = new Set(values.map(({ value }) => value))
  const wanted = nested ? needed.flatMap((value) => value.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))) : needed
  return [...values, ...[...new Set(wanted)].filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))]
}
