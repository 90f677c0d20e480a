/** Provinces, cities and districts of China, and the names a text may call them by. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { createMatcher, type Matcher } from './matcher.ts'
import { lazyStreets, type Streets } from './streets.ts'

export interface Division {
  readonly level: 'province' | 'city' | 'district'
  readonly province: string
  readonly city: string | null
  readonly district: string | null
}

/** `full` is the official name, a former one or one that stands for it; `short` is that name without its rank (淮南, 桓台, 大理州). */
export interface PlaceName {
  readonly form: 'full' | 'short'
  /** More than one when several places bear the name (鼓楼区). */
  readonly divisions: readonly Division[]
}

export interface Gazetteer {
  readonly names: ReadonlyMap<string, PlaceName>
  /** Every name in a text, without regard to the words around it. */
  readonly find: Matcher<PlaceName>
  /** Towns and streets, read when first asked for. */
  readonly streets: Streets
  /** Where the divisions come from, and under which licence. */
  readonly source: string
  readonly licence: string
}

const DivisionsFile = z.strictObject({ source: z.string(), licence: z.string(), divisions: z.record(z.string(), z.record(z.string(), z.string())) })
const FormerFile = z.strictObject({ about: z.string(), source: z.string(), licence: z.string(), former: z.record(z.string(), z.string()) })
/** By the reason why the lists that `former.json` is made from don't have them. */
const OwnFormerFile = z.strictObject({ about: z.string(), former: z.record(z.string(), z.record(z.string(), z.string())) })
const AliasesFile = z.strictObject({ about: z.string(), aliases: z.record(z.string(), z.string()) })

export const nameOf = (division: Division): string => division.district ?? division.city ?? division.province
export const pathOf = (division: Division): string => [division.province, division.city, division.district].filter((part) => part !== null).join('/')

const PEOPLES =
  '蒙古族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族|珞巴族|门巴族|回族|蒙古|各族'
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})*自治(区|州|县|旗)$`, 'u')
const RANKED = /^(.{2,}?)(特别行政区|新区|地区|林区|矿区|省|市|县|区|盟|旗)$/u

/** Names without their rank; a district of a city (…区) loses it only when three characters remain, because two are often an ordinary word (和平, 朝阳). */
export function shortNames(name: string): readonly string[] {
  const autonomous = AUTONOMOUS.exec(name)
  const [, ownName = '', rank = ''] = autonomous ?? []
  if (autonomous !== null) return rank === '区' ? [ownName] : [`${ownName}${rank}`, ownName]
  const [, base = '', suffix = ''] = RANKED.exec(name) ?? []
  return base === '' || (suffix === '区' && base.length < 3) ? [] : [base]
}

function* allDivisions(table: z.infer<typeof DivisionsFile>['divisions']): Generator<Division> {
  for (const [province, cities] of Object.entries(table)) {
    // 北京市 as a province is 北京市 the city: one place, not two that compete.
    if (!Object.hasOwn(cities, province)) yield { level: 'province', province, city: null, district: null }
    for (const [city, districts] of Object.entries(cities)) {
      yield { level: 'city', province, city, district: null }
      for (const district of districts.split(' ')) if (district !== '') yield { level: 'district', province, city, district }
    }
  }
}

function parsePath(path: string): Division | null {
  const [province, city = null, district = null] = path.split('/')
  if (province === undefined) return null
  return { level: district !== null ? 'district' : city !== null ? 'city' : 'province', province, city, district }
}

const RANKS = ['province', 'city', 'district'] as const

/** Every name, with the places that bear it. A name that several ranks share belongs to the highest one: 吉林 is the province, 南昌 the city. */
function allNames(divisions: readonly Division[], others: Readonly<Record<string, string>>): ReadonlyMap<string, PlaceName> {
  const full = new Map<string, Division[]>()
  const short = new Map<string, Division[]>()
  const add = (names: Map<string, Division[]>, name: string, division: Division): void => {
    const bearers = names.get(name)
    if (bearers === undefined) names.set(name, [division])
    else if (bearers[0]?.level === division.level) bearers.push(division)
  }
  for (const division of RANKS.flatMap((rank) => divisions.filter(({ level }) => level === rank))) {
    add(full, nameOf(division), division)
    for (const name of shortNames(nameOf(division))) add(short, name, division)
  }
  for (const [name, path] of Object.entries(others)) {
    const division = parsePath(path)
    // 任县, 开县: two characters that also end one word and begin another (担任县长, 召开县委会议) need their city before them, as a short name does.
    const names = name.length === 2 && division?.level === 'district' ? short : full
    if (division !== null && !full.has(name) && !names.has(name)) names.set(name, [division])
  }
  const named = (names: ReadonlyMap<string, Division[]>, form: PlaceName['form']): [string, PlaceName][] => [...names].map(([name, bearers]) => [name, { form, divisions: bearers }])
  return new Map([...named(short, 'short'), ...named(full, 'full')])
}

export interface PlaceTexts {
  readonly divisions: string
  readonly former: string
  readonly formerOwn: string
  readonly aliases: string
}

/** Builds the gazetteer from the texts of `divisions.json`, `former.json`, `former-own.json` and `aliases.json`. */
export function parseGazetteer(texts: PlaceTexts, streets: Streets): Gazetteer {
  const { source, licence, divisions } = DivisionsFile.parse(JSON.parse(texts.divisions))
  const { former } = FormerFile.parse(JSON.parse(texts.former))
  const others = Object.assign({}, former, ...Object.values(OwnFormerFile.parse(JSON.parse(texts.formerOwn)).former), AliasesFile.parse(JSON.parse(texts.aliases)).aliases)
  const names = allNames([...allDivisions(divisions)], others)
  return { names, find: createMatcher(names), streets, source, licence }
}

/** Reads the bundled gazetteer from the folder of bundled content; once for each process is enough. */
export function loadGazetteer(contentFolder: string): Gazetteer {
  const text = (name: string): string => readFileSync(join(contentFolder, 'places', name), 'utf8')
  return parseGazetteer({ divisions: text('divisions.json'), former: text('former.json'), formerOwn: text('former-own.json'), aliases: text('aliases.json') }, lazyStreets(contentFolder))
}
