/**
 * Platforms (平台): systems, apps, centres and other things people work with, by the noun they end in. A name of its own (in quotes, or of what
 * it does) and a word of making or using make one; what is counted (34个…) or only talked about (做优…平台) is none.
 */
import type { Platform } from '../../../../contract/fact.ts'
import type { FoundFact } from '../fact.ts'
import { isCount, nameStart } from './bounds.ts'
import { isCommon, isNickname, isPlainName } from './person-name.ts'
import { clauseEnd, clauseStart, keyOf, MOST, nameOf, type Reading } from './reading.ts'

type Kind = Platform['kind']

interface Found {
  readonly name: string
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

const HEAD =
  /平台|网(?<=(?:法律|政务)服务网)(?![格点络红])|系统|(?:手机)?(?:APP|App|app)(?![A-Za-z])|小程序|(?:微信)?(?:公众号|服务号)|客户端|中心(?<=(?:指挥|调度|调处|调解|矛调|综治|服务|数据|对接|网格化?|接待|信访|治理|处置|作战|仲裁|解纷|研判|预警|受理|联动|法律援助|诉讼|化解|办案|管理|运行|监测|诉求|和解|智治|联勤|事务|监管|应急|会商|评估|风控|赋能|数据资源|(?:智能化|治理|指挥|综合|智慧)信息)中心)|学院|大脑|(?<=\d)(?:政务服务)?(?:便民|市民|服务){0,3}热线|热线|专线(?<=(?<!\d)\d{5,7} ?专线)|服务台(?<=(?:接处?警|报警)服务台)|体系(?<=(?:巡防|防控|巡控|作战|警务|预警)体系)|码(?=”)(?<=“[^“”]{1,8}码)|云(?=”)(?<=“[^“”]{2,10}云)|(?:超市|居委会|派出所|法庭|警务室|议事厅)(?=”)(?<=“[^“”]{0,6}(?:网上|线上|掌上|云上)[^“”]{2,8})|(?:微法院|微法庭|云法庭|云法院|共享法庭|微警务)(?=”)(?<=“[^“”]{3,10})|通(?=”)(?<=(?:通过|利用|依托|登录|打开|使用|借助)“[^“”]{1,6}通)|调解(?=”)(?<=“[^“”]{0,8}[eE]调解)|雪亮工程|天网工程|驾驶舱|大厅/gu

/** Known everywhere by these names. */
const PROGRAMME = /^(?:雪亮|天网)工程$/u

/** Behind the noun, these make it part of another word or say it is no platform. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  平台: /^(?:化|经济|企业|期|型|公司|主体|从业|载体(?!建)|阵地|垄断|用工|思维|互联)/u,
  系统: /^(?:(?:支撑|应用|集成|服务)?平台|治理|性|内|外|梳理|总结|推进|化|谋划|观念|思维|工程|集成|学习|部署|回顾|解决|培训|提升|施策|重塑|论述|阐|研究|掌握|完备|完整|地|评价|分析|宣传|推动|整治|整合|构建|打造|优化|改造|干部|职工|党|联动|规划|设计|落实|联通|改革|修复|防范|加强|强化|把握|全面|介绍|发力)/u,
  中心: /^(?:城区?|城市|任务|工作|环节|思想|广场|主任|副主任|负责|小学|校|组|大局|地带|区|镇|村|户|户长|人员|干部|工作人员|，以|的?要求|户制|主义|化|，服务)/u,
  学院: /^(?:教授|老师|学生|院长|师生|附属|党委|[医护理]|和)/u,
  // 城市大脑城管系统 is the system.
  大脑: /^(?:皮|神经|发育|支撑能力|[\u4e00-\u9fff]{1,4}(?:平台|系统|驾驶舱|中心))/u,
  驾驶舱: /^(?:界面|手机版|功能|设计)/u,
  大厅: /^(?:主任|环境|被|内|里)/u,
}

/** 综治中心实战平台 is the platform. */
const LONGER_AFTER = /^(?![等和与及、])(?:[\u4e00-\u9fff]{0,4}(?:一体化|实战|业务|信息|管理|综合|智能|智慧|数字|应用|指挥|调度)){1,3}[\u4e00-\u9fff]{0,4}(?:平台|系统)/u
/** 管理平台建设现场会 is a meeting. */
const MEETING_AFTER = /^(?:建设|推进|工作)?(?:现场|推进|工作|观摩|座谈|经验|交流){1,2}会/u
/** 全国司法行政系统 is all who work there. */
const BRANCH = /(?:行政|市场监管|政法|公安|司法|法院|检察|工会|共青团|妇联|信访|民政|税务|教育|卫健|城管|组织|宣传|统战|纪检监察|财政|交通|水利|机关)$/u

/** What such a thing is for. The last that fits decides nothing: the first does. */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['command', /指挥|调度|大脑|驾驶舱/u],
  ['warning', /预警|感知/u],
  ['assessment', /考核|考评|质效|评估|评价|监测应用|绩效|督查|督办/u],
  ['mediation', /和解|调解|调处|矛调|解纷|智调|诉调|纠纷|矛盾|访调/u],
  ['justice', /诉讼|公共法律|法律服务|法律援助|执法|办案|法院|检察|检务|司法|公证|仲裁|政法/u],
  ['mobile', /(?:码”|APP|小程序|公众号|服务号|客户端|[热专]线)$|(?:APP|小程序|公众号)“|反映平台|随手拍/iu],
  ['data', /数据|资源共享/u],
  ['grid', /网格|综治|治理/u],
  ['data', /信息|资源|共享/u],
  ['service', /服务|便民|政务|民生|诉求|信访|接待|管服|一站式|党群|物业|代办/u],
]

