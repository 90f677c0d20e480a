/** What is selected in the page, as a span of the body. */
import type { Span } from '../../../../../../electron/contract/entry.ts'

/** Null when nothing of the body is selected, or when the selection reaches out of it. `text` is the body. */
export function selectedSpan(body: Element | null, text: string, selection: Selection | null): Span | null {
  if (body === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const [from, to] = [offsetAt(body, range.startContainer, range.startOffset), offsetAt(body, range.endContainer, range.endOffset)]
  return from === null || to === null ? null : trim(text, from, to)
}

/** Each block of the body, and each cell of a table in it, says where its text begins; between there and the point stands nothing but text. */
function offsetAt(body: Element, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest<HTMLElement>('[data-start]')
  if (!block) return betweenBlocks(body, node, offset)
  if (!body.contains(block)) return null
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  return Number(block.dataset['start']) + range.toString().length
}

/** A point in a table that lies in none of its cells is where the cell behind it begins, or where the last one before it ends. */
function betweenBlocks(body: Element, node: Node, offset: number): number | null {
  const table = node instanceof Element && body.contains(node) ? node.closest('table') : null
  if (table === null) return null
  const point = document.createRange()
  point.setStart(node, offset)
  const cells = [...table.querySelectorAll<HTMLElement>('[data-start]')]
  const behind = cells.find((cell) => point.comparePoint(cell, 0) >= 0)
  if (behind !== undefined) return Number(behind.dataset['start'])
  const last = cells.at(-1)
  return last === undefined ? null : Number(last.dataset['start']) + (last.textContent?.length ?? 0)
}

/** Without the white space around it; null when nothing else is left. */
export function trim(text: string, from: number, to: number): Span | null {
  const piece = text.slice(from, to)
  const start = from + piece.length - piece.trimStart().length
  const end = from + piece.trimEnd().length
  return end > start ? { start, end } : null
}
