/** The district of a text that names only a town or street of it: offered, never filled in, because a table says it and not the text. */
import type { Inference, Place } from '../../contract/entry.ts'
import type { PlaceTexts } from './places.ts'
import type { StreetBearer, Streets } from './streets.ts'

/** Two to four characters that such a name can have: no rank above it, no particle. The table decides. */
const NAME = '[^\\P{Script=Han}的了和与及或等个各全每本该我市县区镇乡]{2,4}'
/** Behind a stop, a rank or a word that leads to a place; 城镇化, 乡村 and 镇域 are none. */
const NAMED = new RegExp(`(?<=^|\\P{Script=Han}|[在到由据赴对和与及市县区旗])(?![在到由据赴对])${NAME}(?:街道|苏木|镇(?![化村域级区])|乡(?![村镇下里亲音贤愁土情]))`, 'gmu')
/** Work of the whole city: a street that it names is an example. */
const WHOLE_CITY = /(?:我|全|该|本)市(?!场|级|民)|(?<![一-龥])市(?:委|政府|人大|政协)/u
/** Characters at the beginning in which a text says where it is; a name that comes later must come again. */
const LEAD_LENGTH = 260
/** Each is looked up in a table of 38,000. */
const MOST_NAMES = 12

export function streetOffers(texts: PlaceTexts, place: Place, streets: Streets): readonly Inference[] {
  const all = [...texts.title, ...texts.headings, ...texts.notes, ...texts.body]
  if (place.district !== null || (place.city !== null && all.some((text) => WHOLE_CITY.test(text)))) return []
  const names = named(texts).slice(0, MOST_NAMES)
  const borne = names.flatMap(({ name, weight }) => {
    const bearers = streets.bearers(name, place.province, place.city)
    return bearers.length === 0 ? [] : [{ name, weight, paths: new Map(bearers.map((bearer) => [pathOf(bearer), bearer])) }]
  })
  const [first, ...others] = borne
  const common = first === undefined ? [] : [...first.paths].filter(([path]) => others.every(({ paths }) => paths.has(path)))
  const [only] = common
  const telling = borne.find(({ weight }) => weight === 'sure' || (weight === 'led' && place.province !== null))
  if (only === undefined || common.length > 1 || telling === undefined) return []
  const [path, { province, city, district }] = only
  const why = `文中写到“${telling.name}”，区划表里属${path.replaceAll('/', '')}；原文没有写明，须核对。`
  const offer = (field: Inference['field'], value: string | null, given: string | null): readonly Inference[] => (value === null || given !== null ? [] : [{ field, value, why }])
  return [...offer('place.province', province, place.province), ...offer('place.city', city, place.city), ...offer('place.district', district, place.district)]
}

const pathOf = ({ province, city, district }: StreetBearer): string => [...new Set([province, city, district])].filter((part) => part !== null).join('/')

interface Named {
  readonly name: string
  /** `sure` in a head, said again, or right behind a county (鼓楼区五凤街道); `led` once at the beginning, which in a survey of many places is no sign. */
  readonly weight: 'sure' | 'led' | 'passing'
}

/** Names in the order of the text, heads first. */
function named({ title, headings, notes, body }: PlaceTexts): readonly Named[] {
  const heads = [...title, ...headings, ...notes].join('\n')
  const text = body.join('\n')
  const found = new Map<string, Named['weight']>()
  for (const [name] of heads.matchAll(NAMED)) found.set(name, 'sure')
  for (const { 0: name, index } of text.matchAll(NAMED)) {
    const behindCounty = /[县区旗]/u.test(text.charAt(index - 1))
    found.set(name, found.has(name) || (behindCounty && index < LEAD_LENGTH) ? 'sure' : index < LEAD_LENGTH ? 'led' : 'passing')
  }
  return [...found].map(([name, weight]) => ({ name, weight }))
}
