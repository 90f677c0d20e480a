/** The text objects of a page's content, read as they come: pages are the only large files of a package. */
import type { Run } from '../layout/index.ts'
import { attribute, parseXml, type XmlTag } from '../xml.ts'
import { chain, runsOf, STRAIGHT, type Matrix, type TextCode, type TextObject } from './glyphs.ts'
import { numbers } from './package.ts'

export interface Font {
  readonly name: string
  readonly bold: boolean
}
/** What pages share. `composite` is the XML inside of a composite graphic unit, as a page of its own. */
export interface Shared {
  readonly fonts: ReadonlyMap<string, Font>
  readonly composites: ReadonlyMap<string, readonly Run[]>
  /** Members of the package that hold pictures. */
  readonly media: ReadonlyMap<string, string>
}
export interface How {
  readonly file: string
  readonly shared: Shared
  /** From the content's measures to the page's. */
  readonly matrix: Matrix
  readonly aside: Run['aside']
}

/** Elements whose objects are measured from their own corner. */
const FRAMES = new Set(['Appearance', 'CompositeGraphicUnit'])
const MAX_RUNS = 200_000
const MAX_IMAGES = 2000

/** What is being read, with the place it is measured from. */
interface Frame {
  readonly depth: number
  readonly matrix: Matrix
  readonly hidden: boolean
  readonly aside: Run['aside']
}
interface Open {
  readonly object: TextObject
  readonly hidden: boolean
  readonly depth: number
  code: { readonly tag: XmlTag; text: string } | null
  href: string | null
  readonly found: TextCode[]
}

/** A picture of the page, by the resource that holds it. */
export interface ImageObject {
  readonly resource: string
  readonly matrix: Matrix
}

export interface Found {
  readonly runs: readonly Run[]
  /** Those that a person sees, what annotates the page apart. */
  readonly images: readonly ImageObject[]
  /** Ids of templates that the content lays under or over itself. */
  readonly templates: readonly string[]
  /** Of its own area, where it has one: x y width height. */
  readonly box: readonly number[]
}

export function objectsIn(source: Uint8Array, { file, shared, matrix, aside }: How): Found {
  const runs: Run[] = []
  const templates: string[] = []
  const images: ImageObject[] = []
  let box: readonly number[] = []
  let boxText: string | null = null
  const frames: Frame[] = [{ depth: 0, matrix, hidden: false, aside }]
  let open: Open | null = null
  const here = (): Frame => frames.at(-1) ?? { depth: 0, matrix, hidden: false, aside }
  parseXml(source, file, {
    open: (tag) => {
      const frame = here()
      switch (tag.local) {
        case 'Template':
          templates.push(attribute(tag, 'TemplateID') ?? '')
          break
        case 'PhysicalBox':
          boxText = ''
          break
        case 'Annot':
          frames.push({ ...frame, depth: tag.depth, aside: attribute(tag, 'Type') === 'Link' ? frame.aside : 'watermark', hidden: attribute(tag, 'Visible') === 'false' })
          break
        case 'TextObject':
          open = { object: textObject(tag, frame, shared), hidden: isHidden(tag) || frame.hidden, depth: tag.depth, code: null, href: null, found: [] }
          break
        case 'TextCode':
          if (open) open.code = { tag, text: '' }
          break
        case 'ImageObject':
          if (!isHidden(tag) && !frame.hidden && frame.aside === null && images.length < MAX_IMAGES) images.push({ resource: attribute(tag, 'ResourceID') ?? '', matrix: imageMatrix(tag, frame.matrix) })
          break
        case 'URI':
          if (open) open.href = webAddress(attribute(tag, 'URI'))
          break
        case 'CompositeObject':
          if (!isHidden(tag) && !frame.hidden) place(shared.composites.get(attribute(tag, 'ResourceID') ?? '') ?? [], placeOf(tag, frame.matrix), { runs, aside: frame.aside })
          break
        default:
          if (FRAMES.has(tag.local)) frames.push({ ...frame, depth: tag.depth, matrix: placeOf(tag, frame.matrix) })
      }
    },
    text: (text) => {
      if (boxText !== null) boxText += text
      else if (open?.code) open.code.text += text
    },
    close: (tag) => {
      if (tag.local === 'PhysicalBox' && boxText !== null) [box, boxText] = [numbers(boxText), null]
      if (open?.code && tag.local === 'TextCode') {
        open.found.push(textCode(open.code.tag, open.code.text, open.found.at(-1)))
        open.code = null
      }
      if (open && tag.local === 'TextObject' && tag.depth === open.depth) {
        const { object, hidden, href, found } = open
        if (!hidden && runs.length < MAX_RUNS) for (const code of found) for (const run of runsOf({ ...object, href }, code)) runs.push(run)
        open = null
      }
      while (frames.length > 1 && here().depth >= tag.depth) frames.pop()
    },
  })
  return { runs, images, templates, box }
}

