/** A provisional title (暂拟) for a text that states none. */
import type { Place } from '../../contract/entry.ts'
import { findGovernance, type Family } from './vocabulary.ts'

export const LONGEST_TITLE = 40
/** A sentence that opens a paragraph serves as its head when it is no longer than this. */
const LONGEST_HEAD = 45
const WORDS = 3
/** Too general to tell one text from another. */
const GENERAL: ReadonlySet<Family> = new Set(['system'])

export interface TitleTexts {
  readonly headings: readonly string[]
  readonly paragraphs: readonly string[]
  readonly body: string
}

/** The first sentence of every paragraph that is short enough to be a run-in head. */
export const runInHeads = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.flatMap((text) => {
    const head = /^[^。！？!?；;]{4,}?[。！？!?；;]/u.exec(text.slice(0, LONGEST_HEAD + 1))?.[0]
    return head === undefined || /^[“"「]/u.test(head) || text.length < head.length + 20 ? [] : [head]
  })

/**
 * Up to three words that the text itself uses for what it does, one of each family: the longest of each sub-head in their order, else of the
 * sentences that open its paragraphs, else the ones it uses most. Nothing is invented.
 */
export function practiceWords({ headings, paragraphs, body }: TitleTexts): readonly string[] {
  const chosen = new Map<Family, string>()
  const frequency = new Map<string, number>()
  const inBody = findGovernance(body)
  for (const { word } of inBody) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const take = (texts: readonly string[]): void => {
    for (const text of texts) {
      const [best] = findGovernance(text).filter(({ value }) => !GENERAL.has(value) && !chosen.has(value)).sort((a, b) => b.word.length - a.word.length)
      if (best !== undefined && chosen.size < WORDS) chosen.set(best.value, best.word)
    }
  }
  take(headings)
  take(runInHeads(paragraphs))
  const families = new Map<Family, number>()
  for (const { value } of inBody) families.set(value, (families.get(value) ?? 0) + 1)
  for (const [family, hits] of [...families].sort((a, b) => b[1] - a[1])) {
    if (chosen.size >= WORDS || hits < 3 || GENERAL.has(family)) continue
    const [best] = [...new Set(inBody.filter(({ value }) => value === family).map(({ word }) => word))].sort((a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || b.length - a.length)
    if (best !== undefined && !chosen.has(family)) chosen.set(family, best)
  }
  return [...chosen.values()]
}

/** A file name says something when, without its extension, it is not mostly hexadecimal digits, counters and dates. */
export function speakingName(fileName: string): string | null {
  const name = (fileName.split(/[/\\]/u).at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,5}$/u, '')
  const words = name.replace(/[_+\s]+/gu, ' ').trim()
  const letters = [...words].filter((character) => /\p{L}/u.test(character))
  const han = letters.filter((character) => /\p{Script=Han}/u.test(character)).length
  const idle = [...words].filter((character) => /[0-9a-fA-F]/u.test(character)).length
  if (han >= 2) return idle > words.length * 0.75 ? null : words
  if (/^(?:new|untitled|document|doc|scan|img|file|text|clipboard|paste)[\W\d_]*$/iu.test(words)) return null
  return letters.length > 0 && idle <= words.length * 0.5 ? words : null
}

/**
 * Place and practice words, else the line that opens the text as its head, else the file name where it speaks, else the first sub-head,
 * else that there is none.
 * `ordinal` tells untitled articles of one file apart.
 */
export function provisionalTitle(texts: TitleTexts, place: Place, fileName: string, ordinal: number): string {
  const words = practiceWords(texts)
  const where = place.district ?? place.city ?? place.province
  if (words.length > 0 && (where !== null || words.length > 1)) return compose(where, words)
  const [heading] = texts.headings
  if (heading !== undefined && opens(heading, texts.body)) return cut(heading.trim())
  const name = speakingName(fileName)
  if (name !== null) return cut(ordinal > 1 ? `${name}（第${ordinal}篇）` : name)
  if (heading !== undefined && heading.trim() !== '') return cut(heading.trim())
  return words.length > 0 ? compose(where, words) : cut(where === null ? `无标题（第${ordinal}篇）` : `${where}：无标题（第${ordinal}篇）`)
}

/** What the text itself says first tells more than the name of its file; 一、 and 做法 head a part. */
const opens = (heading: string, body: string): boolean => heading.trim().length >= LEAST_OPENING && body.startsWith(heading) && !/^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]|第.{1,3}[章节编部篇])/u.test(heading)
const LEAST_OPENING = 8

function compose(where: string | null, words: readonly string[]): string {
  const prefix = where === null ? '' : `${where}：`
  for (let kept = words.length; kept > 1; kept--) {
    const title = prefix + words.slice(0, kept).join(' · ')
    if (title.length <= LONGEST_TITLE) return title
  }
  return cut(prefix + words.slice(0, 1).join(''))
}

/** Never in the middle of a surrogate pair. */
const cut = (title: string): string => {
  if (title.length <= LONGEST_TITLE) return title
  const characters = [...title]
  while (characters.join('').length > LONGEST_TITLE - 1) characters.pop()
  return `${characters.join('')}…`
}
