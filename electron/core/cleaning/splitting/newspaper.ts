import { quote } from '../page/message.ts'
import { classOfBlock } from '../page/rule.ts'
import type { Block } from '../page/tree.ts'
import { isHeadline } from '../words/lines.ts'
import { parseByline } from '../words/names.ts'
import type { Opening } from './opening.ts'

/** Lines of a headline: kicker, title, subtitle. */
const MOST_HEADLINES = 3
const HIGH = 0.95
const MIDDLE = 0.8

/** Where the articles of a newspaper page begin, told by who signed them. One article with its one byline has one opening, at its head. */
export function findOpenings(blocks: readonly Block[]): readonly Opening[] {
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
  if (at !== null && next !== undefined && !byline.photo) return { at, confidence: lead || byline.bullet ? HIGH : MIDDLE, reason: `标题下有署名行${named}${lead ? '，正文以电头开始' : ''}` }
  if (!byline.photo) return null
  // A picture is signed below its text: its headline is the nearest one above.
  for (let above = index - 1; above > free; above--) {
    if (!isTitle(blocks[above])) continue
    const first = headlinesAbove(blocks, above + 1, free)
    return above < index - 1 && first !== null && first > free - 1 ? { at: first, confidence: MIDDLE, reason: `标题下的文字以图片署名行${named}结束` } : null
  }
  return null
}

function openedByLead(blocks: readonly Block[], index: number, free: number): Opening | null {
  const at = headlinesAbove(blocks, index, free)
  return at === null ? null : { at, confidence: MIDDLE, reason: `标题下的正文以电头“${quote((blocks[index]?.text ?? '').slice(0, 6))}”开始` }
}

/** Text of an article, not only headlines and lines about it. */
export const hasProse = (blocks: readonly Block[]): boolean => blocks.some((block) => ['text', 'lead'].includes(classOfBlock(block)) && block.text.length >= 60)
