/** The place whose work a text reports. */
import type { Place } from '../../contract/entry.ts'
import { nameOf, pathOf, type Division, type Gazetteer } from './gazetteer.ts'
import { findMentions, type PlaceMention } from './mentions.ts'

/** What is read for the place, strongest first. A zone's texts are looked at one by one, so that no name crosses from one to the next. */
export interface PlaceTexts {
  readonly title: readonly string[]
  /** Kicker, subtitle, sub-heads. */
  readonly headings: readonly string[]
  /** Notes beside an author (“中共淮安市委常委”), the paper's name, the editor's note. */
  readonly notes: readonly string[]
  readonly body: readonly string[]
}

export interface ResolvedPlace {
  readonly place: Place
  /** Names that occur and could be several places; the text does not say which. */
  readonly ambiguous: readonly { readonly name: string; readonly paths: readonly string[] }[]
}

/** The city the other articles of the same newspaper page are about. */
export interface LentCity {
  readonly province: string
  readonly city: string
}

export const NO_PLACE: Place = { province: null, city: null, district: null, basis: null }

/** One step of weight for each zone. Mentions in the body count by their square root: a name said forty times is not forty times surer. */
const TITLE = 8
const HEADING = 3
const NOTE = 3
const LEAD = 3
const SITE = 0.15
/** A city named once, in passing and late, is no evidence. */
const ENOUGH = 2.5
/** Characters at the beginning in which a text says where it is. */
const LEAD_LENGTH = 260

/** What is first or best 在全市 may be a district's. */
const CITY_ANCHOR = /(?:我|(?<![在居列“])全|该|本)市(?!场|级|民)|(?<![一-龥])市(?:委|政府|人大|政协)/gu
const LOCAL_OFFICE = /(?:我|全|本)市(?!场)|(?:^|[^一-龥]|[由经在与和联合])市(?:委|政府|人大|政协|总工会|妇联|公安局|民政局|司法局|贸促会|法院|检察院)/u
const DISTRICT_ANCHOR = /(?:我|全|该|本|这个)[区县](?!域|级)|(?<![一-龥])[区县](?:委|政府|人大|政协|法院|检察院|信访局)/gu
const PROVINCE_ANCHOR = /(?:我|全|该|本)(?:省|自治区)/gu

const count = (texts: readonly string[], pattern: RegExp): number => texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0)

/** Weights of the places that one text collects. */
class Ballot {
  readonly #fixed = new Map<string, number>()
  readonly #counted = new Map<string, number>()
  readonly #divisions = new Map<string, Division>()

  add(division: Division, weight: number, counted: boolean): void {
    const path = pathOf(division)
    this.#divisions.set(path, division)
    const votes = counted ? this.#counted : this.#fixed
    votes.set(path, (votes.get(path) ?? 0) + weight)
  }

