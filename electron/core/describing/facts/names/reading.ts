/** One article as the extractors of this folder read it: looked through once, and shared by all of them. */
import type { FactValue } from '../../../../contract/fact.ts'
import type { Span } from '../../../../contract/entry.ts'
import type { Gazetteer } from '../../gazetteer.ts'
import { findMentions, type PlaceMention } from '../../mentions.ts'
import type { FactArticle, FoundFact } from '../fact.ts'
import { sentenceAt, sentencesOf } from '../sentence.ts'

/** Words in “…”: `start` and `end` are of the words, without the quotes. */
export interface Quoted extends Span {
  readonly text: string
}

export interface Reading {
  readonly article: FactArticle
  readonly body: string
  readonly sentences: readonly Span[]
  readonly mentions: readonly PlaceMention[]
  readonly quoted: readonly Quoted[]
  /** A fact that the words from `start` to `end` state. */
  readonly state: (value: FactValue, start: number, end: number, basis?: FoundFact['basis']) => FoundFact
  /** The sentence that holds the character at `at`. */
  readonly sentenceAt: (at: number) => Span
  /** The quoted words that hold the character at `at`. */
  readonly quotedAt: (at: number) => Quoted | null
  /** Whether the character at `at` stands in 《…》: what a document or a paper is called. */
  readonly isInTitle: (at: number) => boolean
  /** Whether the character at `at` belongs to the name of a place. */
  readonly isInPlace: (at: number) => boolean
  /** The last place that is named between `from` and `to`. */
  readonly placeBetween: (from: number, to: number) => PlaceMention | null
}

/** The last of `spans`, ordered and disjoint, that begins at or before `at`. */
function lastBegun<T extends Span>(spans: readonly T[], at: number): T | null {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return spans[low - 1] ?? null
}

const holding =
  (quoted: readonly Quoted[]) =>
  (at: number): Quoted | null => {
    const one = lastBegun(quoted, at)
    return one !== null && at < one.end ? one : null
  }

/** What somebody says: it ends like a sentence, names something in its own quotes, or stands behind a colon and has a comma. */
const isSpeech = (text: string, before: string): boolean => /[。！？!?；;]/u.test(text) || (text.length > 14 && /‘[^‘’]+’/u.test(text)) || (/[：:]/u.test(before) && /[，,]/u.test(text))
const NAMED_IN_SPEECH = /‘([^‘’“”\n]{1,40})’/gu

/** The same article with what is said read like the rest: its quotes become commas, and the quotes in it (‘’) ordinary ones. Every offset stays. */
export function openSpeech(reading: Reading): Reading {
  const { body, quoted } = reading
  const said = quoted.filter(({ text, start }) => isSpeech(text, body.charAt(start - 2)))
  if (said.length === 0) return reading
  const parts: string[] = []
  const named: Quoted[] = []
  let from = 0
  for (const { text, start, end } of said) {
    parts.push(body.slice(from, start - 1), ',', text.replaceAll(NAMED_IN_SPEECH, '“$1”'), ',')
    for (const { 1: name = '', index } of text.matchAll(NAMED_IN_SPEECH)) named.push({ text: name, start: start + index + 1, end: start + index + 1 + name.length })
    from = end + 1
  }
  const words = [...quoted.filter((one) => !said.includes(one)), ...named].sort((a, b) => a.start - b.start)
  return { ...reading, body: parts.join('') + body.slice(from), quoted: words, quotedAt: holding(words) }
}

/** So many of one kind are kept of one text: a card is no directory, and a book must not make the library heavy. */
export const MOST = 200

const TITLE = /《[^《》\n]{1,120}》/gu
const QUOTED = /“([^“”\n]{1,300})”/gu

export function createReading(article: FactArticle, gazetteer: Gazetteer): Reading {
  const { body, paragraphs } = article
  const sentences = sentencesOf(body, paragraphs)
  const around = (at: number): Span => sentenceAt(sentences, at)
  const mentions = findMentions(body, gazetteer)
  const quoted = [...body.matchAll(QUOTED)].map(({ 1: text = '', index }): Quoted => ({ text, start: index + 1, end: index + 1 + text.length }))
  const titles = [...body.matchAll(TITLE)].map(({ 0: text, index }): Span => ({ start: index, end: index + text.length }))
  return {
    article,
    body,
    sentences,
    mentions,
    quoted,
    state: (value, start, end, basis = 'stated') => ({ ...value, start, end, sentence: around(start), basis }),
    sentenceAt: around,
    quotedAt: holding(quoted),
    isInTitle: (at) => (lastBegun(titles, at)?.end ?? 0) > at,
    isInPlace: (at) => (lastBegun(mentions, at)?.end ?? 0) > at,
    placeBetween: (from, to) => {
      const one = lastBegun(mentions, to)
      return one !== null && one.start >= from && one.end <= to ? one : null
    },
  }
}

const STOP = /[。！？!?；;…\n]/u
const PAUSE = /[。！？!?；;…\n，,：:]/u
/** No clause is longer: what reaches further is cut. */
export const LONGEST_CLAUSE = 120

/** Where the clause that holds `at` begins: behind the nearest comma or stop, which inside “…” or （…） is none of its own. */
export function clauseStart(body: string, at: number, within: 'clause' | 'sentence' = 'clause'): number {
  const end = within === 'clause' ? PAUSE : STOP
  let depth = 0
  for (let from = at; from > 0 && at - from < LONGEST_CLAUSE; from--) {
    const sign = body.charAt(from - 1)
    if (sign === '”' || sign === '）' || sign === ')') depth++
    else if ((sign === '“' || sign === '（' || sign === '(') && depth > 0) depth--
    else if (depth === 0 && end.test(sign)) return from
    else if (sign === '\n') return from
  }
  return Math.max(0, at - LONGEST_CLAUSE)
}

/** Where the clause that holds `at` ends: before the nearest comma or stop outside “…” and （…）. */
export function clauseEnd(body: string, at: number): number {
  let depth = 0
  const last = Math.min(body.length, at + LONGEST_CLAUSE)
  for (let end = at; end < last; end++) {
    const sign = body.charAt(end)
    if (sign === '“' || sign === '（' || sign === '(') depth++
    else if ((sign === '”' || sign === '）' || sign === ')') && depth > 0) depth--
    else if ((depth === 0 && PAUSE.test(sign)) || sign === '\n') return end
  }
  return last
}

/** A name as it is listed: without line breaks, and without a quote whose partner was lost. */
export function nameOf(text: string): string {
  const name = text.replaceAll(/\s*\n\s*/gu, '').trim()
  const opened = name.split('“').length
  return opened === name.split('”').length ? name : name.replaceAll(/[“”]/gu, '')
}

/** By which two wordings are the same name: without quotes and blanks. */
export const keyOf = (name: string): string => name.replaceAll(/[“”‘’"'\s]/gu, '').toLowerCase()

/** The first of each name, in order. */
export function distinct<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const own = key(item)
    return !seen.has(own) && seen.add(own) !== undefined
  })
}
