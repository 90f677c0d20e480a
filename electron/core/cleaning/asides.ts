import { quote, report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import type { Block } from './page/tree.ts'

/** Drops what reading marked as standing beside the article, each kind under the rule it names; what follows each other for one reason is told of once. */
export const hinted = (id: string, what: string): Rule => ({
  id,
  apply: forStories((story, file) => {
    let found: Block[] = []
    let why = ''
    const finish = (): void => {
      const [first, ...others] = found
      found = []
      if (!first) return
      const words = first.text
      const spans = [first, ...others].map((block) => take(block, 'dropped', id))
      const raw = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
      report(file, { rule: id, action: 'dropped', text: others.length === 0 ? `删去${what}“${quote(words)}”` : `删去${what}“${quote(words)}”等 ${others.length + 1} 行`, reason: why, raw, after: '' })
    }
    for (const block of story.children) {
      if (block.text === '') continue
      const { aside } = block.hints
      if (aside?.rule !== id) finish()
      else {
        if (aside.reason !== why) finish()
        why = aside.reason
        found.push(block)
      }
    }
    finish()
  }),
})

export const besideArticle = hinted('furniture', '网页部件')
export const watermark = hinted('watermark', '水印')
