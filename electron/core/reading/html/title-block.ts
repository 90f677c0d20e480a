/** The line of a page that is its article's title: what its <title> or its meta tags say, standing over the story. */
import type { Block } from './blocks.ts'
import { isCredit } from './printed.ts'
import { isProse } from './prose.ts'
import { lettersOf } from './values.ts'

const SHORTEST = 4
const LONGEST = 150
/** A title that the page cuts short with an ellipsis is known by its beginning. */
const BEGINNING = 8

export function titleBlock(blocks: readonly Block[], kept: readonly boolean[], titles: readonly string[]): number | null {
  const wanted = titles.map(lettersOf).filter((title) => title.length >= SHORTEST)
  let best: { readonly index: number; readonly rank: number } | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.hidden || block.kind === 'table') continue
    const text = lettersOf(block.text.slice(0, LONGEST + 1))
    const at = text.length < SHORTEST || block.text.length > LONGEST || block.linked * 2 > block.text.length ? -1 : wanted.findIndex((title) => title === text || (text.length >= BEGINNING && (title.startsWith(text) || (text.startsWith(title) && title.length >= BEGINNING && text.length < title.length * 2))))
    // Below the first sentence of the story nothing is its title any more.
    if (at < 0 && kept[index] === true && isProse(block) && block.kind !== 'heading' && !isCredit(block.text)) break
    if (at < 0) continue
    // The likeliest title first; a heading before a line; the one nearest to the story.
    const rank = (wanted.length - at) * 4 + (block.kind === 'heading' ? 2 : 0) + (block.level === 1 ? 1 : 0)
    if (best === null || rank >= best.rank) best = { index, rank }
  }
  return best?.index ?? null
}
