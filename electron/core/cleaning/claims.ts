import type { VFile } from 'vfile'
import type { Claim, ClaimField, ClaimFrom } from '../../contract/claim.ts'
import { quote, report } from './page/message.ts'
import { forStories, type Rule } from './page/rule.ts'
import { take } from './page/runs.ts'
import { endOf, startOf, type Block, type Story } from './page/tree.ts'
import { rank, ROLES, state } from './stating.ts'
import { agree, bare } from './words/agree.ts'
import { dateAt } from './words/dates.ts'
import { isPerson, namesOf } from './words/names.ts'

export const FIELD_NAMES: Readonly<Record<ClaimField, string>> = {
  title: '题目', kicker: '肩题', subtitle: '副题', author: '作者', reporter: '记者', correspondent: '通讯员', photographer: '摄影', editor: '编辑', reviewer: '审核', media: '来源', page: '版次', url: '网址', date: '日期', place: '地点', rights: '权利', note: '编者按', keywords: '关键词',
}
const SOURCES: Readonly<Record<ClaimFrom, string>> = {
  person: '人填写的值', 'front-matter': '文件头', column: '表格的列', 'government-meta': '网页自带的标签', printed: '正文旁印着的字', properties: '文件属性', heading: '页面的标题', 'open-graph': '网页的分享标签', 'json-ld': '网页的结构化数据', 'page-title': '浏览器标题栏', 'file-name': '文件名',
}

/** Takes what the file states about itself outside its text, and the lines beside the text that say it. */
export const claims: Rule = {
  id: 'claims',
  apply: forStories((story, file) => {
    const told = new Map<ClaimFrom, Set<string>>()
    const moved = new Map<Block, Set<string>>()
    for (const claim of story.claims.toSorted((a, b) => rank(a.from) - rank(b.from))) {
      if (claim.from === 'properties' && claim.field === 'date') {
        offerDate(story, claim)
        continue
      }
      if (!isCredible(claim) || !state(story.fields, claim)) continue
      const block = claim.raw === null ? undefined : besideAt(story, claim.raw.start)
      if (block) moved.set(block, (moved.get(block) ?? new Set()).add(FIELD_NAMES[claim.field]))
      else if (claim.raw === null && story.fields.from.get(claim.field) === claim.from) told.set(claim.from, (told.get(claim.from) ?? new Set()).add(FIELD_NAMES[claim.field]))
    }
    for (const [block, names] of moved) {
      const said = block.text
      report(file, { rule: 'claims', action: 'moved', text: `“${quote(said)}”移入${[...names].join('、')}`, reason: '这一行在文章近旁，说的是文章的题目或出处，不是文章的内容', raw: take(block, 'moved', 'claims'), after: '' })
    }
    const at = story.children[0] ? startOf(story.children[0]) : 0
    for (const [from, names] of told) report(file, { rule: 'claims', action: 'inferred', text: `${[...names].join('、')}取自${SOURCES[from]}`, reason: '这些写在文件里、正文之外；正文未改动', raw: { start: at, end: at }, after: null })
  }),
}

const MADE_BY_PROGRAMS: ReadonlySet<ClaimFrom> = new Set(['properties', 'open-graph', 'json-ld'])
/** Programs put the site's or the company's name where an author would be: of them only a person's is believed. */
const isCredible = ({ field, value, from }: Claim): boolean => ROLES[field] === undefined || !MADE_BY_PROGRAMS.has(from) || namesOf(value).some(isPerson)

/** A line that reading found beside the article. */
const besideAt = (story: Story, at: number): Block | undefined => story.children.find((block) => block.text !== '' && block.hints.aside?.rule === 'furniture' && startOf(block) <= at && at < endOf(block))

/** The day a document was made is rarely the day it was published: a person decides. */
function offerDate({ fields }: Story, { value }: Claim): void {
  const date = dateAt(value)?.date.value
  if (date) fields.offers.push({ field: 'date', value: date, why: `文件属性记着这份文件建于 ${date}；原文没有写明发表日期时可以参考` })
}

/** Keeps both where sources disagree, and says so beside the field. */
export const disagreements: Rule = {
  id: 'disagreement',
  apply: forStories((story, file) => {
    const { fields } = story
    const at = story.children[0] ? startOf(story.children[0]) : 0
    for (const { field, value, from } of fields.said) {
      const taken = takenOf(story, field)
      const takenFrom = fields.from.get(field)
      if (taken === null || takenFrom === undefined || field === 'url' || field === 'keywords' || field === 'rights' || field === 'note') continue
      if (same(field, taken, value) || fields.disagreements.some((known) => known.field === field && same(field, known.other, value))) continue
      fields.disagreements.push({ field, taken, takenFrom, other: value, otherFrom: from })
      flag(file, at, FIELD_NAMES[field], taken, SOURCES[takenFrom], value, SOURCES[from])
    }
  }),
}

function flag(file: VFile, at: number, name: string, taken: string, takenFrom: string, other: string, otherFrom: string): void {
  report(file, { rule: 'disagreement', action: 'flagged', text: `${name}有两种说法：取“${quote(taken)}”，另有“${quote(other)}”`, reason: `前者来自${takenFrom}，后者来自${otherFrom}；请核对`, raw: { start: at, end: at }, after: null })
}

function takenOf({ fields }: Story, field: ClaimField): string | null {
  const role = ROLES[field]
  if (role !== undefined) return fields.authors.filter((author) => author.role === role).map(({ name }) => name).join('、') || null
  if (field === 'date') return fields.date.value
  if (field === 'place') return fields.statedPlace
  return field === 'title' || field === 'kicker' || field === 'subtitle' || field === 'media' || field === 'page' ? fields[field] : null
}

/** Of two lists of names one may hold the other's. */
function same(field: ClaimField, a: string, b: string): boolean {
  if (ROLES[field] === undefined) return agree(field, a, b)
  const known = a.split('、').map(bare)
  return b.split('、').some((name) => known.includes(bare(name)))
}
