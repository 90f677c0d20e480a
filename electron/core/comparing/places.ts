/** Places as a person names them: 淮北, 淮北市, 安徽淮北, 八公山区, a path. */
import { nameOf, pathOf, shortNames, type Division, type Gazetteer } from '../describing/gazetteer.ts'
import { foldText } from '../language/index.ts'
import { spoken, upTo } from './units.ts'

export interface KnownPlace {
  /** What a unit calls it. */
  readonly path: string
  /** The whole of it as one says it, folded. */
  readonly spoken: string
  /** How each level from the province down may be called. */
  readonly levels: readonly (readonly Spelling[])[]
}
interface Spelling {
  /** Folded. */
  readonly name: string
  readonly form: Form
}
/** How sure a name is of its place: 淮北市 · 淮北, or 和平 for 和平区 · a name of former days, which may now lie within something larger (莱芜市). */
type Form = (typeof FORMS)[number]
const FORMS = ['full', 'short', 'former'] as const

export type Resolved = { readonly path: string } | { readonly ambiguous: readonly string[] } | null

/** A text must not call a district by two characters, which are often an ordinary word (和平); a person who names a place may. */
const BARE_DISTRICT = /^(.{2})区$/u
/** What people write between the levels. */
const BETWEEN = /[\s/／·,-]/gu

const folded = (text: string): string => foldText(text).replace(BETWEEN, '')

/**
 * Every place of the list of divisions, and every path that an entry states besides.
 * A municipality is a province that holds its districts: 北京市 is one place.
 */
export function knownPlaces(gazetteer: Gazetteer, stated: Iterable<string>): readonly KnownPlace[] {
  const former = new Map<string, string[]>()
  const paths = new Set<string>()
  for (const [name, { form, divisions }] of gazetteer.names)
    if (form === 'full')
      for (const division of divisions) {
        const path = unitPath(division)
        paths.add(path)
        if (name !== nameOf(division)) former.set(path, [...(former.get(path) ?? []), name])
      }
  for (const path of stated) for (const above of upTo(path)) paths.add(above)
  const spellings = new Map([...paths].map((path) => [path, spell(path.split('/').at(-1) ?? '', former.get(path) ?? [])]))
  return [...paths].map((path) => ({ path, spoken: folded(spoken(path)), levels: upTo(path).map((above) => spellings.get(above) ?? []) }))
}

/** The path of a unit: a municipality (北京市/北京市) is meant by its province. */
const unitPath = (division: Division): string => (division.level === 'city' && division.city === division.province ? division.province : pathOf(division))

function spell(name: string, former: readonly string[]): readonly Spelling[] {
  const as = (form: Form) => (one: string): Spelling => ({ name: folded(one), form })
  const short = [...shortNames(name), ...(BARE_DISTRICT.exec(name)?.slice(1) ?? [])]
  return [as('full')(name), ...short.map(as('short')), ...former.flatMap((one) => [one, ...shortNames(one)]).map(as('former'))]
}

/** Which place is meant; levels above it may be left out. The surest form wins, then the highest level (吉林 is the province, 朝阳 the city); several that are left are ambiguous. */
export function placeNamed(typed: string, places: readonly KnownPlace[]): Resolved {
  const exact = places.find(({ path }) => path === typed.trim())
  if (exact !== undefined) return { path: exact.path }
  const name = folded(spoken(typed))
  if (name === '') return null
  const found = places.flatMap(({ path, levels }) => {
    const match = spelledBy(levels, name, (spelling, rest) => spelling.name === rest)
    return match === null ? [] : [{ path, rank: FORMS.indexOf(match.form) * 10 + path.split('/').length }]
  })
  const best = Math.min(...found.map(({ rank }) => rank))
  const meant = found.filter(({ rank }) => rank === best).map(({ path }) => path)
  const [only] = meant
  return only === undefined ? null : meant.length === 1 ? { path: only } : { ambiguous: meant }
}

/** The spelling of the last level that completes `name` after names of levels above it, some of them left out. */
function spelledBy(levels: readonly (readonly Spelling[])[], name: string, completes: (last: Spelling, rest: string) => boolean): Spelling | null {
  const [level, ...below] = levels
  if (level === undefined) return null
  if (below.length === 0) return level.find((spelling) => completes(spelling, name)) ?? null
  const skipped = spelledBy(below, name, completes)
  if (skipped !== null) return skipped
  for (const spelling of level)
    if (name.length > spelling.name.length && name.startsWith(spelling.name)) {
      const rest = spelledBy(below, name.slice(spelling.name.length), completes)
      if (rest !== null) return rest
    }
  return null
}

export interface PlaceCount {
  readonly entries: number
  readonly bundled: number
}
export interface FoundPlace extends PlaceCount {
  readonly path: string
  readonly label: string
}

/** Places whose name, with or without what lies above it, holds the query: those with cases first, most first; then the highest level, in the order of the list. */
export function choosePlaces(query: string, places: readonly KnownPlace[], countOf: (path: string) => PlaceCount, limit: number): readonly FoundPlace[] {
  const wanted = folded(query)
  return places
    .filter((place) => place.spoken.includes(wanted) || spelledBy(place.levels, wanted, ({ name }, rest) => name.includes(rest)) !== null)
    .map(({ path }) => ({ path, label: spoken(path), depth: path.split('/').length, ...countOf(path) }))
    .sort((a, b) => Number(b.entries + b.bundled > 0) - Number(a.entries + a.bundled > 0) || b.entries - a.entries || b.bundled - a.bundled || a.depth - b.depth)
    .slice(0, limit)
    .map(({ depth: _depth, ...found }) => found)
}
