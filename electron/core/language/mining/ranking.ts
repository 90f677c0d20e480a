/** Which grams are words, and which of these are coinages of the field: brands, mechanisms, platforms, and what people call their places and posts. */
import type { Standing } from './bounds.ts'
import type { Gram } from './grams.ts'

export interface Candidate extends Omit<Gram, 'letters'>, Standing {
  readonly text: string
}

export interface WordKnowledge {
  /** A word of a dictionary already, ours or the segmenter's. */
  readonly isWord: (text: string) => boolean
  readonly cut: (text: string) => readonly string[]
  readonly tokens: (text: string) => readonly { readonly start: number; readonly end: number }[]
}

/** What coinages of the field end in. */
const ENDINGS = /(?:机制|模式|工作法|调解法|平台|系统|工作室|调解室|警务室|议事厅|议事会|议事亭|会客厅|客厅|驿站|小站|小院|院落|大院|联盟|联合体|共同体|网格|工程|行动|计划|品牌|小程序|热线|专线|超市|银行|学院|学堂|讲堂|课堂|书屋|积分|清单|台账|指数|地图|大脑|驾驶舱|中心|服务站|工作站|服务点|联系点|观察点|岗亭|服务队|维修队|管家|合伙人|志愿者|明白人|带头人|说事|议事|评理|办公|走访|随手拍|闭环|融合|联动|共治|善治|智治|分级|预警|吹哨|报到|办理|代办|调处|解纷|码|哨|会|员|队|长|团|嫂|云|通|式|法|制|链|桥|灯|家|园|汇|帮|铺|屋|亭|廊|榜|箱|图|网|格|日|点|站|岗)$/
/** Ends of what is said of many things: phrases, not names. */
const PHRASES = /(?:工作|建设|发展|管理|问题|情况|方面|人员|部门|单位|活动|能力|水平|作用|领域|会议|精神|要求|意见|规定|条例|办法|法律|措施|服务|项目|资金|企业|经济|社会|国家|群众|居民|村民|干部|党员|同志|书记|主任|主席|总理|部长|省长|市长|以上|以下|以来|以内|期间|左右|之间|记者|报道|表示|指出|强调|认为|人民政府|责任|义务|权利|行为|处罚|罚款|情形|事项|资料|信息|数据|产业|产品|市场|投资|贸易|生产|消费|合作|关系|改革|创新|保护|治理|安全|教育|文化|科技|卫生|环境|生态|农业|农村|工业|能源|交通|旅游|体育|政策|制度|体系|规划|方案|目标|任务|重点|基础|条件|程序|标准|质量|效率|成果|成效|效能|经验|做法|案件|纠纷|格局|氛围|现象|生活|需求|诉求|难题|事业|力量|资源|优势|特色|理念|方式|渠道|现代化|事件|矛盾|力度|时间|地方|城市|乡镇|街道|社区|小区)$/
/** Said before something, not part of its name. */
const LEADING = new Set('不断 深入 持续 进一步 扎实 加快 全面 有序 有效 积极 充分 切实 共同 坚持 组织 提升 打造 推动 推进 推行 制定 违反 应当 可以 着力 大力 努力 不得 未经 经过 关于 根据 依据 按照 为了 加强 强化 构建 建立 健全 完善 创新 探索 落实 实施 开展 促进 提高 增强 实现 确保 保障 做好 办好 抓好 解决 处理 进行 需要 能够 已经 正在 将会 没有 成为 作为 包括 通过 利用 由于 但是 如果 以及 或者 并且 同时 结合 整合 统筹 优化 深化 突出 注重 聚焦 围绕 针对 面对 走进 来到 参与 参加 组建 设立 成立 建成 发挥 发现 收集 获得 更加 更好 非常 十分 特别 这种 这个 一个 一种 我们 他们 全市 全县 全区 全国 全省 当地 本市 本县 我市 新增 累计 先后 共有 目前 今年 去年 近年 每年 每月 每周 每天 各级 各类 各地 有关 相关 多次 各种 一些 许多 广大 广泛 主动 及时 定期 每个'.split(' '))
const FIRST = new Set('支只台辆座栋幢套份部更已不未可应须经越很最再又只仍才却非级户条张人名个位家件项次余约近超达共每某等有无没能会要去来到说做让请叫看想听为向对'.split(''))
const LAST = new Set('里中上下内外时起出来去好得地有到过于后前间者性化性度们之多少大小高低可能会要让给使把是说做自未并再又更很'.split(''))
const NUMBER = /^(?:第?[一二三四五六七八九十百千万亿两几多数]+[个名位件条项次年月日时分号户人家万亿元度]|[年月日])/u
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习'
const PLACE_END = /(?:省|市|县|区|镇|乡|村|街道|社区|州|旗|路|街|大道|小区|国)$/

