/** What stands on one slide, in reading order. */
import type { Counts } from '../office/counts.ts'
import { child, descendants, elements, type Element, number, textIn, value } from '../office/elements.ts'
import type { Relation } from '../office/package.ts'
import { type PaperBlock, type PaperCell, PLAIN } from '../office/paper.ts'
import { type Album, spokenOf } from '../office/pictures.ts'
import { headsOf } from '../office/words.ts'
import { type Box, inReadingOrder, type Placed } from './order.ts'
import { paragraphsIn, type TextKind } from './text.ts'

/** A layout and its master: where they place what a slide fills in, and what they show on every slide. */
export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>
  readonly marks: readonly string[]
  readonly heads: readonly string[]
}
export interface SlideSetting {
  readonly page: number
  readonly first: boolean
  readonly relations: ReadonlyMap<string, Relation>
  readonly layout: Layout
  /** Bytes of pictures and words of diagrams by the name of their member. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly diagrams: ReadonlyMap<string, readonly string[]>
  readonly album: Album
  readonly counts: Counts
  /** Feet, dates and whatever else stands on many slides. */
  readonly heads: string[]
}

const FURNITURE = new Set(['ftr', 'dt', 'sldNum', 'hdr'])
const BODY = new Set(['body', 'obj', 'subTitle'])

export function slideBlocks(tree: readonly Element[], setting: SlideSetting): readonly PaperBlock[] {
  const placed = tree.flatMap((shape) => shapeBlocks(shape, setting))
  // A title is read first wherever it stands.
  const titles = placed.filter(({ item }) => isTitle(item))
  return [...titles.map(({ item }) => item), ...inReadingOrder(placed.filter(({ item }) => !isTitle(item)))].flatMap(({ blocks }) => blocks)
}

interface Shape {
  readonly kind: string
  readonly blocks: readonly PaperBlock[]
}
const isTitle = ({ kind }: Shape): boolean => kind === 'title' || kind === 'ctrTitle'

function shapeBlocks(shape: Element, setting: SlideSetting): readonly Placed<Shape>[] {
  switch (shape.name) {
    case 'p:sp':
      return textShape(shape, setting)
    case 'p:pic':
      return [{ item: { kind: 'picture', blocks: picture(shape, setting) }, box: boxOf(child(shape, 'p:spPr')) }]
    case 'p:graphicFrame':
      return [{ item: { kind: 'frame', blocks: frame(shape, setting) }, box: boxIn(child(shape, 'p:xfrm')) }]
    case 'p:grpSp':
      return [{ item: { kind: 'group', blocks: inReadingOrder(elements(shape).flatMap((one) => shapeBlocks(one, setting))).flatMap(({ blocks }) => blocks) }, box: boxOf(child(shape, 'p:grpSpPr')) }]
    case 'mc:AlternateContent': {
      const way = elements(shape).find((one) => elements(one).length > 0)
      return way === undefined ? [] : elements(way).flatMap((one) => shapeBlocks(one, setting))
    }
    default:
      return []
  }
}

export const placeholderOf = (shape: Element): Element | undefined => child(child(elements(shape).find(({ name }) => name.startsWith('p:nv')), 'p:nvPr'), 'p:ph')
/** A slide's place takes its box from the layout's place of the same number, else of the same kind. */
export const keysOf = (place: Element): readonly string[] => [`idx ${value(place, 'idx') ?? '0'}`, `type ${value(place, 'type') ?? 'obj'}`]

