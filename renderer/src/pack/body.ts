/** The body of an entry: its paragraphs and tables with hits, the sentence that is lit, and its figures. */
import type { PackedEntry, PackedParagraph, PackedSentence, PackedSpan } from '../../../electron/contract/pack-page.ts'
import { cellsOf, namesColumns, together, type Cell } from '../parts/rows.ts'
import { element, type Child } from './dom.ts'
import { pieces, type Layer, type Piece } from './pieces.ts'

export interface BodyParts {
  readonly entry: PackedEntry
  readonly hits: readonly PackedSpan[]
  /** The number of the first body hit among all hits of the entry. */
  readonly firstHit: number
  readonly lit: PackedSentence | null
  /** Says, for the figure with this number, where it comes from. */
  readonly figure: (n: number) => Child
  /** What a table of so many rows is called. */
  readonly table: (rows: number) => string
}

type Name = 'hit' | 'lit' | 'word' | 'figure'

/** The spans of a layer that a paragraph needs: paragraphs come in order, so each looks on from where the one before it found its first. */
function walk<N extends string>({ name, spans, first }: Layer<N>): (start: number, end: number) => Layer<N> {
  let from = 0
  return (start, end) => {
    while (from < spans.length && (spans[from]?.[1] ?? 0) <= start) from++
    let to = from
    while (to < spans.length && (spans[to]?.[0] ?? end) < end) to++
    return { name, spans: spans.slice(from, to), first: first + from }
  }
}

export function bodyOf({ entry, hits, firstHit, lit, figure, table: nameOfTable }: BodyParts): HTMLElement {
  const body = entry.body ?? ''
  const layers: readonly Layer<Name>[] = [
    { name: 'lit', spans: lit === null ? [] : [lit.span], first: 0 },
    { name: 'word', spans: lit?.marks ?? [], first: 0 },
    { name: 'figure', spans: entry.figures.map(({ start, end }) => [start, end]), first: 0 },
    { name: 'hit', spans: hits, first: firstHit },
  ]
  const walks = layers.map(walk)
  const node = ({ start, end, within }: Piece<Name>): Child[] => {
    let made: Child = body.slice(start, end)
    const after: Child[] = []
    for (const { name, n, last } of within) {
      if (name === 'hit') made = element('mark', { 'data-hit': n }, made)
      else if (name === 'figure') {
        made = element('span', { class: 'figure' }, made)
        if (last) after.push(figure(n))
      } else made = element('span', { class: name }, made)
    }
    return [made, ...after]
  }
  const words = (start: number, end: number): Child[] => pieces(start, end, walks.map((own) => own(start, end))).flatMap(node)
  const table = (paragraphs: readonly PackedParagraph[]): HTMLElement => {
    const rows = paragraphs.map(([, , start, end]) => cellsOf(body.slice(start, end), start))
    const row = (cells: readonly Cell[], head: boolean): HTMLElement =>
      element('tr', {}, ...cells.map(({ start, text }) => element(head ? 'th' : 'td', head ? { scope: 'col' } : {}, ...words(start, start + text.length))))
    const drawn = rows.map((cells, n) => row(cells, n === 0 && namesColumns(rows)))
    return element('div', { class: 'table-scroll', role: 'region', tabindex: 0, 'aria-label': nameOfTable(rows.length) }, element('table', {}, element('tbody', {}, ...drawn)))
  }
  const paragraph = ([kind, level, start, end]: PackedParagraph): HTMLElement => {
    const content = words(start, end)
    switch (kind) {
      case 'heading':
        return element(level > 2 ? 'h4' : 'h3', {}, ...content)
      case 'quote':
        return element('blockquote', {}, ...content)
      case 'code':
        return element('pre', {}, ...content)
      case 'list':
      case 'note':
      case 'picture':
        return element('p', { class: kind }, ...content)
      case 'table':
      case 'paragraph':
        return element('p', {}, ...content)
    }
  }
  return element('div', { class: 'body' }, ...together(entry.paragraphs, ([kind]) => kind).flatMap((group) => (group[0]?.[0] === 'table' ? [table(group)] : group.map(paragraph))))
}
