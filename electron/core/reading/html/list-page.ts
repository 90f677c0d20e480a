import type { Article } from './article.ts'
import type { Block } from './blocks.ts'
import { isProse, own } from './prose.ts'

/** Links of other pages that a list has at least, and the share of its words that they are. */
const LEAST_LINKS = 20
const SHARE = 0.6

/** Whether the page lists other pages rather than telling something itself. */
export function isListPage(blocks: readonly Block[], { asides }: Article): boolean {
  const kept = blocks.filter((block, index) => asides[index] === null && !block.hidden)
  const sum = (of: (block: Block) => number): number => kept.reduce((whole, block) => whole + of(block), 0)
  const told = sum((block) => (isProse(block) ? own(block) : 0))
  return sum(({ links }) => links) >= LEAST_LINKS && sum(({ linked }) => linked) > SHARE * sum(({ text }) => text.length) && told < 600
}