const isHidden = (tag: XmlTag): boolean => attribute(tag, 'Visible') === 'false'

/** A composite's runs were read in points from its own corner: moved and scaled to where it stands. */
function place(composite: readonly Run[], [a, b, , d, e, f]: Matrix, { runs, aside }: { readonly runs: Run[]; readonly aside: Run['aside'] }): void {
  if (runs.length + composite.length > MAX_RUNS) return
  const [wide, high] = [Math.hypot(a, b), Math.abs(d) > 0 ? Math.abs(d) : 1]
  for (const run of composite) runs.push({ ...run, x: run.x * wide + (e * 72) / 25.4, y: run.y * high + (f * 72) / 25.4, width: run.width * wide, size: run.size * high, aside: aside ?? run.aside })
}

function placeOf(tag: XmlTag, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbers(attribute(tag, 'Boundary'))
  return chain(chain(outer, [1, 0, 0, 1, x, y]), matrixOf(tag))
}

/** A picture fills the unit square of its own measures: without a matrix, its whole box. */
function imageMatrix(tag: XmlTag, outer: Matrix): Matrix {
  const [, , width = 0, height = 0] = numbers(attribute(tag, 'Boundary'))
  return attribute(tag, 'CTM') === undefined ? chain(placeOf(tag, outer), [width, 0, 0, height, 0, 0]) : placeOf(tag, outer)
}

function matrixOf(tag: XmlTag): Matrix {
  const [a, b, c, d, e, f] = numbers(attribute(tag, 'CTM'))
  return a === undefined || b === undefined || c === undefined || d === undefined ? STRAIGHT : [a, b, c, d, e ?? 0, f ?? 0]
}

function textObject(tag: XmlTag, frame: Frame, { fonts }: Shared): TextObject {
  const id = attribute(tag, 'Font') ?? ''
  const font = fonts.get(id)
  const number = (name: string): number => numbers(attribute(tag, name))[0] ?? 0
  return { matrix: placeOf(tag, frame.matrix), size: number('Size') || 3, reading: number('ReadDirection'), standing: number('CharDirection'), face: font?.name ?? id, bold: (font?.bold ?? false) || number('Weight') >= 600, href: null, aside: frame.aside }
}

/** A code without a place of its own goes on where the one before it began. */
function textCode(tag: XmlTag, text: string, before: TextCode | undefined): TextCode {
  const number = (name: string): number | undefined => numbers(attribute(tag, name))[0]
  return { text: text.replaceAll(/[\r\n\t]+/g, ''), x: number('X') ?? before?.x ?? 0, y: number('Y') ?? before?.y ?? 0, deltaX: attribute(tag, 'DeltaX'), deltaY: attribute(tag, 'DeltaY') }
}

const webAddress = (uri: string | undefined): string | null => (uri !== undefined && /^https?:\/\//i.test(uri) && uri.length <= 2000 ? uri : null)
