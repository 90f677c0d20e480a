/**
 * Writes content/places/former.json from the package `gb2260` (MIT), which carries nineteen yearly lists of GB/T 2260 (2002 to 2016): names of them that
 * today's list lacks, with the place they lead to. The package is no dependency: half a megabyte that will not change again. Fetch and unpack it
 * (npm pack gb2260@0.6.0), then: node scripts/content/former.ts FOLDER
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shortNames } from '../../electron/core/describing/gazetteer.ts'
import { codesOfToday, isHeading } from './places.ts'

const SOURCE = 'gb2260 0.6.0：GB/T 2260 历年县以上行政区划代码（2002—2016年），对照 lcn 7.2.2'
const LICENCE = 'MIT © GB2260.js'
const SHA256 = 'bdb9e22a41c678da46ec28f82f04654e9869bf6db8ddb0bc1430d96be3221da2'
const ABOUT = '曾用名：历年区划代码表里有、现行表里没有的名称。值为现在的位置：省/市/区县。由 scripts/content/former.ts 生成。'

/** Printed wrongly in the lists, so never a name: 菏 瀍 浉 硚 猇 荔浦 江州 华蓥 白云鄂博 埇桥 杨陵. */
const MISPRINTS = new Set('荷泽市 廛河回族区 师河区 乔口区 虎亭区 荔蒲县 江洲区 华莹市 白云矿区 墉桥区 杨凌区'.split(' '))

/** Another place is called so today: 东乡族自治县. */
const SAID_OF_OTHERS = new Set(['东乡县'])

export type Codes = readonly (readonly [code: string, name: string])[]

interface Unit {
  readonly code: string
  readonly name: string
  readonly path: string
}

/** Former names and where they are now, as far as codes and names themselves say it; a district that went into another has no line, because the lists don't say into which. */
export function formerNames(lists: readonly Codes[], today: Codes): Readonly<Record<string, string>> {
  const names = new Map(today)
  const units = today.flatMap(([code, name]): Unit[] => {
    const path = pathOf(code, names)
    return path === null || code.endsWith('0000') ? [] : [{ code, name, path }]
  })
  const taken = new Set([...names.values(), ...units.flatMap(({ name }) => shortNames(name)), ...MISPRINTS, ...SAID_OF_OTHERS])
  const earlier = new Map<string, Set<string>>()
  for (const [code, name] of lists.flat()) if (!isHeading(name)) earlier.set(name, (earlier.get(name) ?? new Set()).add(code))
  return Object.fromEntries(
    [...earlier].flatMap(([name, codes]) => {
      const code = [...codes].at(-1)
      const path = taken.has(name) || code === undefined ? null : successor(name, code, units, earlier)
      return path === null ? [] : [[name, path]]
    }),
  )
}

/** Renamed under its code; or of the same stem and rank of code in its city, or else alone in its province; or a county of one character whose district begins with it (郫县, 郫都区). */
function successor(name: string, code: string, units: readonly Unit[], earlier: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const alike = units.filter((unit) => unit.code.startsWith(code.slice(0, 2)) && unit.code.endsWith('00') === code.endsWith('00'))
  const near = alike.filter((unit) => unit.code.startsWith(code.slice(0, 4)))
  const renamed = near.find((unit) => unit.code === code && unit.name.at(-1) === name.at(-1) && [...(earlier.get(unit.name) ?? [code])].every((one) => one === code))
  if (renamed !== undefined) return renamed.path
  const sameStem = (unit: Unit): boolean => stem(unit.name) === stem(name)
  const begins = (unit: Unit): boolean => name.length === 2 && unit.name.startsWith(name.slice(0, 1)) && !earlier.has(unit.name)
  return only(near.filter(sameStem)) ?? only(alike.filter(sameStem)) ?? only(near.filter(begins))
}

const only = (units: readonly Unit[]): string | null => (units.length === 1 ? (units[0]?.path ?? null) : null)
const stem = (name: string): string => shortNames(name).at(-1) ?? name.slice(0, -1)

function pathOf(code: string, names: ReadonlyMap<string, string>): string | null {
  const name = names.get(code)
  const province = names.get(`${code.slice(0, 2)}0000`)
  if (name === undefined || province === undefined || isHeading(name)) return null
  if (code.endsWith('00')) return `${province}/${name}`
  const city = names.get(`${code.slice(0, 4)}00`)
  if (city === undefined) return null
  if (!isHeading(city)) return `${province}/${city}/${name}`
  return province.endsWith('市') ? `${province}/${province}/${name}` : `${province}/${name}`
}

if (process.argv[1] === import.meta.filename) {
  const folder = join(process.argv[2] ?? '.', 'lib')
  const texts = readdirSync(folder).filter((name) => /^\d{6}\.json$/.test(name)).sort().map((name) => readFileSync(join(folder, name), 'utf8'))
  const sum = createHash('sha256').update(texts.join('')).digest('hex')
  if (sum !== SHA256) throw new Error(`these are not the lists of gb2260 0.6.0: ${sum}`)
  const lists = texts.map((text): Codes => Object.entries<string>(JSON.parse(text)))
  const former = formerNames(lists, codesOfToday())
  writeFileSync(join(import.meta.dirname, '..', '..', 'content', 'places', 'former.json'), `${JSON.stringify({ about: ABOUT, source: SOURCE, licence: LICENCE, former }, null, 1)}\n`)
  process.stdout.write(`content/places/former.json: ${Object.keys(former).length} names\n`)
}
