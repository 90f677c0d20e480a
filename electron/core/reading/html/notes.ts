/** Footnotes of a page: a short link to a place further down that holds their text. */
import { isBlock } from './elements.ts'
import type { Element, Node } from './tree.ts'

export interface Notes {
  /** The label of the note that this element refers to. */
  readonly refersTo: (element: Element) => string | null
  /** The label of the note whose text this element is. */
  readonly noteAt: (element: Element) => string | null
}

/** What stands for a note in a line: 1, [1], ①, *, 注1. */
const MARK = /^[\s[【（(〔]*(?:注释?\s*)?(?:\d{1,3}|[①-⑳㉑-㊿*＊†‡]{1,3}|[ivx]{1,5})[\]】）)〕\s]*$/
const LONGEST = 3000
const MOST = 5000
/** A note is a few paragraphs at most. */
const MOST_LINES = 6

/** How a note begins: with its mark, which often links back. */
const OPENS = /^[\s[【（(〔]*(?:注释?\s*)?(?:\d{1,3}|[①-⑳㉑-㊿*＊†‡]{1,3}|[ivx]{1,5})[\]】）)〕\s.、．:：]*\S/

/**
 * A link up the page leads back from a note, a row of numbers is a pager, and a number of comments leads to the comments:
 * only a place further down that opens with a mark, is an item of a list, or calls itself a note holds the text of one.
 */
export function findNotes(body: Element): Notes {
  const references: { readonly element: Element; readonly target: string; readonly at: number; readonly raised: boolean }[] = []
  const anchors = new Map<string, { readonly block: Element; readonly at: number }>()
  let at = 0
  const look = (node: Node, block: Element, raised: boolean): void => {
    if (typeof node === 'string') return
    at++
    const own = isBlock(node) ? node : block
    for (const id of [node.attributes['id'], node.name === 'a' ? node.attributes['name'] : undefined]) if (id !== undefined && id !== '' && !anchors.has(id)) anchors.set(id, { block: own, at })
    const target = node.name === 'a' ? targetOf(node) : null
    if (target !== null && references.length < MOST && (MARK.test(words(node, 20)) || /noteref/.test(node.attributes['epub:type'] ?? ''))) references.push({ element: node, target, at, raised: raised || node.children.some(isRaised) })
    for (const child of node.children) look(child, own, raised || isRaised(node))
  }
  look(body, body, false)
  const labels = new Map<Element, string>()
  const texts = new Map<Element, string>()
  for (const { element, target, at: here, raised } of references) {
    const anchor = anchors.get(target)
    if (!anchor || anchor.block === body || anchor.at <= here) continue
    const text = words(anchor.block, LONGEST + 1).trim()
    if (text.length < 2 || text.length > LONGEST || linesIn(anchor.block) > MOST_LINES) continue
    if (!/footnote|endnote|rearnote/.test(anchor.block.attributes['epub:type'] ?? '') && !OPENS.test(text) && !(anchor.block.name === 'li' && raised)) continue
    labels.set(element, target)
    if (!texts.has(anchor.block)) texts.set(anchor.block, target)
  }
  return { refersTo: (element) => labels.get(element) ?? null, noteAt: (element) => texts.get(element) ?? null }
}

const isRaised = (node: Node): boolean => typeof node !== 'string' && (node.name === 'sup' || /vertical-align\s*:\s*super/i.test(node.attributes['style'] ?? ''))

/** How many lines a part of the page has, counted no further than is needed. */
function linesIn(element: Element): number {
  let lines = 0
  for (const child of element.children) {
    if (typeof child === 'string') continue
    lines += (isBlock(child) ? 1 : 0) + linesIn(child)
    if (lines > MOST_LINES) break
  }
  return lines
}

function targetOf({ attributes }: Element): string | null {
  const href = attributes['href']?.trim() ?? ''
  if (!href.startsWith('#') || href.length < 2) return null
  try {
    return decodeURIComponent(href.slice(1))
  } catch {
    return href.slice(1)
  }
}

/** At most `most` characters of it, so that a large page is not gathered for each anchor. */
function words(node: Node, most: number): string {
  if (typeof node === 'string') return node.slice(0, most)
  let text = ''
  for (const child of node.children) {
    if (text.length >= most) break
    text += words(child, most - text.length)
  }
  return text
}
