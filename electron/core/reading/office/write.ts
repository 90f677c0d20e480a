/** A paper into the text and tree of a read document, in reading order; running heads and watermarks stand at the end, marked. */
import type { Data } from 'mdast'
import type { ReadWarning } from '../document.ts'
import { type Inline, Projection } from '../projection.ts'
import { continues, findHeadings, type Heading, type Headings } from './headings.ts'
import { spaced } from './numbers.ts'
import type { Paper, PaperBlock, PaperNote, PaperParagraph } from './paper.ts'
import { SectionNotes } from './section-notes.ts'
import { laidOut, rowsOf } from './tables.ts'
import { isBlank, joined, marked, picturesOf, textOf, trimmed } from './words.ts'

export interface Written extends ReturnType<Projection['done']> {
  readonly warnings: readonly ReadWarning[]
}

export function writePaper(paper: Paper): Written {
  const blocks = captioned(withTitles(withContents(paper.blocks.flatMap(laidOut).map(wellFormed))))
  const writer = new PaperWriter(paper, findHeadings(blocks))
  for (const block of blocks) writer.block(block)
  writer.end()
  const done = writer.projection.done()
  const warnings = paper.leftOut.map((left): ReadWarning => ({ ...left, rule: 'reading.left-out', raw: { start: done.text.length, end: done.text.length } }))
  return { ...done, warnings }
}

class PaperWriter {
  readonly projection = new Projection()
  private items: (readonly Inline[])[] = []
  private page: number | undefined
  private readonly paper: Paper
  private readonly headings: Headings
  private readonly notes: SectionNotes

  constructor(paper: Paper, headings: Headings) {
    this.paper = paper
    this.headings = headings
    this.notes = new SectionNotes(paper.notes, headings)
  }

  block(block: PaperBlock): void {
    if (this.notes.endAt(block)) {
      this.list()
      this.writeNotes(this.notes.pending())
    }
    this.notes.referredIn(block)
    if (block.kind === 'paragraph' && isItem(block) && typeof this.headings.get(block)?.depth !== 'number') {
      if (block.page !== this.page) this.list()
      const item = [...labelled(block), ...joined(block.lines)]
      if (!isBlank(item)) this.items.push(item)
      this.page = block.page
      return
    }
    this.list()
    if (block.kind === 'table') this.projection.table(rowsOf(block), paged(block.page))
    else this.paragraph(block)
  }

  end(): void {
    const { heads, watermarks } = this.paper
    this.list()
    this.writeNotes(this.notes.rest())
    for (const head of heads) this.projection.paragraph([head.toWellFormed()], { aside: { rule: 'running-head', reason: '文档每页的页眉或页脚，不是正文' } })
    for (const mark of watermarks) this.projection.paragraph([mark], { aside: { rule: 'watermark', reason: '文档的水印，不是正文' } })
  }

  private writeNotes(notes: readonly PaperNote[]): void {
    for (const { label, paragraphs } of notes) this.projection.note(label, [`${marked(label)} `, ...trimmed(joined(paragraphs)).map(whole)])
  }

  private list(): void {
    this.projection.list(this.items, paged(this.page))
    this.items = []
  }

  private paragraph(block: PaperParagraph): void {
    const heading = this.headings.get(block)
    const data = dataOf(block, heading)
    if (typeof heading?.depth === 'number') {
      const line = joined(block.lines)
      if (isBlank(line)) return
      this.projection.heading(heading.depth, [...labelled(block), ...line.map(plain)], data)
      return
    }
    let first = true
    for (const line of block.lines) {
      if (isBlank(line)) continue
      const stretches = first ? [...labelled(block), ...line] : line
      if (block.role === 'quote') this.projection.quote([stretches], data)
      else if (first) this.projection.paragraph(stretches, data)
      else this.projection.line(stretches, data)
      first = false
    }
  }
}