/** How likely it is that a gram ends where it ends, 0 to 1: many neighbours on either side, or quotation marks. */
function freedom({ count, left, right, quoted }: Candidate): number {
  const most = Math.log(Math.max(2, count))
  return Math.max(Math.min(1, Math.min(left, right) / most), Math.min(1, (quoted / count) * 1.2))
}

/** What can't be a word, whatever its counts: a known word, a name of a person or a place, a number of things, a piece of a sentence. */
function isNone({ text, quoted, count }: Candidate, tokens: readonly string[]): boolean {
  const n = text.length
  const named = quoted / count >= 0.5
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)]
  if (LEADING.has(first) && tokens.length > 1) return true
  if (named) return false
  if (n === 2 || NUMBER.test(text) || PLACE_END.test(text)) return true
  if (n <= 3 && SURNAMES.includes(text.charAt(0)) && !ENDINGS.test(text)) return true
  return FIRST.has(first) || LAST.has(last)
}

/** null for what is no candidate. `hasCases`: the library tells cases from other texts. */
export function scoreOf(candidate: Candidate, { isWord, cut }: WordKnowledge, hasCases: boolean): number | null {
  const { text, count, entries, cases, quoted, titles, cohesion } = candidate
  const free = freedom(candidate)
  if (free < 0.5 || isWord(text)) return null
  const tokens = cut(text)
  if (isNone(candidate, tokens)) return null
  const n = text.length
  let score = Math.log2(1 + count) * 0.7 + Math.log2(1 + entries) * 0.5
  score += 2.5 * (quoted / count) + Math.min(1.5, quoted * 0.5) + Math.min(1.5, titles * 0.5)
  if (ENDINGS.test(text)) score += 2
  if (PHRASES.test(text) && quoted === 0) score -= 3
  // Put together of ordinary words only, and never set apart: most likely a phrase.
  if (quoted === 0 && tokens.length > 1 && tokens.every((token) => token.length > 1)) score -= 1.5
  if (n <= 2) score -= 1
  if (n >= 4 && n <= 6) score += 0.6
  score += Math.max(-0.5, Math.min(1, cohesion / 4))
  if (hasCases) score *= 0.05 + 0.95 * (cases / entries)
  return score <= 0 ? null : score * (0.5 + 0.5 * free)
}

/** What is cut around an example to see whether words end where it does. */
const AROUND = 30

/** Its ends stand inside of other words in most of its examples: 级矛调中心 out of 两级矛调中心. */
export function isCutApart({ examples, quoted, count }: Candidate, { tokens }: WordKnowledge, bodyOf: (entry: number) => string): boolean {
  if (quoted / count >= 0.5 || examples.length === 0) return false
  const whole = examples.filter(({ entry, start, end }) => {
    const from = Math.max(0, start - AROUND)
    const cut = tokens(bodyOf(entry).slice(from, end + AROUND))
    return cut.some((token) => token.start + from === start) && cut.some((token) => token.end + from === end)
  })
  return whole.length * 2 < examples.length
}
