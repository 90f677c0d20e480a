/** The numbers Word shows before paragraphs: counted here, for the file holds only how to count. */
import { below, child, elements, type Element, flag, number, value } from '../office/elements.ts'
import { bullet, numeral, type NumberStyle } from '../office/numbers.ts'

export interface Numbering {
  /** The number of the next paragraph of this list, and whether it is only a mark. */
  readonly next: (list: string | undefined, level: number) => string
  /** The list and level that a paragraph style counts in, where the style names only the list. */
  readonly levelOf: (list: string | undefined, style: string | undefined) => number
}

interface Level {
  readonly start: number
  readonly style: NumberStyle
  readonly text: string
  /** Deeper than this level (from 1) a number above starts it anew; 0 never. */
  readonly restart: number | null
  readonly paragraphStyle: string | undefined
  readonly digitsOnly: boolean
}
interface List {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

const STYLES: Readonly<Record<string, NumberStyle>> = {
  decimal: 'decimal', decimalZero: 'decimal-zero', upperLetter: 'upper-letter', lowerLetter: 'lower-letter', upperRoman: 'upper-roman', lowerRoman: 'lower-roman',
  chineseCounting: 'chinese', chineseCountingThousand: 'chinese', japaneseCounting: 'chinese', taiwaneseCounting: 'chinese', taiwaneseCountingThousand: 'chinese', koreanDigital: 'chinese',
  chineseLegalSimplified: 'chinese-legal', ideographLegalTraditional: 'chinese-legal', ideographDigital: 'chinese-digits', taiwaneseDigital: 'chinese-digits', japaneseDigitalTenThousand: 'chinese',
  ideographTraditional: 'heavenly-stems', ideographZodiac: 'earthly-branches', decimalEnclosedCircle: 'circled', decimalEnclosedCircleChinese: 'circled', ideographEnclosedCircle: 'circled-chinese',
  decimalEnclosedParen: 'in-brackets', decimalEnclosedFullstop: 'with-full-stop', decimalFullWidth: 'full-width', decimalFullWidth2: 'full-width', decimalHalfWidth: 'decimal', bullet: 'bullet', none: 'none',
}
const MOST_LEVELS = 9

export const numberStyle = (name: string | undefined): NumberStyle => STYLES[name ?? ''] ?? 'decimal'

export function readNumbering(bytes: Uint8Array | null, file: string): Numbering {
  const lists = bytes === null ? new Map<string, List>() : listsOf(below(bytes, file, 'w:numbering'))
  const counted = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return {
    next: (id, level) => {
      const list = id === undefined ? undefined : lists.get(id)
      const own = list?.levels.get(level)
      if (list === undefined || own === undefined || id === undefined) return ''
      const counts = counted.get(list.abstract) ?? []
      counted.set(list.abstract, counts)
      const anew = `${id} ${level}`
      const begins = list.starts.has(level) && !begun.has(anew)
      begun.add(anew)
      counts[level] = begins || counts[level] === undefined ? startOf(list, level) : counts[level] + 1
      for (let deeper = level + 1; deeper < MOST_LEVELS; deeper++) {
        const restart = list.levels.get(deeper)?.restart ?? null
        if (restart === null || (restart > 0 && level < restart)) counts[deeper] = undefined
      }
      return shown(own, list, counts)
    },
    levelOf: (id, style) => [...(lists.get(id ?? '')?.levels ?? [])].find(([, { paragraphStyle }]) => paragraphStyle !== undefined && paragraphStyle === style)?.[0] ?? 0,
  }
}

const startOf = ({ starts, levels }: List, level: number): number => starts.get(level) ?? levels.get(level)?.start ?? 1

function shown(level: Level, list: List, counts: readonly (number | undefined)[]): string {
  if (level.style === 'bullet') return bullet(level.text === '' ? '•' : level.text)
  return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const style = list.levels.get(at)?.style ?? 'decimal'
    return numeral(counts[at] ?? startOf(list, at), level.digitsOnly && style !== 'none' ? 'decimal' : style)
  })
}

function listsOf(parts: readonly Element[]): Map<string, List> {
  const abstracts = new Map<string, Map<number, Level>>()
  const byStyle = new Map<string, string>()
  const linked = new Map<string, string>()
  for (const part of parts.filter(({ name }) => name === 'w:abstractNum')) {
    const id = value(part, 'w:abstractNumId') ?? ''
    abstracts.set(id, levelsOf(part))
    const [made, takes] = [value(child(part, 'w:styleLink')), value(child(part, 'w:numStyleLink'))]
    if (made !== undefined) byStyle.set(made, id)
    if (takes !== undefined) linked.set(id, takes)
  }
  const lists = new Map<string, List>()
  for (const part of parts.filter(({ name }) => name === 'w:num')) {
    const named = value(child(part, 'w:abstractNumId')) ?? ''
    const abstract = byStyle.get(linked.get(named) ?? '') ?? named
    const levels = new Map(abstracts.get(abstract) ?? [])
    const starts = new Map<number, number>()
    for (const override of elements(part).filter(({ name }) => name === 'w:lvlOverride')) {
      const at = number(value(override, 'w:ilvl')) ?? 0
      const start = number(value(child(override, 'w:startOverride')))
      for (const [level, own] of levelsOf(override)) levels.set(level, own)
      if (start !== null) starts.set(at, start)
    }
    lists.set(value(part, 'w:numId') ?? '', { abstract, levels, starts })
  }
  return lists
}

function levelsOf(part: Element): Map<number, Level> {
  return new Map(elements(part).filter(({ name }) => name === 'w:lvl').map((level): [number, Level] => {
    const format = child(level, 'w:numFmt') ?? child(child(child(level, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt')
    return [number(value(level, 'w:ilvl')) ?? 0, {
      start: number(value(child(level, 'w:start'))) ?? 0,
      style: numberStyle(value(format)),
      text: value(child(level, 'w:lvlText')) ?? '',
      restart: number(value(child(level, 'w:lvlRestart'))),
      paragraphStyle: value(child(level, 'w:pStyle')),
      digitsOnly: flag(level, 'w:isLgl') === true,
    }]
  }))
}
