/** What a text shows of work done: each sign is counted here and weighed in `kind.ts`. */
import { findEveryday, findGovernance, type Family } from './vocabulary.ts'

export interface KindTexts {
  readonly title: string | null
  /** Kicker, subtitle, sub-heads. */
  readonly headings: readonly string[]
  readonly body: string
}

export interface Signs {
  /** Governance words of title, heads and body. */
  readonly hits: number
  readonly families: ReadonlyMap<Family, number>
  readonly titleHits: number
  /** Different everyday words of streets, villages and counters, in order of first use. */
  readonly everyday: readonly string[]
  readonly practices: number
  readonly actors: number
  readonly results: number
  /** The text tells of a trouble and of how it is now. */
  readonly contrast: boolean
  readonly named: boolean
  readonly telling: string | null
  readonly event: string | null
  readonly eventLead: boolean
  readonly speeches: number
  readonly plans: number
  readonly opinions: number
  readonly letters: number
  readonly nationwide: string | null
}

const DOING = '创新|打造|推行|探索|构建|建立|建起|健全|完善|推广|整合|搭建|组建|实施|实行|成立|设立|开设|开通|开展|开发|落实|优化|做实|做强|建强|坚持|推出|制定|出台|印发|编印|公布|试行|引入|拿出|总结出|办起|设'
const MADE =
  '机制|模式|平台|体系|格局|品牌|中心|制度|工作法|网格|队伍|调解室|工作室|议事会|联席会|服务[站点]|调解点|议事点|清单|工程|举措|新路径|新路|办法|手册|公约|章程|规程|流程|积分|小程序|热线|专班|驿站|窗口|服务队|巡逻队|联防队|理事会|协会|档案|台账'
const CLAUSE = '[^。；;！!？?，,\\n]'
/** What a write-up of work says and a report of a day does not, clause by clause. */
const PRACTICE = new RegExp(
  [
    // Something made or changed, with the thing made in the same clause, or called by a name of its own.
    `(?:${DOING})${CLAUSE}{0,18}?(?:${MADE})`,
    `(?:${DOING}|开起|叫作|称作|称为|取名)(?:了|起)?[“"「《][^”"」》\\n]{2,14}[”"」》]`,
    // Someone given a part in it, and who answers for what.
    `(?:选聘|聘请|聘为|推选|选出|招募|吸纳|聘任|选派|下派|兼任)${CLAUSE}{0,16}?(?:员|长|代表|骨干|队伍|律师|老人|能人|顾问|职工|管家)`,
    `由${CLAUSE}{1,14}(?:牵头|打分|评议|评一次|接手|接谈|帮办|监督|派发|派单|协调|组成|包干|坐堂|说和|受理|轮流|认领|把关|代办|核查|负责|盯着|指导)`,
    '(?:分片|包片|包户|包干|责任)到人',
    // What there is, put in order: parts, lists, one by one.
    `(?:划|编|分|捆)(?:成|为)${CLAUSE}{0,8}?(?:网格|小组|组|片区|单元|等级)`,
    `(?:梳理|列|画|登记|汇总)(?:出|成|造册|进|入)${CLAUSE}{0,14}`,
    `(?:一件|一户|一事|一村|一院|一格|一楼)一(?:本|策|档|册|张|群|长|员)`,
    // Steps, and what was made of what.
    `[三四五六七八]步(?:[：:]|法|走|工作)|”?[三四五六七八]步[，。]|把${CLAUSE}{1,20}?(?:并成|并为|合成|连成|变成|搬到|搬进|接进|纳入|印成|写进|下沉到|交给)`,
    // Rules and their rhythm.
    `(?:规定|约定|明确)[，,]?${CLAUSE}{0,24}?(?:必须|不得|之?内|一律|要)`,
    `(?:定下|立下|写进|写入|写明)[^。\\n]{0,16}?(?:规矩|底线|公约|村规民约|章程|理由|时限|流程)`,
    `(?:每周|每[个]?月|每季度?|每天|每日|每年|每半月|每逢${CLAUSE}{1,4})${CLAUSE}{0,14}?(?:接待|接访|坐堂|开会|开一?次|碰头|议事|走访|晒|通报|公布|公示|研究|上门|巡查|评|打分|举办|召开|一[次回场])`,
    `(?:统一|自动|逐级|限时|当面|上门|上墙|一站式|一窗|一次|全程|集中)(?:受理|派发|派单|办结|回访|打分|公示|公布|办理|反馈|评议|告知|帮办|代办)`,
    `(?:分钟|小时|天|日|工作日)之?内${CLAUSE}{0,6}?(?:到场|到位|办结|答复|回应|上门|解决|处置|给出|了结)|限${CLAUSE}{1,4}(?:天|日|小时)`,
    '凡是?[^。；;\\n]{2,24}?(?:一律|必须|就开|就办|都要)|(?:换|想)(?:了|出了?)一?个(?:办法|法子|点子)',
    `总结(?:出|的)${CLAUSE}{0,16}(?:方法|办法|工作法|法则)`,
  ].join('|'),
  'gu',
)
/** Those nearest to the matter do it: 镇里规定…, 街道把…. */
const ACTOR =
  /(?:街道|乡镇|[镇乡村县区局所](?:里|党委|党支部)?|社区|村委会|居委会|党委|党支部|党总支|党工委|派出所|法庭|法院|司法所|大队|综治中心|业委会|工作人员|信访局|政府)(?:还|又|也|则|便|就|先|随后|因此|于是|从[^，。\n]{1,6}起|同时)?(?:把|将(?=[^，。\n]{1,14}(?:纳入|分|列|划|交|改|设|整合))|规定|决定|印发|推行|推出|建立|成立|组织|试行|探索|聘|请来|设立|设|制定|出台|实行|划分|整合|牵头|开通|开设|公布|约定|专门|派出|腾出|拿出|提前|定期|每[周月季天年]|主动|梳理|逐户|挨家)/gu
