/** Documents of rule (政策文件): 《…》 that lays something down; newspapers, columns, books and songs are none. */
import { nameOf, type Reading } from './reading.ts'
import type { FoundFact } from '../fact.ts'

const TITLE = /《([^《》\n]{2,120})》/gu
const DOCUMENT = /(?:意见|办法|方案|条例|规定|通知|通告|决定|决议|规划|纲要|法|法典|细则|分解|清单|公约|批复|指引|指南|标准|规范|制度|规程|章程|计划|要点|公告|公报|报告|规则|措施|准则|建议|解释|守则|目录|导则|意见书|协议|备忘录|白皮书|宪法|任务书|工作手册|若干问题|实施意见|解读本?|政策)(?:[（(][^）)]{1,20}[）)])?$/u
const ISSUED_BEFORE = /(?:出台|印发|制定|发布|颁布|修订|下发|依据|根据|按照|落实|贯彻|施行|实施|起草|联合印发|通过|制定了|出台了|印发了|发布了|宣读了?)[^，,。；;]{0,12}$/u
/** What stands behind the title of something to read, watch or sing. */
const MEDIUM_AFTER = /^(?:杂志|周刊|月刊|报道|刊发|刊登|头版|[一二三四五六七八九十\d]+版|栏目|节目|记者|专栏|客户端|电视|纪录片|情景剧|一书|一文|[^，,。；;]{0,6}(?:栏目|节目))/u
const MEDIUM = /(?:日报|晚报|早报|晨报|时报|商报|新闻|周刊|杂志|半月谈|求是|时间|视线|焦点访谈|联播)$/u

export function policies({ body, state }: Reading): readonly FoundFact[] {
  const seen = new Set<string>()
  return [...body.matchAll(TITLE)].flatMap(({ 0: whole, 1: inner = '', index }) => {
    const title = nameOf(inner)
    const after = body.slice(index + whole.length, index + whole.length + 16)
    const isDocument = DOCUMENT.test(title) || ISSUED_BEFORE.test(body.slice(Math.max(0, index - 16), index))
    if (!isDocument || MEDIUM.test(title) || (MEDIUM_AFTER.test(after) && !DOCUMENT.test(title)) || seen.has(title)) return []
    seen.add(title)
    return [state({ kind: 'policy', of: { title } }, index, index + whole.length)]
  })
}
