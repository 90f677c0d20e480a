/** Styles of a Word document: what a paragraph or run takes from them, through all they are based on. */
import { below, child, elements, flag, number, type Element, value } from '../office/elements.ts'
import type { PaperParagraph } from '../office/paper.ts'
import { headingOf, roleOf } from '../office/style-names.ts'

/** What the properties of runs say; undefined is silent. */
export interface RunLook {
  readonly size?: number | undefined
  readonly bold?: boolean | undefined
  readonly face?: string | undefined
  readonly hidden?: boolean | undefined
}
/** What the properties of paragraphs say; undefined is silent. */
export interface ParagraphLook {
  /** From 1; null is body text by its own word. */
  readonly level?: number | null | undefined
  readonly centred?: boolean | undefined
  readonly indented?: boolean | undefined
  readonly number?: { readonly id: string | undefined; readonly level: number | undefined } | undefined
}
export interface Style extends RunLook, ParagraphLook {
  readonly role: PaperParagraph['role']
}
export interface Styles {
  /** `id` undefined is the paragraph's default style. */
  readonly paragraph: (id: string | undefined) => Style
  readonly run: (id: string | undefined) => RunLook
}

const NO_STYLE: Style = { role: null }
const MOST_BASES = 20

export function readStyles(bytes: Uint8Array | null, file: string): Styles {
  const found = new Map<string, Element>()
  let usual: string | undefined
  let defaults: RunLook = {}
  for (const element of bytes === null ? [] : below(bytes, file, 'w:styles')) {
    const id = value(element, 'w:styleId')
    if (element.name === 'w:docDefaults') defaults = runLook(child(child(element, 'w:rPrDefault'), 'w:rPr'))
    if (element.name !== 'w:style' || id === undefined) continue
    found.set(id, element)
    if (value(element, 'w:type') === 'paragraph' && /^(?:1|true|on)$/.test(value(element, 'w:default') ?? '')) usual = id
  }
  const styles = new Map<string, Style>()
  const style = (id: string | undefined, steps = 0): Style => {
    const element = id === undefined ? undefined : found.get(id)
    if (id === undefined || element === undefined || steps > MOST_BASES) return NO_STYLE
    const known = styles.get(id)
    if (known !== undefined) return known
    const name = (value(child(element, 'w:name')) ?? id)
    const base = style(value(child(element, 'w:basedOn')), steps + 1)
    const heading = headingOf(name)
    const own = { ...spoken(runLook(child(element, 'w:rPr'))), ...spoken(paragraphLook(child(element, 'w:pPr'))) }
    const made: Style = { ...base, ...(heading !== null && { level: heading }), ...own, role: roleOf(name) ?? base.role }
    styles.set(id, made)
    return made
  }
  return {
    paragraph: (id) => ({ ...defaults, ...style(id !== undefined && found.has(id) ? id : usual) }),
    run: (id) => style(id),
  }
}

/** Without what is undefined: what a style does not say it does not overrule. */
export const spoken = <T extends object>(look: T): Partial<T> => Object.fromEntries(Object.entries(look).filter(([, said]) => said !== undefined)) as Partial<T>

export function runLook(properties: Element | undefined): RunLook {
  const fonts = child(properties, 'w:rFonts')
  return {
    size: number(value(child(properties, 'w:sz'))) ?? undefined,
    bold: flag(properties, 'w:b'),
    face: value(fonts, 'w:eastAsia') ?? value(fonts, 'w:fareast') ?? value(fonts, 'w:ascii'),
    hidden: flag(properties, 'w:vanish'),
  }
}

export function paragraphLook(properties: Element | undefined): ParagraphLook {
  if (properties === undefined) return {}
  const outline = number(value(child(properties, 'w:outlineLvl')))
  const aligned = value(child(properties, 'w:jc'))
  const indent = child(properties, 'w:ind')
  const first = indent === undefined ? undefined : (number(value(indent, 'w:firstLineChars')) ?? number(value(indent, 'w:firstLine')) ?? number(value(indent, 'w:first-line')))
  const numbered = child(properties, 'w:numPr')
  return {
    level: outline === null ? undefined : outline > 8 ? null : outline + 1,
    centred: aligned === undefined ? undefined : aligned === 'center',
    indented: first === undefined || first === null ? undefined : first > 0,
    number: numbered === undefined ? undefined : { id: value(elements(numbered).find(({ name }) => name === 'w:numId')), level: number(value(child(numbered, 'w:ilvl'))) ?? undefined },
  }
}
