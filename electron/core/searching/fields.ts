/** The fields a query can name (`标题：治理`), in Chinese and English. */
import { foldText } from '../language/fold.ts'
import { unquoted } from '../language/unquoted.ts'
import { dateNumber } from './columns.ts'
import type { Words } from './lexer.ts'
import type { QueryNode } from './query.ts'

export type TextField = 'text' | 'title' | 'body' | 'keywords'
export type SideField = 'source' | 'author' | 'place'
export type NamedField = 'brand' | 'platform'
/** Fields of which there are a few values, each with its names. */
export type ChoiceField = 'kind' | 'rights' | 'status'
export type FieldName = Exclude<TextField, 'text'> | SideField | NamedField | ChoiceField | 'date' | 'practice' | 'label'

const FIELDS: Readonly<Record<FieldName, readonly string[]>> = {
  title: ['标题', 'title'],
  body: ['正文', 'body', 'text'],
  keywords: ['关键词', 'keyword', 'keywords'],
  source: ['来源', 'source'],
  author: ['作者', 'author'],
  place: ['地区', '地方', '城市', 'place', 'city'],
  date: ['日期', '年份', 'date', 'year'],
  kind: ['类型', 'kind', 'type'],
  practice: ['做法', 'practice'],
  brand: ['品牌', 'brand'],
  platform: ['平台', 'platform'],
  label: ['标签', 'label', 'tag'],
  rights: ['权利', 'rights'],
  status: ['状态', 'status'],
}

/** What people call the values, folded. */
const CHOICES: { readonly [Field in ChoiceField]: Readonly<Record<string, readonly string[]>> } = {
  kind: { case: ['案例', 'case'], other: ['其他', '其它', 'other'] },
  rights: { open: ['未见限制', '不限', '公开', 'open'], cite: ['注明出处', '出处', 'cite'], internal: ['内部资料', '内部', 'internal'], restricted: ['限制转载', '限制', 'restricted'] },
  status: { active: ['在用', 'active'], recheck: ['待核', '待核对', 'recheck'], retired: ['停用', 'retired'] },
}
const byName = new Map<string, FieldName>()
for (const [field, names] of Object.entries(FIELDS)) {
  const known = Object.keys(FIELDS).find((name): name is FieldName => name === field)
  if (known) for (const name of names) byName.set(name, known)
}

export const fieldNamed = (name: string): FieldName | null => byName.get(foldText(name)) ?? null

/** null when the value does not fit the field; then the words are taken literally. */
export function fieldNode(field: FieldName, item: Words, place: { readonly start: number; readonly end: number }): QueryNode | null {
  const text = foldText(item.text)
  if (text === '') return null
  const label = `${FIELDS[field][0]}：${item.text}`
  switch (field) {
    case 'title':
    case 'body':
    case 'keywords':
      return { type: 'text', field, typed: item.text, text, quoted: item.quoted, prefix: false, ...place }
    case 'source':
    case 'author':
    case 'place':
      return { type: 'side', field, label, text, ...place }
    case 'practice':
    case 'label':
      return { type: field, label, text, ...place }
    case 'date': {
      const range = dateRange(text)
      return range && { type: 'range', label, ...range, ...place }
    }
    case 'brand':
    case 'platform': {
      const name = unquoted(text)
      return name === '' ? null : { type: 'named', field, label, text: name, ...place }
    }
    case 'kind':
    case 'rights':
    case 'status': {
      const value = Object.entries(CHOICES[field]).find(([, names]) => names.includes(text))?.[0]
      return value === undefined ? null : { type: 'choice', field, label, value, ...place }
    }
  }
}

const DAY = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?$/

/** `2022`, `2022-03`, `2022年3月5日`, `2022..2024`, `2022-2024`, `..2023`, `2022-03..`; null when it is none of these. */
export function dateRange(text: string): { readonly from: number; readonly to: number } | null {
  const [first = '', second] = text.split(/\.{2,}|~|至|(?<=^\d{4}年?)-(?=\d{4}年?$)/)
  if (second === undefined) {
    const day = digitsOf(first)
    return day ? { from: dateNumber(day), to: Number(day.padEnd(12, '9')) } : null
  }
  const from = first === '' ? '' : digitsOf(first)
  const to = second === '' ? '' : digitsOf(second)
  if (from === null || to === null || (from === '' && to === '')) return null
  return { from: from === '' ? 1 : dateNumber(from), to: to === '' ? Infinity : Number(to.padEnd(12, '9')) }
}

function digitsOf(text: string): string | null {
  const [, year, month, day] = DAY.exec(text) ?? []
  return year === undefined ? null : year + (month?.padStart(2, '0') ?? '') + (day?.padStart(2, '0') ?? '')
}
