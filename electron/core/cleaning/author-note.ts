import { quote, report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { cut } from './page/runs.ts'
import { living } from './page/tree.ts'

const AT_END = /[（(](?:本文)?(?:作者|撰稿人|执笔)(?:单位)?((?:\p{Script=Han}{2,4})?)(?:系|为|是|[:：]|,|，|简介[:：]?)\s*([^（）()]{2,120})[）)]$/u
const LAST_BLOCKS = 4

/** Moves （作者系…）, a line of its own below the text or the end of its last paragraph, to the author; it stays when no author is known to bear it. */
export const authorNote: Rule = {
  id: 'author-note',
  apply: forStories((story, file) => {
    const { authors } = story.fields
    for (const block of living(story).slice(-LAST_BLOCKS)) {
      const [whole = '', named = '', office = ''] = AT_END.exec(block.text.slice(-200)) ?? []
      if (whole === '') continue
      if (named !== '' && authors.every(({ name }) => name !== named)) authors.unshift({ name: named, role: 'author', note: null })
      const index = authors.findIndex(({ name, role, note }) => note === null && (named === '' ? role === 'author' : name === named))
      const author = authors[index]
      if (!author) continue
      authors[index] = { ...author, note: office.trim() }
      report(file, { rule: 'author-note', action: 'moved', text: `作者介绍“${quote(office)}”移入作者`, reason: '括号里说的是作者的身份，不是文章的内容', raw: cut(block, block.text.length - whole.length, block.text.length, 'moved', 'author-note'), after: '' })
    }
  }),
}
