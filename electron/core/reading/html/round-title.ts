/** What stands over and under an article's title: its kicker, whose it is, and stories too short to be known by their prose. */
import { isBoilerplate, isLegal } from './boilerplate.ts'
import { drop, isOpen, type Draft, type Story } from './draft.ts'
import { isCredit, isMedium } from './printed.ts'
import { isProse } from './prose.ts'
import type { Element } from './tree.ts'
import { lettersOf } from './values.ts'

export const NAMED = '题下的作者或账号名称，已作为字段提出'
/** An article is no shorter. */
const SHORTEST = 20
const LONGEST_KICKER = 40
const LONGEST_NAME = 30
/** So many blocks above and below the story may say whose it is. */
export const REACH = 12
const NO_CREDITS = new Set(['页脚', '评论区', '相关链接与推荐'])
const KICKER = /pretitle|yinti|jianti|kicker/i

/** Rules of a village, captions of a picture: lines too short for Readability, which then takes a footer for the article. What stands under the title is the article. */
export function underTitle(draft: Draft, title: readonly number[]): void {
  const { blocks, kept } = draft
  const last = title.at(-1)
  if (last === undefined || blocks.some((block, index) => kept[index] === true && isProse(block) && !title.includes(index) && !isAbout(block.text) && !isLegal(block.text))) return
  const tells = blocks.map((block, index) => index > last && isOpen(draft, index) && !isAbout(block.text))
  const weights = new Map<Element, number>()
  blocks.forEach(({ path, text }, index) => {
    if (tells[index] === true) for (const element of path) weights.set(element, (weights.get(element) ?? 0) + text.length)
  })
  const home = blocks[last]?.path.findLast((element) => element.name !== 'body' && (weights.get(element) ?? 0) >= SHORTEST)
  if (home === undefined) return
  blocks.forEach(({ path }, index) => {
    kept[index] = tells[index] === true && path.includes(home)
  })
}

const isAbout = (text: string): boolean => isCredit(text) || isBoilerplate(text)

/** The lines over a title, where they stand with it in a part of the page of their own. */
export function aboveTitle({ blocks, places }: Draft, title: readonly number[]): readonly number[] {
  const first = title[0]
  const home = first === undefined ? undefined : blocks[first]?.path.findLast(({ name }) => !/^h[1-6]$|^p$/.test(name))
  if (first === undefined || home === undefined || home.name === 'body') return []
  return [first - 1, first - 2].filter((index) => {
    const block = blocks[index]
    if (block === undefined || block.hidden || places[index] !== null || block.linked > 0 || block.text.length > LONGEST_KICKER || !block.path.includes(home)) return false
    return (block.kind === 'heading' || block.path.some(({ attributes, name }) => KICKER.test(`${name} ${attributes['class'] ?? ''}`))) && !isBoilerplate(block.text)
  })
}

/** Lines between the title and the story, and below it, that say whose it is. */
export function creditsRound({ blocks, places }: Draft, title: readonly number[], story: Story): readonly number[] {
  const over = title[0]
  const from = over !== undefined && over < story.first ? Math.max(0, over - 3) : story.first - REACH
  return blocks.flatMap((block, index): number[] => {
    if (block.hidden || block.kind === 'table' || NO_CREDITS.has(places[index] ?? '')) return []
    const above = index >= from && index < story.first && block.linked < block.text.length && (isCredit(block.text) || (over !== undefined && index > over && block.kind !== 'heading' && isMedium(block.text)))
    // Below, a date alone belongs to the next article in a list.
    const below = index > story.last && index <= story.last + REACH && block.linked * 2 <= block.text.length && isCredit(block.text) && /[:：︱]/u.test(block.text)
    return above || below ? [index] : []
  })
}

/** Names alone under the title, which the head of the page states as well. */
export function dropNames(draft: Draft, title: readonly number[], story: Story, names: ReadonlySet<string>): void {
  for (let index = (title.at(-1) ?? story.first) + 1; index < story.first; index++) {
    const text = draft.blocks[index]?.text.trim() ?? ''
    if (draft.kept[index] === true && text.length <= LONGEST_NAME && (text === '原创' || isMedium(text) || names.has(lettersOf(text)))) drop(draft, index, NAMED)
  }
}
