/** The piece of a body that a list shows: around the first hit, else how it begins. */
import type { PackedSpan } from '../../../electron/contract/pack-page.ts'

const WINDOW = 90
const LEAD = 24

export interface Snippet {
  readonly text: string
  readonly marks: readonly PackedSpan[]
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** `marks` are those of the whole body; those of the snippet count from its beginning. */
export function snippetOf(body: string, marks: readonly PackedSpan[]): Snippet {
  const first = marks[0]?.[0] ?? 0
  let start = Math.max(0, first - LEAD)
  const sentence = body.slice(start, first).search(/[。！？\n](?!.*[。！？\n])/su)
  if (sentence >= 0) start += sentence + 1
  if (isLow(body.charCodeAt(start))) start--
  let end = Math.min(body.length, start + WINDOW)
  if (isLow(body.charCodeAt(end))) end--
  const [before, after] = [start > 0 ? '…' : '', end < body.length ? '…' : '']
  const within = marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]): PackedSpan => [from - start + before.length, to - start + before.length])
  return { text: `${before}${body.slice(start, end)}${after}`, marks: within }
}
