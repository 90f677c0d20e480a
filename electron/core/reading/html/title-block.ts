/** The lines of a page that are its article's title: what its <title> or its meta tags say, standing over the story. */
import type { Block } from './blocks.ts'
import { isCredit } from './printed.ts'
import { isProse } from './prose.ts'
import { lettersOf } from './values.ts'

const SHORTEST = 4
const LONGEST = 150
/** A title that the page cuts short with an ellipsis is known by its beginning. */
const BEGINNING = 8
/** Titles of documents are broken by hand into so many lines at most. */
const MOST_LINES = 4

/** The blocks of the title, one after another; empty when the page shows none. The likeliest of `titles` stands first. */
export function titleBlocks(blocks: readonly Block[], kept: readonly boolean[], titles: readonly string[]): readonly number[] {
  const wanted = titles.map(lettersOf).filter((title) => title.length >= SHORTEST)
  let best: { readonly lines: readonly number[]; readonly rank: number } | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.hidden || block.kind === 'table') continue
    const found = titleAt(blocks, index, wanted)
    // Below the first sentence of the story nothing is its title any more.
    if (found === null && kept[index] === true && isProse(block) && block.kind !== 'heading' && !isCredit(block.text)) break
    if (found === null) continue
    // The likeliest title first; a heading before a line; the one nearest to the story.
    const rank = (wanted.length - found.at) * 4 + (block.kind === 'heading' ? 2 : 0) + (block.level === 1 ? 1 : 0)
    if (best === null || rank >= best.rank) best = { lines: found.lines, rank }
  }
  return best?.lines ?? []
}

/** Which of the wanted titles the lines from `index` on are. */
function titleAt(blocks: readonly Block[], index: number, wanted: readonly string[]): { readonly at: number; readonly lines: readonly number[] } | null {
  const lines: number[] = []
  let text = ''
  for (let next = index; next < Math.min(blocks.length, index + MOST_LINES); next++) {
    const block = blocks[next]
    if (!block || block.hidden || block.kind === 'table' || block.text.length > LONGEST || block.linked * 2 > block.text.length) return null
    text += lettersOf(block.text)
    lines.push(next)
    const at = text.length < SHORTEST ? -1 : wanted.findIndex((title) => title === text || (lines.length === 1 && isBeginning(text, title)))
    if (at >= 0) return { at, lines }
    if (!wanted.some((title) => title.startsWith(text))) return null
  }
  return null
}

/** One is the beginning of the other, and most of it. */
const isBeginning = (text: string, title: string): boolean => text.length >= BEGINNING && title.length >= BEGINNING && ((title.startsWith(text) && text.length >= title.length * 0.6) || (text.startsWith(title) && title.length >= text.length * 0.6))