/** What a case's platforms are about; a trade fair has platforms, too. */
const TOPIC =
  /议事|协商|治理|网格|解纷|调解|调处|和解|纠纷|矛盾|预警|指挥|调度|数据|信息|办案|政法|法律|监管|监测|监督|信访|诉求|警|视频|安防|管服|应急|综治|平安|民情|民意|反映|投诉|举报|积分|巡防|巡查|感知|智慧|智能|联动|管理|共享|政务|党建|党群|便民|物业|社区|小区|乡村|实战|可视|协同|研判|评估|考核|普法|一站式|掌上|反诈|报警|诉讼|诉调|司法|公益|志愿|作战|合成|联勤|受理|群众|居民|代办|服务|接访|执法|办事|云|码|码上|网络|电子|门禁|停车|公安|消防|安全|雪亮|天网|热线|民生|养犬|纪检|干部|事项|大脑|数字驾驶舱/u
const NOT_TOPIC = /健康|就业|农事|农云|农业|三农|低空|文物|文博|体育|足球|评标|充电设施|生态系统|跨境|出海|碳|电网|经贸|贸易|投资|融资|金融|科创|孵化器|产业|电商|招商|人才|科研|创新创业|就业创业|会展|展销|旅游|检验|检测|养老|托育|托管|妇女儿童|退役军人|走出去|外贸|视听|海啸|代表团|奥运|亚运|赛事|医疗|卫生服务|妇幼|疾控|会议|展览|购物|物流|气象|新闻|媒体|文化活动|体育|健身|青少年|少年|教学|研发|电力|能源|算力|国际|进出口|航运|人工智能|工业|消费|直播|社交|短视频/u

/** Names that many places share; of these the rank before them is no part: 镇街综治中心 is a 综治中心. */
const COMMON_CENTRE =
  /(综治中心|矛调中心(?!”)|网格化?中心|公共法律服务中心|信访接待中心|信访中心|社会治安综合治理中心|人民调解中心|党群服务中心|便民服务中心|政务服务中心|诉讼服务中心|法律援助中心|行政服务中心|12345(?:政务服务)?(?:便民|市民|服务){0,3}热线)$/u
