/** Which blocks of a page are its article, and for every other one why not: in words that a person can check. */
import type { Block } from './blocks.ts'
import { isBoilerplate } from './boilerplate.ts'
import { moreToRead } from './more-to-read.ts'
import { placeOf } from './places.ts'
import { isCredit, isMedium } from './printed.ts'
import { isProse, isSentence, own } from './prose.ts'
import { readableBlocks } from './readability.ts'
import { titleBlocks } from './title-block.ts'
import type { Element } from './tree.ts'
import { lettersOf } from './values.ts'

export interface Article {
  /** Why a block stands beside the article; null for the article itself. */
  readonly asides: readonly (string | null)[]
  /** The blocks that are the article's title; empty where none is in the page. */
  readonly title: readonly number[]
  /** Blocks round the article that say whose it is. */
  readonly credits: readonly number[]
  /** The first and the last block of the story itself. */
  readonly story: { readonly first: number; readonly last: number } | null
}

const OUTSIDE = '在正文区之外'
const LINKS = '这里几乎都是链接，像栏目导航或别的文章的标题'
const HIDDEN = '网页里隐藏、打开时看不到的文字'
const BUTTONS = '网页的按钮、计数或页脚文字'
const NAMED = '题下的作者或账号名称，已作为字段提出'
const MORE = '别的文章的标题或摘要，不是这一篇的内容'
const BELOW = '在编辑署名之下，是网页的按钮或互动栏目'
/** Files that a document brings with it are part of it. */
const ATTACHMENT = /^[\s\u3000]*附\s*(?:件|录|表|图)|\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?)\s*$/iu
/** Statements about the use of the text belong to it, wherever they stand. */
const RIGHTS = /版权|转载|授权|声明|来源|注[：:]|附件|参考文献/u
/** So many blocks above and below the story may say whose it is. */
const REACH = 12

/** `pageTitle` is the page's <title>; `titles` what else the page calls its article, the likeliest first; `names` the letters of the people and media that its head names. */
export function findArticle(blocks: readonly Block[], pageTitle: string, titles: readonly string[], names: ReadonlySet<string>): Article {
  const places = blocks.map(({ path }) => placeOf(path))
  const readable = readableBlocks(blocks, pageTitle)
  // A page of a few lines is no article to Readability: then all of it is, but what names itself otherwise.
  const kept = blocks.map((block, index) => !block.hidden && (readable.size > 0 ? readable.has(index) : places[index] === null))
  const reasons = blocks.map((): string | null => null)
  rescue(blocks, kept, places)
  const title = titleBlocks(blocks, kept, titles)
  for (const index of [...title, ...aboveTitle(blocks, title, places)]) kept[index] = true
  for (const index of moreToRead(blocks, kept)) drop(kept, reasons, index, MORE)
  const story = extent(blocks, kept, title)
  const credits = creditsRound(blocks, places, title, story)
  for (const index of credits) kept[index] = true
  blocks.forEach((block, index) => {
    if (story !== null && index > story.last && index <= story.last + REACH && !block.hidden && places[index] === null && reasons[index] === null && ATTACHMENT.test(block.text)) kept[index] = true
  })
  fill(blocks, kept, places, reasons)
  for (const [index, reason] of tailOf(blocks, kept, story)) drop(kept, reasons, index, reason)
  blocks.forEach((block, index) => {
    // A bare number in the story is the number of a part.
    const inside = story !== null && index > (title.at(-1) ?? story.first) && index < story.last && !/\p{L}/u.test(block.text)
    if (kept[index] && !title.includes(index) && !inside && block.kind !== 'table' && isBoilerplate(block.text)) drop(kept, reasons, index, BUTTONS)
  })
  for (let index = (title.at(-1) ?? Infinity) + 1; index < (story?.first ?? 0); index++) {
    const text = blocks[index]?.text.trim() ?? ''
    if (kept[index] && text.length <= 30 && (text === '原创' || isMedium(text) || names.has(lettersOf(text)))) drop(kept, reasons, index, NAMED)
  }
  return {
    asides: blocks.map((block, index) => (block.hidden ? HIDDEN : kept[index] ? null : (reasons[index] ?? places[index] ?? (block.linked * 2 > block.text.length ? LINKS : isBoilerplate(block.text) ? BUTTONS : OUTSIDE)))),
    title,
    credits: credits.filter((index) => kept[index] || reasons[index] === NAMED),
    story,
  }
}

