/** A passage that a person chose with the mouse or the keyboard. */
import { Refusal } from '../../contract/errors.ts'
import type { Span } from '../../contract/entry.ts'

/** The chosen span without the blanks round it, and without half a character. Throws EMPTY_PASSAGE. */
export function within(body: string, { start, end }: Span): Span {
  const from = /^[\uDC00-\uDFFF]/.test(body.slice(start)) && start > 0 ? start - 1 : start
  const to = /[\uD800-\uDBFF]$/.test(body.slice(0, end)) && end < body.length ? end + 1 : end
  const text = body.slice(from, to)
  if (text.trim() === '') throw new Refusal('EMPTY_PASSAGE')
  return { start: from + text.length - text.trimStart().length, end: Math.min(to, body.length) - (text.length - text.trimEnd().length) }
}
