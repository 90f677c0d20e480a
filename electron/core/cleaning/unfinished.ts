import { Flags, quote } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { rawSpan } from './page/runs.ts'
import { living } from './page/tree.ts'
import { expectsMore, isFinished } from './words/punctuation.ts'

const SHORTEST = 46

/** Flags paragraphs that end without a stop: a word, a mark or the rest may be missing. */
export const unfinished: Rule = {
  id: 'unfinished',
  apply: forStories((story, file) => {
    const flags = new Flags(file)
    for (const block of living(story)) {
      const { text } = block
      if (block.kind !== 'paragraph' || block.marked || !['text', 'lead'].includes(classOfBlock(block)) || isFinished(text)) continue
      if (/[”’」』）)》】]$/u.test(text) || !(text.length >= SHORTEST || (expectsMore(text) && text.length > 12)) || !/\p{Script=Han}/u.test(text.slice(-20))) continue
      flags.add({ rule: 'unfinished', text: `段末“${quote(text.slice(-12))}”没有句末标点，请核对`, reason: '可能缺字、缺标点，或后文没有收进来；未作改动', raw: rawSpan(block, text.length - 1, text.length) })
    }
  }),
}
