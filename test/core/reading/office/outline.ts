import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { expect } from 'vitest'
import type { ReadDocument } from '../../../../electron/core/reading/document.ts'
import { read } from '../../../../electron/core/reading/index.ts'

export const readNamed = (name: string, bytes: Uint8Array): Promise<ReadDocument> => read({ name, bytes }, { characterMap: () => null })

/** Each block of the tree in a line: what it is, its words, and what reading says of it. */
export const outline = ({ tree, text }: ReadDocument): readonly string[] =>
  tree.children.map((node) => {
    const words = text.slice(node.position?.start.offset, node.position?.end.offset)
    const kind = node.type === 'heading' ? `h${node.depth}` : node.type === 'footnoteDefinition' ? 'note' : node.type
    const marks = [node.data?.aside?.rule, node.data?.titled === true ? 'titled' : undefined, node.data?.indented === true ? 'indented' : undefined, node.data?.page === undefined ? undefined : `page ${node.data.page}`].filter((mark) => mark !== undefined)
    return `${[kind, ...marks].join(' ')}: ${words}`
  })

/** What holds of any document at all: nodes stand inside their parents and in order, and words are their slices. */
export function expectLawful({ tree, text, pictures, warnings }: ReadDocument): void {
  let last = 0
  visit(tree, (node: Nodes, _, parent: Nodes | undefined) => {
    const start = node.position?.start.offset ?? -1
    const end = node.position?.end.offset ?? -1
    expect(start >= (parent?.position?.start.offset ?? 0) && start <= end && end <= (parent?.position?.end.offset ?? text.length)).toBe(true)
    if (node.type === 'text') {
      expect(text.slice(start, end)).toBe(node.value)
      expect(start).toBeGreaterThanOrEqual(last)
      last = end
    }
    if (node.type === 'image') expect(pictures.map(({ id }) => `casebook:picture/${id}`)).toContain(node.url)
  })
  for (const { raw } of warnings) expect(raw.start >= 0 && raw.end <= text.length).toBe(true)
}
