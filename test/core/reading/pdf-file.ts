/** Writes PDF files of our own: hand-made syntax, Chinese by a character map that no file holds (STSong-Light, UniGB-UCS2-H). */

export interface Placed {
  readonly x: number
  /** From the top of the page, as a person measures. */
  readonly y: number
  readonly text: string
  readonly size?: number
  /** A second face, as a heading has. */
  readonly face?: 'F1' | 'F2'
  /** Clockwise degrees. */
  readonly turned?: number
  /** Points between characters. */
  readonly spacing?: number
  readonly vertical?: boolean
  readonly artifact?: boolean
}
export interface Picture {
  readonly x: number
  /** Of its upper edge, from the top of the page. */
  readonly y: number
  readonly width: number
  readonly height: number
  /** What follows /Subtype/Image in its description, and its data in hexadecimal. */
  readonly described: string
  readonly data: string
  readonly artifact?: boolean
}
export interface Page {
  readonly texts: readonly Placed[]
  readonly pictures?: readonly Picture[]
  readonly width?: number
  readonly height?: number
  /** Drawn beneath the texts. */
  readonly drawing?: string
  readonly links?: readonly { readonly box: readonly [number, number, number, number]; readonly url: string }[]
  readonly extra?: string
}
export interface PdfParts {
  readonly pages: readonly Page[]
  readonly info?: Readonly<Record<string, string>>
  readonly bookmarks?: readonly { readonly title: string; readonly page: number; readonly y?: number; readonly below?: boolean }[]
  readonly catalog?: string
}

const HEIGHT = 842

