/** The text of mdast phrasing, line by line, as runs of the original: marks are left out, escapes and entities repaired. */
import type { FootnoteReference, Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast'
import type { VFile } from 'vfile'
import { quote, report } from './message.ts'
import { textOf } from './runs.ts'
import type { Run, RunReference } from './tree.ts'

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/iy

/** Every break a text can hold. */
export const BREAK = /\r\n|[\n\r\f\u0085\u2028\u2029]/g

/** Collects runs; a line break in the phrasing starts the next line. */
export class Lines {
  readonly all: Run[][] = [[]]
  readonly source: string
  /** What the runs that are added next refer to. */
  reference: RunReference | null = null
  constructor(source: string) {
    this.source = source
  }

  get current(): Run[] {
    return this.all.at(-1) ?? []
  }

  break(): void {
    this.all.push([])
  }

  keep(start: number, end: number): void {
    if (end <= start) return
    const last = this.current.at(-1)
    if (last?.fate === 'kept' && last.end === start && last.picture === undefined && (last.reference ?? null) === this.reference) this.current[this.current.length - 1] = { ...last, end, text: this.source.slice(last.start, end) }
    else this.current.push({ start, end, text: this.source.slice(start, end), fate: 'kept', rule: null, ...this.referring() })
  }

  repair(start: number, end: number, text: string, rule: string): void {
    this.current.push({ start, end, text, fate: 'repaired', rule, ...this.referring() })
  }

  /** A picture of the file, with the words that the file gives it. */
  picture(id: string, start: number, end: number): void {
    this.current.push({ start, end, text: this.source.slice(start, end), fate: 'kept', rule: null, picture: id })
  }

  private referring(): { readonly reference?: RunReference } {
    return this.reference === null ? {} : { reference: this.reference }
  }

  /** Adds `value`, which the parser read from `start`–`end`. */
  value(value: string, start: number, end: number): void {
    if (this.source.slice(start, end) === value) this.plain(start, end)
    else this.aligned(value, start, end)
  }

  /** Kept as it stands, line by line. */
  plain(start: number, end: number): void {
    let from = start
    for (const found of this.source.slice(start, end).matchAll(BREAK)) {
      this.keep(from, start + found.index)
      this.break()
      from = start + found.index + found[0].length
    }
    this.keep(from, end)
  }

  private aligned(value: string, start: number, end: number): void {
    let i = start
    let j = 0
    while (j < value.length && i < end) {
      const wanted = value.charAt(j)
      const found = this.source.charAt(i)
      const entity = found === '&' ? this.entity(i, value, j) : null
      if (wanted === '\n' || wanted === '\r') {
        while (i < end && !/[\n\r]/.test(this.source.charAt(i))) i++
        i += this.source.startsWith('\r\n', i) ? 2 : 1
        j += value.startsWith('\r\n', j) ? 2 : 1
        this.break()
      } else if (entity !== null) {
        const length = this.decodedLength(value, j, i + entity.length)
        this.repair(i, i + entity.length, value.slice(j, j + length), 'markup')
        i += entity.length
        j += length
      } else if (found === '\0' && wanted === '\uFFFD') {
        this.repair(i, i + 1, wanted, 'characters')
        i++
        j++
      } else if (found === wanted) {
        this.keep(i, i + 1)
        i++
        j++
      } else i++
    }
    if (j < value.length) this.repair(end, end, value.slice(j).replaceAll(/[\n\r]+/g, ' '), 'markup')
  }

  private entity(at: number, value: string, j: number): string | null {
    ENTITY.lastIndex = at
    const entity = ENTITY.exec(this.source)?.[0] ?? null
    return entity === null || value.startsWith(entity, j) ? null : entity
  }

  /** An entity gives one or two code units: as many as make the text after it agree again. */
  private decodedLength(value: string, j: number, next: number): number {
    if (value.codePointAt(j) !== value.charCodeAt(j)) return 2
    return value.charAt(j + 1) === this.source.charAt(next) || value.charAt(j + 2) !== this.source.charAt(next) ? 1 : 2
  }
}

/** The definitions of a Markdown file, by label. */
export type Definitions = ReadonlyMap<string, string>

export interface Sourced {
  readonly source: string
  readonly file: VFile
  readonly definitions: Definitions
}

export function inlineLines(nodes: readonly PhrasingContent[], { source, file, definitions }: Sourced): Run[][] {
  const collector = new Collector(new Lines(source), file, definitions)
  for (const node of nodes) collector.add(node)
  return collector.lines.all
}

/** Addresses that lead somewhere outside the file they stood in. */
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s\p{C}]{1,3990}$/iu
const PICTURE = 'casebook:picture/'

