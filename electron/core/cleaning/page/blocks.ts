/** From the mdast tree of any format to one page of blocks: the only place that knows Markdown. */
import type { Code, Html, List, Paragraph as MdParagraph, Root, RootContent, Table } from 'mdast'
import type { VFile } from 'vfile'
import type { ParagraphKind } from '../../../contract/entry.ts'
import type { ReadDocument } from '../../reading/document.ts'
import { classOf } from '../words/lines.ts'
import { BREAK, inlineLines, Lines } from './inline.ts'
import { report } from './message.ts'
import { textOf, trim } from './runs.ts'
import { newStory, type Block, type Page, type Run } from './tree.ts'

const INDENT = /^(?:\u3000|\t| {2,})/
const HAN = /\p{Script=Han}/u

export function toPage(document: ReadDocument, file: VFile): Page {
  const builder = new Builder(document, file)
  for (const node of document.tree.children) builder.add(node, 'paragraph')
  return { type: 'page', children: [newStory(builder.blocks)] }
}

interface Shape {
  readonly kind: ParagraphKind
  readonly level?: number
  readonly marked: boolean
  /** Code keeps the blanks it begins with. */
  readonly verbatim?: boolean
}

class Builder {
  readonly blocks: Block[] = []
  private readonly source: string
  private readonly plain: boolean
  private readonly file: VFile
  private last = 0

  constructor(document: ReadDocument, file: VFile) {
    this.source = document.text
    this.plain = document.format === 'txt'
    this.file = file
  }

  /** `within` is what the node stands in: a paragraph in a quote is a quote. */
  add(node: Root['children'][number], within: ParagraphKind): void {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(node, within)
      case 'heading':
        return this.push(joinLines(inlineLines(node.children, this.source, this.file), this.source), { kind: 'heading', level: node.depth, marked: true })
      case 'list':
        return this.list(node)
      case 'blockquote':
        for (const child of node.children) this.add(child, 'quote')
        return
      case 'footnoteDefinition':
        for (const child of node.children) this.add(child, within)
        return
      case 'table':
        return this.table(node)
      case 'code':
        return this.code(node)
      case 'html':
        return this.html(node)
      case 'yaml':
        return this.yaml(node)
      case 'definition':
        return report(this.file, { rule: 'link', action: 'dropped', text: '链接定义未收入正文', reason: '这一行只给出链接地址，不是正文', raw: spanOf(node), after: '' })
      default:
        return
    }
  }

  private paragraph(node: MdParagraph, within: ParagraphKind): void {
    const lines = inlineLines(node.children, this.source, this.file).filter((line) => textOf(line).trim() !== '')
    const marked = within !== 'paragraph'
    const whole = !this.plain && (marked || isWrapped(lines.map(textOf)))
    for (const runs of whole ? [joinLines(lines, this.source)] : lines) this.push(runs, { kind: within, marked })
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
        const runs = joinLines(inlineLines(first.children, this.source, this.file), this.source)
        this.push([...lines.current, ...runs], { kind: 'list', marked: true })
      } else if (first) this.add(first, 'list')
      for (const child of others) this.add(child, 'list')
    }
  }

  private table(node: Table): void {
    for (const row of node.children) {
      const cells = row.children.map((cell) => joinLines(inlineLines(cell.children, this.source, this.file), this.source))
      this.push(joined(cells.filter((cell) => textOf(cell) !== ''), () => ' | ', 'markup', this.source), { kind: 'table', marked: true })
    }
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
    this.blocks.push({ type: 'block', kind: 'code', level: null, runs: [{ start, end, text: '', fate: 'moved', rule: 'front-matter' }], text: '', marked: true, indented: false, gap: 0 })
    this.last = end
  }

  private push(runs: readonly Run[], { kind, level, marked, verbatim = false }: Shape): void {
    if (textOf(runs).trim() === '') return
    const first = runs[0]?.start ?? 0
    const text = textOf(runs)
    const block: Block = { type: 'block', kind, level: level ?? null, runs, text, marked, indented: INDENT.test(text), gap: this.breaks(this.last, first) }
    if (!verbatim) trim(block)
    this.blocks.push(block)
    this.last = runs.at(-1)?.end ?? first
  }

  private breaks(start: number, end: number): number {
    return start >= end ? 0 : (this.source.slice(start, end).match(BREAK)?.length ?? 0)
  }
}

const spanOf = (node: RootContent): { start: number; end: number } => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 })

/** Markdown that was wrapped by an editor: no line says anything of its own, and none is a paragraph's length. */
function isWrapped(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every((line, index) => line.length <= 80 && (line.length >= 20 || index === lines.length - 1) && classOf(line) === 'text')
}

function joinLines(lines: readonly Run[][], source: string): Run[] {
  return joined(lines.filter((line) => textOf(line).trim() !== ''), (a, b) => (/[\w,.;:!?)]$/.test(a.trimEnd()) && /^[\w(]/.test(b.trimStart()) ? ' ' : ''), 'markup', source)
}

/** One row of runs, with `between` put where two parts meet. */
function joined(parts: readonly (readonly Run[])[], between: (a: string, b: string) => string, rule: string, source: string): Run[] {
  const result: Run[] = []
  for (const part of parts) {
    const before = result.at(-1)
    const first = part[0]
    if (before && first) {
      const text = between(textOf(result), textOf(part))
      if (text !== '' && source.slice(before.end, first.start) === text) result.push({ start: before.end, end: first.start, text, fate: 'kept', rule: null })
      else if (text !== '') result.push({ start: before.end, end: first.start, text, fate: 'repaired', rule })
    }
    result.push(...part)
  }
  return result
}
