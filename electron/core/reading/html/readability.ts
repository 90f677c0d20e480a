/** What @mozilla/readability takes for the article: asked on a bare copy of the page, in which every block is one element with its number. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Block } from './blocks.ts'
import type { Element } from './tree.ts'

/** Notices of authorities are often shorter than the 500 characters that Readability expects. */
const SHORTEST = 100
const NUMBER = 'data-block'

/** The indices of the blocks it keeps; empty when it finds no article. */
export function readableBlocks(blocks: readonly Block[], title: string): ReadonlySet<number> {
  const { document } = parseHTML(`<!DOCTYPE html><html><head><title>${escaped(title)}</title></head><body>${copyOf(blocks)}</body></html>`)
  const found = new Readability<unknown>(document, { charThreshold: SHORTEST, disableJSONLD: true, serializer: (node) => node }).parse()?.content
  if (!isParent(found)) return new Set()
  return new Set([...found.querySelectorAll(`[${NUMBER}]`)].map((element) => Number(element.getAttribute(NUMBER))))
}

interface Parent {
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly getAttribute: (name: string) => string | null }>
}
const isParent = (value: unknown): value is Parent => typeof value === 'object' && value !== null && 'querySelectorAll' in value

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Containers keep their class and id, which Readability weighs; words keep only that they are links. */
function copyOf(blocks: readonly Block[]): string {
  const parts: string[] = []
  let open: readonly Element[] = []
  const menus = menusIn(blocks)
  blocks.forEach((block, index) => {
    if (block.hidden || menus.has(index)) return
    const path = block.path.slice(1)
    const own = path.at(-1)
    const around = own !== undefined && isLeaf(own) ? path.slice(0, -1) : path
    let shared = 0
    while (shared < open.length && open[shared] === around[shared]) shared++
    for (let i = open.length - 1; i >= shared; i--) parts.push('</', containerName(open[i]), '>')
    for (const element of around.slice(shared)) parts.push('<', containerName(element), naming(element), '>')
    open = around
    const name = block.kind === 'heading' ? `h${block.level}` : block.kind === 'item' ? 'li' : 'p'
    parts.push('<', name, ` ${NUMBER}="${index}"`, own !== undefined && around !== path ? naming(own) : '', '>', wordsOf(block), '</', name, '>')
  })
  for (let i = open.length - 1; i >= 0; i--) parts.push('</', containerName(open[i]), '>')
  return parts.join('')
}

/** So many links in a row are a menu or a list of other pages; weighing each of them would take longer than the article. */
const MENU = 8

function menusIn(blocks: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>()
  let from = 0
  for (let index = 0; index <= blocks.length; index++) {
    const block = blocks[index]
    if (block !== undefined && block.linked > 0 && block.linked * 10 >= block.text.length * 9) continue
    if (index - from >= MENU) for (let at = from; at < index; at++) found.add(at)
    from = index + 1
  }
  return found
}

const isLeaf = ({ name }: Element): boolean => name === 'p' || name === 'li' || /^h[1-6]$/.test(name)
const CONTAINERS = new Set(['article', 'section', 'main', 'header', 'footer', 'nav', 'aside', 'blockquote', 'ul', 'ol', 'pre'])
const containerName = (element: Element | undefined): string => (element !== undefined && CONTAINERS.has(element.name) ? element.name : 'div')

function naming({ attributes }: Element): string {
  const named = ['class', 'id', 'role'].map((name) => (attributes[name] === undefined ? '' : ` ${name}="${escaped(attributes[name].slice(0, 200))}"`))
  return named.join('')
}

function wordsOf({ rows, inlines, text }: Block): string {
  if (rows !== null) return escaped(text)
  return inlines.map((inline) => (typeof inline === 'string' ? escaped(inline) : inline.href === undefined ? escaped(inline.text) : `<a href="${escaped(inline.href)}">${escaped(inline.text)}</a>`)).join('')
}
