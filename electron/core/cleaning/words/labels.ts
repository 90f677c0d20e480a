/** Labelled values in the lines above and below an article: 来源：… 发布时间：… 责任编辑：… */
import { dateAt, wholeDate } from './dates.ts'
import { parseByline } from './names.ts'

export type LabelField = 'media' | 'date' | 'author' | 'reporter' | 'correspondent' | 'photographer' | 'editor' | 'reviewer' | 'page' | 'url' | 'other' | 'none'

const LABELS: readonly (readonly [LabelField, string])[] = [
  ['media', '来源|来源于|本文来源|稿源|稿件来源|文章来源|信息来源|新闻来源|内容来源|消息来源|转自|原载|刊载|来源网站|发布单位|发布机构|信息提供'],
  ['date', '发布时间|发布日期|发稿时间|发表时间|发表日期|发文日期|成文日期|印发日期|更新时间|更新日期|刊发时间|刊发日期|时间|日期|报道时间|创建时间'],
  ['author', '作者|文章作者|撰稿|撰稿人|撰文|供稿|文'],
  ['reporter', '记者|本报记者|文字记者'],
  ['correspondent', '通讯员|本报通讯员'],
  ['photographer', '摄影|摄影记者|图片|供图|图'],
  ['editor', '责任编辑|责编|编辑|本期编辑|值班编辑|网络编辑|主编|编审|值班主任|总值班'],
  ['reviewer', '审核|复审|终审|初审|校对|审校|审读|一审|二审|三审|监制|签发'],
  ['page', '版次|版面|版名|版号'],
  // About the article too, but no field holds it.
  ['other', '最后更新|最后更新时间|原标题|原题|所属栏目|栏目|标签|关键词|索引号|主题分类|发文字号|文号|单位|作者单位|工作单位'],
  ['none', '浏览次数|浏览量|点击数|点击量|点击率|阅读次数|阅读量|阅读|访问次数|访问量|人气|评论|字号|字体|字体大小|打印|分享'],
  ['url', '原文链接|来源链接|原文网址|网址|链接|原文地址'],
]
const fieldOf: ReadonlyMap<string, LabelField> = new Map(LABELS.flatMap(([field, words]) => words.split('|').map((word): [string, LabelField] => [word, field])))
const LONGEST_FIRST = [...fieldOf.keys()].sort((a, b) => b.length - a.length).join('|')
/** Labels that are nothing else: they count also where a program ran the parts of the line together. */
const GLUED = '稿件来源|文章来源|信息来源|新闻来源|本文来源|来源|稿源|作者|编辑|责任编辑|责编|通讯员|审核|校对|发布时间|发布日期|浏览次数|点击数|字号|字体'
const LABEL = new RegExp(`(?:(?:^|(?<=[\\s　|｜;；【（(\\]]))[【\\[]?(${LONGEST_FIRST})[】\\]]?\\s?[:：︱]|(?<=\\S)(${GLUED})[:：])`, 'gu')
const LONGEST = 300

export interface Labelled {
  readonly field: LabelField
  readonly label: string
  readonly value: string
}

/** Reads a line that is nothing but labelled values, dates and page numbers; null when it is anything else. */
export function parseLabels(line: string): readonly Labelled[] | null {
  if (line.length > LONGEST) return null
  const inner = line.replaceAll(/[０-９]/gu, (digit) => digit.normalize('NFKC')).replace(/^[（(【[](.*)[）)】\]]$/u, '$1').trim()
  const found = [...inner.matchAll(LABEL)]
  const result: Labelled[] = []
  const head = inner.slice(0, found[0]?.index ?? inner.length).trim()
  // A name that a label repeats: 李四 来源：某报 编辑：李四.
  if (head !== '' && !(found.length > 1 && head.length <= 4 && inner.slice(found[0]?.index).includes(head))) {
    const loose = parseLoose(head)
    if (loose === null) return null
    result.push(...loose)
  } else if (found.length === 0) return null
  found.forEach((match, index) => {
    const label = match[1] ?? match[2] ?? ''
    const field = fieldOf.get(label) ?? 'none'
    const value = inner.slice(match.index + match[0].length, found[index + 1]?.index ?? inner.length).replace(/[\s|｜;；]+$/u, '').trim()
    result.push(...valueOf(field, label, value))
  })
  // A sentence after a colon is not a value: 时间：是最公正的评判者。
  if (result.some(({ field, value }) => field !== 'none' && (value.length > 120 || (field !== 'other' && /[。！？]./u.test(value))))) return null
  if (result.length === 1 && result[0]?.field === 'date' && dateAt(result[0].value) === null) return null
  // Whose unit it is, only the name beside it says.
  if (result.length === 1 && result[0]?.label === '单位') return null
  return result.every(({ field }) => field === 'none') ? null : result
}