/** All of a heading stands out. */
const plain = (inline: Inline): Inline => (typeof inline === 'string' || inline.strong === undefined ? inline : { ...inline, strong: false })
/** Halves of pairs of UTF-16 that stand alone, which only damaged files have, become U+FFFD. */
function wellFormed(block: PaperBlock): PaperBlock {
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map(wellFormed) }))) }
  return { ...block, label: block.label.toWellFormed(), lines: block.lines.map((line) => line.map(whole)) }
}
const whole = (inline: Inline): Inline => (typeof inline === 'string' ? inline.toWellFormed() : { ...inline, text: inline.text.toWellFormed() })
const labelled = ({ label }: PaperParagraph): readonly Inline[] => (label === '' ? [] : [spaced(label)])
/** 一、 and （一） head a part, and 第一条 begins an article of a rule: lines of their own, not a list. */
const isItem = ({ listed, label, role }: PaperParagraph): boolean => listed && role !== 'contents' && !/^(?:[（(]?[〇一二三四五六七八九十百]+[）)、]|第.+[章节条款编部])/u.test(label)
const paged = (page: number | undefined): Data | undefined => (page === undefined ? undefined : { page })

function dataOf({ role, look, page }: PaperParagraph, heading: Heading | undefined): Data | undefined {
  const data: Data = {
    ...(role === 'contents' && { aside: { rule: 'contents', reason: '文档自带的目录，不是正文' } }),
    ...(heading?.titled === true && { titled: true }),
    ...(look.indented && { indented: true }),
    ...paged(page),
  }
  return Object.keys(data).length === 0 ? undefined : data
}

/** The word 目录 above a table of contents is part of it. */
const withContents = (blocks: readonly PaperBlock[]): readonly PaperBlock[] => blocks.map((block, index) => {
  const next = blocks.slice(index + 1, index + 4).find((one) => one.kind === 'table' || !one.lines.every(isBlank))
  const heads = block.kind === 'paragraph' && next?.kind === 'paragraph' && next.role === 'contents' && /^(?:目\s*[录錄次]|contents)$/iu.test(textOf(joined(block.lines)).trim())
  return heads ? { ...block, role: 'contents', level: null } : block
})

/** A title that stands in several paragraphs is one. */
function withTitles(blocks: readonly PaperBlock[]): readonly PaperBlock[] {
  const title = [...findHeadings(blocks)].find(([, { depth }]) => depth === 1)?.[0]
  const at = title === undefined ? -1 : blocks.indexOf(title)
  if (title === undefined || at === -1) return blocks
  let whole = title
  let next = at + 1
  for (let block = blocks[next]; block?.kind === 'paragraph' && continues(whole, block); block = blocks[++next]) whole = { ...whole, lines: [...whole.lines, ...block.lines] }
  return next === at + 1 ? blocks : [...blocks.slice(0, at), whole, ...blocks.slice(next)]
}

const CAPTION = /^(?:图|照片|Figure|Fig\.)\s*[\d一二三四五六七八九十]+/iu
const LONGEST_CAPTION = 80

/** The line under a picture that names it becomes the words that stand for the picture. */
function captioned(blocks: readonly PaperBlock[]): readonly PaperBlock[] {
  return blocks.flatMap((block, index): readonly PaperBlock[] => {
    const before = blocks[index - 1]
    const next = blocks[index + 1]
    if (isCaption(block) && isPicture(before)) return []
    if (!isPicture(block) || !isCaption(next)) return [block]
    const [id] = picturesOf(block.lines.flat())
    return [{ ...next, label: '', lines: [[{ text: `${spaced(next.label)}${textOf(joined(next.lines))}`, picture: id ?? '' }]] }]
  })
}

const isPicture = (block: PaperBlock | undefined): block is PaperParagraph => block?.kind === 'paragraph' && picturesOf(block.lines.flat()).length === 1 && textOf(block.lines.flat().filter((inline) => typeof inline === 'string' || inline.picture === undefined)).trim() === ''
function isCaption(block: PaperBlock | undefined): block is PaperParagraph {
  if (block?.kind !== 'paragraph' || picturesOf(block.lines.flat()).length > 0) return false
  const words = textOf(joined(block.lines)).trim()
  return words !== '' && words.length <= LONGEST_CAPTION && (block.role === 'caption' ? !/^(?:表|Table)/iu.test(words) : CAPTION.test(words) && !/[。；]$/u.test(words))
}

