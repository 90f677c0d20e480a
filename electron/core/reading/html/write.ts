/** Blocks of a page written into one text and its tree, each with what was concluded of it. */
import type { Data } from 'mdast'
import { Projection, type Inline } from '../projection.ts'
import type { Block } from './blocks.ts'

export interface Written extends ReturnType<Projection['done']> {
  /** Where each block begins and ends in the text, in their order. */
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

export function write(blocks: readonly Block[], data: readonly (Data | undefined)[], page = new Projection()): Written {
  const starts: number[] = []
  for (let index = 0; index < blocks.length; ) {
    const first = blocks[index]
    if (!first) break
    let end = index + 1
    while (end < blocks.length && joins(first, blocks[end]) && alike(data[end], data[index])) end++
    const run = blocks.slice(index, end)
    let at = first.kind === 'line' && index > 0 ? page.next - 1 : page.next
    for (const { text } of run) {
      starts.push(at)
      at += text.length + (first.kind === 'quote' ? 2 : 1)
    }
    put(page, run, first, data[index])
    index = end
  }
  const done = page.done()
  return { ...done, spans: starts.map((start, index) => ({ start, end: start + (blocks[index]?.text.length ?? 0) })) }
}

/** Items of one list and paragraphs of one quotation are written together. */
const joins = (first: Block, other: Block | undefined): boolean =>
  other !== undefined && first.kind === other.kind && ((first.kind === 'item' || first.kind === 'quote') ? first.group === other.group : first.kind === 'note' && first.note === other.note)

const alike = (a: Data | undefined, b: Data | undefined): boolean => a?.aside?.reason === b?.aside?.reason && a?.titled === b?.titled

function put(page: Projection, run: readonly Block[], first: Block, data: Data | undefined): void {
  const lines = run.map(({ inlines }) => inlines)
  switch (first.kind) {
    case 'item':
      page.list(lines, data)
      return
    case 'quote':
      page.quote(lines, data)
      return
    case 'table':
      page.table(first.rows ?? [], data)
      return
    case 'heading':
      page.heading(levelOf(first.level), first.inlines, data)
      return
    case 'note':
      page.note(first.note ?? '', lines.flatMap((line, index): readonly Inline[] => (index === 0 ? line : [' ', ...line])), data)
      return
    case 'line':
      page.line(first.inlines, data)
      return
    default:
      page.paragraph(first.inlines, data)
  }
}

const LEVELS = [1, 2, 3, 4, 5, 6] as const
const levelOf = (level: number): 1 | 2 | 3 | 4 | 5 | 6 => LEVELS[level - 1] ?? 6
