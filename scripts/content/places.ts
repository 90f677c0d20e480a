/**
 * Writes content/places/divisions.json from the package `lcn` (MIT), which carries the Ministry of Civil Affairs' list
 * 中华人民共和国县以上行政区划代码. Run after raising the version of `lcn`: node scripts/content/places.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const require = createRequire(import.meta.url)

/** Headings of the lists that name no place: 县, 市辖区, 省直辖县级行政区划, 省直辖行政单位. */
export const isHeading = (name: string): boolean => /^(?:县|市|市辖区|.*直辖(?:县级)?行政(?:区划|单位))$/u.test(name)

/** province → city → districts joined by one blank; a city without districts has ''. */
export type Divisions = Record<string, Record<string, string>>

export function divisionsOf(codes: readonly (readonly [code: string, name: string])[]): Divisions {
  const names = new Map(codes)
  const divisions: Divisions = {}
  const add = (province: string, city: string, district: string): void => {
    const cities = (divisions[province] ??= {})
    cities[city] = [cities[city] ?? '', district].filter((name) => name !== '').join(' ')
  }
  for (const [code, name] of codes) {
    const province = names.get(`${code.slice(0, 2)}0000`)
    if (province === undefined || isHeading(name)) continue
    if (code.endsWith('0000')) divisions[name] ??= {}
    else if (code.endsWith('00')) add(province, name, '')
    else {
      const city = names.get(`${code.slice(0, 4)}00`)
      // A county that its province governs itself stands on the level of cities; a municipality's counties belong to its one city.
      if (city === undefined) continue
      if (city === '县') add(province, province, name)
      else if (isHeading(city)) add(province, name, '')
      else add(province, city, name)
    }
  }
  return divisions
}

const folder = join(require.resolve('lcn'), '..', '..')

/** The list as the installed package has it. */
export const codesOfToday = (): [code: string, name: string][] => JSON.parse(readFileSync(join(folder, 'data', 'data-map.json'), 'utf8'))

/** The exact text of content/places/divisions.json for the installed package. */
export function divisionsFile(): string {
  const version: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const codes = codesOfToday()
  const named = typeof version === 'object' && version !== null && 'version' in version ? String(version.version) : ''
  const about = { source: `lcn ${named}：民政部《2024年中华人民共和国县以上行政区划代码》`, licence: 'MIT © 2018 caijf', divisions: divisionsOf(codes) }
  return `${JSON.stringify(about, null, 1)}\n`
}

if (process.argv[1] === import.meta.filename) {
  const text = divisionsFile()
  writeFileSync(join(root, 'content', 'places', 'divisions.json'), text)
  process.stdout.write(`content/places/divisions.json: ${text.length} characters\n`)
}