  /** Best first; equal weights in the order of first mention. */
  ranking(): readonly { readonly division: Division; readonly weight: number }[] {
    return [...this.#divisions].map(([path, division]) => ({ division, weight: (this.#fixed.get(path) ?? 0) + 2 * Math.sqrt(this.#counted.get(path) ?? 0) })).sort((a, b) => b.weight - a.weight)
  }
}

interface Vote {
  readonly mention: PlaceMention
  readonly weight: number
  /** true for the body, where repetition counts less and less. */
  readonly counted: boolean
  readonly title: boolean
}

function collect(texts: PlaceTexts, gazetteer: Gazetteer): readonly Vote[] {
  const votes: Vote[] = []
  const zone = (parts: readonly string[], weight: number, title: boolean): void => {
    for (const part of parts) for (const mention of findMentions(part, gazetteer)) votes.push({ mention, weight: weight * (mention.role === 'site' ? SITE : 1), counted: false, title })
  }
  zone(texts.title, TITLE, true)
  zone(texts.headings, HEADING, false)
  zone(texts.notes, NOTE, false)
  let offset = 0
  const led = new Set<string>()
  for (const part of texts.body) {
    for (const mention of findMentions(part, gazetteer)) {
      const factor = mention.role === 'site' ? SITE : 1
      votes.push({ mention, weight: factor, counted: true, title: false })
      if (offset + mention.start < LEAD_LENGTH && !led.has(mention.text)) {
        led.add(mention.text)
        votes.push({ mention, weight: LEAD * factor, counted: false, title: false })
      }
    }
    offset += part.length
  }
  return votes
}

/** Which of several places of one name is meant: the one whose city, else whose province, the text also names. */
function decide(divisions: readonly Division[], cities: ReadonlySet<string>, provinces: ReadonlySet<string>): Division | null {
  if (divisions.length === 1) return divisions[0] ?? null
  const byCity = divisions.filter((division) => cities.has(`${division.province}/${division.city}`))
  if (byCity.length > 0) return byCity.length === 1 ? (byCity[0] ?? null) : null
  const byProvince = divisions.filter((division) => provinces.has(division.province))
  return byProvince.length === 1 ? (byProvince[0] ?? null) : null
}

/**
 * Resolves the place of one article. Title, sub-heads and lead weigh most, then how often a place is named; a district gives its city and a
 * city its province; a place where something is merely held, visited or listed hardly counts, and never stands against 我市.
 * `stated` means that the name of the narrowest place found occurs in these texts; a city that only the page lends is `inferred`.
 */
export function resolvePlace(texts: PlaceTexts, gazetteer: Gazetteer, lent: LentCity | null = null): ResolvedPlace {
  const votes = collect(texts, gazetteer)
  const cities = new Set<string>()
  const provinces = new Set<string>()
  for (const { mention } of votes)
    if (mention.divisions.length === 1)
      for (const division of mention.divisions) {
        provinces.add(division.province)
        if (division.city !== null && (division.level === 'city' || mention.form === 'full')) cities.add(`${division.province}/${division.city}`)
      }
  if (lent !== null) cities.add(`${lent.province}/${lent.city}`)

  const byCity = new Ballot()
  const byDistrict = new Ballot()
  const byProvince = new Ballot()
  const unclear = new Map<string, readonly Division[]>()
  const titled = new Set<string>()
  const cityOwn = new Map<string, number>()
  for (const { mention, weight, counted, title } of votes) {
    const division = decide(mention.divisions, cities, provinces)
    if (division === null) {
      unclear.set(mention.text, mention.divisions)
      continue
    }
    byProvince.add({ level: 'province', province: division.province, city: null, district: null }, weight, counted)
    if (division.city === null) continue
    const city: Division = { level: 'city', province: division.province, city: division.city, district: null }
    byCity.add(city, weight, counted)
    if (title && mention.role === 'place') titled.add(pathOf(city))
    if (division.level === 'district') byDistrict.add(division, weight, counted)
    else cityOwn.set(pathOf(city), (cityOwn.get(pathOf(city)) ?? 0) + (counted ? 1 : weight / 2))
  }

  const all = [...texts.title, ...texts.headings, ...texts.notes, ...texts.body]
  const anchored = all.some((text) => LOCAL_OFFICE.test(text))
  const onlySites = !votes.some(({ mention }) => mention.role === 'place' && mention.divisions[0]?.level !== 'province')
  const ambiguous = [...unclear].map(([name, divisions]) => ({ name, paths: divisions.map(pathOf) }))
  const introduced = new Set(votes.flatMap(({ mention }) => (mention.introduced && mention.role === 'place' ? mention.divisions.map(({ province }) => province) : [])))
  const winner = anchored && onlySites ? null : chooseCity(byCity, titled, introduced.size > 1 && !anchored)
  const strange = lent !== null && anchored && winner !== null && winner.division.city !== lent.city && !titled.has(pathOf(winner.division))
  if (winner === null || strange) {
    if (lent !== null && anchored) return { place: { province: lent.province, city: lent.city, district: null, basis: occurs(lent.city, votes) ? 'stated' : 'inferred' }, ambiguous }
    const province = anchored ? null : chooseProvince(byProvince, byCity, count(all, PROVINCE_ANCHOR))
    return { place: province === null ? NO_PLACE : { province, city: null, district: null, basis: 'stated' }, ambiguous }
  }
  const ownCity = cityOwn.get(pathOf(winner.division)) ?? 0
  const district = chooseDistrict(byDistrict, votes, winner.division, ownCity, count(all, DISTRICT_ANCHOR) - count(all, CITY_ANCHOR))
  const { province, city } = winner.division
  const place: Place = { province, city, district: district === null ? null : nameOf(district), basis: 'stated' }
  const stated = district !== null || ownCity > 0
  return { place: { ...place, basis: stated ? 'stated' : 'inferred' }, ambiguous }
}

const occurs = (city: string, votes: readonly Vote[]): boolean => votes.some(({ mention }) => mention.divisions.some((division) => division.level === 'city' && division.city === city))

/**
 * A city wins by the title, or by outweighing all others together. A survey has none: a text that introduces cities of several provinces
 * with their province (江西南昌 … 四川巴中) is about no single one of them unless one fills nearly all of it.
 */
function chooseCity(ballot: Ballot, titled: ReadonlySet<string>, survey: boolean): { division: Division; weight: number } | null {
  const ranking = ballot.ranking()
  const [first, second] = ranking
  if (first === undefined || first.weight < ENOUGH) return null
  if (titled.size === 1 && titled.has(pathOf(first.division))) return first
  const total = ranking.reduce((sum, { weight }) => sum + weight, 0)
  return first.weight >= (survey ? 0.8 : 0.5) * total && first.weight >= 1.4 * (second?.weight ?? 0) ? first : null
}

function chooseProvince(provinces: Ballot, cities: Ballot, anchors: number): string | null {
  const ranking = provinces.ranking()
  const [first] = ranking
  if (first === undefined) return null
  const total = ranking.reduce((sum, { weight }) => sum + weight, 0)
  const several = new Set(cities.ranking().map(({ division }) => division.province)).size > 1
  return first.weight >= (several && anchors === 0 ? 0.7 : 0.55) * total && first.weight >= LEAD ? first.division.province : null
}

/** The work is a district's when the text speaks of it more than of its city, or says 该区 and 全县 rather than 我市. */
function chooseDistrict(ballot: Ballot, votes: readonly Vote[], city: Division, ownCity: number, lean: number): Division | null {
  const ranking = ballot.ranking().filter(({ division }) => division.province === city.province && division.city === city.city)
  const [first] = ranking
  if (first === undefined) return null
  const total = ranking.reduce((sum, { weight }) => sum + weight, 0)
  if (first.weight < 0.6 * total) return null
  const named = votes.flatMap(({ mention, counted }) => (counted ? mention.divisions.filter((d) => d.level === 'district' && d.city === city.city && d.province === city.province) : []))
  const own = named.filter((division) => division.district === first.division.district).length
  if (own < 0.6 * named.length) return null
  return first.weight > ownCity * (lean > 0 ? 0.5 : lean < 0 ? 3 : 1) ? first.division : null
}
