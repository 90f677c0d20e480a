/** Where a query stands in a text as it was written (标记), and the piece of it to show in a list. */
import type { Mark, Snippet } from '../../contract/searching.ts'
import { fold, originalSpan } from '../language/fold.ts'
import { type Needle, occurrences } from './match.ts'

/** UTF-16 code units of the text that a snippet shows. */
const WINDOW = 120
/** How far before the first mark a sentence may begin so that the snippet begins with it. */
const LEAD = 40
const MOST_MARKS = 5000

/** Ranges of `text`, rising, none inside another. */
export function marksIn(text: string, needles: readonly Needle[]): Mark[] {
  if (needles.length === 0) return []
  const folded = fold(text)
  const spans = needles.flatMap((needle) => occurrences(folded.text, needle, MOST_MARKS).map((at) => originalSpan(text, folded.map, at, at + needle.text.length)))
  return needles.length === 1 ? spans : merged(spans)
}

/** Spans of different needles may overlap; a mark inside a mark would be drawn twice. */
function merged(spans: Mark[]): Mark[] {
  const result: Mark[] = []
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = result.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}

/** The window with the most marks, beginning with a sentence where one begins near; without marks, how the body begins. */
export function snippetOf(body: string, marks: readonly Mark[]): Snippet | null {
  if (body === '') return null
  const [from, to] = densest(marks)
  const first = marks[from]
  const last = marks[to]
  const start = first === undefined ? beginning(body) : leadIn(body, first[0], last?.[1] ?? first[1])
  const end = characterEnd(body, Math.min(body.length, start + WINDOW))
  const within = marks.slice(from, to + 1).concat(marks.slice(to + 1).filter((mark) => mark[0] < end))
  return { text: body.slice(start, end), start, marks: within.filter((mark) => mark[0] < end).map(([a, b]): Mark => [a - start, Math.min(b, end) - start]) }
}

/** First and last of the marks that one window can show; the first such window of the best. */
function densest(marks: readonly Mark[]): [number, number] {
  let best: [number, number] = [0, 0]
  let from = 0
  for (const [to, mark] of marks.entries()) {
    while (mark[1] - (marks[from]?.[0] ?? 0) > WINDOW - LEAD && from < to) from++
    if (to - from > best[1] - best[0]) best = [from, to]
  }
  return best
}

function beginning(body: string): number {
  return body.length - body.trimStart().length
}

/** Where the snippet begins: with the sentence, else after a comma, else a little before the mark; never so far that the last mark falls out. */
function leadIn(body: string, mark: number, lastEnd: number): number {
  const earliest = Math.max(0, mark - LEAD, Math.min(mark, lastEnd - WINDOW))
  const start = after(body, earliest, mark, SENTENCE_END) ?? (earliest === 0 ? beginning(body) : (after(body, earliest, mark, CLAUSE_END) ?? earliest))
  return isLowSurrogate(body.charCodeAt(start)) && start > 0 ? start - 1 : start
}

const SENTENCE_END = '。！？!?；;\n'
const CLAUSE_END = '，、：,:'
const CLOSING = '”’」』）)】》"\''

/** Behind the last of `signs` that stands in `body` from `from` on and before `to`, and behind the closing quotation marks and blanks that follow it; null when there is none. */
function after(body: string, from: number, to: number, signs: string): number | null {
  for (let at = to - 1; at >= from; at--) {
    if (!signs.includes(body.charAt(at))) continue
    let next = at + 1
    while (next < to && (CLOSING.includes(body.charAt(next)) || body.charAt(next).trim() === '')) next++
    return next
  }
  return null
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

const characterEnd = (body: string, end: number): number => (end < body.length && isHighSurrogate(body.charCodeAt(end - 1)) ? end - 1 : end)
