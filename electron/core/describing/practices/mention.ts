/** Whether a sentence only names a practice: as one of several things in a row, inside the title of a document, or as something still to come. */
import type { Span } from '../../../contract/entry.ts'

/** How the name of an office, a group or a thing ends. Items that end otherwise tell something. */
const NAME_END = /(?:中心|大厅|[站室所院庭局委部科办会队社网]|组织|机构|部门|单位|平台|系统|窗口|热线|[员者长官]|人员|代表|力量|服务|工作|机制|制度|体系)$/u
/** Before the name in its item: then the item tells what is done with it. */
const DOING = /(?:选聘|聘|招募|组建|配备|配齐|建|设|成立|推|发动|培训|动员|实行|开展|落实|完善|健全|打造|创新|组织(?!的)|发挥|做|抓|强化|深化|整合|统筹|统一|划分)/u
/** What ends a row: the words after it speak of all of them. */
const ROW_END = /等|和|及|与|以及/u
const LONGEST_ITEM = 14
const SHORTEST_ROW = 3
const PLANNED = /^(?:下一步|下一阶段|接下来|今后|未来|明年|[一-龥]{2,3}表示)[^。]{0,12}将/u

/** How far around a hit its row or title is looked for, in characters: a longer row is no row a reader sees. */
const REACH = 160

export function onlyNamed(text: string, { start, end }: Span, hits: readonly Span[]): boolean {
  if (PLANNED.test(text.slice(start, Math.min(end, start + 40)))) return true
  return hits.every((hit) => {
    const from = Math.max(start, hit.start - REACH)
    const near = text.slice(from, Math.min(end, hit.end + REACH))
    return inDocumentTitle(near, hit.start - from) || inRow(near, hit.start - from, hit.end - from)
  })
}

/** Inside 《…》: the name of a paper or document. */
function inDocumentTitle(near: string, at: number): boolean {
  return near.lastIndexOf('《', at) > near.lastIndexOf('》', at) && near.includes('》', at)
}

/** One of three or more names that 、 puts in a row. */
function inRow(near: string, start: number, end: number): boolean {
  const from = Math.max(...['，', '；', '：', ',', ':'].map((sign) => near.lastIndexOf(sign, start - 1))) + 1
  const rest = near.slice(end).search(/[，；：,:。！？]/u)
  const items = near.slice(from, rest === -1 ? near.length : end + rest).split('、')
  if (items.length < SHORTEST_ROW) return false
  let at = from
  for (const item of items) {
    if (start >= at && end <= at + item.length) {
      const last = item.slice(end - at).search(ROW_END)
      const name = last === -1 ? item : item.slice(0, end - at + last)
      return name.length <= LONGEST_ITEM && !DOING.test(item.slice(0, start - at)) && NAME_END.test(name.replace(/[”’"')）]+$/u, ''))
    }
    at += item.length + 1
  }
  return false
}
