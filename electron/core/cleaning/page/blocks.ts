/** From the mdast tree of any format to one page of blocks: the only place that knows Markdown. */
import type { Code, Data, FootnoteDefinition, Html, List, Nodes, Paragraph as MdParagraph, Root, RootContent, Table } from 'mdast'
import type { VFile } from 'vfile'
import type { ParagraphKind } from '../../../contract/entry.ts'
import type { ReadDocument } from '../../reading/document.ts'
import { classOf } from '../words/lines.ts'
import { BREAK, inlineLines, Lines, type Sourced } from './inline.ts'
import { report } from './message.ts'
import { partPictures, picturesBelow, type PictureRun } from './pictures.ts'
import { rowRuns } from './rows.ts'
import { textOf, trim } from './runs.ts'
import { newStory, NO_HINTS, type Block, type Hints, type Page, type Run } from './tree.ts'

const INDENT = /^(?:\u3000|\t| {2,})/
const HAN = /\p{Script=Han}/u

export function toPage(document: ReadDocument, file: VFile): Page {
  const builder = new Builder(document, file)
  for (const node of document.tree.children) builder.add(node, 'paragraph')
  return { type: 'page', children: [newStory(builder.blocks, undefined, document.claims)], contents: [], possible: [] }
}

interface Shape {
  readonly kind: ParagraphKind
  readonly level?: number
  readonly marked: boolean
  /** Code keeps the blanks it begins with, and a row its empty cells. */
  readonly verbatim?: boolean
  readonly note?: string
}

class Builder {
  readonly blocks: Block[] = []
  private readonly source: string
  private readonly sourced: Sourced
  private readonly plain: boolean
  private readonly file: VFile
  private readonly used = new Set<string>()
  private hints: Hints = NO_HINTS
  private indented = false
  private last = 0

  constructor(document: ReadDocument, file: VFile) {
    this.source = document.text
    this.plain = document.format === 'txt'
    this.file = file
    this.sourced = { source: document.text, file, definitions: definitionsIn(document.tree, this.used) }
  }

  /** `within` is what the node stands in: a paragraph in a quote is a quote. */
  add(node: Root['children'][number], within: ParagraphKind): void {
    const [hints, indented] = [this.hints, this.indented]
    if (node.data) this.heed(node.data)
    this.convert(node, within)
    this.hints = hints
    this.indented = indented
  }

  private heed({ aside, titled, wrapped, apart, page, indented }: Data): void {
    this.hints = { aside: aside ?? this.hints.aside, titled: titled ?? this.hints.titled, wrapped: wrapped ?? this.hints.wrapped, apart: apart ?? this.hints.apart, page: page ?? this.hints.page }
    this.indented = indented ?? this.indented
  }

