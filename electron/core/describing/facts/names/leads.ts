/** Who leads and who takes part (牵头与协同). */
import type { FoundFact } from '../fact.ts'
import { nameStart } from './bounds.ts'
import { distinct, keyOf, MOST, nameOf, type Reading } from './reading.ts'

/** A body: what it is called ends in one of these. */
const BODY = String.raw`[\u4e00-\u9fff（）()]{0,16}?(?:委员会|政法委|宣传部|组织部|统战部|社会工作部|社工部|党委|党工委|市委|县委|区委|省委|旗委|镇委|工委|党组织|党支部|党总支|社区“?两委”?|政府|办事处|[\u4e00-\u9fff]{1,6}(?:(?<![格结布全大定开终])局|厅|办(?![法理公事案学]))|办公室|平安办|综治办|法院|检察院|派出所|司法所|法庭|综治中心|矛调中心|治理中心|指挥中心|网格化?中心|服务中心|工会|妇联|团委|团市委|工商联|居委会|村委会|业委会|社区党委|领导小组|联席会议|部门|单位|协会|商会|街道|公安机关)`
const LED = new RegExp(`(?:由|以|在)?(${BODY})的?(?:统一|总)?(?:牵头(?:抓总|负责|协调|组织)?|主导(?!权|产业)|抓总|发挥牵头|统筹协调|统筹推进|统筹调度)`, 'gu')
/** 镇综治办联合派出所…, 县平安办组织公安、交警等部门…: who calls the others together. */
const CALLED = new RegExp(`(${BODY})(?:(?:联合|会同|携手)(?=[^，,。；;]{2,40}(?:开展|举行|举办|组织|进村|入户|走访|建立|制定|出台|推进|成立|印发|发起|排查|宣传|调解))|组织(?=[^，,。；;]{2,40}等[^，,。；;]{0,6}(?:部门|单位|警种|力量)))`, 'gu')
/** …和…联合发起. */
const TOGETHER = new RegExp(`((?:${BODY}[、和与及]){1,4}${BODY})联合(?:开展|举行|举办|主办|建立|制定|出台|印发|发起|推出|成立|打造)`, 'gu')
const JOINED = new RegExp(`(?:联合|会同|协同|携手|联动|协调)((?:${BODY}[、和与及]){0,6}${BODY})(?=等|[，,。；;、]|共同|开展|建立|制定|出台|推进|对|在|成立|参与|印发|集中)`, 'gu')
const TOOK_PART = new RegExp(`((?:${BODY}[、和与及]){1,8}${BODY})等?(?:\\d*多?个?(?:部门|单位|力量|机构|组织))?(?:集中|轮值|分别|共同|积极|先后|相继|派员|全部|实体)*(?:常驻|入驻|进驻|参与|协同|配合|联动|派驻)`, 'gu')
const ORDINARY = /^[^，,]{0,6}[无没首哪某]个?有?[^，,]{0,4}(?:部门|单位)$|^(?:等)?(?:[省市县区镇]直|[省市县区]级|一个|这些|这个|各|有关|相关|多|几个|职能|责任|其他|各级|多个|所有|部分|上级|下级|对口|本|该|不同|多方)*(?:部门|单位|街道|党组织|政府|党委|办|局)$/u

interface Found {
  readonly name: string
  readonly role: 'lead' | 'partner'
  readonly start: number
  readonly end: number
}

export function leads({ body, state }: Reading): readonly FoundFact[] {
  const found: Found[] = []
  for (const clause of clausesOf(body)) {
    for (const { 0: whole, 1: name = '', index } of clause.text.matchAll(LED)) found.push(...bodies(body, clause.start + index + whole.indexOf(name), name, 'lead'))
    for (const { 0: whole, 1: name = '', index } of clause.text.matchAll(CALLED)) found.push(...bodies(body, clause.start + index + whole.indexOf(name), name, 'lead'))
    for (const { 0: whole, 1: names = '', index } of clause.text.matchAll(TOGETHER)) found.push(...bodies(body, clause.start + index + whole.indexOf(names), names, 'lead'))
    for (const { 0: whole, 1: names = '', index } of clause.text.matchAll(JOINED)) found.push(...bodies(body, clause.start + index + whole.indexOf(names), names, 'partner'))
    for (const { 0: whole, 1: names = '', index } of clause.text.matchAll(TOOK_PART)) found.push(...bodies(body, clause.start + index + whole.indexOf(names), names, 'partner'))
  }
  const whole = found.filter(({ name, role }) => !found.some((other) => other.role === role && other.name !== name && other.name.endsWith(name)))
  return distinct(whole, ({ name, role }) => `${role} ${keyOf(name)}`).slice(0, MOST).map(({ name, role, start, end }) => state({ kind: 'lead', of: { name, role } }, start, end))
}

const WORTH = /牵头|组织|主导|抓总|统筹|联合|会同|协同|携手|联动|协调|常驻|入驻|进驻|参与|配合|派驻/u
const LONGEST = 90

/** Clauses that can hold one, none longer than a line of print. */
function* clausesOf(body: string): Generator<{ readonly text: string; readonly start: number }> {
  for (const { 0: text, index } of body.matchAll(/[^，,。；;：:！？!?\n]{4,90}/gu)) if (text.length <= LONGEST && WORTH.test(text)) yield { text, start: index }
}

const LEAD_IN = /^(?:坚持|形成|构建|建立|完善|健全|明确|实行|推行|采取|采用|充分发挥|发挥|落实|强化|按照|通过|依托|推动|成立|设立|由|以|在|将|把|让|并|且|的|党建引领|引导|组织|调动|统筹|整合|并由|联合|会同|会商|创新|[一-龥]{0,4}了)+/u

function bodies(body: string, at: number, names: string, role: Found['role']): readonly Found[] {
  const found: Found[] = []
  for (const { 0: part, index } of names.matchAll(/[^、和与及]+/gu)) {
    const end = at + index + part.length
    const quote = part.indexOf('“')
    const bound = nameStart(body, quote < 0 ? end - 2 : at + index + quote)
    const least = end - part.replace(LEAD_IN, '').length
    const text = body.slice(bound.by === '等' || bound.by === '“' ? least : Math.max(least, bound.start), end)
    const name = nameOf(text).replace(/等$/u, '')
    if (name.length < 2 || name.length > 24 || ORDINARY.test(name)) continue
    const start = end - text.length
    found.push({ name, role, start, end: start + name.length })
  }
  return found
}
