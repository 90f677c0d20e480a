import type { Article } from './article.ts'
import type { Block } from './blocks.ts'
import { isLegal } from './boilerplate.ts'
import { isSentence, own } from './prose.ts'

/** Links of other pages that a list has at least, and the share of its words that they are. */
const LEAST_LINKS = 20
const SHARE = 0.5
/** So much may be told in teasers, and so little is no article even under a title. */
const TEASERS = 600
const NOTHING = 60

/** Whether the page lists other pages rather than telling something itself. */
export function isListPage(blocks: readonly Block[], { asides, title }: Article): boolean {
  const told = blocks.reduce((sum, block, index) => sum + (asides[index] === null && isSentence(block) && !isLegal(block.text) ? own(block) : 0), 0)
  if (told >= (title.length === 0 ? TEASERS : NOTHING)) return false
  const seen = blocks.filter(({ hidden }) => !hidden)
  const sum = (of: (block: Block) => number): number => seen.reduce((whole, block) => whole + of(block), 0)
  return sum(({ links }) => links) >= LEAST_LINKS && sum(({ linked }) => linked) > SHARE * sum(({ text }) => text.length)
}
