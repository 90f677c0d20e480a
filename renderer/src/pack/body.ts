/** The body of an entry: its paragraphs with hits, the sentence that is lit, and its figures. */
import type { PackedEntry, PackedParagraph, PackedSentence, PackedSpan } from '../../../electron/contract/pack-page.ts'
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

export function bodyOf({ entry, hits, firstHit, lit, figure }: BodyParts): HTMLElement {
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
  const paragraph = ([kind, level, start, end]: PackedParagraph): HTMLElement => {
    const content = pieces(start, end, walks.map((own) => own(start, end))).flatMap(node)
    switch (kind) {
      case 'heading':
        return element(level > 2 ? 'h4' : 'h3', {}, ...content)
      case 'quote':
        return element('blockquote', {}, ...content)
      case 'table':
      case 'code':
        return element('pre', {}, ...content)
      case 'list':
        return element('p', { class: 'list' }, ...content)
      case 'paragraph':
      case 'picture':
      case 'note':
        return element('p', {}, ...content)
    }
  }
  return element('div', { class: 'body' }, ...entry.paragraphs.map(paragraph))
}
