/** Towns and streets (乡镇街道): where each lies. Read when a text first needs them, and kept as one text: 38,000 names that most texts never ask for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a town or street lies; `district` is null where its city has none. */
export interface StreetBearer {
  readonly province: string
  readonly city: string
  readonly district: string | null
}
export interface Streets {
  /** Every place that has a town or street of this whole name (新庄孜街道), narrowed to a province and a city where they are given. */
  readonly bearers: (name: string, province: string | null, city: string | null) => readonly StreetBearer[]
}

const RANK = /(街道|镇|乡|苏木)$/u

/** The text of `streets.txt`: `省/市/区县|街道 甲 乙|镇 丙` on each line. */
export function parseStreets(text: string): Streets {
  const ranges = new Map<string, readonly [number, number]>()
  const rangeOf = (province: string): readonly [number, number] => {
    const range = ranges.get(province) ?? findRange(province)
    ranges.set(province, range)
    return range
  }
  /** The lines of a province stand together. */
  const findRange = (province: string): readonly [number, number] => {
    const from = text.indexOf(`\n${province}/`)
    const last = text.lastIndexOf(`\n${province}/`)
    const end = text.indexOf('\n', last + 1)
    return from < 0 ? [0, 0] : [from, end < 0 ? text.length : end]
  }
  return {
    bearers: (name, province, city) => {
      const rank = RANK.exec(name)?.[1]
      if (rank === undefined) return []
      const base = ` ${name.slice(0, -rank.length)}`
      const [from, to] = province === null ? [0, text.length] : rangeOf(province)
      const found: StreetBearer[] = []
      for (let at = text.indexOf(base, from); at >= 0 && at < to; at = text.indexOf(base, at + 1)) {
        if (!/^[ |\n]/.test(text.charAt(at + base.length))) continue
        const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
        const path = line.slice(0, line.indexOf('|'))
        if (line.slice(line.lastIndexOf('|') + 1).split(' ', 1)[0] !== rank) continue
        const [itsProvince = '', itsCity = '', district = null] = path.split('/')
        if (city === null || itsCity === city) found.push({ province: itsProvince, city: itsCity, district })
      }
      return found
    },
  }
}

export function lazyStreets(contentFolder: string): Streets {
  let streets: Streets | null = null
  return { bearers: (...asked) => (streets ??= parseStreets(readFileSync(join(contentFolder, 'places', 'streets.txt'), 'utf8'))).bearers(...asked) }
}
