/** Which blocks of a page are its article, and for every other one why not: in words that a person can check. */
import type { Block } from './blocks.ts'
import { isBoilerplate, isLegal } from './boilerplate.ts'
import { drop, isOpen, type Draft, type Story } from './draft.ts'
import { moreToRead } from './more-to-read.ts'
import { placeOf } from './places.ts'
import { isCredit } from './printed.ts'
import { isProse, isSentence, own } from './prose.ts'
import { readableBlocks } from './readability.ts'
import { aboveTitle, creditsRound, dropNames, NAMED, underTitle } from './round-title.ts'
import { dropTail, keepAttachments, LEGAL, LINKS } from './tail.ts'
import { titleBlocks } from './title-block.ts'
import type { Element } from './tree.ts'

export interface Article {
  /** Why a block stands beside the article; null for the article itself. */
  readonly asides: readonly (string | null)[]
  /** The blocks that are the article's title; empty where none is in the page. */
  readonly title: readonly number[]
  /** Blocks round the article that say whose it is. */
  readonly credits: readonly number[]
  readonly story: Story | null
}

const OUTSIDE = '在正文区之外'
const HIDDEN = '网页里隐藏、打开时看不到的文字'
const BUTTONS = '网页的按钮、计数或页脚文字'
const MORE = '别的文章的标题或摘要，不是这一篇的内容'

/** `pageTitle` is the page's <title>; `titles` what else the page calls its article, the likeliest first; `names` the letters of the people and media that its head names. */
export function findArticle(blocks: readonly Block[], pageTitle: string, titles: readonly string[], names: ReadonlySet<string>): Article {
  const places = blocks.map(({ path }) => placeOf(path))
  const readable = readableBlocks(blocks, pageTitle)
  // A page of a few lines is no article to Readability: then all of it is, but what names itself otherwise.
  const kept = blocks.map((block, index) => !block.hidden && (readable.size > 0 ? readable.has(index) : places[index] === null))
  const draft: Draft = { blocks, places, kept, reasons: blocks.map(() => null) }
  rescue(draft)
  const title = titleBlocks(blocks, kept, titles)
  underTitle(draft, title)
  for (const index of [...title, ...aboveTitle(draft, title)]) kept[index] = true
  for (const index of moreToRead(blocks, kept)) drop(draft, index, MORE)
  const story = extent(draft, title)
  const credits = story === null ? [] : settle(draft, title, story, names)
  return { asides: blocks.map((_, index) => reasonOf(draft, index)), title, credits: credits.filter((index) => kept[index] || draft.reasons[index] === NAMED), story }
}

/** A page that lists others: all of it but what names itself otherwise, for nothing in it is more the article than the rest. */
export function wholeList(blocks: readonly Block[], { title, credits, story }: Article): Article {
  const draft: Draft = { blocks, places: blocks.map(({ path }) => placeOf(path)), kept: [], reasons: [] }
  blocks.forEach(({ hidden, text }, index) => draft.kept.push(!hidden && draft.places[index] === null && !isBoilerplate(text) && !isLegal(text)))
  return { asides: blocks.map((_, index) => reasonOf(draft, index)), title, credits, story }
}

/** What a person chose out of a page: all of it, but what no one can see. */
export function wholeArticle(blocks: readonly Block[]): Article {
  return { asides: blocks.map(({ hidden }) => (hidden ? HIDDEN : null)), title: [], credits: [], story: { first: 0, last: blocks.length - 1 } }
}

/** Everything round the story: what belongs to it is kept, the rest of what was kept goes. Answers with the lines that say whose it is. */
function settle(draft: Draft, title: readonly number[], story: Story, names: ReadonlySet<string>): readonly number[] {
  const { blocks, kept } = draft
  const credits = creditsRound(draft, title, story)
  for (const index of credits) kept[index] = true
  keepAttachments(draft, story)
  fill(draft)
  dropTail(draft, story)
  blocks.forEach((block, index) => {
    // A bare number in the story is the number of a part.
    const inside = index > (title.at(-1) ?? story.first) && index < story.last && !/\p{L}/u.test(block.text)
    if (kept[index] && !title.includes(index) && !inside && block.kind !== 'table' && isBoilerplate(block.text)) drop(draft, index, BUTTONS)
  })
  dropNames(draft, title, story, names)
  return credits
}

function reasonOf({ blocks, places, kept, reasons }: Draft, index: number): string | null {
  const block = blocks[index]
  if (block === undefined || block.hidden) return HIDDEN
  if (kept[index] === true) return null
  return reasons[index] ?? places[index] ?? (block.linked * 2 > block.text.length ? LINKS : isBoilerplate(block.text) ? BUTTONS : isLegal(block.text) ? LEGAL : OUTSIDE)
}

/** Readability leaves out parts of long articles: prose that stands in the same place as the rest is the article's as well. */
function rescue(draft: Draft): void {
  const { blocks, places, kept } = draft
  const told = blocks.map((block, index) => !block.hidden && places[index] === null && isProse(block))
  const weigh = (which: readonly boolean[]): number => blocks.reduce((sum, block, index) => sum + (which[index] === true && told[index] === true ? own(block) : 0), 0)
  // It has taken a corner of the page for the article.
  const missed = weigh(told) > 2 * weigh(kept)
  const home = homeOf(blocks, missed ? told : kept)
  if (home === null) return
  blocks.forEach(({ path }, index) => {
    if (!kept[index] && path.includes(home) && (told[index] || (missed && isOpen(draft, index)))) kept[index] = true
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

function extent({ blocks, kept }: Draft, title: readonly number[]): Story | null {
  const prose = blocks.map((block, index) => kept[index] === true && !title.includes(index) && block.kind !== 'heading' && isProse(block) && !isCredit(block.text) && !isBoilerplate(block.text) && !isLegal(block.text))
  const sentences = blocks.map((block, index) => prose[index] === true && isSentence(block))
  const told = sentences.includes(true) ? sentences : prose.includes(true) ? prose : kept
  return told.includes(true) ? { first: told.indexOf(true), last: told.lastIndexOf(true) } : null
}

/** What stands between two kept blocks of one place is no furniture of the page, unless it says so itself. */
function fill(draft: Draft): void {
  const { blocks, kept, reasons } = draft
  const last = kept.lastIndexOf(true)
  const parents = new Set(blocks.flatMap(({ path }, index) => (kept[index] ? path.slice(-2) : [])))
  for (let index = kept.indexOf(true) + 1; index < last; index++) {
    const block = blocks[index]
    if (!block || kept[index] || reasons[index] !== null || !isOpen(draft, index)) continue
    if (block.path.slice(-2).some((element) => element.name !== 'body' && parents.has(element)) && !isBoilerplate(block.text)) kept[index] = true
  }
}