/** A value, and what stands after it without a label of its own: `01  2024年06月20日`. */
function valueOf(field: LabelField, label: string, value: string): Labelled[] {
  const date = field === 'date' ? dateAt(value) : null
  if (field === 'date' && date && date.length < value.length) return [{ field, label, value: value.slice(0, date.length) }, ...rest(value.slice(date.length))]
  if (field === 'page') {
    const page = /^[第]?\s*([A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版?[:：]?/u.exec(value)
    if (page?.[1] !== undefined) return [{ field, label, value: page[1] }, ...rest(value.slice(page[0].length))]
  }
  const [first = '', ...others] = value.split(/\s{2,}|\t|[|｜]|\s(?=\d{4}[-年./]\d)/u)
  const loose = others.length > 0 ? parseLoose(others.join('  ').trim()) : null
  return loose === null ? [{ field, label, value: value.replaceAll(/\s+/gu, ' ') }] : [{ field, label, value: first }, ...loose]
}

function rest(text: string): Labelled[] {
  const trimmed = text.replace(/^[\s,，|｜]+/u, '').trim()
  if (trimmed === '') return []
  return parseLoose(trimmed) ? [...(parseLoose(trimmed) ?? [])] : [{ field: 'none', label: '', value: trimmed }]
}

const PAGE = /^第?\s*([A-Za-z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:[:：]\s*\S{1,12})?$/u
const MEDIA = /^《?[\p{Script=Han}·A-Za-z]{2,24}(?:报|网|社|台|杂志|客户端|发布|新闻|在线|融媒|融媒体|中心|频道|公众号|月刊|周刊|人民政府|委员会|办公室)》?$/u

/** The name of a column stands beside its paper's. */
const COLUMN = /^[\p{Script=Han}·]{2,8}$/u

/** Dates, page numbers, names of papers and, behind them, of writers that stand in such a line without a colon; null when a part is none of these. */
function parseLoose(text: string): Labelled[] | null {
  const result: Labelled[] = []
  let left = text.trim()
  while (left !== '') {
    const date = dateAt(left)
    if (date) {
      result.push({ field: 'date', label: '', value: left.slice(0, date.length) })
      left = left.slice(date.length).replace(/^[\s,，|｜]+/u, '')
      continue
    }
    const signed = result.length > 0 ? parseByline(left.replace(/^作者[\s　]+/u, '作者：')) : null
    if (signed) {
      result.push(...signed.authors.map(({ name, role, note }): Labelled => ({ field: role, label: note ?? '', value: name })))
      break
    }
    const [, word = '', after = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(left) ?? []
    const page = PAGE.exec(word)
    const glued = page ? null : /^([^\d\s]{2,24})(\d{4}[-年./]\d.*)$/u.exec(word)
    if (glued?.[1] !== undefined && glued[2] !== undefined && (MEDIA.test(glued[1]) || /站$/u.test(glued[1]))) {
      result.push({ field: 'media', label: '', value: glued[1] })
      left = `${glued[2]} ${after}`.trim()
      continue
    }
    if (page?.[1] !== undefined) result.push({ field: 'page', label: '', value: page[1] })
    else if (MEDIA.test(word) && text !== word) result.push({ field: 'media', label: '', value: word })
    else if (/^(?:星期|周)[一二三四五六日天]$/u.test(word) || (COLUMN.test(word) && result.some(({ field }) => field === 'media'))) result.push({ field: 'none', label: '', value: word })
    else return null
    left = after.replace(/^[|｜]\s*/u, '')
  }
  return result.some(({ field }) => field === 'date' || field === 'page') ? result : null
}

/** The line is a date and nothing else. */
export const isDateLine = (line: string): boolean => line.length <= 40 && (wholeDate(line) !== null || (parseLoose(line)?.every(({ field }) => field === 'date' || field === 'none') ?? false))
