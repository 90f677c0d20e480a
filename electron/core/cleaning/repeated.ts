import { Flags, quote, report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { rawSpan, take } from './page/runs.ts'
import { living, type Block } from './page/tree.ts'

const SHORTEST = 12
/** A refrain of a few foreign words is as short as one of five characters. */
const weight = (text: string): number => text.length - 0.6 * (text.match(/[a-z ]/giu)?.length ?? 0)
/** Further apart only a long paragraph says that something was pasted twice. */
const SHORTEST_APART = 40

/** Drops a paragraph that stands twice in a row, word for word; points at one that stands again elsewhere. */
export const repeated: Rule = {
  id: 'repeated',
  apply: forStories((story, file) => {
    const flags = new Flags(file)
    const seen = new Set<string>()
    let last: Block | null = null
    for (const block of living(story)) {
      const { text, kind } = block
      if (kind !== 'paragraph' && kind !== 'quote') {
        last = null
        continue
      }
      if (last?.text === text && weight(text) >= SHORTEST) {
        report(file, { rule: 'repeated', action: 'dropped', text: `删去重复的一段“${quote(text)}”`, reason: '与上一段一字不差', raw: take(block, 'dropped', 'repeated'), after: '' })
        continue
      }
      if (text.length >= SHORTEST_APART && seen.has(text)) flags.add({ rule: 'repeated', text: `这一段“${quote(text)}”在前面已经出现过`, reason: '两段一字不差而不相邻，可能是贴重了，也可能原文如此；未作改动', raw: rawSpan(block, 0, text.length) })
      seen.add(text)
      last = block
    }
  }),
}
