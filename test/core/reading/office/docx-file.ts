/** Writes Word documents for tests, from the inside of their parts. */
import { type Packed, zip } from '../archive/zip.ts'

export interface DocxParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly header?: string
  readonly core?: string
  /** Relationships of the main part besides those of the parts above. */
  readonly relations?: string
  readonly extra?: readonly Packed[]
  readonly prolog?: string
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
export const relation = (id: string, type: string, target: string, external = false): string => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`
const relations = (inside: string): string => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`

export function docx({ body, core, prolog = '', relations: own = '', extra = [], header, ...parts }: DocxParts): Uint8Array {
  const more = (['styles', 'numbering', 'settings', 'footnotes', 'endnotes'] as const).flatMap((name) => (parts[name] === undefined ? [] : [{ name, inside: parts[name] }]))
  return zip([
    { name: '[Content_Types].xml', data: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>` },
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'word/document.xml') + (core === undefined ? '' : `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`)) },
    { name: 'word/document.xml', data: `${XML}${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', data: relations(more.map(({ name }) => relation(`rId-${name}`, name, `${name}.xml`)).join('') + (header === undefined ? '' : relation('rId-header', 'header', 'header1.xml')) + own) },
    ...more.map(({ name, inside }): Packed => ({ name: `word/${name}.xml`, data: `${XML}<w:${name} ${W}>${inside}</w:${name}>` })),
    ...(header === undefined ? [] : [{ name: 'word/header1.xml', data: `${XML}<w:hdr ${W}>${header}</w:hdr>` }]),
    ...(core === undefined ? [] : [{ name: 'docProps/core.xml', data: `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>` }]),
    ...extra,
  ])
}

export const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const p = (text: string, properties = '', runProperties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${text.startsWith('<') ? text : run(text, runProperties)}</w:p>`
export const cell = (text: string, properties = ''): string => `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${p(text)}</w:tc>`
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`
export const style = (id: string, name: string, inside = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
export const level = (at: number, format: string, text: string, inside = ''): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${inside}<w:lvlText w:val="${text}"/></w:lvl>`
export const listed = (list: number, at = 0): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`
/** The smallest PNG: one dot. */
export const PNG = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
export const drawing = (id: string, words = '', how = 'embed'): string => `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${words}"/><a:graphic><a:graphicData><a:blip r:${how}="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
