/** What is printed in the lines round an article: its source, date, authors and editors, however they run into each other. */
import type { Claim, ClaimField } from '../../../contract/claim.ts'
import { dateIn, isNameList, nameList } from './values.ts'

const LABELS: readonly (readonly [ClaimField | null, string])[] = [
  ['media', '信息来源|文章来源|新闻来源|稿件来源|内容来源|本文来源|来源于|来源|稿源'],
  ['date', '发布时间|发布日期|发表时间|发表日期|刊发时间|创建时间|发稿时间|时间|日期'],
  ['reporter', '本报记者|记者'],
  ['correspondent', '通讯员'],
  ['photographer', '摄影'],
  ['editor', '责任编辑|责编|值班编辑|网络编辑|本期编辑|编辑'],
  ['reviewer', '审核|校对|审校|终审|复审|初审'],
  ['author', '文章作者|作者|撰稿人?|撰文'],
  [null, '最后更新|更新时间|更新日期|浏览次数|浏览量?|点击数?|点击量|阅读次数|阅读量?|访问量|字号|字体|字体大小|打印|分享到?|评论数?|关键词|标签|索引号|发文机关|发布机构|打印本页|举报|收藏|纠错|大中小'],
]
const FIELDS: ReadonlyMap<string, ClaimField | null> = new Map(LABELS.flatMap(([field, words]) => words.split('|').map((word): [string, ClaimField | null] => [word.replace('?', ''), field])))
const WORDS = LABELS.flatMap(([, words]) => words.split('|')).sort((a, b) => b.length - a.length).join('|')
const LABEL = new RegExp(`(?<!资料|数据|图片|图文|视频|照片)(${WORDS})\\s*[\\]】]?\\s*[:：︱|｜]`, 'gu')
/** Words of buttons that follow a value without a label of their own. */
const BUTTON = /\s*(?:字号|字体|打印|分享|举报|收藏|纠错|浏览|点击|阅读|评论|我要|订阅|扫一扫|大\s*中\s*小|A-|【|\[|<|>).*$/u
const LONGEST = 300

/** A line above or below an article that says whose it is: labels with values, or a date with a time. */
export const isCredit = (text: string): boolean => text.length <= LONGEST && (creditsIn(text).length > 0 || isDated(text))

/** A date with little beside it: the name of a paper, a column. 2024年3月5日在某某会议上 is none. */
const isDated = (text: string): boolean => text.length <= 60 && dateIn(text) !== null && !/[。！？]|^\s*[（(]?[—–-]{1,2}|在.*上[)）]?$/u.test(text) && restOf(text).length <= 16
const restOf = (text: string): string => text.replace(/(?:19|20)\d{2}\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?日?[T\s]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/u, '').trim()
const MEDIA = /^[\p{Script=Han}A-Za-z]{1,14}(?:报|网|社|台|杂志|客户端|发布|新闻|在线|融媒体?|中心|频道|公众号|月刊|周刊|政府|委员会|办公室|局|中文站)$/u

/** The name of a paper, an agency or an office, and nothing else. */
export const isMedium = (text: string): boolean => MEDIA.test(text.trim())

export interface Credit {
  readonly field: ClaimField
  readonly value: string
}

export function creditsIn(line: string): readonly Credit[] {
  if (line.length > LONGEST) return []
  const byline = bylineIn(line)
  if (byline.length > 0) return byline
  const labels = [...line.matchAll(LABEL)]
  const before = line.slice(0, labels[0]?.index ?? line.length)
  const found: Credit[] = []
  const date = labels.length > 0 || isDated(line) ? dateIn(before) : null
  if (date !== null) found.push({ field: 'date', value: date })
  // 2019-09-26 10:56 某某报: the paper stands beside the date.
  const beside = date === null || labels.some(([, label = '']) => fieldOf(label) === 'media') ? '' : restOf(before).replaceAll(/^[\s|｜·]+|[\s|｜·]+$/gu, '')
  if (MEDIA.test(beside)) found.push({ field: 'media', value: beside })
  labels.forEach((match, index) => {
    const field = fieldOf(match[1] ?? '')
    const text = line.slice(match.index + match[0].length, labels[index + 1]?.index ?? line.length).trim()
    if (field !== null) found.push(...creditOf(field, text))
    // A date without a label stands behind the source: 来源：人民网 2019-06-15 08:10.
    const loose = field === 'media' && date === null ? dateIn(text) : null
    if (loose !== null) found.push({ field: 'date', value: loose })
  })
  return found
}

const PAPER = /《([^》]{2,20})》\s*[（(]\s*((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)\s*(?:第?\s*([A-Z]?\d{1,3})\s*版)?/u
const BYLINE = /^[\s\u3000■□◆●]*(?:本报|本网|本台|本刊|见习|特约|实习|全媒体|融媒体|首席)*(记者|通讯员)[\s\u3000]+([\p{Script=Han}·]{2,4}(?:[\s\u3000、]+[\p{Script=Han}·]{2,4}){0,5}?)(?:[\s\u3000]+通讯员[\s\u3000]*([\p{Script=Han}·]{2,4}(?:[\s\u3000、]+[\p{Script=Han}·]{2,4}){0,5}?))?[\s\u3000]*(?:文\/?图|摄|报道)?(?=$|《)/u

/** 本报记者 甲 通讯员 乙 《某报》（2024年03月05日 第03版）: the line that papers print under a title. */
function bylineIn(line: string): readonly Credit[] {
  if (line.length > 100) return []
  const paper = PAPER.exec(line)
  const people = BYLINE.exec(line)
  if (people === null && (paper === null || paper.index > 20)) return []
  const names = (text: string | undefined): string => (text ?? '').trim().replaceAll(/[\s\u3000、]+/gu, '、')
  const found: readonly (readonly [ClaimField, string])[] = [
    [people?.[1] === '通讯员' ? 'correspondent' : 'reporter', names(people?.[2])],
    ['correspondent', names(people?.[3])],
    ['media', paper?.[1] ?? ''],
    ['date', dateIn(paper?.[2] ?? '') ?? ''],
    ['page', paper?.[3] ?? ''],
  ]
  return found.flatMap(([field, value]) => (value === '' ? [] : [{ field, value }]))
}

const fieldOf = (label: string): ClaimField | null => FIELDS.get(label) ?? FIELDS.get(label.replace(/[人量数到]$/u, '')) ?? null

function creditOf(field: ClaimField, text: string): Credit[] {
  if (field === 'date') {
    const date = dateIn(text.slice(0, 40))
    return date === null ? [] : [{ field, value: date }]
  }
  if (field === 'media') {
    const media = text.replace(BUTTON, '').replace(/\s*(?:19|20)\d{2}\s?[-年./].*$/u, '').replace(/\s{2,}.*$/u, '').replace(/[\s）)】\]|｜,，]+$/u, '').trim()
    return media === '' || media.length > 40 || /[。！？；]/u.test(media) ? [] : [{ field, value: media.replaceAll(/\s*-\s*/gu, '-') }]
  }
  const names = nameList(text.replace(BUTTON, '').replace(/\s*(?:19|20)\d{2}\s?[-年./].*$/u, '').replace(/[（(【[][^）)】\]]*$/u, '').split(/[）)】\]]/u)[0] ?? '')
  return isNameList(names) ? [{ field, value: names }] : []
}

