import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { rawSpan, take } from './page/runs.ts'
import { living } from './page/tree.ts'

export const EDITOR_LABEL = /^[【[（(■]?\s*(编者按|编者的话|编前语|编前|编者前言|开栏的话|开栏语|编后|编者附记)\s*[】\]）)]?\s*[:：]?\s*/u
const LATEST = 12

/** The editor's note is about the article, not part of it. */
export const editorNote: Rule = {
  id: 'editor-note',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const last = blocks.length - 1
    blocks.forEach((block, index) => {
      if (classOfBlock(block) !== 'editor-note' || (index > LATEST && index < last - 2)) return
      const label = EDITOR_LABEL.exec(block.text)
      const own = block.text.slice(label?.[0].length ?? 0).replace(/[）)]$/u, (mark) => (/^[（(]/u.test(block.text) ? '' : mark))
      const next = blocks[index + 1]
      const below = own === '' && next !== undefined && classOfBlock(next) === 'text' && index < last - 1 ? next : null
      const note = own === '' ? (below?.text ?? '') : own
      if (note === '') return
      const raw = below ? { start: rawSpan(block, 0, 1).start, end: rawSpan(below, 0, below.text.length).end } : rawSpan(block, 0, block.text.length)
      for (const part of below ? [block, below] : [block]) take(part, 'moved', 'editor-note')
      story.fields.editorNote = story.fields.editorNote === null ? note : `${story.fields.editorNote}\n${note}`
      report(file, { rule: 'editor-note', action: 'moved', text: `“${label?.[1] ?? '编者按'}”（${quote(note)}）移入编者按`, reason: '编者按是编者对文章的说明，不是文章的内容', raw, after: '' })
    })
  }),
}
