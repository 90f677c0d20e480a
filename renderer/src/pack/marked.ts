/** Text with marks, as nodes. */
import type { PackedSpan } from '../../../electron/contract/pack-page.ts'
import { element, type Child } from './dom.ts'

/** `hit` makes the element of one mark; by default a plain one. */
export function marked(text: string, marks: readonly PackedSpan[], hit: (piece: string, n: number) => Child = (piece) => element('mark', {}, piece)): Child[] {
  const nodes: Child[] = []
  let at = 0
  marks.forEach(([start, end], n) => {
    if (start > at) nodes.push(text.slice(at, start))
    nodes.push(hit(text.slice(start, end), n))
    at = end
  })
  nodes.push(text.slice(at))
  return nodes
}
