/** A stretch of text cut wherever something begins or ends in it: hits, the sentence that is lit, its words, figures. */
import type { PackedSpan } from '../../../electron/contract/pack-page.ts'

export interface Layer<N extends string = string> {
  readonly name: N
  /** Rising, none inside another. */
  readonly spans: readonly PackedSpan[]
  /** The number of the first of them. */
  readonly first: number
}

export interface Piece<N extends string = string> {
  readonly start: number
  readonly end: number
  /** The spans it lies in: the layer, and the number of the span there. */
  readonly within: readonly { readonly name: N; readonly n: number; readonly last: boolean }[]
}

/** The pieces of [start, end), in order; together they are all of it. `last` marks the piece with which a span ends. */
export function pieces<N extends string>(start: number, end: number, layers: readonly Layer<N>[]): Piece<N>[] {
  const cuts = new Set([start, end])
  for (const { spans } of layers) for (const span of spans) for (const at of span) if (at > start && at < end) cuts.add(at)
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? end
    return { start: from, end: to, within: layers.flatMap(({ name, spans, first }) => spans.flatMap((span, at) => (span[0] <= from && span[1] >= to ? [{ name, n: first + at, last: span[1] === to }] : []))) }
  })
}
