/** Families of lines that could each be the title of one article of a collection. */
import type { Block } from '../page/tree.ts'
import { bare } from '../words/agree.ts'
import { isHeadline } from '../words/lines.ts'

export interface Family {
  readonly kind: 'case' | 'contents' | 'level' | 'titled' | 'numbered'
  /** Indexes among the blocks, ascending. */
  readonly at: readonly number[]
  /** What a person would call it. */
  readonly name: string
}

const LONGEST_TITLE = 80
const DIGITS = '零一二三四五六七八九'
/** 案例一, 典型案例 3, 【案例十二】, with or without the title behind it. */
const CASE = /^[【[（(]?\s*(?:典型|优秀|创新|实践|经典|示范)?(?:案例|案件|事例|经验)\s*(?:之)?([一二三四五六七八九十百零]{1,4}|\d{1,3})\s*(?:[】\])）]|[:：、.．\s]|$)/u
const NUMBERED: readonly (readonly [string, RegExp])[] = [
  ['一、', /^([一二三四五六七八九十百零]{1,4})[、.．]/u],
  ['（一）', /^[（(]([一二三四五六七八九十百零]{1,4})[）)]/u],
  ['1.', /^(\d{1,3})(?:[、．]|\.(?!\d))/u],
]

/** The number that a line gives itself as a case, or null. */
export const caseNumber = (text: string): number | null => {
  const found = text.length <= LONGEST_TITLE ? CASE.exec(text)?.[1] : undefined
  return found === undefined ? null : numberOf(found)
}
/** The line without the number of its case. */
export const withoutNumber = (text: string): string => text.replace(CASE, '').replace(/^(?:[一二三四五六七八九十百零]{1,4}[、.．]|[（(][一二三四五六七八九十百零]{1,4}[）)]|\d{1,3}(?:[、．]|\.(?!\d)))\s*/u, '').trim()

function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  const [hundreds, rest = text] = text.includes('百') ? text.split('百') : [undefined, text]
  const [tens, ones = ''] = rest.includes('十') ? rest.split('十') : [undefined, rest]
  const digit = (one: string | undefined, empty: number): number => (one === undefined ? 0 : one === '' ? empty : Math.max(0, DIGITS.indexOf(one.replace('零', '') || '零')))
  return digit(hundreds, 1) * 100 + digit(tens, 1) * 10 + digit(ones, 0)
}

/** Families of at least two, the most telling first. `entries` are the lines of the file's table of contents. */
export function familiesOf(blocks: readonly Block[], entries: readonly string[]): readonly Family[] {
  const found: Family[] = []
  const cases = ascending(blocks.flatMap((block, at) => numberedAt(at, free(block) ? caseNumber(block.text) : null)))
  if (cases.length > 1) found.push({ kind: 'case', at: cases, name: '“案例一、案例二”这样的编号' })
  const listed = inOrder(blocks, entries)
  if (listed.length > 1) found.push({ kind: 'contents', at: listed, name: '目录里的题目' })
  for (const level of [1, 2, 3, 4]) {
    const at = blocks.flatMap((block, index) => (block.kind === 'heading' && block.marked && block.level === level ? [index] : []))
    if (at.length > 1) found.push({ kind: 'level', at, name: `第 ${level} 级标题` })
  }
  const titled = blocks.flatMap((block, index) => (block.hints.titled && blocks[index - 1]?.hints.titled !== true && isTitle(block) ? [index] : []))
  if (titled.length > 1) found.push({ kind: 'titled', at: titled, name: '排成标题样子的行' })
  for (const [name, pattern] of NUMBERED) {
    const at = ascending(blocks.flatMap((block, index) => numberedAt(index, free(block) && isTitle(block) ? numberIn(pattern, block.text) : null)))
    if (at.length > 1) found.push({ kind: 'numbered', at, name: `“${name}”这样的编号` })
  }
  return found
}

const free = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'list'
const isTitle = ({ text }: Block): boolean => isHeadline(text, LONGEST_TITLE)
const numberedAt = (at: number, number: number | null): [number, number][] => (number === null ? [] : [[at, number]])
const numberIn = (pattern: RegExp, text: string): number | null => {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : numberOf(found)
}

/** Those that count from one, one by one. */
function ascending(found: readonly (readonly [number, number])[]): number[] {
  const at: number[] = []
  for (const [index, number] of found) if (number === at.length + 1) at.push(index)
  return at
}

/** Lines that stand in the text in the order in which the table of contents names them. */
function inOrder(blocks: readonly Block[], entries: readonly string[]): number[] {
  if (entries.length === 0) return []
  const wanted = new Map(entries.map((entry, order) => [bare(entry), order]))
  const at: number[] = []
  let last = -1
  blocks.forEach((block, index) => {
    if (!free(block) || block.text.length > LONGEST_TITLE) return
    const order = wanted.get(bare(block.text))
    if (order === undefined || order <= last) return
    last = order
    at.push(index)
  })
  return at
}