class Collector {
  readonly lines: Lines
  private readonly file: VFile
  private readonly definitions: Definitions

  constructor(lines: Lines, file: VFile, definitions: Definitions) {
    this.lines = lines
    this.file = file
    this.definitions = definitions
  }

  add(node: PhrasingContent): void {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    switch (node.type) {
      case 'text':
        return this.lines.value(node.value, start, end)
      case 'inlineCode':
        return this.lines.value(node.value.replaceAll(/[\n\r]+/g, ' '), start, end)
      case 'break':
        return this.lines.break()
      case 'html':
        return /^<br\b/i.test(node.value) ? this.lines.break() : undefined
      case 'footnoteReference':
        return this.note(node, start, end)
      case 'image':
      case 'imageReference':
        return this.image(node, start, end)
      case 'link':
      case 'linkReference':
        return this.link(node, start, end)
      default:
        if ('children' in node) for (const child of node.children) this.add(child)
    }
  }

  /** [^1] in Markdown is read as [1]; other formats show what they show. */
  private note(node: FootnoteReference, start: number, end: number): void {
    this.referring({ kind: 'note', target: node.identifier }, () => {
      const caret = this.lines.source.startsWith('[^', start)
      if (caret) this.lines.keep(start, start + 1)
      this.lines.keep(caret ? start + 2 : start, end)
    })
  }

  private image(node: Image | ImageReference, start: number, end: number): void {
    const alt = node.alt ?? ''
    const url = this.addressOf(node)
    if (url.startsWith(PICTURE)) return this.lines.picture(url.slice(PICTURE.length), start, end)
    const remote = ADDRESS.test(url)
    if (alt !== '') this.referring(remote ? { kind: 'link', target: url } : null, () => this.lines.value(alt, start, end))
    const reason = remote ? `图片不在这份文件里，也不会联网去取；${alt === '' ? '网址在原文中可以查到' : '说明文字保留，网址附在上面'}` : '图片是另一个文件，没有随这份文件一起导入；说明文字保留，文件名见原文'
    report(this.file, { rule: 'link', action: 'dropped', text: `图片“${quote(alt)}”只保留说明文字`, reason, raw: { start, end }, after: alt })
  }

  private link(node: Link | LinkReference, start: number, end: number): void {
    const url = this.addressOf(node)
    const known = ADDRESS.test(url)
    const from = this.lines.all.length - 1
    const at = this.lines.current.length
    this.referring(known ? { kind: 'link', target: url } : null, () => {
      for (const child of node.children) this.add(child)
    })
    if (known || url.startsWith('#')) return
    const shown = textOf(this.lines.all.slice(from).flatMap((runs, index) => (index === 0 ? runs.slice(at) : runs)))
    report(this.file, { rule: 'link', action: 'dropped', text: `链接“${quote(shown)}”只保留文字`, reason: '它指向的不是网址，离开原来的位置就打不开；地址可在原文中查看', raw: { start, end }, after: shown })
  }

  private addressOf(node: Link | LinkReference | Image | ImageReference): string {
    return 'url' in node ? node.url : (this.definitions.get(node.identifier) ?? '')
  }

  /** A link around a picture's words stays the link of the outermost. */
  private referring(reference: RunReference | null, add: () => void): void {
    const outer = this.lines.reference
    this.lines.reference = outer ?? reference
    add()
    this.lines.reference = outer
  }
}