/** 依托“老兵调解室”平台: the room is meant. */
const ROOM_AS_PLATFORM = /“[^“”]*(?:室|[调议说评][^“”]{0,3}[团队站])”$/u
/** Whatever it is called: arms, and where strangers talk and shop. */
const ELSEWHERE = /岸防|海空|战区|油气|钻井|采油|试飞|飞船|航天|卫星|军委|军事|导弹|火箭|防空|反导|雷达|武器|社交|短视频|电商|购物|媒体平台|学习平台/u
/** Nothing of its own: these say what any of them is. */
const EMPTY = /^(?:云|违规|配套|专用|专属|完整|健全|成熟|强大|实体化|高效|高质量|优质|便捷|有力|坚实|规范化?|标准化)?(?:[“”]|调解|调处|化解|矛盾|纠纷|设备|设施|管理|服务|工作|云|信息化?|综合|网络|操作|应用|线上|线下|智能化?|智慧化?|数字化?|一体化?|现代化|小|大|新|多元|多方|相关|有关|重要|各类|各种|统一|有效|良好|公共|官方|自有|自己|整个|网上|移动|手机|微信|互联网|办事|子|主|生态|神经|业务|电子|数据|治理|社会|社会治理|基层治理|基层|政务|共治|交流|展示|沟通|群众|居民|全|个|项|性|地|经办|办公|民生|指挥|监督|党建|接待|村级|村|镇|县|市|区|省|乡|街道|社区|中心|实战|基础|载体|机制|队伍|阵地|联动|指挥调度|调度|治安|公安|政法|法院|司法|检察|组织|供水|供电|热线|生态|防灾|防洪|照明|排水|供热|高清视频|视频监控|视频|监控|实时|消防|教育|卫生|财政|税务|信访|统战|宣传|纪检|人社|民政|城管|交通|农业|文化|工会|妇联|医疗|全市|全区|全县|全省|全国|全){0,2}$/u
/** 体系 is a platform only under a coined name: 立体化防控体系 is what every town builds. */
const EVERYDAY_SYSTEM = /^(?:立体|社会|治安|全|智|现代|多|巡|新|整|城|合成|一体|点线|圈层|平安|公安|基层|网格|数字|联|群|打防|人防|三防|风险|应急|街面|校园|大)/u
/** 有事找综治中心: what people are told, not what it is called. */
const SAYING = /^“?有[^“”]{0,8}[找到去上]|[找去]|[我你]要/u
/** Talked of, not made: 做优…平台, 发挥…作用. */
const SLOGAN_BEFORE = /^(?:做优|做强|做实|做大|做好|做精|建优|这|那|该|此|其|各|坚持|没有|围绕|聚焦)$/u
const LATIN_HEAD = /(?:APP|小程序|公众号|服务号|客户端)$/iu

export function platforms(reading: Reading): readonly FoundFact[] {
  const found = [...reading.body.matchAll(HEAD)].flatMap(({ 0: head, index }) => platformAt(reading, head, index))
  return once([...found, ...saidToBe(reading)]).map(({ name, kind, start, end }) => reading.state({ kind: 'platform', of: { name, kind } }, start, end))
}

/** “街坊帮”作为…服务平台: what it is, is said behind it. */
const SAID_TO_BE = /“([^“”，,、。；;\n]{2,12})”(?:作为|是)(?=[^，,。；;“”\n]{0,24}?(?:平台|小程序|系统|APP)[，,。；;])/gu
function saidToBe({ body }: Reading): readonly Found[] {
  return [...body.matchAll(SAID_TO_BE)].flatMap(({ 0: whole, index }) => {
    const said = body.slice(index, clauseEnd(body, index + whole.length))
    const name = whole.slice(0, whole.indexOf('”') + 1)
    return TOPIC.test(said) && !NOT_TOPIC.test(said) && !ELSEWHERE.test(said) ? [{ name, kind: kindOf(said), start: index, end: index + name.length }] : []
  })
}