  private convert(node: Root['children'][number], within: ParagraphKind): void {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(node, within)
      case 'heading':
        return this.push(this.oneLine(inlineLines(node.children, this.sourced)), { kind: 'heading', level: node.depth, marked: true })
      case 'list':
        return this.list(node)
      case 'blockquote':
        for (const child of node.children) this.add(child, 'quote')
        return
      case 'footnoteDefinition':
        return this.note(node)
      case 'table':
        return this.table(node)
      case 'code':
        return this.code(node)
      case 'html':
        return this.html(node)
      case 'yaml':
        return this.yaml(node)
      case 'definition':
        if (!this.used.has(node.identifier)) report(this.file, { rule: 'link', action: 'dropped', text: '链接定义未收入正文', reason: '这一行只给出链接地址，文中没有用到', raw: spanOf(node), after: '' })
        return
      default:
        return
    }
  }

  private paragraph(node: MdParagraph, within: ParagraphKind): void {
    const lines = inlineLines(node.children, this.sourced).filter(says)
    const marked = within !== 'paragraph'
    const whole = !this.plain && (marked || isWrapped(lines.map(textOf)))
    for (const runs of whole ? [this.oneLine(lines)] : lines) this.push(runs, { kind: within, marked })
  }

  private list(node: List): void {
    for (const item of node.children) {
      const at = item.position?.start.offset ?? 0
      const [first, ...others] = item.children
      if (first?.type === 'paragraph') {
        const lines = new Lines(this.source)
        const text = first.position?.start.offset ?? at
        // A bullet says only that this is a list; a number or a checked box says something.
        const mark = this.source.slice(at, text)
        const bullet = /^[-+*](?:\s+|$)/.exec(mark)?.[0].length ?? 0
        const line = mark.search(/[\n\r]/)
        lines.keep(at + bullet, line < 0 ? text : at + line)
        this.push([...lines.current, ...this.oneLine(inlineLines(first.children, this.sourced))], { kind: 'list', marked: true })
      } else if (first) this.add(first, 'list')
      for (const child of others) this.add(child, 'list')
    }
  }

  /** The label that Markdown writes before a note is read as its mark; other formats write what they show. */
  private note(node: FootnoteDefinition): void {
    const shape: Shape = { kind: 'note', marked: true, note: node.identifier }
    const { start } = spanOf(node)
    const mark = new Lines(this.source)
    const label = /^\[\^([^\]]*\]):/u.exec(this.source.slice(start, start + 1100))?.[1]
    if (label !== undefined) {
      mark.keep(start, start + 1)
      mark.keep(start + 2, start + 2 + label.length)
    }
    node.children.forEach((child, index) => {
      const before = index === 0 && child.type === 'paragraph' ? mark.current : []
      if (child.type !== 'paragraph') return this.add(child, 'note')
      const text = this.oneLine(inlineLines(child.children, this.sourced))
      const between: Run[] = before.length > 0 && text[0] ? [{ start: before.at(-1)?.end ?? 0, end: text[0].start, text: ' ', fate: 'repaired', rule: 'markup' }] : []
      this.push([...before, ...between, ...text], index === 0 ? shape : { ...shape, note: node.identifier })
    })
  }

  private table(node: Table): void {
    const { end } = spanOf(node)
    const below: PictureRun[] = []
    for (const row of node.children) {
      const runs = rowRuns(row, this.source, (index) => {
        const cell = row.children[index]
        return cell ? this.oneLine(inlineLines(cell.children, this.sourced)) : []
      })
      below.push(...picturesBelow(runs, end))
      this.push(runs, { kind: 'table', marked: true, verbatim: true })
    }
    this.pictures(below)
  }

  private code(node: Code): void {
    const { start, end } = spanOf(node)
    const fenced = /^ {0,3}[`~]/.test(this.source.slice(start, start + 10))
    const lines = new Lines(this.source)
    lines.value(node.value, fenced ? this.source.indexOf('\n', start) + 1 : start, end)
    for (const runs of lines.all) {
      // Paragraphs that were indented by four blanks in a text file come in as code.
      const prose = !fenced && HAN.test(node.value)
      this.push(runs, prose ? { kind: 'paragraph', marked: false } : { kind: 'code', marked: true, verbatim: true })
    }
  }

  /** Tags and comments are left out; what is written between tags stays. */
  private html(node: Html): void {
    const { start, end } = spanOf(node)
    const lines = new Lines(this.source)
    let from = start
    while (from < end) {
      const open = this.source.indexOf('<', from)
      const upTo = open < 0 || open > end ? end : open
      lines.plain(from, upTo)
      if (upTo === end) break
      const comment = this.source.startsWith('<!--', upTo)
      const close = this.source.indexOf(comment ? '-->' : '>', upTo)
      from = close < 0 || close >= end ? end : close + (comment ? 3 : 1)
    }
    for (const runs of lines.all) this.push(runs, { kind: 'paragraph', marked: false })
  }

  private yaml(node: RootContent): void {
    const { start, end } = spanOf(node)
    this.blocks.push({ ...this.block([{ start, end, text: '', fate: 'moved', rule: 'front-matter' }], { kind: 'code', marked: true }), gap: 0 })
    this.last = end
  }

  private push(line: readonly Run[], shape: Shape): void {
    const { before, runs, after } = shape.kind === 'table' ? { before: [], runs: line, after: [] } : partPictures(line)
    this.pictures(before)
    if (textOf(runs).trim() !== '') {
      const block = this.block(runs, shape)
      if (shape.verbatim !== true) trim(block)
      this.blocks.push(block)
      this.last = runs.at(-1)?.end ?? this.last
      for (const run of runs) if (run.rule === 'picture' && run.end > run.start) report(this.file, { rule: 'picture', action: 'moved', text: '句中图片的说明移到段后', reason: '图片单独成段，句子不被图片隔开', raw: { start: run.start, end: run.end }, after: '' })
    }
    this.pictures(after)
  }

  private pictures(found: readonly PictureRun[]): void {
    for (const { id, alt, runs } of found) {
      this.blocks.push({ ...this.block(runs, { kind: 'picture', marked: true }), picture: { id, alt } })
      this.last = runs.at(-1)?.end ?? this.last
    }
  }

  private block(runs: readonly Run[], { kind, level, marked, note }: Shape): Block {
    const text = textOf(runs)
    const first = runs[0]?.start ?? this.last
    return { type: 'block', kind, level: level ?? null, runs, text, marked, indented: this.indented || INDENT.test(text), gap: this.breaks(this.last, first), alone: false, hints: this.hints, picture: null, note: note ?? null }
  }

  private breaks(start: number, end: number): number {
    return start >= end ? 0 : (this.source.slice(start, end).match(BREAK)?.length ?? 0)
  }

  private oneLine(lines: readonly Run[][]): Run[] {
    return joinLines(lines, this.source)
  }
}

/** Addresses that Markdown gives apart from the words they belong to; `used` learns the labels that some words name. */
function definitionsIn(tree: Root, used: Set<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url)
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

const spanOf = (node: RootContent): { start: number; end: number } => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 })

const says = (line: readonly Run[]): boolean => textOf(line).trim() !== '' || line.some(({ picture }) => picture !== undefined)

/** Markdown that was wrapped by an editor: no line says anything of its own, and none is a paragraph's length. */
function isWrapped(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every((line, index) => line.length <= 80 && (line.length >= 20 || index === lines.length - 1) && classOf(line) === 'text')
}

const isLatinSeam = (a: string, b: string): boolean => /[\w,.;:!?)]$/.test(a.trimEnd()) && /^[\w(]/.test(b.trimStart())

/** Lines of one paragraph as one, a blank where two Latin words meet. */
function joinLines(lines: readonly Run[][], source: string): Run[] {
  const result: Run[] = []
  for (const line of lines.filter(says)) {
    const before = result.at(-1)
    const first = line[0]
    if (before && first && isLatinSeam(textOf(result.slice(-3)), textOf(line))) {
      const kept = source.slice(before.end, first.start) === ' '
      result.push(kept ? { start: before.end, end: first.start, text: ' ', fate: 'kept', rule: null } : { start: before.end, end: first.start, text: ' ', fate: 'repaired', rule: 'markup' })
    }
    result.push(...line)
  }
  return result
}
