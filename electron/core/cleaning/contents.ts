import { hinted } from './asides.ts'
import { quote, report } from './page/message.ts'
import type { Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import { living, type Block } from './page/tree.ts'
import { bare } from './words/agree.ts'

const HEADING = /^(?:目\s*录|目\s*次|contents)$/iu
/** A title, leaders or a gap, and the page it is on. */
const ENTRY = /^(.{2,80}?)(?:\s*[.．…·⋯‥_—-]{2,}\s*|\t+|\s{2,})[（(]?(?:第\s*)?(\d{1,4})(?:\s*页)?[)）]?$/u
/** The gap lost: entries of one table agree that a number ends each. */
const CLOSE_ENTRY = /^(\S.{3,60}?)\s?(\d{1,4})$/u
const FEWEST = 3
const LONGEST_ENTRY = 90

/** Drops tables of contents, and remembers what they name: the titles of a collection stand there. */
export const contents: Rule = {
  id: 'contents',
  apply: (page, file) => {
    for (const story of page.children) for (const { hints, text } of story.children) if (hints.aside?.rule === 'contents' && text !== '') remember(page.contents, text)
    hinted('contents', '目录').apply(page, file)
    for (const story of page.children) {
      const blocks = living(story)
      const heading = blocks.findIndex(({ text }) => HEADING.test(text.trim()))
      const found = heading >= 0 ? [heading, ...entriesAfter(blocks, heading)] : unheaded(blocks)
      if (found.length <= FEWEST) continue
      const lines = found.flatMap((index) => blocks[index] ?? [])
      for (const { text } of lines) remember(page.contents, text)
      const words = lines[0]?.text ?? ''
      const spans = lines.map((block) => take(block, 'dropped', 'contents'))
      report(file, { rule: 'contents', action: 'dropped', text: `删去目录“${quote(words)}”等 ${lines.length} 行`, reason: '目录列出的是下面各节的题目和页码，不是文章的内容', raw: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }, after: '' })
    }
  },
}

function remember(entries: string[], text: string): void {
  const title = entryOf(text)
  if (!HEADING.test(title)) entries.push(title)
}

const entryOf = (text: string): string => (ENTRY.exec(text)?.[1] ?? CLOSE_ENTRY.exec(text)?.[1] ?? text).trim()

/** The entries below the heading: lines with a page, or lines that stand again further down. */
function entriesAfter(blocks: readonly Block[], heading: number): number[] {
  const later = new Map<string, number>()
  blocks.forEach(({ text }, index) => {
    if (text.length <= LONGEST_ENTRY) later.set(bare(text), index)
  })
  const found: number[] = []
  const named = new Set<string>()
  const paged = blocks.slice(heading + 1, heading + 8).filter(({ text }) => CLOSE_ENTRY.test(text)).length >= FEWEST
  for (let index = heading + 1; index < blocks.length; index++) {
    const { text = '' } = blocks[index] ?? {}
    if (text.length > LONGEST_ENTRY) break
    const again = later.get(bare(text))
    if (!(ENTRY.test(text) || (paged && CLOSE_ENTRY.test(text)) || (again !== undefined && again > index && bare(text) !== ''))) break
    // The first entry met again is where the text begins.
    if (named.has(bare(text))) break
    named.add(bare(entryOf(text)))
    found.push(index)
  }
  return found
}

/** Leaders are only drawn to page numbers; a gap stands before any number, as in “办结率 98”. */
const LED = /[.．…·⋯‥_—-]{2,}\s*[（(]?(?:第\s*)?\d{1,4}(?:\s*页)?[)）]?$/u

/** Five lines running that end in a gap and a page are a table of contents without its heading, when leaders or the text below say so. */
function unheaded(blocks: readonly Block[]): number[] {
  for (let start = 0; start < Math.min(blocks.length, 60); start++) {
    let end = start
    while (end < blocks.length && (blocks[end]?.text.length ?? LONGEST_ENTRY + 1) <= LONGEST_ENTRY && ENTRY.test(blocks[end]?.text ?? '')) end++
    if (end - start >= 5 && isAscending(blocks.slice(start, end)) && isBorneOut(blocks.slice(start, end), blocks.slice(end))) return Array.from({ length: end - start }, (_, offset) => start + offset)
    start = end
  }
  return []
}

const isAscending = (blocks: readonly Block[]): boolean => {
  const pages = blocks.map(({ text }) => Number(ENTRY.exec(text)?.[2]))
  return pages.every((page, index) => page >= (pages[index - 1] ?? 1))
}

/** Half of the entries have leaders, or stand again below. */
function isBorneOut(entries: readonly Block[], below: readonly Block[]): boolean {
  const titles = new Set(below.filter(({ text }) => text.length <= LONGEST_ENTRY).map(({ text }) => bare(text)))
  return entries.filter(({ text }) => LED.test(text) || titles.has(bare(entryOf(text)))).length * 2 >= entries.length
}
