/** Text with marks, as nodes. */
import type { PackedSpan } from '../../../electron/contract/pack-page.ts'
import { element, type Child } from './dom.ts'

/** `hit` makes the element of one mark; by default a plain one. Of marks that overlap, each goes on where the one before it ends: no word stands there twice. */
export function marked(text: string, marks: readonly PackedSpan[], hit: (piece: string, n: number) => Child = (piece) => element('mark', {}, piece)): Child[] {
  const nodes: Child[] = []
  let at = 0
  marks.forEach(([start, end], n) => {
    const from = Math.max(at, start)
    if (end <= from) return
    if (from > at) nodes.push(text.slice(at, from))
    nodes.push(hit(text.slice(from, end), n))
    at = end
  })
  nodes.push(text.slice(at))
  return nodes
}
