/** How a sentence is parted for reading numbers: where its clauses end. Short brackets inside a name (示范村（社区）) part nothing. */
import type { Span } from '../../../../contract/span.ts'

/** By code unit: 1 ends a clause, 2 a sentence as well, 4 is looked at more closely. */
const marks = new Uint8Array(0x10000)
for (const sign of '，；：…|') marks[sign.charCodeAt(0)] = 1
for (const sign of '。！？\n!?') marks[sign.charCodeAt(0)] = 2
for (const sign of '—（） ') marks[sign.charCodeAt(0)] = 4
const isClauseEnd = (unit: number): boolean => marks[unit] === 1 || marks[unit] === 2
const LONGEST_BRACKET = 14

/** Longer ones are parted, so that what looks back from a number never looks far. */
const LONGEST_SENTENCE = 1000

/** Sentences as thought goes: a semicolon ends none. Ordered, disjoint; between two stand the marks that end them. */
export function wholeSentences(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    const isEnd = at === text.length || marks[text.charCodeAt(at)] === 2
    if (!isEnd && at - start < LONGEST_SENTENCE) continue
    if (at > start) spans.push({ start, end: at })
    start = isEnd ? at + 1 : at
  }
  return spans
}

/** 1 where a clause ends: at its mark, and at brackets that hold more than a part of a name. As long as `text`. */
export function clauseEdges(text: string): Uint8Array {
  const edges = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const mark = marks[text.charCodeAt(at)]
    if (mark === 0) continue
    const sign = text[at] ?? ''
    if (mark !== 4 || (sign === '—' && text[at + 1] === '—') || (sign === ' ' && text[at + 1] === ' ')) edges[at] = 1
    if (sign !== '（') continue
    const close = closing(text, at)
    if (close === null) edges[at] = 1
    else at = close
  }
  for (let at = text.indexOf('）'); at >= 0; at = text.indexOf('）', at + 1)) if (!isShort(text, at)) edges[at] = 1
  return edges
}

/** The end of a bracket that is part of a name. */
function closing(text: string, open: number): number | null {
  for (let at = open + 1; at <= open + LONGEST_BRACKET && at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '）') return at
    if (isClauseEnd(text.charCodeAt(at)) || /\d/u.test(sign)) return null
  }
  return null
}

function isShort(text: string, close: number): boolean {
  for (let at = close - 1; at >= close - LONGEST_BRACKET && at >= 0; at--) {
    const sign = text[at] ?? ''
    if (sign === '（') return closing(text, at) === close
    if (isClauseEnd(text.charCodeAt(at)) || /\d/u.test(sign)) return false
  }
  return false
}
