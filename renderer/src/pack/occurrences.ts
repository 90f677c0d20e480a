/** Where folded text holds a term, as the program itself sees it: a piece of the text that cuts no run of letters or digits. */
import { insideRun } from '../../../electron/core/language/characters.ts'
import { fold, originalSpan } from '../../../electron/core/language/fold.ts'
import type { PackedSpan } from '../../../electron/contract/pack-page.ts'

const MOST_MARKS = 2000

/** The first occurrence of `term` at or after `from`, or -1. Both are folded. */
export function find(text: string, term: string, from = 0): number {
  if (term === '') return -1
  for (let at = text.indexOf(term, from); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!insideRun(text, at) && !insideRun(text, at + term.length)) return at
  }
  return -1
}

export const holds = (text: string, term: string): boolean => find(text, term) >= 0

/** How often `term` stands in `text`, none overlapping another; counted up to `most`. */
export function count(text: string, term: string, most: number): number {
  let found = 0
  for (let at = find(text, term); at >= 0 && found < most; at = find(text, term, at + term.length)) found++
  return found
}

/** Ranges of `text` as it was written that hold one of the folded `terms`; rising, none inside another. */
export function marksIn(text: string, terms: readonly string[]): PackedSpan[] {
  if (terms.length === 0) return []
  const folded = fold(text)
  const spans: PackedSpan[] = []
  for (const term of terms) {
    for (let at = find(folded.text, term); at >= 0 && spans.length < MOST_MARKS; at = find(folded.text, term, at + term.length)) spans.push(originalSpan(text, folded.map, at, at + term.length))
  }
  return joined(spans)
}

/** Overlapping ranges as one. */
function joined(spans: readonly PackedSpan[]): PackedSpan[] {
  const result: PackedSpan[] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = result[result.length - 1]
    if (last !== undefined && start < last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)]
    else result.push([start, end])
  }
  return result
}
