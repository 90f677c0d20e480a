/** What of a passage stands in a row: a line or two, and the first hit must be in them however far into its sentence it stands. */
import type { Snippet } from '../../../../../electron/contract/searching.ts'

/** So much before the first hit fits into the two lines of the narrowest list. */
const BEFORE = 18
const PAUSE = /[，、；：。！？,;:!?\n]/u

/** The passage from the last pause shortly before its first hit on; the passage itself where the hit stands near its beginning. */
export function aroundHit(snippet: Snippet): Pick<Snippet, 'text' | 'cutBefore' | 'cutAfter' | 'marks'> {
  const first = snippet.marks[0]?.[0] ?? 0
  if (first <= BEFORE) return snippet
  let from = first - BEFORE
  for (let at = first - 1; at >= first - BEFORE; at--) {
    if (!PAUSE.test(snippet.text.charAt(at))) continue
    from = at + 1
    break
  }
  // Not between the halves of one character.
  if (/[\udc00-\udfff]/.test(snippet.text.charAt(from))) from++
  return { text: snippet.text.slice(from), cutBefore: true, cutAfter: snippet.cutAfter, marks: snippet.marks.map(([start, end]) => [start - from, end - from]) }
}
