/** What is kept below a story and is none: links and their headings, the site's own statements, buttons below the line of the editors. */
import type { Block } from './blocks.ts'
import { isLegal } from './boilerplate.ts'
import { drop, type Draft, type Story } from './draft.ts'
import { isCredit } from './printed.ts'
import { REACH } from './round-title.ts'
import type { Element } from './tree.ts'

export const LINKS = '这里几乎都是链接，像栏目导航或别的文章的标题'
export const LEGAL = '网站自己的版权或免责声明，不在正文之内'
const BELOW = '在编辑署名之下，是网页的按钮或互动栏目'
/** Files that a document brings with it are part of it. */
const ATTACHMENT = /^[\s\u3000]*附\s*(?:件|录|表|图)|\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?)\s*$/iu
/** Statements about the text belong to it, wherever they stand. */
const ABOUT = /版权|转载|授权|声明|来源|注[：:]|附件|参考文献|原标题|原题/u
const LONGEST_BUTTON = 60
const LONGEST_HEAD = 12
const DAY = /(?:^|\D)(?:20\d{2}[-/.])?\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d{2})?\s*$/u

/** Attachments are links as well, and Readability leaves them out. */
export function keepAttachments({ blocks, places, kept, reasons }: Draft, { last }: Story): void {
  for (let index = last + 1; index <= Math.min(last + REACH, blocks.length - 1); index++) {
    const block = blocks[index]
    if (block !== undefined && !block.hidden && places[index] === null && reasons[index] === null && ATTACHMENT.test(block.text)) kept[index] = true
  }
}

export function dropTail(draft: Draft, story: Story): void {
  const { blocks, kept } = draft
  const lists = linkSections(draft, story.last)
  const homes = new Set(blocks.slice(0, story.last + 1).flatMap(({ path }, index) => (kept[index] === true ? path.slice(-2) : [])))
  const atHome = ({ path }: Block): boolean => path.slice(-2).some((element) => element.name !== 'body' && homes.has(element))
  let signed = false
  for (let index = story.last + 1; index < blocks.length; index++) {
    const block = blocks[index]
    if (!block || kept[index] !== true || block.kind === 'table' || block.kind === 'note') continue
    if (isCredit(block.text) && /[:：︱]/u.test(block.text)) signed ||= /编辑|责编|审核|校对/u.test(block.text)
    else if (isLegal(block.text) && !atHome(block)) drop(draft, index, LEGAL)
    else if (ATTACHMENT.test(block.text)) continue
    else if (isLinks(block) || lists.has(index)) drop(draft, index, LINKS)
    else if (signed && block.text.length < LONGEST_BUTTON && !ABOUT.test(block.text)) drop(draft, index, BELOW)
    else if (block.text.length <= LONGEST_HEAD && !atHome(block) && isLinks(blocks[index + 1])) drop(draft, index, LINKS)
  }
}

const isLinks = (block: Block | undefined): boolean => block !== undefined && block.linked * 2 > block.text.length

/** What stands in a part of the page that is links for the most: their headings, dates and numbers as well. */
function linkSections({ blocks, kept }: Draft, last: number): ReadonlySet<number> {
  const told = new Set(blocks.slice(0, last + 1).flatMap(({ path }, index) => (kept[index] === true ? path : [])))
  const sections = new Map<Element, { readonly indices: number[]; links: number; linked: number; length: number; days: number }>()
  blocks.forEach(({ path, links, linked, text }, index) => {
    const element = index > last ? path.find((one) => !told.has(one)) : undefined
    if (element === undefined) return
    const section = sections.get(element) ?? { indices: [], links: 0, linked: 0, length: 0, days: 0 }
    section.indices.push(index)
    section.links += links
    section.linked += linked
    section.length += text.length
    section.days += DAY.test(text) ? 1 : 0
    sections.set(element, section)
  })
  // Titles, each with its day; two lines of which one is a date are a signature.
  return new Set([...sections.values()].flatMap(({ indices, links, linked, length, days }) => ((links >= 2 && linked * 2 >= length) || (indices.length >= 4 && days >= 2) ? indices : [])))
}
