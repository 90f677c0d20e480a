/** How a Word document counts its paragraphs. */
import { below, child, elements, type Element, flag, number, value } from '../office/elements.ts'
import { type List, type ListLevel, Numbering } from '../office/lists.ts'
import type { NumberStyle } from '../office/numbers.ts'

const STYLES: Readonly<Record<string, NumberStyle>> = {
  decimal: 'decimal', decimalZero: 'decimal-zero', upperLetter: 'upper-letter', lowerLetter: 'lower-letter', upperRoman: 'upper-roman', lowerRoman: 'lower-roman',
  chineseCounting: 'chinese', chineseCountingThousand: 'chinese', japaneseCounting: 'chinese', taiwaneseCounting: 'chinese', taiwaneseCountingThousand: 'chinese', koreanDigital: 'chinese',
  chineseLegalSimplified: 'chinese-legal', ideographLegalTraditional: 'chinese-legal', ideographDigital: 'chinese-digits', taiwaneseDigital: 'chinese-digits', japaneseDigitalTenThousand: 'chinese',
  ideographTraditional: 'heavenly-stems', ideographZodiac: 'earthly-branches', decimalEnclosedCircle: 'circled', decimalEnclosedCircleChinese: 'circled', ideographEnclosedCircle: 'circled-chinese',
  decimalEnclosedParen: 'in-brackets', decimalEnclosedFullstop: 'with-full-stop', decimalFullWidth: 'full-width', decimalFullWidth2: 'full-width', decimalHalfWidth: 'decimal', bullet: 'bullet', none: 'none',
}

export const numberStyle = (name: string | undefined): NumberStyle => STYLES[name ?? ''] ?? 'decimal'

export const readNumbering = (bytes: Uint8Array | null, file: string): Numbering => new Numbering(bytes === null ? new Map() : listsOf(below(bytes, file, 'w:numbering')))

function listsOf(parts: readonly Element[]): Map<string, List> {
  const abstracts = new Map<string, Map<number, ListLevel>>()
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
    lists.set(value(part, 'w:numId') ?? '', { counter: abstract, levels, starts })
  }
  return lists
}

function levelsOf(part: Element): Map<number, ListLevel> {
  return new Map(elements(part).filter(({ name }) => name === 'w:lvl').map((level): [number, ListLevel] => {
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