/** What a person chose out of a page: all of it, but what no one can see. */
export function wholeArticle(blocks: readonly Block[]): Article {
  return { asides: blocks.map(({ hidden }) => (hidden ? HIDDEN : null)), title: [], credits: [], story: { first: 0, last: blocks.length - 1 } }
}

/** The line over a title, where both stand in a part of the page of their own. */
function aboveTitle(blocks: readonly Block[], title: readonly number[], places: readonly (string | null)[]): readonly number[] {
  const first = title[0]
  const own = first === undefined ? undefined : blocks[first]?.path.findLast(({ name }) => !/^h[1-6]$|^p$/.test(name))
  if (first === undefined || own === undefined || own.name === 'body') return []
  return [first - 1, first - 2].filter((index) => {
    const block = blocks[index]
    return block !== undefined && !block.hidden && places[index] === null && block.linked === 0 && block.text.length <= 40 && block.path.includes(own) && (block.kind === 'heading' || /pretitle|yinti|jianti|kicker/i.test(block.path.map(({ attributes }) => attributes['class'] ?? '').join(' '))) && !isBoilerplate(block.text)
  })
}

function drop(kept: boolean[], reasons: (string | null)[], index: number, reason: string): void {
  kept[index] = false
  reasons[index] = reason
}

/** Readability leaves out parts of long articles: prose that stands in the same place as the rest is the article's as well. */
function rescue(blocks: readonly Block[], kept: boolean[], places: readonly (string | null)[]): void {
  const told = blocks.map((block, index) => !block.hidden && places[index] === null && isProse(block))
  const weigh = (which: readonly boolean[]): number => blocks.reduce((sum, block, index) => sum + (which[index] === true && told[index] === true ? own(block) : 0), 0)
  // It has taken a corner of the page for the article.
  const all = weigh(told) > 2 * weigh(kept)
  const home = all ? homeOf(blocks, told) : homeOf(blocks, kept)
  if (home === null) return
  blocks.forEach((block, index) => {
    if (!kept[index] && block.path.includes(home) && (told[index] || (all && !block.hidden && places[index] === null && block.linked * 2 <= block.text.length))) kept[index] = true
  })
}

/** The innermost element that holds nearly all that is kept; null when that is the page itself. */
function homeOf(blocks: readonly Block[], kept: readonly boolean[]): Element | null {
  const weights = new Map<Element, number>()
  let whole = 0
  blocks.forEach((block, index) => {
    if (!kept[index] || !isProse(block)) return
    whole += own(block)
    for (const element of block.path) weights.set(element, (weights.get(element) ?? 0) + own(block))
  })
  let home: Element | null = null
  // Elements come in the order of the page, outer ones first.
  for (const [element, weight] of weights) if (weight >= whole * 0.9) home = element
  return home?.name === 'body' ? null : home
}

function extent(blocks: readonly Block[], kept: readonly boolean[], title: readonly number[]): Article['story'] {
  const prose = blocks.map((block, index) => kept[index] === true && !title.includes(index) && block.kind !== 'heading' && isProse(block) && !isCredit(block.text) && !isBoilerplate(block.text))
  const sentences = blocks.map((block, index) => prose[index] === true && isSentence(block))
  const told = sentences.includes(true) ? sentences : prose.includes(true) ? prose : kept
  return told.includes(true) ? { first: told.indexOf(true), last: told.lastIndexOf(true) } : null
}