export function makePdf({ pages, info = {}, bookmarks = [], catalog = '' }: PdfParts): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const reserve = (): number => add('')
  const put = (id: number, body: string): void => void (objects[id - 1] = body)
  const [root, tree] = [reserve(), reserve()]
  // Each face has one of its own: faces that share it count as one.
  const descriptor = (): number => add('<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/ItalicAngle 0/Ascent 880/Descent -120/StemV 93/CapHeight 880/FontBBox[-25 -254 1000 880]>>')
  const font = (encoding: string, name: string): number => {
    const inner = add(`<</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor ${descriptor()} 0 R>>`)
    return add(`<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/${encoding}/DescendantFonts[${inner} 0 R]>>`)
  }
  const fonts = `/F1 ${font('UniGB-UCS2-H', 'STSong-Light')} 0 R/F2 ${font('UniGB-UCS2-H', 'STHeiti-Regular')} 0 R/V1 ${font('UniGB-UCS2-V', 'STSong-Light')} 0 R`
  const known = new Map<string, number>()
  const image = ({ described, data }: Picture): number => {
    const body = `<</Type/XObject/Subtype/Image${described}/Length ${data.length + 1}>>\nstream\n${data}>\nendstream`
    const id = known.get(body) ?? add(body)
    known.set(body, id)
    return id
  }
  const ids = pages.map((page) => {
    const { width = 595, height = HEIGHT, texts, pictures = [], drawing = '', links = [], extra = '' } = page
    const images = pictures.map((picture) => image(picture))
    const content = [drawing, ...pictures.map((picture, i) => paint(picture, i, height)), ...texts.map((placed) => show(placed, height))].join('\n')
    const stream = add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`)
    const notes = links.map(({ box, url }) => add(`<</Type/Annot/Subtype/Link/Rect[${box[0]} ${height - box[3]} ${box[2]} ${height - box[1]}]/A<</S/URI/URI(${url})>>>>`))
    const annotations = notes.length === 0 ? '' : `/Annots[${notes.map((id) => `${id} 0 R`).join(' ')}]`
    return add(`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${stream} 0 R/Resources<</Font<<${fonts}>>/XObject<<${images.map((id, i) => `/Im${i} ${id} 0 R`).join('')}>>>>${annotations}${extra}>>`)
  })
  put(tree, `<</Type/Pages/Kids[${ids.map((id) => `${id} 0 R`).join(' ')}]/Count ${ids.length}>>`)
  const outline = bookmarks.length === 0 ? '' : `/Outlines ${writeOutline(bookmarks, { ids, add, reserve, put })} 0 R`
  put(root, `<</Type/Catalog/Pages ${tree} 0 R${outline}${catalog}>>`)
  const about = add(`<<${Object.entries(info).map(([key, value]) => `/${key}<${hex(`\uFEFF${value}`)}>`).join('')}>>`)
  return assemble(objects, root, about)
}

interface Objects {
  readonly ids: readonly number[]
  readonly add: (body: string) => number
  readonly reserve: () => number
  readonly put: (id: number, body: string) => void
}

function writeOutline(bookmarks: NonNullable<PdfParts['bookmarks']>, { ids, reserve, put }: Objects): number {
  const outline = reserve()
  const items = bookmarks.map(reserve)
  const tops = bookmarks.flatMap(({ below }, i) => (below === true ? [] : [i]))
  const item = (i: number | undefined): string => `${items[i ?? 0] ?? 0} 0 R`
  bookmarks.forEach(({ title, page, y, below }, i) => {
    const last = tops.findLast((top) => top <= i) ?? 0
    const siblings = below === true ? bookmarks.flatMap((one, k) => (one.below === true && tops.findLast((top) => top <= k) === last ? [k] : [])) : tops
    const place = siblings.indexOf(i)
    const children = below === true ? [] : bookmarks.flatMap((one, k) => (one.below === true && tops.findLast((top) => top <= k) === i ? [k] : []))
    const links = [
      `/Parent ${below === true ? item(last) : `${outline} 0 R`}`,
      siblings[place - 1] === undefined ? '' : `/Prev ${item(siblings[place - 1])}`,
      siblings[place + 1] === undefined ? '' : `/Next ${item(siblings[place + 1])}`,
      children.length === 0 ? '' : `/First ${item(children[0])}/Last ${item(children.at(-1))}/Count ${children.length}`,
    ]
    put(items[i] ?? 0, `<</Title<${hex(`\uFEFF${title}`)}>/Dest[${ids[page - 1] ?? 0} 0 R/XYZ 0 ${HEIGHT - (y ?? 0)} null]${links.join('')}>>`)
  })
  put(outline, `<</Type/Outlines/First ${item(tops[0])}/Last ${item(tops.at(-1))}/Count ${tops.length}>>`)
  return outline
}

function paint({ x, y, width, height, artifact = false }: Picture, i: number, page: number): string {
  const drawn = `q ${width} 0 0 ${height} ${x} ${page - y - height} cm /Im${i} Do Q`
  return artifact ? `/Artifact BMC ${drawn} EMC` : drawn
}

/** A photograph as far as its head: nothing decodes it. `name` makes one differ from another. */
export function jpeg(name: string, components = 3): Pick<Picture, 'described' | 'data'> {
  const said = Buffer.from(name).toString('hex')
  const frame = Array.from({ length: components }, (_, i) => `0${i + 1}1100`).join('')
  return {
    described: `/Width 640/Height 480/BitsPerComponent 8/ColorSpace/${components === 1 ? 'DeviceGray' : 'DeviceRGB'}/Filter[/ASCIIHexDecode/DCTDecode]`,
    data: `ffd8fffe${(2 + said.length / 2).toString(16).padStart(4, '0')}${said}ffc0${(8 + 3 * components).toString(16).padStart(4, '0')}0801e00280${`0${components}`}${frame}ffd9`,
  }
}
/** A picture of `width` × `height` pixels of one colour. */
export const pixels = (width: number, height: number, colour: string): Pick<Picture, 'described' | 'data'> => ({ described: `/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/ASCIIHexDecode`, data: colour.repeat(width * height) })

function show({ x, y, text, size = 12, face = 'F1', turned = 0, spacing = 0, vertical = false, artifact = false }: Placed, height: number): string {
  const angle = (-turned * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)]
  const drawn = `BT /${vertical ? 'V1' : face} ${size} Tf ${spacing} Tc ${cos} ${sin} ${(-Number(sin)).toFixed(5)} ${cos} ${x} ${height - y} Tm <${hex(text)}> Tj ET`
  return artifact ? `/Artifact BMC ${drawn} EMC` : drawn
}

const hex = (text: string): string => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')

function assemble(objects: readonly string[], root: number, about: number): Uint8Array {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root ${root} 0 R/Info ${about} 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
  return new TextEncoder().encode(body)
}

/** Text set in a column of `width` characters: lines one below the other, the first indented by two. */
export function column(text: string, { x, y, width, size = 12, step = 20 }: { readonly x: number; readonly y: number; readonly width: number; readonly size?: number; readonly step?: number }): readonly Placed[] {
  const lines = [text.slice(0, width - 2)]
  for (let at = width - 2; at < text.length; at += width) lines.push(text.slice(at, at + width))
  return lines.map((line, i) => ({ x: i === 0 ? x + 2 * size : x, y: y + i * step, text: line, size }))
}
