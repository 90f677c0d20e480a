import { hinted } from './asides.ts'
import { quote, report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import { living, type Block } from './page/tree.ts'

/** — 12 —, - 3 -, ·5·: a number between two marks, alone in its line. */
const BETWEEN_MARKS = /^[-—–─―~·•]+\s*(\d{1,4})\s*[-—–─―~·•]+$/u
/** 第 3 页, 第3页 共12页, 3 / 12, Page 3 of 12. */
const COUNTED = /^(?:第\s*(\d{1,4})\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|page\s*(\d{1,4})(?:\s*of\s*\d{1,4})?|(\d{1,4})\s*[/／]\s*\d{1,4})$/iu
const LONGEST = 40
/** A line that stands beside this many page numbers is a running head. */
const OFTEN = 3

/** Drops page numbers and the lines that every page repeats beside them: those that reading marked, and those that a file of plain lines still holds. */
export const runningHead: Rule = {
  id: 'running-head',
  apply: (page, file) => {
    hinted('running-head', '书眉、页脚或页码').apply(page, file)
    forStories((story, vfile) => {
      const blocks = living(story)
      const numbers = counting(blocks)
      if (numbers.length < 2) return
      const heads = repeated(blocks, new Set(numbers))
      for (const index of [...numbers, ...heads].sort((a, b) => a - b)) {
        const block = blocks[index]
        if (!block) continue
        const number = numbers.includes(index)
        const words = block.text
        report(vfile, { rule: 'running-head', action: 'dropped', text: `删去${number ? '页码' : '书眉'}“${quote(words)}”`, reason: number ? '这一行只有页码，全文的页码依次增加' : `这一行在 ${OFTEN} 处以上紧挨着页码`, raw: take(block, 'dropped', 'running-head'), after: '' })
      }
    })(page, file)
  },
}

/** Page numbers that go up through the file. */
function counting(blocks: readonly Block[]): number[] {
  const found: number[] = []
  let last = 0
  blocks.forEach(({ text, marked }, index) => {
    if (marked || text.length > LONGEST) return
    const number = Number(BETWEEN_MARKS.exec(text)?.[1] ?? COUNTED.exec(text)?.slice(1).find((one) => one !== undefined) ?? 0)
    if (number <= last || (last > 0 && number > last + 20)) return
    last = number
    found.push(index)
  })
  return found
}

/** Short lines directly beside page numbers that say the same each time. */
function repeated(blocks: readonly Block[], numbers: ReadonlySet<number>): number[] {
  const beside = blocks.flatMap(({ text, marked }, index) => (!marked && text.length <= LONGEST && !numbers.has(index) && (numbers.has(index - 1) || numbers.has(index + 1)) ? [{ index, text: text.replaceAll(/[\d\s]/gu, '') }] : []))
  const times = new Map<string, number>()
  for (const { text } of beside) times.set(text, (times.get(text) ?? 0) + 1)
  return beside.filter(({ text }) => text !== '' && (times.get(text) ?? 0) >= OFTEN).map(({ index }) => index)
}
