/** Where a query stands in a text as it was written (标记), and the piece of it to show in a list. */
import type { Mark, Snippet } from '../../contract/searching.ts'
import { fold, originalSpan } from '../language/fold.ts'
import { type Needle, occurrences } from './match.ts'

/** UTF-16 code units of the text that a snippet shows. */
const WINDOW = 120
/** So many more where the sentence ends with them. */
const MOST_SHOWN = 160
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

/** The sentences with the most marks, as far as a window reaches; without marks, how the body begins. A sentence that is too long is cut at a comma. */
export function snippetOf(body: string, marks: readonly Mark[]): Snippet | null {
  const [from, to] = densest(marks)
  const first = marks[from]
  const last = marks[to]?.[1] ?? 0
  const start = first === undefined ? beginning(body) : leadIn(body, first[0], last)
  const end = leadOut(body, start, last)
  if (start >= end) return null
  const within = marks.slice(from).filter((mark) => mark[0] < end)
  return { text: body.slice(start, end), start, cutBefore: !beginsHere(body, start), cutAfter: !endsHere(body, end), marks: within.map(([a, b]): Mark => [a - start, Math.min(b, end) - start]) }
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

/** Where the snippet ends: with the last sentence in the later half of the window, else with the one it is in, else behind a comma; never before the last mark that fits. A greeting alone (尊敬的书记：您好！) says nothing. */
function leadOut(body: string, start: number, lastEnd: number): number {
  const window = Math.min(body.length, start + WINDOW)
  const most = Math.min(body.length, start + MOST_SHOWN)
  const least = Math.min(window, Math.max(start + 1, lastEnd))
  if (body.slice(window).trim() === '') return ending(body, window, start)
  const enough = Math.min(window, Math.max(least, start + WINDOW / 2))
  const end = lastBehind(body, enough, window, most, SENTENCE_END) ?? firstBehind(body, window, most) ?? lastBehind(body, enough, window, window, CLAUSE_END) ?? lastBehind(body, least, window, most, SENTENCE_END) ?? lastBehind(body, least, window, window, CLAUSE_END) ?? characterEnd(body, window)
  return ending(body, end, start)
}

const SENTENCE_END = '。！？!?；;\n'
const CLAUSE_END = '，、：,:'
const CLOSING = '”’」』）)】》"\''

/** Behind the last of `signs` that the text has before `to`, so that at least `least` is shown; null when there is none. */
function lastBehind(body: string, least: number, to: number, most: number, signs: string): number | null {
  for (let at = to - 1; at >= least - 1; at--) {
    if (!signs.includes(body.charAt(at))) continue
    const end = behindClosing(body, at + 1)
    if (end >= least && end <= most) return end
  }
  return null
}

function firstBehind(body: string, from: number, most: number): number | null {
  for (let at = from; at < most; at++) if (SENTENCE_END.includes(body.charAt(at))) return Math.min(most, behindClosing(body, at + 1))
  return most === body.length ? most : null
}

/** Closing quotation marks belong to the sentence before them. */
function behindClosing(body: string, from: number): number {
  let at = from
  while (at < body.length && CLOSING.includes(body.charAt(at))) at++
  return at
}

/** Without the blanks before it. */
const ending = (body: string, end: number, start: number): number => start + body.slice(start, end).trimEnd().length

/** true where no sentence is cut by beginning at `start`. */
function beginsHere(body: string, start: number): boolean {
  const before = body.slice(Math.max(0, start - MOST_SHOWN), start).replace(/[^\S\n]+$/, '')
  return before === '' || endsSentence(before)
}

function endsHere(body: string, end: number): boolean {
  const behind = body.slice(end)
  return behind.trim() === '' || /^[^\S\n]*\n/.test(behind) || endsSentence(body.slice(Math.max(0, end - MOST_SHOWN), end))
}

function endsSentence(text: string): boolean {
  const sign = [...text].findLast((one) => !CLOSING.includes(one))
  return sign !== undefined && SENTENCE_END.includes(sign)
}

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