/** A practice called by its name: “客厅式办公”服务模式. */
const NAMED_PRACTICE = /[“"「][^”"」\n]{2,14}[”"」](?:[一-龥]{0,4})(?:模式|工作法|机制|平台|品牌|做法|经验|工程|中心|改革|制度)/u
/** Titles that promise to tell how work is done: …综述, 以“…”撬动…, …解难题. */
const TELLING_TITLE =
  /综述|纪实|探索|经验|模式|做法|工作法|改革|样本|实践|之路|路径|密码|[接出走]访记|治理记|创新|延伸|(?:以|用|靠)[“"「][^”"」\n]{2,12}[”"」]|[“"「][^”"」\n]{2,12}[”"」](?:聚|解|化|破|激活|撬动|织|绘|托起|管|守|赋能|助力|让|换|开|进|里)|(?:解|化|破解?|办)[^，。\n]{0,6}(?:忧|难|难题|难事|心结|纠纷|矛盾)/u

const FIGURE = '(?:\\d[\\d.,]*|[一二三四五六七八九十百千两零]{2,}|[一二三四五六七八九十百千两](?=[余多万成]))\\s*(?:余|多)?(?:万|亿)?(?:余|多)?'
/** What came of it: so many done, such a share, from so many to so few, never again. */
const RESULT = new RegExp(
  [
    `(?:化解|调处|调解|办结|办理|处置|受理|排查|解决|成功|满意|覆盖|培育|培训|配备|建成|建立|组建|组织|发展|收集|收到|征集|处理|流转|接待|接谈|写了|发出|核实|回访|走访|上报|发放|兑换|清理|清走|修好|拆除|劝导|代办|帮办|服务群众|服务居民)${CLAUSE}{0,16}?${FIGURE}(?:件|起|次|人次|张|个|名|人|%|％|条|户|处|支|家|场|项|笔|宗|单|盏|车)`,
    `(?:率|度)${CLAUSE}{0,8}\\d[\\d.]*\\s*[%％]`,
    `(?:信访|投诉|警情|纠纷|案件|发案|矛盾|上访|举报|工单|积案|事故|来电)${CLAUSE}{0,14}(?:下降|减少|降低|降|少)${CLAUSE}{0,6}(?:\\d|成|半|零)`,
    `(?:由|从)${CLAUSE}{0,14}?[\\d一二三四五六七八九十百两]${CLAUSE}{0,8}?(?:升|降|提高|提升|缩短|减|减少|增加|下降)(?:到|至|为)${CLAUSE}{0,3}[\\d一二三四五六七八九十百千两半]`,
    '只(?:有|剩)\\d+(?:件|起)|(?:下降|减少)(?:了)?(?:近|约)?[一二三四五六七八九]成|(?:少|降|省|减)了(?:近|约)?(?:\\d[\\d.]*[%％]|[一二三四五六七八九]成|一半)|没有?再(?:发生|出现|起|因|来)|(?:零|无一)(?:上访|发案|事故|伤亡|诉讼|积案)',
    `${FIGURE}(?:件|户|起)(?:中|里)?(?:已?有)${FIGURE}(?:件|户|起)`,
    `\\d[\\d.]*[%％](?:以上)?(?:的)?${CLAUSE}{0,6}(?:调解|化解|办结|履行)|[六七八九]成(?:以上|多)?(?:的)?${CLAUSE}{0,4}(?:调解|化解|办结|答复)`,
  ].join('|'),
  'gu',
)
const BEFORE = /过去|从前|以前|以往|曾经|一度|原先|针对[^。\n]{2,30}(?:问题|难|等)|为(?:了)?(?:解决|破解|化解|打消)|最(?:多|集中|头疼)的|难题|怎么办|老大难|没人管|无人管|脏、?乱、?差|烦心事|扯皮|教训|没少|接连不断|讲不清|办不成|跑[两三四几]趟/u
const NOW = /如今|现在|眼下|目前|以来|至今|[一两二三四五半]年(?:多)?(?:来|里|下来|过去)|再也|不再|终于|已(?:经)?有?[^。\n]{0,12}(?:解决|化解|没有|下降|培训|收到|运行)|握手言和|下降|变化/u

/** A single happening: what a newspaper reports on the day, not how work is done. */
const EVENT_TITLE =
  /揭牌|挂牌|剪彩|奠基|开工|竣工|通车|开幕|闭幕|启动|举行|举办|召开|开展.{0,10}活动|攻坚行动|专项行动|系列活动|宣传(?:活动|周|月|日)|成立$|成立大会|大会|会议(?!制度|机制|室|上)|(?:推进|现场|动员|研讨|交流|报告|听证|发布|推介|洽谈|联欢|运动|展览|博览|音乐|招聘|调度|部署|座谈)会(?!制度|机制)|会见|会谈|培训班|调研|考察|视察|慰问|检查|出席|参加|组团|签约|论坛|大赛|比赛|决赛|联赛|颁奖|表彰|当选|任命|任免|任前公示|逝世|致电|致信|回信|贺信|印发|公布|签署|快讯|预警|序言|访问|体验活动|启用$|出版发行|启用仪式|落成|投用$|宣传.{0,6}(?:走进|进)|(?:组织|带领)[^，。\n]{2,12}(?:走进|参观|来到)|进(?:企业|校园|社区)$/u
const EVENT_LEAD = /(?:上午|下午|晚|日前|近日|昨日|今日|\d日|[一二三四五六七八九十]日)[^。\n]{0,60}?(?:揭牌|举行|召开|启动|开幕|闭幕|调研|会见|出席|考察|举办|签约|来到|参观|参加[^。\n]{0,16}活动|开展[^。\n]{0,12}活动)/u
const SPEECH = /[一-龥]{2,3}(?:指出|强调|要求|表示)，/gu
/** What is still to be done. */
const PLAN = /(?:还|也|均|都|，|月底前?|部门|我[市县区]|全[市县区]|平台)将(?!近|来|领|军)|下一步|预计|力争|拟于|计划(?=[^。\n]{0,16}(?:年|月|建|合作))/gu
/** One who argues, and picks examples from here and there. */
const OPINION =
  /(?:有的|一些|有些|个别)地方|某些|某地|诸如|笔者|启示|启发|不妨|诚然|正如|试想|由此可见|归根(?:结底|到底)|说到底|须知|殊不知|从[这某][个种]意义|何以|不难发现|并非|理应|也好，|[^，。\n]方能|唯有|无疑|折射|见微知著|[，。\n]比如[，,]|以[^，。\n]{2,6}为例|[^，。\n]才能|，就能|关键(?:是|就?在于)|[^，。\n](?:必将|定能)|意味着|这?(?:说明|告诉我们|要求我们)|当[^，。\n]{2,8}，[^，。\n]{2,16}便会/gu
/** A letter to an office and the answer to it. */
const LETTER = /尊敬的(?:领导|书记|市长|区长|县长|网友)|此致敬礼|(?:回复|答复)如下|您(?:所)?反映|(?:您的)?(?:留言|来信|问题)已?(?:收悉|收到)|感谢您(?:对我们|的留言|的来信)/gu
/** What concerns the whole state is not the work of one place. */
const NATIONWIDE = /国务院|中共中央|中央(?!空调|公园|商务|[^，。\n]{0,8}(?:典型|示范))|全国(?:人大|政协|乡镇|总工会|范围|各地|公安|妇联)|习近平|总书记|最高人民|各地|我国/u

/** How news of the state begins, where its title does not say so: 财政部日前…, 面对全国疫情，各地…. */
const NATIONWIDE_LEAD = /(?<=^|[：:，。\n]\s?)(?:各地(?=[^，。\n]{2,})|中共中央政治局|全国政协(?!委员)|政协第|习近平总书记(?:指出|强调)|财政部|国家发展改革委|全国[^，。\n]{2,8}系统)/u
const LEAD = 90

export function findSigns({ title, headings, body }: KindTexts): Signs {
  const heads = [title ?? '', ...headings].join('\n')
  const inHeads = findGovernance(heads)
  const hits = [...inHeads, ...findGovernance(body)]
  const families = new Map<Family, number>()
  for (const { value } of hits) families.set(value, (families.get(value) ?? 0) + 1)
  return {
    hits: hits.length,
    families,
    titleHits: inHeads.length,
    everyday: [...new Set([...findEveryday(heads), ...findEveryday(body)].map(({ value }) => value))],
    practices: count(body, PRACTICE),
    actors: count(body, ACTOR),
    results: count(body, RESULT),
    contrast: BEFORE.test(body) && NOW.test(body),
    named: hits.length >= 2 && NAMED_PRACTICE.test(heads),
    telling: TELLING_TITLE.exec(heads)?.[0] ?? null,
    event: title === null ? null : (EVENT_TITLE.exec(title)?.[0] ?? null),
    eventLead: EVENT_LEAD.test(body.slice(0, 220)),
    speeches: count(body, SPEECH),
    plans: count(body, PLAN),
    opinions: count(body, OPINION),
    letters: count(body, LETTER),
    nationwide: (title === null ? null : NATIONWIDE.exec(title)?.[0]) ?? NATIONWIDE_LEAD.exec(body.slice(0, LEAD))?.[0] ?? null,
  }
}

export const count = (text: string, pattern: RegExp): number => {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}
