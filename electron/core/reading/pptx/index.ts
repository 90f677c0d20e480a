/** PowerPoint presentations (.pptx, ECMA-376): slides in their order, with what the speaker wrote under them. */
import { Refusal } from '../../../contract/errors.ts'
import type { ReadDocument } from '../document.ts'
import { Counts } from '../office/counts.ts'
import { below, child, elements, type Element, value } from '../office/elements.ts'
import { bullet } from '../office/numbers.ts'
import { openPackage, type Package, type Relation } from '../office/package.ts'
import type { PaperBlock } from '../office/paper.ts'
import { Album } from '../office/pictures.ts'
import { claimsOf } from '../office/properties.ts'
import { readProperties } from '../office/core-properties.ts'
import { worded } from '../office/words.ts'
import { writePaper } from '../office/write.ts'
import type { NamedBytes } from '../reader.ts'
import type { Box } from './order.ts'
import { boxOf, keysOf, type Layout, placeholderOf, slideBlocks, wordsOf } from './slide.ts'
import { paragraphsIn } from './text.ts'

const MOST_PICTURE_BYTES = 100 * 1024 * 1024
const NO_LAYOUT: Layout = { boxes: new Map(), marks: [], heads: [] }

/** Rejects with CORRUPT, ENCRYPTED, EMPTY, BOMB, TOO_MANY, TOO_DEEP, DOCTYPE. */
export async function readPptx(file: NamedBytes): Promise<ReadDocument> {
  const reader = new Presentation(await openPackage(file, 'ppt/presentation.xml'))
  const { blocks, heads, album, counts, properties } = await reader.read()
  const written = writePaper({ blocks, notes: [], heads: worded(heads), watermarks: [], pictures: album.pictures, leftOut: counts.leftOut(album.refused) })
  if (written.text.trim() === '' && album.pictures.length + album.refused === 0) throw new Refusal('EMPTY', { file: file.name })
  return { name: file.name, format: 'pptx', decoding: null, frontMatter: null, boundaries: [], pictures: album.pictures, claims: claimsOf(properties, file.name), ...written }
}

class Presentation {
  private readonly parts: Package
  private readonly album = new Album()
  private readonly counts = new Counts()
  private readonly heads: string[] = []
  private readonly blocks: PaperBlock[] = []
  private readonly layouts = new Map<string, Layout>()
  private pictureBytes = 0

  constructor(parts: Package) {
    this.parts = parts
  }

  async read(): Promise<{ readonly blocks: readonly PaperBlock[]; readonly heads: readonly string[]; readonly album: Album; readonly counts: Counts; readonly properties: Awaited<ReturnType<typeof readProperties>> }> {
    const { parts } = this
    const relations = await parts.relations(parts.main)
    const main = below((await parts.read(parts.main)) ?? new Uint8Array(), parts.file, 'p:presentation')
    const slides = main.filter(({ name }) => name === 'p:sldIdLst').flatMap(elements).map((slide) => relations.get(value(slide, 'r:id') ?? ''))
    for (const [index, slide] of slides.entries()) await this.slide(slide, index + 1)
    return { blocks: this.blocks, heads: this.heads, album: this.album, counts: this.counts, properties: await readProperties(parts) }
  }

  private async slide(relation: Relation | undefined, page: number): Promise<void> {
    const { parts, album, counts, heads } = this
    const bytes = relation === undefined || relation.external ? null : await parts.read(relation.target)
    if (relation === undefined || bytes === null) throw new Refusal('CORRUPT', { file: parts.file, reason: `缺少第 ${page} 张幻灯片` })
    const relations = await parts.relations(relation.target)
    const all = [...relations.values()].filter(({ external }) => !external)
    const layout = all.find(({ type }) => type === 'slideLayout')
    const setting = { page, first: page === 1, relations, layout: layout === undefined ? NO_LAYOUT : await this.layout(layout.target), ...(await this.inserted(all)), album, counts, heads }
    for (const block of slideBlocks(below(bytes, parts.file, 'p:spTree'), setting)) this.blocks.push(block)
    for (const head of setting.layout.heads) heads.push(head)
    for (const comments of all.filter(({ type }) => type === 'comments')) counts.comments += below((await parts.read(comments.target)) ?? new Uint8Array(), parts.file, 'p:cmLst').length
    const notes = all.find(({ type }) => type === 'notesSlide')
    const spoken = notes === undefined ? null : await parts.read(notes.target)
    if (notes === undefined || spoken === null) return
    const shapes = below(spoken, parts.file, 'p:spTree').filter((shape) => value(placeholderOf(shape), 'type') === 'body')
    for (const shape of shapes) for (const paragraph of paragraphsIn(child(shape, 'p:txBody'), await parts.relations(notes.target), { role: 'quote', level: null, page, marks: [] })) this.blocks.push(paragraph)
  }

  private async inserted(relations: readonly Relation[]): Promise<{ readonly pictures: ReadonlyMap<string, Uint8Array>; readonly diagrams: ReadonlyMap<string, readonly string[]> }> {
    const pictures = new Map<string, Uint8Array>()
    const diagrams = new Map<string, readonly string[]>()
    for (const { type, target } of relations) {
      const bytes = (type === 'image' && this.pictureBytes < MOST_PICTURE_BYTES) || type === 'diagramData' ? await this.parts.read(target) : null
      if (bytes === null) continue
      if (type === 'image') {
        pictures.set(target, bytes)
        this.pictureBytes += bytes.length
      } else diagrams.set(target, below(bytes, this.parts.file, 'dgm:dataModel').filter(({ name }) => name === 'dgm:ptLst').flatMap(elements).map(wordsOf).filter((text) => text !== ''))
    }
    return { pictures, diagrams }
  }

  private async layout(part: string): Promise<Layout> {
    const known = this.layouts.get(part)
    if (known !== undefined) return known
    const master = [...(await this.parts.relations(part)).values()].find(({ type, external }) => type === 'slideMaster' && !external)?.target
    const shapes = (await this.shapes(master)).concat(await this.shapes(part))
    const boxes = new Map<string, Box>()
    for (const shape of shapes) {
      const place = placeholderOf(shape)
      const box = boxOf(child(shape, 'p:spPr'))
      if (place !== undefined && box !== null) for (const key of keysOf(place)) boxes.set(key, box)
    }
    const bytes = master === undefined ? null : await this.parts.read(master)
    const styles = bytes === null ? [] : below(bytes, this.parts.file, 'p:txStyles').filter(({ name }) => name === 'p:bodyStyle').flatMap(elements)
    const marks = Array.from({ length: 9 }, (_, i) => bullet(value(child(styles.find(({ name }) => name === `a:lvl${i + 1}pPr`), 'a:buChar'), 'char') ?? ''))
    const layout = { boxes, marks, heads: shapes.filter((shape) => placeholderOf(shape) === undefined).map(wordsOf).filter((text) => text !== '') }
    this.layouts.set(part, layout)
    return layout
  }

  private async shapes(part: string | undefined): Promise<readonly Element[]> {
    const bytes = part === undefined ? null : await this.parts.read(part)
    return bytes === null ? [] : below(bytes, this.parts.file, 'p:spTree')
  }
}
