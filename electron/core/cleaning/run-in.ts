import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { splitRuns, textOf, trim } from './page/runs.ts'
import { living, startOf, type Block } from './page/tree.ts'
import { isPerson } from './words/names.ts'

/** A phrase, a blank, and a sentence of its own: the head ran into its paragraph. */
const RUN_IN = /^((?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．])?[\p{Script=Han}“”‘’]{4,18})[ \u00A0\u3000]+(?=[\p{Script=Han}“《\d])/u
/** 第十四条 is the number of an article of law. */
const CLAUSE = /^第.{1,8}[条款项章节编]$/u
/** An office or a trade with a name behind it tells who speaks. */
const SPEAKER = /(?:[师长员手生授任记民者家人干]|主席|委员|代表|干部|专家|院士|经理|总裁)$/u
const NAME_BEHIND = /^\s*[\p{Script=Han}·]{2,12}(?:[:：]|\s)/u
const SHORTEST_TEXT = 40
/** One alone may be anything. */
const FEWEST = 2

/** Gives sub-heads that stand in the same line as their text a line of their own. */
export const runIn: Rule = {
  id: 'run-in',
  apply: forStories((story, file) => {
    const found = new Map(living(story).flatMap((block): [Block, number][] => {
      const length = lengthOf(block)
      return length === null ? [] : [[block, length]]
    }))
    if (found.size < FEWEST) return
    story.children = story.children.flatMap((block) => {
      const length = found.get(block)
      if (length === undefined) return [block]
      const [before, after] = splitRuns(block.runs, length)
      const head: Block = { ...block, runs: before, text: textOf(before), kind: 'heading', level: 3 }
      const rest: Block = { ...block, runs: after, text: textOf(after), gap: 1, indented: false }
      trim(rest)
      report(file, { rule: 'run-in', action: 'inferred', text: `“${quote(head.text)}”与正文同行，分出来作小标题`, reason: `一个短语、一个空格，后面另起一句；全文有 ${found.size} 段这样开头`, raw: { start: startOf(head), end: startOf(head) + length }, after: null })
      return [head, rest]
    })
  }),
}

function lengthOf(block: Block): number | null {
  if (block.marked || block.kind !== 'paragraph' || !['text', 'list'].includes(classOfBlock(block))) return null
  const head = RUN_IN.exec(block.text)?.[1]
  if (head === undefined || isPerson(head) || CLAUSE.test(head) || SPEAKER.test(head) || NAME_BEHIND.test(block.text.slice(head.length)) || block.text.length - head.length < SHORTEST_TEXT || !/[，。；]/u.test(block.text.slice(head.length))) return null
  return head.length
}
