import type { Boundary } from '../../contract/reviewing.ts'
import { sharedClaims } from './divide.ts'
import { quote, report } from './page/message.ts'
import { classOfBlock, type Rule } from './page/rule.ts'
import { endOf, newStory, startOf, type Block, type Page, type Story } from './page/tree.ts'
import { state } from './stating.ts'
import { isHeadline } from './words/lines.ts'
import { parseByline } from './words/names.ts'

/** Lines of a headline: kicker, title, subtitle. */
const MOST_HEADLINES = 3

interface Opening {
  /** Index of its first headline among the living blocks. */
  readonly at: number
  readonly confidence: '高' | '中'
  readonly evidence: string
}

/** Divides a newspaper page into its articles, unless something better than its lines has said where they begin. One article with one byline is not divided. */
export const split = (open: boolean): Rule => ({
  id: 'split',
  apply: (page: Page, file) => {
    if (!open) return
    page.children = page.children.flatMap((story) => {
      const blocks = story.children.filter(({ text }) => text !== '')
      const openings = findOpenings(blocks)
      const starts = openings.map(({ at }) => at)
      // What stands before the first headline is an article of its own only when it is text.
      if (openings.length === 1 && openings[0]?.confidence === '高' && hasProse(blocks.slice(0, openings[0].at))) starts.unshift(0)
      else if (openings.length < 2) return [story]
      else if ((starts[0] ?? 0) > 0) hasProse(blocks.slice(0, starts[0])) ? starts.unshift(0) : (starts[0] = 0)
      const parts = divide(story.children, new Set(starts.map((at) => blocks[at])))
      const openingOf = new Map(openings.map((opening) => [blocks[opening.at], opening]))
      parts.forEach((children, index) => {
        const first = children.find(({ text }) => text !== '')
        if (!first) return
        const opening = openingOf.get(first)
        report(file, {
          rule: 'split',
          action: 'inferred',
          text: `从同一文件分出 ${parts.length} 篇，本文是第 ${index + 1} 篇`,
          reason: `${opening?.evidence ?? '下一篇的标题之前另有正文'}（把握：${opening?.confidence ?? '中'}）`,
          raw: { start: startOf(first), end: endOf(first) },
          after: null,
        })
      })
      return parts.map((children, index) => partOf(story, children, boundaryOf(children, openingOf, index === 0 ? story.boundary : null)))
    })
  },
})

function boundaryOf(children: readonly Block[], openings: ReadonlyMap<Block | undefined, Opening>, start: Boundary | null): Boundary {
  const first = children.find(({ text }) => text !== '')
  const opening = openings.get(first)
  if (start !== null) return start
  const at = first ? startOf(first) : 0
  return opening === undefined ? { at, confidence: SURENESS.中, basis: 'byline', reason: '下一篇的标题之前另有正文' } : { at, confidence: SURENESS[opening.confidence], basis: 'byline', reason: opening.evidence }
}
const SURENESS = { 高: 0.95, 中: 0.8 } as const

/** What the file states of all its articles it states of this one. */
function partOf(whole: Story, children: readonly Block[], boundary: Boundary): Story {
  const part = newStory(children, boundary, sharedClaims(whole.claims))
  for (const claim of part.claims) state(part.fields, claim)
  return part
}

/** Each part begins with one of `firsts`; what stands before the first of them goes with it. */
function divide(children: readonly Block[], firsts: ReadonlySet<Block | undefined>): Block[][] {
  const parts: Block[][] = [[]]
  let opened = false
  for (const block of children) {
    if (firsts.has(block) && opened) parts.push([])
    opened ||= firsts.has(block)
    parts.at(-1)?.push(block)
  }
  return parts
}

function findOpenings(blocks: readonly Block[]): Opening[] {
  const openings: Opening[] = []
  let free = 0
  blocks.forEach((block, index) => {
    const form = classOfBlock(block)
    const afterByline = index > 0 && isByline(blocks[index - 1])
    if (!(form === 'byline' || form === 'lead') || afterByline) return
    const opening = form === 'byline' ? openedByByline(blocks, index, free) : openedByLead(blocks, index, free)
    if (opening === null || opening.at < free) return
    openings.push(opening)
    free = index + 1
  })
  return openings
}

const isByline = (block: Block | undefined): boolean => block !== undefined && classOfBlock(block) === 'byline'
const isTitle = (block: Block | undefined): boolean => block !== undefined && ((classOfBlock(block) === 'text' && isHeadline(block.text)) || classOfBlock(block) === 'dash' || (block.kind === 'heading' && block.marked))

/** The first of the headlines that end just above `index`; null when there are none. */
function headlinesAbove(blocks: readonly Block[], index: number, free: number): number | null {
  let at = index
  while (at > free && index - at < MOST_HEADLINES && isTitle(blocks[at - 1])) at--
  return at < index ? at : null
}

function openedByByline(blocks: readonly Block[], index: number, free: number): Opening | null {
  const block = blocks[index]
  const byline = block ? parseByline(block.text) : null
  if (!block || !byline) return null
  const named = `“${quote(block.text)}”`
  const next = blocks[index + 1]
  const at = headlinesAbove(blocks, index, free)
  const lead = next !== undefined && classOfBlock(next) === 'lead'
  if (at !== null && next !== undefined && !byline.photo) return { at, confidence: lead || byline.bullet ? '高' : '中', evidence: `标题下有署名行${named}${lead ? '，正文以电头开始' : ''}` }
  if (!byline.photo) return null
  // A picture is signed below its text: its headline is the nearest one above.
  for (let above = index - 1; above > free; above--) {
    if (!isTitle(blocks[above])) continue
    const first = headlinesAbove(blocks, above + 1, free)
    return above < index - 1 && first !== null && first > free - 1 ? { at: first, confidence: '中', evidence: `标题下的文字以图片署名行${named}结束` } : null
  }
  return null
}

function openedByLead(blocks: readonly Block[], index: number, free: number): Opening | null {
  const at = headlinesAbove(blocks, index, free)
  return at === null ? null : { at, confidence: '中', evidence: `标题下的正文以电头“${quote((blocks[index]?.text ?? '').slice(0, 6))}”开始` }
}

const hasProse = (blocks: readonly Block[]): boolean => blocks.some((block) => ['text', 'lead'].includes(classOfBlock(block)) && block.text.length >= 60)