function textShape(shape: Element, setting: SlideSetting): readonly Placed<Shape>[] {
  const place = placeholderOf(shape)
  const kind = place === undefined ? 'text' : (value(place, 'type') ?? 'obj')
  const title = kind === 'title' || kind === 'ctrTitle'
  const text: TextKind = {
    role: title && setting.first ? 'title' : kind === 'subTitle' ? 'subtitle' : null,
    level: title && !setting.first ? 2 : null,
    page: setting.page,
    marks: BODY.has(kind) && kind !== 'subTitle' ? setting.layout.marks : [],
  }
  const found = paragraphsIn(child(shape, 'p:txBody'), setting.relations, text)
  if (FURNITURE.has(kind)) {
    for (const head of headsOf(found)) setting.heads.push(head)
    return []
  }
  const whole = title ? asOne(found) : found
  const inherited = place === undefined ? undefined : keysOf(place).map((key) => setting.layout.boxes.get(key)).find((box) => box !== undefined)
  return [{ item: { kind, blocks: whole }, box: boxOf(child(shape, 'p:spPr')) ?? inherited ?? null }]
}

/** A title of several paragraphs is one title. */
function asOne(paragraphs: ReturnType<typeof paragraphsIn>): readonly PaperBlock[] {
  const [first] = paragraphs
  return first === undefined ? [] : [{ ...first, label: '', listed: false, lines: paragraphs.flatMap(({ lines }) => lines) }]
}

function picture(shape: Element, { page, relations, pictures, album, counts }: SlideSetting): readonly PaperBlock[] {
  const described = child(elements(shape).find(({ name }) => name === 'p:nvPicPr'), 'p:cNvPr')
  if (descendants(shape, 'a:videoFile').length + descendants(shape, 'a:audioFile').length > 0) counts.objects++
  const blip = descendants(shape, 'a:blip')[0]
  const relation = relations.get(value(blip, 'r:embed') ?? value(blip, 'r:link') ?? '')
  const bytes = relation === undefined || relation.external ? undefined : pictures.get(relation.target)
  const id = relation === undefined || bytes === undefined ? null : album.add(relation.target, bytes)
  if (bytes === undefined) album.refused++
  return id === null ? [] : [{ kind: 'paragraph', lines: [[{ text: spokenOf(value(described, 'descr')), picture: id }]], label: '', listed: false, level: null, role: null, look: PLAIN, page }]
}

function frame(shape: Element, setting: SlideSetting): readonly PaperBlock[] {
  const { page, relations, diagrams, counts } = setting
  counts.charts += descendants(shape, 'c:chart').length
  counts.objects += descendants(shape, 'p:oleObj').length > 0 ? 1 : 0
  const words = descendants(shape, 'dgm:relIds').flatMap((ids) => diagrams.get(relations.get(value(ids, 'r:dm') ?? '')?.target ?? '') ?? [])
  const tables = descendants(shape, 'a:tbl').map((table): PaperBlock => ({ kind: 'table', page, rows: elements(table).filter(({ name }) => name === 'a:tr').map((row) => cellsIn(row, setting)) }))
  return [...words.map((text): PaperBlock => ({ kind: 'paragraph', lines: [[text]], label: '', listed: false, level: null, role: null, look: PLAIN, page })), ...tables]
}

/** Cells that are merged into another stand in the file, empty: each is one column. */
function cellsIn(row: Element, { page, relations }: SlideSetting): readonly PaperCell[] {
  return elements(row).filter(({ name }) => name === 'a:tc').map((cell): PaperCell => {
    const merged = [value(cell, 'hMerge'), value(cell, 'vMerge')].some((said) => /^(?:1|true)$/.test(said ?? ''))
    return { columns: 1, blocks: merged ? [] : paragraphsIn(child(cell, 'a:txBody'), relations, { role: null, level: null, page, marks: [] }) }
  })
}

export const boxOf = (properties: Element | undefined): Box | null => boxIn(child(properties, 'a:xfrm'))
function boxIn(frame: Element | undefined): Box | null {
  const [offset, extent] = [child(frame, 'a:off'), child(frame, 'a:ext')]
  const [x, y, width, height] = [number(value(offset, 'x')), number(value(offset, 'y')), number(value(extent, 'cx')), number(value(extent, 'cy'))]
  return x === null || y === null || width === null || height === null ? null : { x, y, width, height }
}

export const wordsOf = (shape: Element): string => descendants(shape, 'a:p').map((paragraph) => descendants(paragraph, 'a:t').map(textIn).join('')).join(' ').trim()
