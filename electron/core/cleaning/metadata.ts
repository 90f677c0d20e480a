import type { VFile } from 'vfile'
import { quote, report } from './page/message.ts'
import { classOfBlock, forStories, type Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import { endOf, living, startOf, type Block, type Fields } from './page/tree.ts'
import type { Author } from '../../contract/entry.ts'
import { ROLES, state, stateAuthors } from './stating.ts'
import { wholeDate } from './words/dates.ts'
import { parseLabels, type Labelled } from './words/labels.ts'
import { namesOf, signerOf } from './words/names.ts'
import { isFinished } from './words/punctuation.ts'

/** Labelled lines count as the article's own only above and below its text. */
const EDGE = 15

/** Moves source, date, authors, editors, page and address from the lines round the text to their fields. */
export const metadata: Rule = {
  id: 'metadata',
  apply: forStories((story, file) => {
    const blocks = living(story)
    const [from, to] = textRange(blocks)
    // Names and a day without any text: on a cover the day is part of what it says.
    const cover = from === blocks.length && blocks.some((block) => !['labels', 'date'].includes(classOfBlock(block)))
    blocks.forEach((block, index) => {
      const above = index < from && index < EDGE
      const below = index > to && index >= from && index >= blocks.length - EDGE
      if (block.text === '' || !(above || below)) return
      const form = classOfBlock(block)
      if (!(form === 'labels' || (form === 'date' && index < from && !cover))) return
      if (form === 'date' && wholeDate(block.text)?.precision === 'month') {
        if (story.fields.date.value === null && state(story.fields, { field: 'date', value: block.text, from: 'printed' })) report(file, { rule: 'metadata', action: 'inferred', text: `“${quote(block.text)}”认作日期`, reason: '只写到月的一行可能是封面或文中的话；正文未改动', raw: { start: startOf(block), end: endOf(block) }, after: null })
        return
      }
      const own = parseLabels(block.text)
      if (own === null) return
      // 来源： and its value in the next line.
      const next = blocks[index + 1]
      const answer = own.length === 1 && own[0]?.value === '' && next !== undefined && next.text.length <= 40 && !isFinished(next.text) && index + 1 < from ? next : null
      const values = answer ? (parseLabels(block.text + answer.text) ?? own) : own
      const filled = values.flatMap((value) => fill(story.fields, value))
      const said = answer ? `${block.text}${answer.text}` : block.text
      const text = filled.length > 0 ? `“${quote(said)}”移入${[...new Set(filled)].join('、')}` : `“${quote(said)}”移出正文`
      const raw = { start: take(block, 'moved', 'metadata').start, end: answer ? take(answer, 'moved', 'metadata').end : endOf(block) }
      report(file, { rule: 'metadata', action: 'moved', text, reason: '这一行是文章的出处信息（来源、时间、作者、编辑等），不是文章的内容', raw, after: '' })
    })
    closingDate(living(story), story.fields, file)
  }),
}

/** The last lines of a letter or notice: its office, and the day. */
const CLOSING = 3

/** A day that stands alone under the text is the day it was issued; it stays where it is signed. */
function closingDate(blocks: readonly Block[], fields: Fields, file: VFile): void {
  if (fields.date.value !== null) return
  const block = blocks.slice(-CLOSING).find((one) => one.text !== '' && !one.marked && classOfBlock(one) === 'date' && wholeDate(one.text) !== null)
  if (!block || block === blocks[0] || !state(fields, { field: 'date', value: block.text, from: 'printed' })) return
  report(file, { rule: 'metadata', action: 'inferred', text: `落款日期“${quote(block.text)}”认作日期`, reason: '正文之后单独成行的日期是发文的日期；正文未改动', raw: { start: startOf(block), end: endOf(block) }, after: null })
}

/** From the first to the last paragraph of the text itself. */
function textRange(blocks: readonly Block[]): readonly [number, number] {
  const isText = (block: Block): boolean => {
    const form = classOfBlock(block)
    return form === 'lead' || form === 'list' || form === 'square' || ((form === 'text' || form === 'dash') && (block.text.length > 45 || (isFinished(block.text) && block.text.length > 12)))
  }
  const from = blocks.findIndex(isText)
  return from < 0 ? [blocks.length, -1] : [from, blocks.findLastIndex(isText)]
}

const NAMES: Readonly<Partial<Record<Labelled['field'], string>>> = { media: '来源', date: '日期', page: '版次', url: '网址', author: '作者', reporter: '作者', correspondent: '作者', photographer: '作者', editor: '编辑', reviewer: '编辑' }

/** Says the value of its field; returns what a person would call that. */
function fill(fields: Fields, { field, label, value }: Labelled): string[] {
  const name = NAMES[field]
  if (value === '' || field === 'none' || field === 'other' || name === undefined) return []
  const role = ROLES[field]
  if (role !== undefined) {
    const note = /^(?:记者|通讯员|作者|摄影|编辑|责任编辑|责编|审核)$/u.test(label) || label === '' ? null : label
    const authors = namesOf(value).flatMap((one) => signerOf(one) ?? []).map((one): Author => ({ name: one, role, note }))
    return stateAuthors(fields, authors, 'printed') ? [name] : []
  }
  return state(fields, { field, value, from: 'printed' }) ? [name] : []
}
