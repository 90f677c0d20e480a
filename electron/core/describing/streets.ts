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
const SPACE = 32
const BAR = 124
const BREAK = 10
/** One for each of so many remainders of a name's hash. */
const ROWS = 2 ** 16

/** The text of `streets.txt`: `省/市/区县|街道 甲 乙|镇 丙` on each line. */
export function parseStreets(text: string): Streets {
  const index = indexOf(text)
  return {
    bearers: (name, province, city) => {
      const rank = RANK.exec(name)?.[1]
      if (rank === undefined) return []
      return index(name.slice(0, -rank.length)).flatMap((at): readonly StreetBearer[] => {
        const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
        if (line.slice(line.lastIndexOf('|') + 1).split(' ', 1)[0] !== rank) return []
        const [itsProvince = '', itsCity = '', district = null] = line.slice(0, line.indexOf('|')).split('/')
        return (province === null || itsProvince === province) && (city === null || itsCity === city) ? [{ province: itsProvince, city: itsCity, district }] : []
      })
    },
  }
}

/** Where a name without its rank stands, in order. Rows of places in the text instead of a map of names: 38,000 strings would stay in memory. */
function indexOf(text: string): (base: string) => readonly number[] {
  const starts: number[] = []
  for (let at = text.indexOf('|'); at >= 0 && at < text.length; at++) if (text.charCodeAt(at) === SPACE) starts.push(at + 1)
  const first = new Int32Array(ROWS).fill(-1)
  const next = new Int32Array(starts.length)
  for (let n = starts.length - 1; n >= 0; n--) {
    const start = starts[n] ?? 0
    const row = rowOf(text, start, endOf(text, start))
    next[n] = first[row] ?? -1
    first[row] = n
  }
  return (base) => {
    const found: number[] = []
    for (let n = first[rowOf(base, 0, base.length)] ?? -1; n >= 0; n = next[n] ?? -1) {
      const start = starts[n] ?? 0
      if (text.startsWith(base, start) && endOf(text, start) === start + base.length) found.push(start)
    }
    return found
  }
}

function endOf(text: string, from: number): number {
  let end = from
  for (; end < text.length; end++) {
    const sign = text.charCodeAt(end)
    if (sign === SPACE || sign === BAR || sign === BREAK) break
  }
  return end
}

function rowOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return (hash ^ (hash >>> 16)) & (ROWS - 1)
}

export function lazyStreets(contentFolder: string): Streets {
  let streets: Streets | null = null
  return { bearers: (...asked) => (streets ??= parseStreets(readFileSync(join(contentFolder, 'places', 'streets.txt'), 'utf8'))).bearers(...asked) }
}