function platformAt({ body, quotedAt, isInTitle, sentenceAt }: Reading, head: string, index: number): readonly Found[] {
  if (isInTitle(index)) return []
  const own = index + head.length
  // …平台“微青园”: the name of its own behind the noun.
  const behind = body.charAt(index - 1) === '”' || /^(?:中心|大厅|学院)$/u.test(head) ? '' : (NAMED_BEHIND.exec(body.slice(own, own + 16))?.[1] ?? '')
  const end = own + behind.length
  const after = body.slice(own, own + 8)
  if (NOT_AFTER[head]?.test(after) === true || MEETING_AFTER.test(after) || (head === '中心' && LONGER_AFTER.test(body.slice(own, own + 14)))) return []
  const inQuotes = quotedAt(index)
  // “综治中心+网格化” and “我要去平台问问”: a name only when it fills its quotes, and “网格平台”APP is the app.
  if (inQuotes !== null && (inQuotes.end !== own || /[+＋]/u.test(inQuotes.text) || APP_BEHIND.test(body.slice(own + 1, own + 8)))) return []
  const bound = PROGRAMME.test(head) ? { start: index, by: '' } : nameStart(body, index)
  const whole = inQuotes !== null && bound.start <= inQuotes.start
  const [start, stop] = whole ? [inQuotes.start - 1, own + 1] : [bound.start - ranksBefore(body, bound.start), end]
  const text = body.slice(start - (/[热专]线$/u.test(head) ? numberBefore(body, start) : 0), stop)
  const trimmed = trim(text)
  const name = nameOf(trimmed)
  // “海上枫桥”调解中心 is a brand of mediation; “一站式”调解中心 is what any is.
  if ((whole && SAYING.test(name)) || (/^“(?!一站式|多元|一体化)[^“”]{2,10}”(?:人民)?调解中心$/u.test(name))) return []
  const from = stop - trimmed.length
  const sentence = sentenceAt(from)
  if (/中心$/u.test(name) && WAR.test(body.slice(sentence.start, sentence.end))) return []
  // 各种…平台纷纷建立: a class of them.
  if (!name.includes('“') && /(?<!联合|整合|汇聚|引导|吸引|组织|调动|由|供|让)(?:各[种类地式]|多种)/u.test(body.slice(clauseStart(body, from), from))) return []
  if (!isName(name, head, whole || name.includes('“') || name !== trimmed, bound.by)) return []
  return [{ name, kind: kindOf(name), start: from, end: stop }]
}

/** What is struck there is no centre of the case. */
const WAR = /导弹|空袭|战机|火箭弹|[美俄以乌]军|武装/u

/** 市、县、镇三级…中心: how much of the row stands before its last rank. */
const ranksBefore = (body: string, at: number): number => (/^(?:[市县区镇乡村街社格区道]{1,2}[两三四五]级|[市县区州]一体化)/u.test(body.slice(at, at + 4)) ? (/(?:(?:[省市州县区镇乡街村]道?|社区|街道|网格)、){1,4}$/u.exec(body.slice(Math.max(0, at - 14), at))?.[0].length ?? 0) : 0)

/** 12318 …热线: a blank may part the number from the name. */
const numberBefore = (body: string, at: number): number => /(?<!\d)\d{3,5} $/u.exec(body.slice(Math.max(0, at - 7), at))?.[0].length ?? 0

const APP_BEHIND = /^(?:手机|智慧|数字化?|信息化?|综合|服务|管理|微信){0,3}(?:APP|小程序|公众号|平台|系统)/iu
const NAMED_BEHIND = /^(“(?![一二三四五六七八九十两\d])[^“”，,。、；+＋]{2,10}(?<![室站团队])”)(?!的|模块|功能|版块|板块|专区|栏目|[\u4e00-\u9fff]{0,10}(?:应用|小程序|公众号|平台|系统|APP|中心))/iu

/** Of names that many places share, without the rank before it; without dates and words that lead to it. */
function trim(text: string): string {
  const own = text.replace(LED_TO, '')
  const [common = ''] = COMMON_CENTRE.exec(own) ?? []
  return common !== '' && !/\d/u.test(own.slice(0, -common.length)) ? common : own
}
const LED_TO = /^(?:\d+余?(?:平方米|平米)的?|\d+个?(?:县市区?|市县|区县|县区|乡镇|镇街|街镇|街道)|[^“”]{0,12}(?:大楼|楼|厅|室)[内里]|\d+[年月日号]+|[上中下]午|今年|去年|近年来|目前|据|我[国省市州县区镇乡村街]|同时|此外|另外|如今|全新的?|新的|公益性|免费|(?:全国|国内|省内|全省|全市|市内)?首[个批家]|唯一|相关|有关|好|一批)+/u

