/** Whether an entry is a case (案例: governance work worth comparing) or 其他, with a reason a person can check. */
import type { EntryKind } from '../../contract/entry.ts'
import { FAMILY_NAMES, findGovernance, type Family } from './vocabulary.ts'

export interface KindTexts {
  readonly title: string | null
  readonly headings: readonly string[]
  readonly body: string
}

export interface JudgedKind {
  readonly kind: EntryKind
  readonly reason: string
}

/** Something was made or changed: a verb of doing and, in the same clause, the thing made. */
const PRACTICE = /(?:创新|打造|推行|探索|构建|建立|健全|完善|推广|整合|搭建|组建|实施|成立|设立|开展|落实|优化|做实|做强|建强|坚持)[^。；;！!？?，,\n]{0,18}?(?:机制|模式|平台|体系|格局|品牌|中心|制度|工作法|网格|队伍|调解室|工作室|议事会|联席会|服务站|清单|工程|举措|新路径|新路)/gu
/** A practice called by its name: “客厅式办公”服务模式. */
const NAMED_PRACTICE = /[“"「][^”"」\n]{2,14}[”"」](?:[一-龥]{0,4})(?:模式|工作法|机制|平台|品牌|做法|经验|工程|中心)/u
/** What came of it, in numbers. */
const RESULT = /(?:化解|调处|调解|办结|处置|受理|排查|解决|成功|满意|覆盖|培育|配备|建成|建立|组建|组织|发展|收集|处理|流转|接待|服务群众)[^。；;，,\n]{0,16}?\d[\d.,]*\s*(?:余|多)?(?:万|亿)?(?:件|起|次|个|名|人|%|％|条|户|处|支|家)|(?:率|度)[^。；;，,\n]{0,8}\d[\d.]*\s*[%％]/gu

/** A single happening: what a newspaper reports on the day, not how work is done. */
const EVENT_TITLE = /揭牌|挂牌|剪彩|奠基|开工|竣工|通车|开幕|闭幕|启动|举行|举办|召开|开展.{0,10}活动|系列活动|宣传(?:活动|周|月|日)|成立$|成立大会|大会|会议(?!制度|机制|室|上)|会见|会谈|座谈会|发布会|培训班|调研|考察|视察|慰问|检查|出席|参加|组团|签约|展览|博览会|论坛|大赛|比赛|颁奖|表彰|当选|任命|逝世|致电|致信|回信|贺信|印发|公布|签署|快讯|序言|访问|进(?:企业|校园|社区)$/u
const EVENT_LEAD = /(?:上午|下午|日前|近日|昨日|今日|\d日|[一二三四五六七八九十]日)[^。\n]{0,60}?(?:揭牌|举行|召开|启动|开幕|闭幕|调研|会见|出席|考察|举办|签约|开展[^。\n]{0,12}活动)/u
const SPEECH = /[一-龥]{2,3}(?:指出|强调|要求|表示)，/gu
/** Law and order of the state: 第一条 … */
const STATUTE_TITLE = /^(?:中华人民共和国.{2,30}法|.{2,40}(?:条例|细则|(?:管理|暂行|实施)办法|若干规定|工作报告)|.{0,20}关于.{2,60}的(?:通知|意见|决定|公告|批复|函))(?:[（(][^）)]{1,20}[）)])?$/u
const ARTICLES = /(?:^|\n)\s*第[一二三四五六七八九十百零\d]+条/gu

const SHORTEST = 150

/** Counts what speaks for a case and what against; every number stands in the reason. */
export function judgeKind({ title, headings, body }: KindTexts): JudgedKind {
  const heads = [title ?? '', ...headings].join('\n')
  const lead = body.slice(0, 220)
  if (body.length < SHORTEST) return { kind: 'other', reason: `正文只有 ${body.length} 字，不足以说明一项做法。` }
  const articles = count(body, ARTICLES)
  if (articles >= 5) return { kind: 'other', reason: `正文是条文（${articles} 条以“第×条”开头），不是做法记述。` }
  if (title !== null && STATUTE_TITLE.test(title)) return { kind: 'other', reason: `标题“${ending(title)}”是文件或条文的名称，不是做法记述。` }

  const hits = [...findGovernance(heads), ...findGovernance(body)]
  const families = new Map<Family, number>()
  for (const { value } of hits) families.set(value, (families.get(value) ?? 0) + 1)
  const density = (hits.length / Math.max(body.length, 400)) * 1000
  const practices = count(body, PRACTICE)
  const results = count(body, RESULT)
  const named = hits.length >= 2 && NAMED_PRACTICE.test(heads)
  const event = title === null ? null : EVENT_TITLE.exec(title)
  const eventLead = EVENT_LEAD.exec(lead)

  const titleHits = findGovernance(heads).length
  const score =
    Math.min(density, 12) * 0.5 +
    Math.min(families.size, 6) * 0.6 +
    Math.min(practices, 5) * 0.4 +
    Math.min(results, 4) * 0.4 +
    Math.min(titleHits, 3) * 0.7 +
    (named ? 2 : 0) -
    (event === null ? 0 : named ? 1 : 3) -
    (eventLead === null || named ? 0 : 1.5) -
    Math.min(count(body, SPEECH), 3) * 0.5

  const strongest = [...families].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([family]) => FAMILY_NAMES[family])
  const about = strongest.length === 0 ? '没有治理方面的用语' : `治理用语 ${hits.length} 处（${strongest.join('、')}）`
  const made = `创新、机制一类的做法表述 ${practices} 处`
  const shown = results === 0 ? '' : `，成效数字 ${results} 处`
  // Words of the field alone are talk about it; a case also says what was done or what came of it.
  const done = practices + results > 0 || named || (families.size >= 3 && titleHits > 0)
  if (score >= THRESHOLD && done) return { kind: 'case', reason: `${about}，${made}${shown}${named ? '，标题点明一项有名称的做法' : ''}。` }
  const against = event !== null ? `标题“${event[0]}”说的是一次活动` : eventLead !== null ? '开头报道的是一次活动' : null
  return { kind: 'other', reason: `${against === null ? '' : `${against}；`}${about}，${made}${shown}，不足以认作案例。` }
}

/** Between the strongest everyday news and the weakest write-ups of the sample in decision 0420. */
const THRESHOLD = 4.5

const count = (text: string, pattern: RegExp): number => {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

const ending = (title: string): string => (title.length <= 12 ? title : `…${title.slice(-12)}`)
