/** One rule of cleaning: a unified transform with a name. */
import type { VFile } from 'vfile'
import { classOf, type LineClass } from '../words/lines.ts'
import type { Block, Page, Story } from './tree.ts'

export interface Rule {
  /** Stands in notices and accounts; never renamed, for libraries keep it. */
  readonly id: string
  readonly apply: (page: Page, file: VFile) => void
}

export const forStories = (apply: (story: Story, file: VFile) => void): Rule['apply'] => (page, file) => {
  for (const story of page.children) apply(story, file)
}

const known = new WeakMap<Block, { readonly text: string; readonly found: LineClass }>()

/** What the block is by its form; what its format said (a list, a quote, a table) is never guessed at. */
export function classOfBlock(block: Block): LineClass {
  if (block.kind === 'picture' || block.kind === 'note') return 'caption'
  if (block.marked && block.kind !== 'heading') return block.kind === 'list' ? 'list' : 'square'
  const cached = known.get(block)
  if (cached?.text === block.text) return cached.found
  const found = classOf(block.text)
  known.set(block, { text: block.text, found })
  return found
}
