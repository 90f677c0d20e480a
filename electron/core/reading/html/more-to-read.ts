/** Lists of other articles that a page puts behind its own: from the line that names them to where they end. */
import type { Block } from './blocks.ts'
import { startsMore } from './boilerplate.ts'
import { isProse, own } from './prose.ts'
import type { Element } from './tree.ts'

/** The indices of what is kept and belongs to such a list. Background that a paper prints under 相关链接 is prose without links, and stays. */
export function moreToRead(blocks: readonly Block[], kept: readonly boolean[]): readonly number[] {
  const found: number[] = []
  blocks.forEach((block, index) => {
    if (!kept[index] || !startsMore(block.text)) return
    const section = sectionOf(blocks, kept, index)
    const end = section === null ? blocks.length : blocks.findLastIndex(({ path }) => path.includes(section)) + 1
    const rest = blocks.slice(index + 1, end)
    if (section !== null && !tells(rest)) for (let at = index; at < end; at++) found.push(at)
    else if (section === null) {
      const until = rest.findIndex(isBackground)
      if (until !== 0) for (let at = index; at < (until < 0 ? end : index + 1 + until); at++) if (at === index || !isLongProse(blocks[at])) found.push(at)
    }
  })
  return [...new Set(found)].filter((index) => kept[index])
}

/** The largest element round the line that holds nothing of the story before it. */
function sectionOf(blocks: readonly Block[], kept: readonly boolean[], index: number): Element | null {
  const before = new Set(blocks.slice(0, index).flatMap((block, at) => (kept[at] && isProse(block) ? block.path : [])))
  const path = blocks[index]?.path ?? []
  const section = path.find((element) => element.name !== 'body' && !before.has(element)) ?? null
  // A heading or a paragraph of its own is the line itself.
  return section !== null && blocks[index + 1]?.path.includes(section) === true ? section : null
}

const isBackground = (block: Block): boolean => isProse(block) && block.links === 0 && own(block) >= 40 && /[。！？]/u.test(block.text)
const isLongProse = (block: Block | undefined): boolean => block !== undefined && isBackground(block)

/** Whether a section under such a line tells something: more sentences than links. */
function tells(blocks: readonly Block[]): boolean {
  const links = blocks.reduce((sum, block) => sum + block.links, 0)
  const sentences = blocks.filter(isBackground).length
  return sentences > links
}
