import { forStories, type Rule } from '../page/rule.ts'
import { living } from '../page/tree.ts'
import { caseNumber, familiesOf } from './families.ts'

/** Keeps lines that the numbering of cases or the table of contents makes titles from being joined to their text, however they end. */
export const titles: Rule = {
  id: 'split',
  apply: (page, file) => {
    forStories((story) => {
      const blocks = living(story)
      for (const { kind, at } of familiesOf(blocks, page.contents)) {
        if (kind !== 'case' && kind !== 'contents') continue
        for (const index of at) {
          const block = blocks[index]
          const below = blocks[index + 1]
          if (block) block.alone = true
          // 案例三, and its title in the next line.
          if (kind === 'case' && below && block && caseNumber(block.text.slice(0, 40)) !== null && block.text.length <= 10) below.alone = true
        }
      }
    })(page, file)
  },
}
