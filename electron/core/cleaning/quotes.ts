import { Flags } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { rawSpan } from './page/runs.ts'
import { living, type Block } from './page/tree.ts'
import { balance } from './words/punctuation.ts'

const MARKS: ReadonlySet<string> = new Set(Array.from('“”‘’「」『』《》'))
const CONTEXT = 8

/** Flags quotation and title marks whose partner is missing, where they stand; none is ever added. */
export const quotes: Rule = {
  id: 'quotes',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const flags = new Flags(file)
    blocks.forEach((block, index) => {
      if (block.kind === 'code' || flags.full) return
      const { open, stray } = balance(block.text, MARKS)
      const flag = (at: number, lost: string): void => {
        if (flags.full) return
        const mark = block.text.charAt(at)
        const around = block.text.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1)
        flags.add({ rule: 'quotes', text: `此处的 ${mark} 缺少${lost}：…${around}…`, reason: '标点不成对，原文可能丢了一半；无法确定丢在哪里，所以不补', raw: rawSpan(block, at, at + 1) })
      }
      for (const at of open) if (!opensSpeech(block, at, blocks[index + 1])) flag(at, '与它相配的后一半')
      for (const at of stray) flag(at, '与它相配的前一半')
      const straight = block.text.split('"').length - 1
      if (straight % 2 === 1 && !/\d"/u.test(block.text)) flag(block.text.lastIndexOf('"'), '另一半')
    })
  }),
}

/** A speech of several paragraphs opens each of them and closes only the last. */
const opensSpeech = (block: Block, at: number, next: Block | undefined): boolean => next !== undefined && /^[“「『]/u.test(next.text) && block.text.charAt(at) === next.text.charAt(0)