/** Claims of the lines round an article, each with where it stands. */
export function printedClaims(lines: readonly { readonly text: string; readonly start: number; readonly end: number }[]): readonly Claim[] {
  return lines.flatMap(({ text, start, end }) => (isMedium(text) ? [{ field: 'media' as const, value: text.trim() }] : creditsIn(text)).map(({ field, value }): Claim => ({ field, value, from: 'printed', raw: { start, end } }))).toSorted((a, b) => certainty(b) - certainty(a))
}

/** A date with its hour is when the page was put out; a bare one may be of anything. */
const certainty = ({ field, value }: Claim): number => (field === 'date' && !value.includes('T') ? 0 : 1)

/** 本报讯（记者 甲 通讯员 乙）at the head of a story. */
export function reporterIn(text: string): string | null {
  const names = /^[^。]{0,40}[（(](?:本报|本网|本台|见习|首席|全媒体|融媒体)?记者\s*[:：]?\s*([\p{Script=Han}·]{2,4}(?:[、，,\s]+[\p{Script=Han}·]{2,4}){0,3}?)(?:\s*(?:整合|报道|摄|通讯员|文|实习生)[^）)]*)?[）)]/u.exec(text.slice(0, 120))?.[1]
  return names === undefined ? null : nameList(names.replaceAll(/\s+/gu, '、'))
}
