import type { Paragraph, Root } from 'mdast'

/** Every break a text file can hold: LF, CR, CRLF, form feed, NEL and the two separators of Unicode. */
const LINE = /\r\n|[\n\r\f\u0085\u2028\u2029]/g
const VISIBLE = /[^\s\p{C}\p{Z}]|\p{Co}/u

/** One paragraph per line that has something to read, its position exact; indents stay, for they mean something to cleaning. */
export function parsePlainText(text: string): Root {
  const children: Paragraph[] = []
  let line = 1
  let start = 0
  const take = (end: number): void => {
    const value = text.slice(start, end)
    if (VISIBLE.test(value)) {
      const position = { start: { line, column: 1, offset: start }, end: { line, column: end - start + 1, offset: end } }
      children.push({ type: 'paragraph', position, children: [{ type: 'text', value, position }] })
    }
  }
  for (const found of text.matchAll(LINE)) {
    take(found.index)
    start = found.index + found[0].length
    line++
  }
  take(text.length)
  const end = { line, column: text.length - start + 1, offset: text.length }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}

/** Whether anything in the text can be read: not only blanks, controls and invisible characters. */
export const hasText = (text: string): boolean => VISIBLE.test(text)
