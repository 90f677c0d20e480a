/** Where the chapters of a table of contents begin among the blocks of a book. */
import { isBlock } from '../html/elements.ts'
import type { Block } from '../html/blocks.ts'
import type { Element, Node } from '../html/tree.ts'
import type { Chapter } from './contents.ts'

export interface ChapterStart {
  readonly block: number
  readonly title: string
}

/** A part that says no more than this before its first chapter is only their heading. */
const SHORTEST_PART = 200

/** In the order of the book, each block once. */
export function findBoundaries(chapters: readonly Chapter[], body: Element, blocks: readonly Block[]): readonly ChapterStart[] {
  const homes = anchorsIn(body)
  const firsts = new Map<Element, number>()
  blocks.forEach(({ path }, index) => {
    for (const element of path) if (!firsts.has(element)) firsts.set(element, index)
  })
  const startOf = ({ path, fragment }: Chapter): number | null => {
    const home = (fragment === null ? undefined : homes.get(`${path}#${fragment}`)) ?? homes.get(path)
    return home === undefined ? null : (firsts.get(home) ?? null)
  }
  const starts = chapters.flatMap((chapter) => startsOf(chapter, startOf, blocks)).toSorted((a, b) => a.block - b.block)
  return starts.filter(({ block }, index) => starts[index - 1]?.block !== block)
}

function startsOf(chapter: Chapter, startOf: (chapter: Chapter) => number | null, blocks: readonly Block[]): readonly ChapterStart[] {
  const start = startOf(chapter)
  const parts = chapter.parts.flatMap((part) => startsOf(part, startOf, blocks)).toSorted((a, b) => a.block - b.block)
  const [first, ...others] = parts
  if (start === null) return parts
  if (first === undefined) return [{ block: start, title: chapter.title }]
  const told = blocks.slice(start, first.block).reduce((sum, { text }) => sum + text.length, 0)
  // A chapter's sections stay in it; a part without words of its own is its chapters, and its heading goes with the first.
  return first.block >= start && told < SHORTEST_PART ? [{ block: start, title: first.title }, ...others] : [{ block: start, title: chapter.title }]
}

/** By anchor, the block-level element that it stands in or is. */
function anchorsIn(body: Element): ReadonlyMap<string, Element> {
  const homes = new Map<string, Element>()
  const look = (node: Node, home: Element): void => {
    if (typeof node === 'string') return
    const own = isBlock(node) ? node : home
    for (const id of [node.attributes['id'], node.attributes['name']]) if (id !== undefined && !homes.has(id)) homes.set(id, own)
    for (const child of node.children) look(child, own)
  }
  for (const child of body.children) look(child, body)
  return homes
}
