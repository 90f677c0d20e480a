import { hinted } from './asides.ts'
import { quote, report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { rawSpan, repairAll, repairedText } from './page/runs.ts'
import { living } from './page/tree.ts'

/** 建建筑筑施施工工许许可可: each character twice; 清清楚楚明明白白 is as long as good Chinese gets. A longer run is found in parts: one pattern over millions of characters exhausts the stack. */
const DOUBLED = /(?:([\p{Script=Han}，。、；：])\1){5,500}/gu

/** 哈哈哈哈 is laughter. */
const DISTINCT = 4

/** Drops what was printed over other text, and halves what a bold print set twice. */
export const overprint: Rule = {
  id: 'overprint',
  apply: (page, file) => {
    hinted('overprint', '重叠印出的文字').apply(page, file)
    forStories((story, vfile) => {
      for (const block of living(story)) {
        const { text } = block
        const found = [...text.matchAll(DOUBLED)].filter(([match]) => new Set(match).size >= DISTINCT)
        const [first, last] = [found[0], found.at(-1)]
        if (!first || !last) continue
        const places = found.flatMap(({ index, 0: match }) => Array.from({ length: match.length / 2 }, (_, pair) => ({ start: index + pair * 2 + 1, end: index + pair * 2 + 2, after: '' })))
        const end = last.index + last[0].length
        const raw = rawSpan(block, first.index, end)
        const after = repairedText(text, places, first.index, end)
        if (repairAll(block, places, 'overprint').length > 0) report(vfile, { rule: 'overprint', action: 'repaired', text: `重复印出的“${quote(first[0])}”还原为“${quote(after)}”`, reason: '连着五个字以上个个重复，是加粗时印了两遍', raw, after })
      }
    })(page, file)
  },
}
