/** The text that stands on a part of the page, block by block, so that words are found across the marks and links inside a line. */
export interface TextBlock {
  readonly element: Element
  readonly nodes: readonly { readonly node: Text; readonly start: number }[]
  readonly text: string
}

const BLOCK = 'p, h1, h2, h3, h4, li, td, th, dt, dd, blockquote, pre, figcaption, button, label, legend, summary, div, section, header, aside, .cell-lead, [data-behind] > *'
const UNREAD = '[hidden], [aria-hidden="true"], .find-bar, .unseen, script, style, svg, input, textarea'
/** Text that is there but shown only once it is found. */
const BEHIND = '[data-behind]'

/** What can be read in `root`, in the order of the page; of `only`, where it is given. */
export function blocksIn(root: Element, only: string | null = null): readonly TextBlock[] {
  const seen = new Map<Element, boolean>()
  const readable = (element: Element): boolean => {
    const known = seen.get(element)
    if (known !== undefined) return known
    const can = (only === null || element.closest(only) !== null) && (element.closest(BEHIND) !== null || element.checkVisibility())
    seen.set(element, can)
    return can
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element ? (node.matches(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP) : NodeFilter.FILTER_ACCEPT)
  const blocks: { element: Element; nodes: { node: Text; start: number }[]; text: string }[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!(node instanceof Text) || parent === null || node.data === '' || !readable(parent)) continue
    const element = parent.closest(BLOCK) ?? parent
    const last = blocks.at(-1)
    if (last?.element === element) {
      last.nodes.push({ node, start: last.text.length })
      last.text += node.data
    } else blocks.push({ element, nodes: [{ node, start: 0 }], text: node.data })
  }
  return blocks
}

/** A stretch of a block as a range of the page. */
export function rangeIn({ nodes }: TextBlock, from: number, to: number): Range {
  const range = document.createRange()
  for (const { node, start } of nodes) {
    const end = start + node.data.length
    if (from >= start && from < end) range.setStart(node, from - start)
    if (to > start && to <= end) range.setEnd(node, to - start)
  }
  return range
}
