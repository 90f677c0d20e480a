/** Writes OFD packages of our own, as small as the standard allows. */
import { zip } from './archive/zip.ts'

export interface Text {
  /** Millimetres from the page's corner to the box; the baseline lies one size below. */
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly deltaX?: string
  readonly deltaY?: string
  /** More attributes of the TextObject: CTM, ReadDirection, Visible, Font. */
  readonly more?: string
  readonly url?: string
}
export interface OfdParts {
  readonly pages: readonly string[]
  readonly info?: string
  /** Inside CommonData, and inside Document behind the pages. */
  readonly common?: string
  readonly document?: string
  /** `latin1`: the text is bytes, one for each character. */
  readonly members?: readonly { readonly name: string; readonly text: string; readonly latin1?: boolean }[]
  readonly ofd?: string
}

const SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export function textObject({ x, y, text, size = 4, deltaX, deltaY, more = '', url }: Text): string {
  const steps = [deltaX === undefined && deltaY === undefined ? ` DeltaX="g ${text.length} ${size}"` : '', deltaX === undefined ? '' : ` DeltaX="${deltaX}"`, deltaY === undefined ? '' : ` DeltaY="${deltaY}"`]
  const action = url === undefined ? '' : `<ofd:Actions><ofd:Action Event="CLICK"><ofd:URI URI="${url}"/></ofd:Action></ofd:Actions>`
  return `<ofd:TextObject ID="9" Boundary="${x} ${y} 150 ${size * 1.5}" Font="4" Size="${size}" ${more}>${action}<ofd:TextCode X="0" Y="${size}"${steps.join('')}>${escape(text)}</ofd:TextCode></ofd:TextObject>`
}

export const ofdPage = (objects: string, around = ''): string => `${XML}<ofd:Page ${SPACE}>${around}<ofd:Content><ofd:Layer ID="2">${objects}</ofd:Layer></ofd:Content></ofd:Page>`
export const ofdTexts = (...texts: readonly Text[]): string => ofdPage(texts.map(textObject).join(''))

export function makeOfd({ pages, info = '', common = '', document = '', members = [], ofd }: OfdParts): Uint8Array {
  const refs = pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')
  return zip([
    { name: 'OFD.xml', text: ofd ?? `${XML}<ofd:OFD ${SPACE} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo>${info}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>` },
    { name: 'Doc_0/Document.xml', text: `${XML}<ofd:Document ${SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${refs}</ofd:Pages>${document}</ofd:Document>` },
    ...pages.map((text, i) => ({ name: `Doc_0/Pages/Page_${i}/Content.xml`, text })),
    ...members,
  ].map(({ name, text, latin1 = false }: NonNullable<OfdParts['members']>[number]) => ({ name, data: latin1 ? Buffer.from(text, 'latin1') : new TextEncoder().encode(text) })))
}
