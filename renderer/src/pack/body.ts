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

const touching = (spans: readonly PackedSpan[], start: number, end: number): readonly PackedSpan[] => spans.map((span): PackedSpan => (span[0] < end && span[1] > start ? span : [0, 0]))

export function bodyOf({ entry, hits, firstHit, lit, figure }: BodyParts): HTMLElement {
  const body = entry.body ?? ''
  const layers: readonly Layer<Name>[] = [
    { name: 'lit', spans: lit === null ? [] : [lit.span] },
    { name: 'word', spans: lit?.marks ?? [] },
    { name: 'figure', spans: entry.figures.map(({ start, end }) => [start, end]) },
    { name: 'hit', spans: hits },
  ]
  const node = ({ start, end, within }: Piece<Name>): Child[] => {
    let made: Child = body.slice(start, end)
    const after: Child[] = []
    for (const { name, n, last } of within) {
      if (name === 'hit') made = element('mark', { 'data-hit': firstHit + n }, made)
      else if (name === 'figure') {
        made = element('span', { class: 'figure' }, made)
        if (last) after.push(figure(n))
      } else made = element('span', { class: name }, made)
    }
    return [made, ...after]
  }
  const paragraph = ([kind, level, start, end]: PackedParagraph): HTMLElement => {
    const own = layers.map(({ name, spans }) => ({ name, spans: touching(spans, start, end) }))
    const content = pieces(start, end, own).flatMap(node)
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
        return element('p', {}, ...content)
    }
  }
  return element('div', { class: 'body' }, ...entry.paragraphs.map(paragraph))
}
