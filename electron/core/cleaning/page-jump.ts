import { report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { cut } from './page/runs.ts'
import { living } from './page/tree.ts'
import { isFinished } from './words/punctuation.ts'

const PAGE = '第?\\s*(?:[A-Za-z]?\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*[版页](?:[:：]?[\\p{Script=Han}]{0,8})?'
const MARK = `(下转|紧转|转|上接|紧接|接)\\s*(?:本报)?\\s*${PAGE}`
const IN_BRACKETS = new RegExp(`[（(【\\[]\\s*[▲▼▶►→]?\\s*${MARK}\\s*[)）】\\]]`, 'gu')
const ALONE = new RegExp(`^[▲▼▶►→◀◄←\\s]*${MARK}[▲▼▶►→◀◄←\\s]*$`, 'u')

/** Takes 下转 and 上接 marks out of the text: the rest of the article is on another page. */
export const pageJump: Rule = {
  id: 'page-jump',
  apply: forStories((story, file) => {
    for (const block of living(story)) {
      // A mark stands at the end or the beginning of a paragraph, or where two halves were put together; inside a sentence it would be a reference.
      const places = [...block.text.matchAll(IN_BRACKETS)].filter(({ index, 0: mark }) => index === 0 || block.text.slice(index + mark.length).trim().length <= 2 || isFinished(block.text.slice(0, index)))
      const alone = block.text.length <= 30 ? ALONE.exec(block.text) : null
      const found = places.length > 0 ? places.map(({ index, 0: mark, 1: kind = '' }) => ({ index, mark, kind })) : alone ? [{ index: 0, mark: block.text, kind: alone[1] ?? '' }] : []
      for (const { index, mark, kind } of found.reverse()) {
        const later = /转/u.test(kind)
        const reason = `原文标有“${mark.replaceAll(/[（()）【】[\]\s]/gu, '')}”，${later ? '后文' : '前文'}登在另一版，不在这里`
        story.fields.incompleteReasons.push(reason)
        report(file, { rule: 'page-jump', action: 'moved', text: `取出转版标记“${mark}”，本文记为不完整`, reason, raw: cut(block, index, index + mark.length, 'moved', 'page-jump'), after: '' })
      }
    }
  }),
}
