/** Which blocks of a page are its article, and for every other one why not: in words that a person can check. */
import { isBoilerplate, startsMore } from './boilerplate.ts'
import type { Block } from './blocks.ts'
import { placeOf } from './places.ts'
import { readableBlocks } from './readability.ts'
import type { Element } from './tree.ts'
import type { Asides } from './write.ts'

export interface Article {
  readonly asides: Asides
  /** The page lists other pages rather than telling something itself. */
  readonly list: boolean
}

const OUTSIDE = '在正文区之外'
const LINKS = '这里几乎都是链接，像栏目导航或别的文章的标题'
const HIDDEN = '网页里隐藏、打开时看不到的文字'

/** Characters of a block that are told, not linked. */
const own = ({ text, linked }: Block): number => text.length - linked
/** A sentence or more, as articles have them. */
export const isProse = (block: Block): boolean => own(block) >= 20 && own(block) >= block.linked && /[，。；：！？、]/u.test(block.text)

export function findArticle(blocks: readonly Block[], title: string): Article {
  const prose = blocks.map((block) => !block.hidden && isProse(block))
  const places = blocks.map(({ path }) => placeOf(path))
  const readable = readableBlocks(blocks, title)
  // A page of a few lines is no article to Readability: then all of it is, but what names itself otherwise.
  const kept = blocks.map((block, index) => (readable.size > 0 ? readable.has(index) : !block.hidden && places[index] === null))
  const home = homeOf(blocks, kept, prose)
  for (const [index, block] of blocks.entries()) {
    if (!block.hidden && !kept[index] && prose[index] && places[index] === null && home !== null && block.path.includes(home)) kept[index] = true
  }
  fill(blocks, kept, places)
  return { asides: blocks.map((block, index) => (block.hidden ? HIDDEN : kept[index] ? null : (places[index] ?? (block.linked * 2 > block.text.length ? LINKS : OUTSIDE)))), list: false }
}

/** The innermost element that holds nearly all that is kept: what stands in it as prose is the article's as well. */
function homeOf(blocks: readonly Block[], kept: readonly boolean[], prose: readonly boolean[]): Element | null {
  const weights = new Map<Element, number>()
  let whole = 0
  blocks.forEach((block, index) => {
    if (!kept[index] || !prose[index]) return
    whole += own(block)
    for (const element of block.path) weights.set(element, (weights.get(element) ?? 0) + own(block))
  })
  let home: Element | null = null
  // Elements come in the order of the page, outer ones first.
  for (const [element, weight] of weights) if (weight >= whole * 0.9) home = element
  return home?.name === 'body' ? null : home
}

/** What stands between two kept blocks of one place is no furniture of the page, unless it says so itself. */
function fill(blocks: readonly Block[], kept: boolean[], places: readonly (string | null)[]): void {
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  const parents = new Set(blocks.flatMap(({ path }, index) => (kept[index] ? path.slice(-2) : [])))
  for (let index = first + 1; index < last; index++) {
    const block = blocks[index]
    if (!block || kept[index] || block.hidden || places[index] !== null || block.linked * 2 > block.text.length) continue
    if (block.path.slice(-2).some((element) => element.name !== 'body' && parents.has(element)) && !isBoilerplate(block.text) && !startsMore(block.text)) kept[index] = true
  }
}
