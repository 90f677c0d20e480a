import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { expect } from 'vitest'
import type { ReadDocument } from '../../../../electron/core/reading/index.ts'

/** A document is right when every node stands where it says, and every text node is its own slice. */
export function expectExact({ text, tree }: Pick<ReadDocument, 'text' | 'tree'>): void {
  visit(tree, (node: Nodes) => {
    const start = node.position?.start.offset ?? -1
    const end = node.position?.end.offset ?? -2
    if (node.type === 'text') expect(text.slice(start, end)).toBe(node.value)
    expect(start >= 0 && start <= end && end <= text.length).toBe(true)
  })
}
