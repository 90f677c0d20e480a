/** What the elements of HTML mean for reading: which begin a line, which a person does not see. */
import type { Element, Node } from './tree.ts'

const BLOCKS = new Set('address article aside blockquote body button caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul'.split(' '))

/** WeChat sets author, account and day beside each other. */
const APART = /(?:^|\s)rich_media_meta(?:\s|$)/

export const isBlock = ({ name, attributes }: Element): boolean => BLOCKS.has(name) || APART.test(attributes['class'] ?? '') || /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b/i.test(attributes['style'] ?? '')

/** WeChat hides its articles until a script has run, which never happens in a saved page. */
const SHOWN_BY_SCRIPT = new Set(['js_content', 'img-content', 'page-content'])

export function isHidden({ attributes }: Element): boolean {
  if (SHOWN_BY_SCRIPT.has(attributes['id'] ?? '')) return false
  return attributes['hidden'] !== undefined || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(attributes['style'] ?? '')
}

export const isPreformatted = ({ name, attributes }: Element): boolean => name === 'pre' || name === 'listing' || name === 'xmp' || name === 'plaintext' || /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/i.test(attributes['style'] ?? '')

const PARTS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'article', 'section'])
/** Items of a list that a person would call one are shorter. */
const LONGEST_ITEM = 600

/** Whether a list only places parts of the page side by side: its items hold headings, tables or whole texts. */
export function placesParts(list: Element): boolean {
  return list.children.some((item) => typeof item !== 'string' && measure(item) > LONGEST_ITEM)
}

/** The length of its words; a part of a page counts as more than any item has. */
function measure(node: Node): number {
  if (typeof node === 'string') return node.trim().length
  if (PARTS.has(node.name)) return LONGEST_ITEM + 1
  let length = 0
  for (const child of node.children) {
    // A list inside the item is measured when it is its turn.
    if (typeof child === 'string' || (child.name !== 'ul' && child.name !== 'ol')) length += measure(child)
    if (length > LONGEST_ITEM) break
  }
  return length
}
