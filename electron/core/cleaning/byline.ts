import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { rawSpan, take } from './page/runs.ts'
import { living, type Story } from './page/tree.ts'
import type { Author } from '../../contract/entry.ts'
import { stateAuthors } from './stating.ts'
import { parseByline, parseNames, parsePosition } from './words/names.ts'

const INLINE = /[（(]([^（）()]{4,80})[)）]/u

/** Moves lines that only sign the article to its authors; a signature inside a sentence is read and stays. */
export const byline: Rule = {
  id: 'byline',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const firstText = blocks.findIndex((block) => ['text', 'lead'].includes(classOfBlock(block)) && block.text.length > 45)
    blocks.forEach((block, index) => {
      const form = classOfBlock(block)
      const signed = form === 'byline' ? parseByline(block.text)?.authors : firstText >= 0 && index < firstText ? (single(parsePosition(block.text)) ?? (index > 0 && index === firstText - 1 ? parseNames(block.text) : null)) : null
      if (signed) {
        add(story, signed)
        report(file, { rule: 'byline', action: 'moved', text: `署名行“${quote(block.text)}”移入作者`, reason: '这一行只有记者、通讯员等称谓和姓名', raw: take(block, 'moved', 'byline'), after: '' })
        return
      }
      const head = form === 'lead' ? block.text.slice(0, 110) : index === blocks.length - 1 ? block.text.slice(-90) : ''
      const inline = INLINE.exec(head)
      const authors = inline?.[1] === undefined ? null : parseByline(inline[1])?.authors
      if (!inline || !authors) return
      add(story, authors)
      const start = (form === 'lead' ? 0 : block.text.length - head.length) + inline.index
      report(file, { rule: 'byline', action: 'inferred', text: `从“${inline[0]}”读出作者`, reason: '括号里只有记者、通讯员等称谓和姓名；正文未改动', raw: rawSpan(block, start, start + inline[0].length), after: null })
    })
  }),
}

const single = (author: Author | null): readonly Author[] | null => (author ? [author] : null)

const add = (story: Story, authors: readonly Author[]): void => void stateAuthors(story.fields, authors, 'printed')
