/** The text of mdast phrasing, line by line, as runs of the original: marks are left out, escapes and entities repaired. */
import type { Link, LinkReference, PhrasingContent } from 'mdast'
import type { VFile } from 'vfile'
import { quote, report } from './message.ts'
import { textOf } from './runs.ts'
import type { Run } from './tree.ts'

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/iy

/** Every break a text can hold. */
export const BREAK = /\r\n|[\n\r\f\u0085\u2028\u2029]/g

/** Collects runs; a line break in the phrasing starts the next line. */
export class Lines {
  readonly all: Run[][] = [[]]
  readonly source: string
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
    if (last?.fate === 'kept' && last.end === start) this.current[this.current.length - 1] = { ...last, end, text: this.source.slice(last.start, end) }
    else this.current.push({ start, end, text: this.source.slice(start, end), fate: 'kept', rule: null })
  }

  repair(start: number, end: number, text: string, rule: string): void {
    this.current.push({ start, end, text, fate: 'repaired', rule })
  }

  drop(start: number, end: number, rule: string): void {
    if (end > start) this.current.push({ start, end, text: '', fate: 'dropped', rule })
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

export function inlineLines(nodes: readonly PhrasingContent[], source: string, file: VFile): Run[][] {
  const lines = new Lines(source)
  for (const node of nodes) collect(node, lines, file)
  return lines.all
}

function collect(node: PhrasingContent, lines: Lines, file: VFile): void {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  switch (node.type) {
    case 'text':
      return lines.value(node.value, start, end)
    case 'inlineCode':
      return lines.value(node.value.replaceAll(/[\n\r]+/g, ' '), start, end)
    case 'break':
      return lines.break()
    case 'html':
      return /^<br\b/i.test(node.value) ? lines.break() : undefined
    case 'footnoteReference':
      return lines.keep(start, end)
    case 'image':
    case 'imageReference': {
      const alt = node.alt ?? ''
      if (alt !== '') lines.value(alt, start, end)
      return report(file, { rule: 'link', action: 'dropped', text: `图片“${quote(alt)}”未收入正文`, reason: '正文只保存文字；图片的说明文字保留，地址见原文', raw: { start, end }, after: alt })
    }
    case 'link':
    case 'linkReference':
      return collectLink(node, start, end, lines, file)
    default:
      if ('children' in node) for (const child of node.children) collect(child, lines, file)
  }
}

function collectLink(node: Link | LinkReference, start: number, end: number, lines: Lines, file: VFile): void {
  const first = node.children[0]?.position?.start.offset ?? end
  const last = node.children.at(-1)?.position?.end.offset ?? end
  lines.drop(start, first, 'link')
  const from = lines.all.length - 1
  const at = lines.current.length
  for (const child of node.children) collect(child, lines, file)
  const shown = lines.all.slice(from).flatMap((runs, index) => (index === 0 ? runs.slice(at) : runs))
  lines.drop(last, end, 'link')
  const bare = node.type === 'link' && lines.source.slice(first, last) === node.url
  if (!bare && end > last) report(file, { rule: 'link', action: 'dropped', text: `链接“${quote(textOf(shown))}”只保留文字`, reason: '正文只保存文字；链接地址可在原文中查看', raw: { start, end }, after: textOf(shown) })
}
