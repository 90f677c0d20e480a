/** Elements of office XML as small trees, under the short names of their vocabularies whatever prefixes a program gave them. */
import { parseXml, type XmlTag } from '../xml.ts'

export interface Element {
  /** `w:p`; a vocabulary that is not listed here keeps the prefix as written. */
  readonly name: string
  /** `w:val`, `r:embed`; attributes without a prefix as they are. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

/** Transitional and strict (ISO/IEC 29500) files name the same vocabularies differently. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.microsoft.com/office/word/2003/wordml': 'w',
  'http://schemas.microsoft.com/office/word/2003/auxHint': 'wx',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://purl.oclc.org/ooxml/presentationml/main': 'p',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
}
type Prefixes = ReadonlyMap<string, string>
interface Growing {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** Calls `visit` with each element directly below the first element called `parent`, one at a time: a long document is never whole in memory. */
export function eachBelow(source: Uint8Array, file: string, parent: string, visit: (element: Element) => void): void {
  const scopes: Prefixes[] = [new Map()]
  const open: Growing[] = []
  let below: number | null = null
  parseXml(source, file, {
    open: (tag) => {
      const prefixes = scoped(tag, scopes.at(-1) ?? new Map())
      scopes.push(prefixes)
      if (below !== null && tag.depth > below) open.push({ name: short(tag.name, prefixes, true), attributes: attributesOf(tag, prefixes), children: [] })
      else if (below === null && short(tag.name, prefixes, true) === parent) below = tag.depth
    },
    close: (tag) => {
      scopes.pop()
      const element = open.pop()
      if (element !== undefined) {
        const outer = open.at(-1)
        if (outer === undefined) visit(element)
        else outer.children.push(element)
      } else if (below === tag.depth) below = Infinity
    },
    text: (text) => void open.at(-1)?.children.push(text),
  })
}

/** The whole of a small part. */
export function below(source: Uint8Array, file: string, parent: string): readonly Element[] {
  const found: Element[] = []
  eachBelow(source, file, parent, (element) => void found.push(element))
  return found
}

function scoped({ attributes }: XmlTag, outer: Prefixes): Prefixes {
  const declared = Object.keys(attributes).filter((name) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (declared.length === 0) return outer
  return new Map([...outer, ...declared.map((name): [string, string] => [name === 'xmlns' ? '' : name.slice(6), VOCABULARIES[attributes[name] ?? ''] ?? (name === 'xmlns' ? '?' : name.slice(6))])])
}

function short(name: string, prefixes: Prefixes, byDefault: boolean): string {
  const colon = name.indexOf(':')
  if (colon !== -1) return `${prefixes.get(name.slice(0, colon)) ?? name.slice(0, colon)}${name.slice(colon)}`
  const vocabulary = byDefault ? prefixes.get('') : undefined
  return vocabulary === undefined ? name : `${vocabulary}:${name}`
}

function attributesOf({ attributes }: XmlTag, prefixes: Prefixes): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null)
  for (const name in attributes) if (!name.startsWith('xmlns')) found[short(name, prefixes, false)] = attributes[name] ?? ''
  return found
}

export const elements = ({ children }: Element): readonly Element[] => children.filter((child) => typeof child !== 'string')
export const child = (element: Element | undefined, name: string): Element | undefined => (element === undefined ? undefined : elements(element).find((one) => one.name === name))
export const value = (element: Element | undefined, name = 'w:val'): string | undefined => element?.attributes[name]

/** Every element called `name` at any depth, in order. */
export function descendants(element: Element, name: string): readonly Element[] {
  return elements(element).flatMap((one) => (one.name === name ? [one, ...descendants(one, name)] : descendants(one, name)))
}

export const textIn = (element: Element): string => element.children.map((one) => (typeof one === 'string' ? one : textIn(one))).join('')

/** `<w:b/>` and `<w:b w:val="1"/>` are on, `<w:b w:val="0"/>` is off; undefined says nothing. */
export function flag(properties: Element | undefined, name: string): boolean | undefined {
  const found = child(properties, name)
  return found === undefined ? undefined : !/^(?:0|false|off)$/.test(value(found) ?? '1')
}
export function number(text: string | undefined): number | null {
  const found = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(found) ? found : null
}