function creditsRound(blocks: readonly Block[], places: readonly (string | null)[], title: readonly number[], story: Article['story']): readonly number[] {
  if (story === null) return []
  const over = title[0]
  const from = over !== undefined && over < story.first ? Math.max(0, over - 3) : story.first - REACH
  return blocks.flatMap((block, index): number[] => {
    const near = (index >= from && index < story.first) || (index > story.last && index <= story.last + REACH)
    const below = index > story.last
    if (!near || block.hidden || block.kind === 'table' || places[index] === '页脚' || places[index] === '评论区' || places[index] === '相关链接与推荐') return []
    // Below, a date alone belongs to the next article in a list.
    return (isCredit(block.text) || (!below && over !== undefined && index > over && block.kind !== 'heading' && isMedium(block.text))) && (below ? block.linked * 2 <= block.text.length && /[:：︱]/u.test(block.text) : block.linked < block.text.length) ? [index] : []
  })
}

/** What is kept below the story and is none: links, their headings, and whatever stands below the line of its editors. */
function tailOf(blocks: readonly Block[], kept: readonly boolean[], story: Article['story']): readonly (readonly [number, string])[] {
  if (story === null) return []
  const found: (readonly [number, string])[] = []
  let signed = false
  const lists = linkSections(blocks, kept, story.last)
  for (let index = story.last + 1; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block || kept[index] !== true || block.kind === 'table' || block.kind === 'note') continue
    if (isCredit(block.text) && /[:：︱]/u.test(block.text)) signed ||= /编辑|责编|审核|校对/u.test(block.text)
    else if (ATTACHMENT.test(block.text)) continue
    else if (block.linked * 2 > block.text.length || lists.has(index)) found.push([index, LINKS])
    else if (signed && block.text.length < 60 && !RIGHTS.test(block.text)) found.push([index, BELOW])
    else if (block.text.length <= 12 && !/[。！？…”）)]$/u.test(block.text) && leadsToLinks(blocks[index + 1])) found.push([index, LINKS])
  }
  return found
}

/** What stands below the story in a part of the page that is links for the most: their headings, dates and numbers as well. */
function linkSections(blocks: readonly Block[], kept: readonly boolean[], last: number): ReadonlySet<number> {
  const told = new Set(blocks.slice(0, last + 1).flatMap(({ path }, index) => (kept[index] === true ? path : [])))
  const sections = new Map<Element, number[]>()
  for (let index = last + 1; index < blocks.length; index++) {
    const section = blocks[index]?.path.find((element) => !told.has(element))
    if (section !== undefined) sections.set(section, (sections.get(section) ?? []).concat(index))
  }
  const sum = (indices: readonly number[], of: (block: Block) => number): number => indices.reduce((whole, index) => whole + (blocks[index] ? of(blocks[index]) : 0), 0)
  const linked = (indices: readonly number[]): boolean => sum(indices, ({ links }) => links) >= 2 && sum(indices, (block) => block.linked) * 2 >= sum(indices, ({ text }) => text.length)
  // Titles, each with its day; two lines of which one is a date are a signature.
  const dated = (indices: readonly number[]): boolean => indices.length >= 4 && sum(indices, ({ text }) => (DAY.test(text) ? 1 : 0)) >= 2
  return new Set([...sections.values()].flatMap((indices) => (linked(indices) || dated(indices) ? indices : [])))
}

const DAY = /(?:^|\D)(?:20\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d{2})?\s*$/u
const leadsToLinks = (block: Block | undefined): boolean => block !== undefined && block.linked * 2 > block.text.length

/** What stands between two kept blocks of one place is no furniture of the page, unless it says so itself. */
function fill(blocks: readonly Block[], kept: boolean[], places: readonly (string | null)[], reasons: readonly (string | null)[]): void {
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  const parents = new Set(blocks.flatMap(({ path }, index) => (kept[index] ? path.slice(-2) : [])))
  for (let index = first + 1; index < last; index++) {
    const block = blocks[index]
    if (!block || kept[index] || block.hidden || reasons[index] !== null || places[index] !== null || block.linked * 2 > block.text.length) continue
    if (block.path.slice(-2).some((element) => element.name !== 'body' && parents.has(element)) && !isBoilerplate(block.text)) kept[index] = true
  }
}
