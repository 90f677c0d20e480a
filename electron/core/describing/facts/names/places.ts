/** Places (地点) as the text names them, from province down to street; a place whose name could mean several stays open until the text decides. */
import type { PlaceNamed } from '../../../../contract/fact.ts'
import type { Division, Gazetteer } from '../../gazetteer.ts'
import type { PlaceMention } from '../../mentions.ts'
import type { FoundFact } from '../fact.ts'
import { MOST, type Reading } from './reading.ts'

/** Two to four characters that a town or street can be called by: no rank above it, no particle. The table decides. */
const NAME = '[^\\P{Script=Han}的了和与及或等个各全每本该我市县区镇乡]{2,4}'
const STREET = new RegExp(`(?<=^|\\P{Script=Han}|[在到由据赴驻对和与及市县区旗])(?![在到由据赴驻对和与及])${NAME}(?:街道|镇|乡)(?![化村镇域级下里亲音贤愁土情])`, 'gmu')
/** Each is looked up in a table of 38,000. */
const MOST_STREETS = 12

interface Named {
  readonly of: PlaceNamed
  readonly start: number
  readonly end: number
}

export function places(reading: Reading, gazetteer: Gazetteer): readonly FoundFact[] {
  const named = [...divisions(reading), ...streets(reading, gazetteer)].sort((a, b) => a.start - b.start)
  const seen = new Set<string>()
  return named
    .filter(({ of }) => {
      const key = [of.province, of.city, of.district, of.province !== null && /(?:街道|镇|乡)$/u.test(of.name) ? of.name : of.province === null ? of.name : ''].join('/')
      return !seen.has(key) && seen.add(key) !== undefined
    })
    .slice(0, MOST)
    .map(({ of, start, end }) => reading.state({ kind: 'place', of }, start, end))
}

/** Adjoining names are one place: 安徽省淮南市八公山区. */
function divisions({ body, mentions, article }: Reading): readonly Named[] {
  const known = context(mentions, article.place)
  const found: Named[] = []
  for (let at = 0; at < mentions.length; at++) {
    const first = mentions[at]
    if (first === undefined) continue
    let last = first
    for (let next = mentions[at + 1]; next !== undefined && next.start === last.end && isWithin(next, last); next = mentions[++at + 1]) last = next
    found.push({ of: { name: body.slice(first.start, last.end), ...levels(decide(last.divisions, known)) }, start: first.start, end: last.end })
  }
  return found
}

const isWithin = (below: PlaceMention, above: PlaceMention): boolean =>
  below.divisions.every((division) => above.divisions.some((parent) => parent.province === division.province && (parent.city === null || parent.city === division.city) && (parent.level === 'province' || division.level === 'district')))

interface Known {
  readonly cities: ReadonlySet<string>
  readonly provinces: ReadonlySet<string>
}

/** What the text says for certain, and where the case is. */
function context(mentions: readonly PlaceMention[], place: { readonly province: string | null; readonly city: string | null }): Known {
  const cities = new Set<string>(place.city === null ? [] : [`${place.province}/${place.city}`])
  const provinces = new Set<string>(place.province === null ? [] : [place.province])
  for (const { divisions } of mentions)
    if (divisions.length === 1)
      for (const { province, city } of divisions) {
        provinces.add(province)
        if (city !== null) cities.add(`${province}/${city}`)
      }
  return { cities, provinces }
}

function decide(all: readonly Division[], { cities, provinces }: Known): Division | null {
  if (all.length === 1) return all[0] ?? null
  const byCity = all.filter(({ province, city }) => cities.has(`${province}/${city}`))
  if (byCity.length > 0) return byCity.length === 1 ? (byCity[0] ?? null) : null
  const byProvince = all.filter(({ province }) => provinces.has(province))
  return byProvince.length === 1 ? (byProvince[0] ?? null) : null
}

const levels = (division: Division | null): Pick<PlaceNamed, 'province' | 'city' | 'district'> => ({ province: division?.province ?? null, city: division?.city ?? null, district: division?.district ?? null })

/** Towns and streets that the table knows, narrowed by where the case is. */
function streets({ body, article }: Reading, gazetteer: Gazetteer): readonly Named[] {
  const { province, city, district } = article.place
  const found: Named[] = []
  const asked = new Set<string>()
  for (const { 0: name, index } of body.matchAll(STREET)) {
    if (asked.has(name)) continue
    if (asked.size === MOST_STREETS) break
    asked.add(name)
    const all = gazetteer.streets.bearers(name, province, city)
    const own = district === null ? all : all.filter((bearer) => bearer.district === district)
    const [one] = own.length > 0 ? own : all
    if (one === undefined) continue
    const sure = (own.length > 0 ? own : all).length === 1
    found.push({ of: { name, province: sure ? one.province : null, city: sure ? one.city : null, district: sure ? one.district : null }, start: index, end: index + name.length })
  }
  return found
}
