/** Mechanisms (机制): …机制、制度、工作法、闭环 that are made or kept, with their steps where the text orders them. */
import type { FoundFact } from '../fact.ts'
import { isVerb, nameStart } from './bounds.ts'
import { clauseEnd, clauseStart, distinct, keyOf, MOST, nameOf, type Reading } from './reading.ts'

const HEAD = /机制|制度|责任制度?|积分制度?|工作法(?![治律院规官])|闭环(?:处置|管理|流程|工作|治理|服务)?(?=[，,。；;、”]|$)|(?:(?:工作|治理|运行|服务|管理|联动|处置|协商|共治|自治|警务|调处|调解|解纷|化解|议事|防控|监管|执法|办案|协同|融合|参与|引领|调度|指挥)新?|(?<=”[\u4e00-\u9fff]{0,6}))模式|体制(?!机制)|工作体系|流程/gu
const NOT_AFTER = /^(?:性|化|型|上的|优势|改革|创新(?!案例)|建设年|层面|自信|保障(?!体系))/u
/** Nothing of its own. */
const EMPTY = /^(?:[“”]|一国两制|好|人民代表大会|民族区域自治|民主集中|政治协商|多党合作|工作|长效|体制|相关|有关|各项|各种|一系列|一整套|良好|良性|有效|科学|完善|完备|健全|新|好|全新|新型|多项|配套|规章|社会主义|社会|治理|基层治理|社会治理|管理|服务|运行|政策|法律|法规|以及|现代|各类|若干|成熟|本|该|这一|这个|其|一|新的|的|等|整套|自身|重要|基本|政治|经济|领导|组织|国家|市场|财政|金融|税收|土地|医疗|教育|司法|执法|法治|改革|发展|竞争|激励|约束|协同|协调|沟通|衔接|协作|制度|体系|标准化|规范化|常态化|申领|岗位|目标|领导|标准|单一|传统|老|旧)*$/u
const MADE = /建立|健全|完善|推行|实行|创新|落实|构建|探索|出台|执行|形成|坚持|实施|推出|运用|打造|采取|采用|推广|深化|推进|优化|开展|严格|首创|总结|提炼|用好|启动|制定|做实|践行|结合|强化|依托|通过|建成|发挥|加强|推动|开创|施行/u
/** One after the other: 网格召集—分级转办—…, 一排查、二研判…, and what is called a chain. */
const ARROWS = /(?:[^\s，,。；;：:、（）()“”《》—–→＞>＋+\-~～]{2,16}(?:——|—|–|→|＞|>|--|-|~|～)){2,11}[^\s，,。；;：:、（）()“”《》—–→＞>＋+\-~～]{2,16}/gu
/** Steps need two; most texts have none. */
const TWO_ARROWS = /[—–→＞>~～-][^—–→＞>~～\n-]{2,20}[—–→＞>~～-]/u
const DASH = /——|—|–|→|＞|>|--|-|~|～/u
const NUMBERED = /一[^\s一二三四五六七八九十，,。；;、]{1,8}[、，,]?二[^\s一二三四五六七八九十，,。；;、]{1,8}[、，,]?三[^\s一二三四五六七八九十，,。；;、]{1,8}(?:[、，,]?[四五六七八九十][^\s一二三四五六七八九十，,。；;、]{1,8}){0,7}/gu