function isName(name: string, head: string, quoted: boolean, by: string): boolean {
  const own = name.slice(0, name.lastIndexOf(head) < 0 ? 0 : name.lastIndexOf(head))
  if (PROGRAMME.test(head)) return true
  if (ELSEWHERE.test(name)) return false
  if (name.length > 30 || /[年月]\d|\d[年月日]|[。！？；]|^(?:图源|来源|图片)/u.test(name)) return false
  if (COMMON_CENTRE.test(name)) return !SAYING.test(own) && !isCount(by)
  const owner = own.replaceAll(/[“”]|(?:人民)?(?:调解|调处|和解)$/gu, '')
  if (isNickname(owner) || isPlainName(owner)) return false
  if (head === '学院') return /网格|治理|调解|平安|乡贤|社工|社区|枫桥/u.test(own)
  if (head === '码') return !/^“?(?:[二多]维|健康|验证|条形|邀请|密|号|起|筹|加|解|编|扫|亮|赋|转|领|一.{0,3}|.{2,3}[加筹密])$/u.test(own)
  if (head === '超市') return TOPIC.test(own)
  if (head === '云') return /警|政务|政法|综治|治理|平安|数据|社区|法治/u.test(own)
  if (own === '共享' || ROOM_AS_PLATFORM.test(own)) return false
  // 星光社区服务中心 is where one goes.
  if (!quoted && own.endsWith('社区服务')) return false
  // 成员单位信息系统 are many; 公安局指挥中心 is a part of who works there.
  if (!quoted && /(?:单位|部门|成员)(?:信息|业务|应用|专项)?$|类$|(?:[局厅署]|[支大总]队)(?:110)?(?:情报)?(?:指挥|调度)$/u.test(own)) return false
  // “智慧公安”1平台5系统 counts them.
  if (/(?<!\d)\d{1,2}$/u.test(own)) return false
  // “一平台”, “大脑”: said of any; …各专项系统 are many.
  if (/^[“”一二三四五六七八九十两多全大小]*[个项套]?$/u.test(own) || (!quoted && /各[\u4e00-\u9fff]|[各等]$/u.test(own))) return false
  if (/[热专]线$/u.test(head)) return /\d{3,5}/u.test(name) || (name.startsWith('“') && name.endsWith('”'))
  if (head === '大厅') return quoted || /法律服务|矛盾|纠纷|信访|诉讼/u.test(own)
  if (head === '大脑') return quoted || /治理|城市|平安|警务|社会|社区|政法/u.test(own)
  if ((isCount(by) && !quoted) || /[两三四五六七八九十]大/u.test(own) || (head === '系统' && !quoted && BRANCH.test(own) && !/大脑|智慧|数[字智]/u.test(own))) return false
  // “六网一体化”…体系 says how many it has; …、…综合性平台 what it is for.
  if (!quoted && own.endsWith('综合性')) return false
  if (head === '体系') return !/^“?[一二三四五六七八九十\d]/u.test(own) && (quoted || (/^(?:创新|打造|构建|创立|首创)$/u.test(by) && !isCommon(own.slice(0, 2)) && !EVERYDAY_SYSTEM.test(own)))
  if (SLOGAN_BEFORE.test(by) && !quoted) return false
  if (quoted) return !/^(?:第三方|自媒体|[大小新]|多)$/u.test(own.replaceAll(/[“”]/gu, ''))
  if (EMPTY.test(own) && !(head.endsWith('服务台') || LATIN_HEAD.test(head))) return false
  if (LATIN_HEAD.test(head)) return own.length >= 2 && !EMPTY.test(own) && !NOT_TOPIC.test(own)
  return TOPIC.test(name) && !NOT_TOPIC.test(name) && by !== '…'
}

const kindOf = (name: string): Kind => KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'other'

/** Without what ranks it: 市、县、镇三级指挥中心 is an 指挥中心. */
const coreOf = (name: string): string => keyOf(name).replace(/(?<=热线)平台$/u, '').replace(/^(?:(?:[省市州县区镇乡街村]、)*[省市县区镇乡街村社]+[两三四五]?级|全[省市区县]|网格化?|线上|线下|统一|手机)+/u, '')

/** 反诈APP is 国家反诈中心APP: the same last two letters, and every letter in its order. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < 5 || short.length >= long.length || short.slice(-2) !== long.slice(-2)) return false
  let at = 0
  for (const sign of long) if (sign === short.charAt(at)) at++
  return at === short.length
}

/** Each once: a shorter or a longer way to speak of one already named is no second one. */
function once(found: readonly Found[]): readonly Found[] {
  const kept: { readonly one: Found; readonly core: string }[] = []
  for (const one of [...found].sort((a, b) => a.start - b.start)) {
    if (kept.length === MOST) break
    const core = coreOf(one.name)
    const same = kept.some((other) => other.core === core || (core.length >= 4 && other.core.endsWith(core)) || (other.core.length >= 6 && core.startsWith(other.core) && !other.core.endsWith('大脑')) || isShortFor(core, other.core) || isShortFor(other.core, core))
    if (!same) kept.push({ one, core })
  }
  return kept.map(({ one }) => one)
}
