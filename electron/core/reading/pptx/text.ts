/** The paragraphs of a box of text on a slide. */
import { child, descendants, elements, type Element, number, textIn, value } from '../office/elements.ts'
import { linkOf } from '../office/fields.ts'
import { formulaText } from '../office/formulas.ts'
import { Lines } from '../office/lines.ts'
import { bullet, numeral, type NumberStyle } from '../office/numbers.ts'
import type { Relation } from '../office/package.ts'
import type { PaperParagraph } from '../office/paper.ts'

export interface TextKind {
  readonly role: PaperParagraph['role']
  readonly level: number | null
  readonly page: number
  /** The mark that the slide's master puts before paragraphs of each level; '' where it puts none. */
  readonly marks: readonly string[]
}

const NUMBERS: readonly (readonly [RegExp, NumberStyle])[] = [[/^arabicDb/, 'full-width'], [/^arabic/, 'decimal'], [/^alphaLc/, 'lower-letter'], [/^alphaUc/, 'upper-letter'], [/^romanLc/, 'lower-roman'], [/^romanUc/, 'upper-roman'], [/^circleNum/, 'circled'], [/^ea1/, 'chinese']]

export function paragraphsIn(body: Element | undefined, relations: ReadonlyMap<string, Relation>, kind: TextKind): readonly PaperParagraph[] {
  const counts: number[] = []
  return body === undefined ? [] : elements(body).filter(({ name }) => name === 'a:p').map((element) => paragraph(element, relations, kind, counts))
}

function paragraph(element: Element, relations: ReadonlyMap<string, Relation>, { role, level, page, marks }: TextKind, counts: number[]): PaperParagraph {
  const lines = new Lines()
  for (const one of elements(element)) stretch(one, lines, relations)
  const properties = child(element, 'a:pPr')
  const words = !lines.empty
  const label = words ? labelOf(properties, marks, counts) : ''
  return {
    kind: 'paragraph',
    lines: lines.lines,
    label,
    listed: label !== '',
    level,
    role,
    look: { centred: value(properties, 'algn') === 'ctr', indented: false, ...lines.look() },
    page,
  }
}

function stretch(element: Element, lines: Lines, relations: ReadonlyMap<string, Relation>): void {
  switch (element.name) {
    case 'a:r': {
      const look = child(element, 'a:rPr')
      const points = number(value(look, 'sz'))
      const text = child(element, 'a:t')
      if (text !== undefined) lines.text(textIn(text), { bold: /^(?:1|true)$/.test(value(look, 'b') ?? ''), size: points === null ? undefined : points / 50, href: linkOf(relations.get(value(child(look, 'a:hlinkClick'), 'r:id') ?? '')?.target) })
      break
    }
    case 'a:fld': {
      const text = child(element, 'a:t')
      if (text !== undefined && value(element, 'type') !== 'slidenum') lines.text(textIn(text))
      break
    }
    case 'a:br':
      lines.break()
      break
    case 'mc:AlternateContent':
      for (const formula of descendants(child(element, 'mc:Choice') ?? element, 'm:oMath')) lines.text(formulaText(formula))
      break
    default:
  }
}

function labelOf(properties: Element | undefined, marks: readonly string[], counts: number[]): string {
  const level = Math.min(Math.max(number(value(properties, 'lvl')) ?? 0, 0), 8)
  const numbered = child(properties, 'a:buAutoNum')
  counts.length = Math.min(counts.length, level + 1)
  if (numbered === undefined) {
    counts[level] = 0
    const mark = value(child(properties, 'a:buChar'), 'char')
    if (mark !== undefined) return bullet(mark)
    return child(properties, 'a:buNone') === undefined && child(properties, 'a:buBlip') === undefined ? (marks[level] ?? '') : child(properties, 'a:buBlip') === undefined ? '' : '•'
  }
  const type = value(numbered, 'type') ?? 'arabicPeriod'
  counts[level] = (counts[level] ?? 0) === 0 ? (number(value(numbered, 'startAt')) ?? 1) : (counts[level] ?? 0) + 1
  const text = numeral(counts[level], NUMBERS.find(([pattern]) => pattern.test(type))?.[1] ?? 'decimal')
  return type.endsWith('ParenBoth') ? `(${text})` : type.endsWith('ParenR') ? `${text})` : type.endsWith('Period') ? (type.startsWith('ea1') ? `${text}、` : `${text}.`) : text
}
