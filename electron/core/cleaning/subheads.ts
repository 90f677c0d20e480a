import { areTwoLines } from './join.ts'
import { merge, sweep } from './page/merge.ts'
import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { endOf, living, startOf, type Block } from './page/tree.ts'
import { isHeadline, numberedLevel } from './words/lines.ts'
import { isFinished } from './words/punctuation.ts'
import { headlineSeam } from './words/seam.ts'

const LONGEST = 30
const LONGEST_NUMBERED = 45

/** Makes headings of short lines that stand over paragraphs; two such lines of like length are one heading. */
export const subheads: Rule = {
  id: 'subhead',
  apply: forStories((story, file) => {
    const blocks = living(story)
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index]
      if (!block || block.marked || block.kind !== 'paragraph') continue
      const next = blocks[index + 1]
      const second = next && !next.marked && classOfBlock(block) === 'text' && classOfBlock(next) === 'text' && areTwoLines(block, next) && isProse(blocks[index + 2]) ? next : null
      const level = levelOf(block, blocks[index - 1], second ? blocks[index + 2] : next)
      if (level === null) {
        if (classOfBlock(block) === 'list' && block.text.length <= 300 && /^(?:\d|[（(]\d|[①-⑳•▪◦‣*·–-])/u.test(block.text)) block.kind = 'list'
        continue
      }
      const raw = { start: startOf(block), end: second ? endOf(second) : endOf(block) }
      if (second) {
        merge(story, block, [second], [headlineSeam(block.text, second.text)], 'subhead')
        index++
      }
      block.kind = 'heading'
      block.level = level
      report(file, { rule: 'subhead', action: 'inferred', text: `“${quote(block.text)}”认作小标题`, reason: second ? '两行短句连着，没有句末标点，下面是正文：一个分两行的小标题' : '一行短句，没有句末标点，上下都是正文', raw, after: second ? block.text : null })
    }
    sweep(story)
  }),
}

function levelOf(block: Block, before: Block | undefined, after: Block | undefined): number | null {
  if (after === undefined) return null
  const numbered = numberedLevel(block.text)
  if (numbered !== null) return isHeadline(block.text, LONGEST_NUMBERED) && (isProse(after) || numberedLevel(after.text) === numbered + 1) ? numbered : null
  if (classOfBlock(block) !== 'text' || !isHeadline(block.text, LONGEST) || !isProse(after)) return null
  return before === undefined || isFinished(before.text) || before.kind !== 'paragraph' || before.text.length > LONGEST ? 2 : null
}

const isProse = (block: Block | undefined): boolean => block !== undefined && (block.text.length > LONGEST || isFinished(block.text)) && block.kind !== 'heading'