/** What stands between a mechanism and the steps it has: 机制：…, 机制（…, 机制，即…. */
const NAMED_SO = /^[”]?[：:，,（(]?(?:即|就是|包括|按照|分为)?[“（(]?$/u

/** “发现、上报、分流、处置、反馈”闭环: in order, because it is called a course. */
const COURSE = /“([^“”、，。]{2,8}(?:、[^“”、，。]{2,8}){2,7})”[\u4e00-\u9fff]{0,6}(?:闭环|流程|程序|步骤)/u

/** 建立接单、派单、办单、回访等闭环机制. */
const LISTED_STEPS = /(?:建立|形成|构建|实行|推行|打造|按照|实现|健全|完善)了?((?:[\u4e00-\u9fff]{2,6}、){2,7}[\u4e00-\u9fff]{2,6}?)(?:等|的)/u

interface Found {
  readonly name: string
  readonly steps: readonly string[]
  readonly start: number
  readonly end: number
}

export function mechanisms(reading: Reading): readonly FoundFact[] {
  const chains = [...(TWO_ARROWS.test(reading.body) ? reading.body.matchAll(ARROWS) : []), ...reading.body.matchAll(NUMBERED)].map(({ 0: text, index }) => ({ start: index, end: index + text.length, steps: stepsOf(text) }))
  const used = new Set<number>()
  const named = [...reading.body.matchAll(HEAD)].flatMap(({ 0: head, index }): readonly Found[] => {
    const one = mechanismAt(reading, head, index)
    if (one === null) return []
    const before = chains.find(({ start, end }) => start < one.start && end > one.start && end <= one.end)
    if (before !== undefined) {
      used.add(before.start)
      return [{ ...one, name: nameOf(reading.body.slice(before.start, one.end)), start: before.start, steps: before.steps.map((step) => (step.length > head.length && step.endsWith(head) ? step.slice(0, -head.length) : step)) }]
    }
    const chain = chains.find(({ start, end }) => start >= one.start && end <= one.end) ?? chains.find(({ start, end }) => !used.has(start) && ((end <= one.start && one.start - end <= 6) || (start >= one.end && NAMED_SO.test(reading.body.slice(one.end, start)))) && !/[。；;]/u.test(reading.body.slice(Math.min(end, one.end), Math.max(start, one.start))))
    if (chain !== undefined) used.add(chain.start)
    return [chain === undefined ? one : { ...one, steps: chain.steps }]
  })
  const alone = chains.filter(({ start }) => !used.has(start)).flatMap(({ start, end, steps }): readonly Found[] => (isFlow(reading.body, start, end) ? [{ name: nameOf(reading.body.slice(start, end)), steps, start, end }] : []))
  const all = [...named, ...alone].sort((a, b) => a.start - b.start)
  return distinct(all, ({ name }) => keyOf(name)).slice(0, MOST).map(({ name, steps, start, end }) => reading.state({ kind: 'mechanism', of: { name, steps: [...steps] } }, start, end))
}

const stepsOf = (text: string): readonly string[] =>
  DASH.test(text) ? text.split(/——|—|–|→|＞|>|--|-|~|～/u).filter((step) => step !== '') : text.split(/[、，,]?(?=[一二三四五六七八九十])/u).map((step) => step.slice(1)).filter((step) => step !== '')

/** A row of arrows is a flow when it is called one, or stands in quotes. */
const isFlow = (body: string, start: number, end: number): boolean => /^”?的?(?:[^，,。；;]{0,8})?(?:闭环|流程|机制|模式|程序|步骤|链条|体系|工作法|处置|架构)/u.test(body.slice(end, end + 16)) && /[\u4e00-\u9fff]/u.test(body.slice(start, end))

function mechanismAt({ body, quotedAt, isInTitle }: Reading, head: string, index: number): Found | null {
  if (isInTitle(index)) return null
  const end = index + head.length
  if (NOT_AFTER.test(body.slice(end, end + 4)) && head !== '工作法') return null
  const inQuotes = quotedAt(index)
  if (inQuotes !== null && inQuotes.end !== end) return null
  const bound = nameStart(body, index)
  const whole = inQuotes !== null && bound.start <= inQuotes.start
  const [start, stop] = whole && inQuotes !== null ? [inQuotes.start - 1, end + 1] : [bound.start, end]
  const [from, name] = begun(body, start, stop, head)
  const own = name.slice(0, name.lastIndexOf(head)).replaceAll(/[“”]/gu, '')
  if (name.length > 34 || own.length < 2 || EMPTY.test(own) || /^[\d一二三四五六七八九十两]+(?:项|个|大)$/u.test(own)) return null
  const clause = body.slice(clauseStart(body, from), from)
  if (!(name.includes('“') || isVerb(bound.by) || from > bound.start || MADE.test(clause) || /^(?:的|。|，|,|基本形成|全面推行)/u.test(body.slice(stop, Math.min(stop + 6, clauseEnd(body, stop) + 1))))) return null
  if (!name.includes('“') && !MADE.test(clause) && !MADE.test(bound.by)) return null
  const steps = COURSE.exec(name)?.[1] ?? (/闭环|流程/u.test(name) ? LISTED_STEPS.exec(clause)?.[1] : undefined)
  return { name, steps: steps?.split('、') ?? [], start: from, end: stop }
}

/** 社会协同等: up to 等 that closes a list. */
const LISTED = /^.*(?<![高中平均相初上]|(?<!协)同)等(?![级次距候于同额])/u

/** Where the name begins after all: behind 等, and with the part before it where both are alike (接单、派单机制). */
function begun(body: string, bound: number, stop: number, head: string): readonly [start: number, name: string] {
  const start = bound + (/^(?:全面|深度)?(?:融入|纳入|嵌入)(?:[镇村区县市]|街道)?|^(?:严格|认真|坚决|全面)?(?:执行|遵守)/u.exec(body.slice(bound, stop))?.[0].length ?? 0)
  const name = nameOf(body.slice(start, stop))
  const listed = LISTED.exec(body.slice(start, stop))?.[0].length ?? 0
  if (listed > 0 && !name.includes('“') && stop - start - listed > head.length + 1) return [start + listed, nameOf(body.slice(start + listed, stop))]
  const own = stop - start - head.length
  const before = start - 1 - own
  if (own < 4 || body.charAt(start - 1) !== '、' || !/^[\u4e00-\u9fff]+$/u.test(body.slice(Math.max(0, before), start - 1)) || name.includes('“')) return [start, name]
  return isVerb(nameStart(body, start - 1).by) && nameStart(body, start - 1).start === before ? [before, nameOf(body.slice(before, stop))] : [start, name]
}
