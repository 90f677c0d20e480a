/** Writes presentations for tests, from the inside of their slides. */
import { type Packed, zip } from '../archive/zip.ts'
import { relation } from './docx-file.ts'

export interface PptxSlide {
  readonly shapes: string
  readonly notes?: string
  /** Relationships besides those of layout and notes. */
  readonly relations?: string
}
export interface PptxParts {
  readonly slides: readonly PptxSlide[]
  readonly layout?: string
  readonly master?: string
  readonly bodyStyle?: string
  readonly extra?: readonly Packed[]
  readonly prolog?: string
}

const NAMES = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relations = (inside: string): string => `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
const tree = (name: string, shapes: string, after = ''): string => `<p:${name} ${NAMES}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>${after}</p:${name}>`

/** Slides are stored in the other order: only the presentation says which comes first. */
export function pptx({ slides, layout = '', master = '', bodyStyle = '', extra = [], prolog = '' }: PptxParts): Uint8Array {
  const part = (index: number): number => slides.length - index
  return zip([
    { name: '[Content_Types].xml', data: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>` },
    { name: '_rels/.rels', data: relations(relation('r1', 'officeDocument', 'ppt/presentation.xml')) },
    { name: 'ppt/presentation.xml', data: `${XML}${prolog}<p:presentation ${NAMES}><p:sldIdLst>${slides.map((_, i) => `<p:sldId id="${i}" r:id="s${i}"/>`).join('')}</p:sldIdLst></p:presentation>` },
    { name: 'ppt/_rels/presentation.xml.rels', data: relations(slides.map((_, i) => relation(`s${i}`, 'slide', `slides/slide${part(i)}.xml`)).join('')) },
    { name: 'ppt/slideLayouts/l.xml', data: XML + tree('sldLayout', layout) },
    { name: 'ppt/slideLayouts/_rels/l.xml.rels', data: relations(relation('m', 'slideMaster', '../slideMasters/m.xml')) },
    { name: 'ppt/slideMasters/m.xml', data: XML + tree('sldMaster', master, `<p:txStyles><p:bodyStyle>${bodyStyle}</p:bodyStyle></p:txStyles>`) },
    ...slides.flatMap(({ shapes, notes, relations: own = '' }, i): Packed[] => [
      { name: `ppt/slides/slide${part(i)}.xml`, data: XML + tree('sld', shapes) },
      { name: `ppt/slides/_rels/slide${part(i)}.xml.rels`, data: relations(relation('l', 'slideLayout', '../slideLayouts/l.xml') + (notes === undefined ? '' : relation('n', 'notesSlide', `../notesSlides/n${i}.xml`)) + own) },
      ...(notes === undefined ? [] : [{ name: `ppt/notesSlides/n${i}.xml`, data: XML + tree('notes', shape('4', '', place('sldNum')) + shape(notes, '', place('body'))) }]),
    ]),
    ...extra,
  ])
}

export const place = (type: string, index?: number): string => `<p:ph type="${type}"${index === undefined ? '' : ` idx="${index}"`}/>`
export const at = (x: number, y: number, width = 100, height = 20): string => `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`
/** `words` in one paragraph, or XML of several. */
export const shape = (words: string, box = '', ph = ''): string => `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr>${box}</p:spPr><p:txBody>${words.startsWith('<') ? words : para(words)}</p:txBody></p:sp>`
export const para = (words: string, properties = ''): string => `<a:p>${properties}<a:r><a:t>${words}</a:t></a:r></a:p>`
