/** The numbers that a browser draws before the items of a numbered list. */
import type { Element, Node } from './tree.ts'

/** Items that write their own number would have two. */
const NUMBERED = /^[\s\u3000]*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,4}[）).、．:：]|第[0-9一二三四五六七八九十百]+[条章节项]|[①-⑳])/

export function itemMarks(list: Element): ReadonlyMap<Element, string> {
  const items = list.children.filter((child): child is Element => typeof child !== 'string' && child.name === 'li')
  const reversed = list.attributes['reversed'] !== undefined
  let number = whole(list.attributes['start']) ?? (reversed ? items.length : 1)
  const marks = new Map<Element, string>()
  if (/list-style(?:-type)?\s*:\s*none/i.test(list.attributes['style'] ?? '')) return marks
  for (const item of items) {
    number = whole(item.attributes['value']) ?? number
    if (!NUMBERED.test(opening(item))) marks.set(item, `${drawn(number, list.attributes['type'] ?? '1')}. `)
    number += reversed ? -1 : 1
  }
  return marks
}

const whole = (text: string | undefined): number | null => (text !== undefined && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null)

function opening(node: Node): string {
  if (typeof node === 'string') return node
  for (const child of node.children) {
    const text = opening(child)
    if (text.trim() !== '') return text
  }
  return ''
}

function drawn(number: number, type: string): string {
  if (number < 1 || number > 3999) return String(number)
  switch (type) {
    case 'a':
      return letters(number)
    case 'A':
      return letters(number).toUpperCase()
    case 'i':
      return roman(number)
    case 'I':
      return roman(number).toUpperCase()
    default:
      return String(number)
  }
}

const letters = (number: number): string => (number <= 0 ? '' : letters(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26)))

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']]
function roman(number: number): string {
  let left = number
  let text = ''
  for (const [value, sign] of ROMAN) {
    while (left >= value) {
      text += sign
      left -= value
    }
  }
  return text
}
