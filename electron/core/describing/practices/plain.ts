/** The plain form of a text in which triggers are looked for: folded, and without quotes, which writers set or leave out around the same name. */
import { fold, foldText, originalSpan } from '../../language/fold.ts'

export interface Plain {
  readonly text: string
  /** The range of the original text that units [start, end) came from, half open. */
  readonly span: (start: number, end: number) => readonly [start: number, end: number]
}

const isQuote = (unit: number): boolean => unit === 0x22 || unit === 0x27

export function plainText(text: string): string {
  return foldText(text).replaceAll(/["']/g, '')
}

export function plain(original: string): Plain {
  const folded = fold(original)
  let quotes = 0
  for (let at = 0; at < folded.text.length; at++) if (isQuote(folded.text.charCodeAt(at))) quotes++
  if (quotes === 0) return { text: folded.text, span: (start, end) => originalSpan(original, folded.map, start, end) }
  const map = new Uint32Array(folded.text.length - quotes + 1)
  let kept = 0
  for (let at = 0; at < folded.text.length; at++) if (!isQuote(folded.text.charCodeAt(at))) map[kept++] = folded.map[at] ?? original.length
  map[kept] = original.length
  return { text: folded.text.replaceAll(/["']/g, ''), span: (start, end) => originalSpan(original, map, start, end) }
}
