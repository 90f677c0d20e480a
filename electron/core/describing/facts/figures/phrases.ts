/** The words before and behind a number, read for what they name: the verb, the thing, what only leads up to them. Pure. */
import { doing, EMPTY_NOUN, ending, leading, making, NO_ENDING, strong } from './words.ts'

export interface Phrase {
  /** What is done to what is counted (排查); '' where the number only counts what there is. */
  readonly verb: string
  /** The verb brings about what it counts (建成). */
  readonly makes: boolean
  /** The thing with its modifiers; '' where the words before the number name none. */
  readonly noun: string
}

export interface Predicate {
  readonly subject: string
  readonly change: 'up' | 'down' | null
  /** 到, 至: the number is where it ended, not by how much it moved. */
  readonly reaches: boolean
}

const LONGEST = 60
const REACHED = /(?:达到了?|高达|多达|可达|已达|达|为|是|有|至|到了?|保持在?|稳定在|维持在|控制在|徘徊在|突破了?|超过了?|超|逾|近|约|均|都|已|已经|共|共计|合计|总计|累计|总数|分别|平均|仅|只|就|即|也|还|再|又|了|大约|大概|将近|接近|不到|不足|不少于|不低于|至少|在|：|高于|低于|远低于|远高于|目前|现|了近|现已|最高|最多|用了|只用|仅用|仅仅|前后|由|从|由原来的?|从原来的?|另有?|法定|规定的|最初的|原来的)$/u
const UP = /(?:上升|增长|提升|提高|(?<![新净])增加|增多|攀升|上涨|递增|(?<![新净])增|扩大|跃升|多了?|涨|延长|翻番|新增长)(?:了)?$/u
const DOWN = /(?:下降|减少|降低|缩短|压缩|缩减|下滑|压减|压降|减|降|少了?|精简|回落|节省时间|减至|下调|递减|降幅|压缩了)(?:了)?$/u
const REACHES_UP = /(?:上升|增长|提升|提高|增加|攀升|增|扩大|跃升|升|延长|从.{1,12})(?:到了?|至|为)的?$/u
const REACHES_DOWN = /(?:下降|减少|降低|缩短|压缩|缩减|下滑|压减|降|减|精简|回落)(?:到了?|至|为)的?$/u
const COMPARED = /(?:(?:^|[与同和])[^，。、与同和]{1,10}相比|[比较](?:19|20)\d{2}年(?:同期|底|末)?|同比|环比|同期|较?去年同期|比去年同期|比?上年同?期?|较上年(?:同期)?|较去年|比去年|较(?:改革|整治|试点|建设|实施|之前|以前|此前|往年|上月|年初|平台)[^，。、]{0,4}|比(?:改革|以前|之前|往年|上月|上年|年初)[^，。、]{0,4}|大幅度?|显著|明显|进一步|逐年|持续|连续.{1,3}年|平均|又|再|均|都|总体|整体|由.{1,12}|，|、|分别|各|已|累计|共|普遍|年均|月均|年平均|(?<!\d)[\d一二三四五六七八九十]{1,2}年(?:间|来)?)$/u

/** Parts 同比下降, 达到, 为 from the end of the words before a number. */
export function predicateOf(before: string): Predicate {
  let subject = before.trimEnd()
  let change: Predicate['change'] = null
  let reaches = false
  for (let n = 0; n < 12 && subject !== ''; n++) {
    const reached = change === null ? (REACHES_UP.exec(subject) ?? REACHES_DOWN.exec(subject)) : null
    const moved = change === null ? (UP.exec(subject) ?? DOWN.exec(subject)) : null
    if (reached !== null) {
      change = REACHES_UP.test(subject) ? 'up' : 'down'
      reaches = true
      subject = subject.slice(0, reached.index)
    } else if (moved !== null) {
      change = UP.test(subject) ? 'up' : 'down'
      subject = subject.slice(0, moved.index)
    } else {
      const word = (change === null ? null : COMPARED.exec(subject)) ?? REACHED.exec(subject) ?? COMPARED.exec(subject)
      if (word === null || endsInName(subject, word[0])) break
      subject = subject.slice(0, word.index)
    }
    subject = subject.trimEnd()
  }
  return { subject, change, reaches }
}

/** 所有, 行为, 中国共: the sign is the end of a word. */
const endsInName = (subject: string, word: string): boolean => word.length === 1 && /(?:行为|作为|所有|拥有|国有|私有|公共|业已|成就|首都|工会|现有|超有|设有|建有|配有|占有|享有|持有|开有|拥共|存在|所在|现在|潜在|内在|外在|到达|直达|送达|传达|发达|表达|增至|面积约|节约|合约|契约|履约|特约|预约|公约|条约|签约|制约|即将|附近|就近|亲近|邻近|最近|年均|月均|日均|人均|户均|自由|理由|缘由|成为|认为|称为|领导有|共有)$/u.test(subject) && !/(?:共有|现有|设有|建有|配有)$/u.test(subject)

/** Without what leads up to it: 截至目前, 全市, 先后, 共. */
export function withoutLead(text: string): string {
  let rest = text.replace(/^[\s　]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.](?!\d)/u, '')
  for (let n = 0; n < 14; n++) {
    rest = rest.replace(/^一(?:个|名|家|项|座|所|支|批)(?=[^，。]{2})/u, '').replace(/^[\s、，：；的]+/u, '')
    const setting = SETTING.exec(rest)?.[0] ?? ''
    const word = setting === '' ? leading.at(rest, 0) : setting
    if (word === '' || isWord(rest, word) || (word === '通过' && /^通过(?:人数|率|者|人员)/u.test(rest)) || ((word.length === 1 ? !ALWAYS.test(word) : ADVERB.test(word)) && (RATE_ALONE.test(rest) || !leadsUp(rest.slice(word.length))))) break
    rest = rest.slice(word.length)
  }
  return rest
}

/** 成功化解, 重点推进: these lead up to a verb; before a noun (成功率, 重点行业) they are part of it. */
const ADVERB = /^(?:成功|及时|重点|组织|统筹|有效|自行|按时|按期|超时|当场|现场|就近|连续|首次|公开|统一|集中|主要|定期|全面|直接|主动|持续|联合|共同|推动|推进|引导|帮助|协助|免费|义务|民主|长期|常年|率先|精准|实时|在线|线上|线下|网上|同步|自主|创新|高效|严格|全程|首批|分类|分级|分批|深入|广泛|积极|快速|迅速|农村|城市|城区|街道|所有|全体|有|每|主要)$/u
const ALWAYS = /^[仅共已均也还再又新现由并而且、的]$/u
/** 按时办结率: how it was done names the rate. */
const RATE_ALONE = /^[\u4e00-\u9fff]{1,8}率$/u
const leadsUp = (rest: string): boolean => doing.at(rest, 0) !== '' || making.at(rest, 0) !== '' || leading.at(rest, 0) !== ''

/** 在全区建成, 通过网格排查: a phrase that says where, when, by what. */
const SETTING = /^(?:(?:自|从)?[^，。；]{0,12}?(?:以来|期间|过程中)|(?:在|自)[^，。；]{1,12}?(?:中|上|下|内|里|方面|期间|之前|之后|时)(?=[^，。；]{2})|通过[^，。；、]{2,10}?(?=(?:发放|开展|化解|排查|收集|解决|办理|受理))|为(?:群众|企业|居民|农民工|老百姓|当事人|困难群众|老年人|辖区群众|辖区企业|受害人)|(?:对|向)(?:群众|企业|居民|社会))/u

/** 共同, 中心, 现场, 年轻: what begins like a word that only leads is another one. */
const isWord = (text: string, word: string): boolean =>
  word.length === 1 &&
  /^(?:共(?:同|建|享|治|富|和|青|识|产|性|管|商|评)|中(?:心|国|小|央|医|介|学|型|层|青|高|部|共|标|队|成药|华|药|等|年)|现(?:场|代|金|有|役|实)|年(?:轻|度|货|会|长|龄|级)|约(?:谈|束|见|定)|各(?:类|种|项|方|界|级|族|自|行)|新[\u4e00-\u9fff]{1,2}[市县]|新(?:时代|业|型|就业|市民|增|建|居民|农|兴|媒体|生|能源|冠|质|四|闻|风|产|设|技|乡贤|人|经济|社会)|达(?:标|成)|均(?:等|衡|价)|都市|内(?:部|设|容|外|涝)|后(?:备|勤|续|台|盾)|来(?:信|访|电|客|自|源)|起(?:诉|重|点|草)|和(?:谐|解|事|美|睦|平|合)|与会|及(?:时|格)|对(?:口|接|象|外|账|讲)|为(?:民|老)|即(?:时|接)|将军|由头|还(?:款|迁|建)|再(?:生|就业|次|教育|审)|主要(?:道路|领导|路口)|每(?:个|名|户|家)|所有制|组织(?:生活|部|建设|架构|体系)|超(?:标|市|龄|限|载|高)|近(?:视|邻|郊)|总(?:部|站|网|队|书记|支|公司|结|面积|人口|投资|长|量|数)|法|老|有(?:关|效|机|线|声|限|奖)|已婚|只读|另类|且|则|就(?:业|餐|诊|医|学)|便(?:民|利|捷)|也|着|地(?:方|区|名|下|质|铁|理|标|点)|得|其他|其它|该)/u.test(text)

/** 推出五批共55项: in how many goes, not what. */
const BATCHES = /(?:[一二三四五六七八九十两]{1,3}|\d{1,3})(?:批次?|大类|类|个方面|个大类|期|轮)共?$/u

/** The verb and the thing of the words that stand before a number and lead up to it. */
export function phraseBefore(before: string): Phrase {
  const rest = withoutLead(before.slice(-LONGEST)).replace(BATCHES, '')
  const first = verbsAt(rest)
  if (first.verb !== '') return withNoun(first.verb, first.makes, rest.slice(first.length))
  const marked = verbMarked(rest)
  if (marked !== null) {
    const verbs = verbsAt(rest.slice(marked))
    if (verbs.verb !== '') return withNoun(verbs.verb, verbs.makes, rest.slice(marked + verbs.length))
  }
  const behind = verbBehind(rest)
  if (behind !== null) return behind
  const inside = verbInside(rest)
  return inside === null ? { verb: '', makes: false, noun: nounOf(rest) } : withNoun(inside.verb, inside.makes, rest.slice(inside.end))
}

const withNoun = (verb: string, makes: boolean, tail: string): Phrase => ({ verb, makes, noun: nounOf(withoutLead(tail.replace(/^(?:了|过|出|起|好|完)(?!境|口|租|诊|入)/u, ''))) })

/** Verbs in a row at the beginning: 调整成立, 协商解决. The last one that makes decides; else they stand together. */
function verbsAt(text: string): { readonly verb: string; readonly makes: boolean; readonly length: number } {
  let [at, verb, makes] = [0, '', false]
  for (let n = 0; n < 4; n++) {
    const [made, done] = [making.at(text, at), doing.at(text, at)]
    const word = made.length >= done.length ? made : done
    if (word === '' || text.startsWith('派出所', at) || (word.length === 1 && verb === '' && /^(?:辖区|配(?:套|合|电|件|送|偶|音|乐|给|方)|建(?:筑|言|议|材|党|制|档)|有(?:关|效|机|线|奖|序|组织|偿|毒|害)|设(?:施|备|计|想))/u.test(text.slice(at)))) break
    // 调解员, 服务站点: somebody or something named by what is done.
    if (word !== '' && !strong.has(word) && AGENT.test(text.slice(at + word.length, at + word.length + 2))) break
    // 人民调解组织: behind a verb the word that names goes with what follows, when little is left.
    if (verb !== '' && !strong.has(word) && text.length - at - word.length < 2 && at + word.length < text.length) break
    if (verb !== '' && !strong.has(word) && text.length - at - word.length === 0 && makes) break
    makes = made.length >= done.length
    verb += word
    at += word.length
    const particle = /^(?:了|过)/u.exec(text.slice(at, at + 1))?.[0] ?? ''
    at += particle.length
    if (!makes && text.startsWith('成功', at) && at + 2 === text.length) {
      verb += '成功'
      at += 2
    }
  }
  return { verb, makes, length: at }
}

/** 热线共受理各类诉求: what only leads up to a verb tells where that is. */
const MARKER = /(?:[共已]|累计|先后|陆续|总共|全年|[年月日周]均|平均每[年月天])$/u

/** 调解员走访商户: behind somebody who acts stands what they do. */
const DOER = /(?:员|长|们|民警|警官|干部|律师|志愿者|法官|居民|群众|中心|平台|社区|部门|法院|检察院|司法所|派出所|法庭|街道|热线|系统|工作室|协会|公司|公安机关|政法机关|系统|单位|队伍|小组|服务队|队|组织|工会|妇联|团委|村委会|居委会|业委会|党支部|[省市县区镇乡村])$/u

function verbMarked(text: string): number | null {
  for (let at = 1; at < text.length - 2; at++) {
    const done = DOER.test(text.slice(Math.max(0, at - 4), at)) ? doing.at(text, at) : ''
    // 全村有村民小组十二个.
    if (DOER.test(text.slice(Math.max(0, at - 4), at)) && /^有(?![关效机线限序偿毒害利力])[^，。]{2}/u.test(text.slice(at))) return at
    if (done.length > 1 && text.length - at - done.length >= 2 && !HEADS.test(text.slice(at + done.length, at + done.length + 4))) return at
    if (MARKER.test(text.slice(Math.max(0, at - 3), at)) && !/(?:公共|中共|国共|业已)$/u.test(text.slice(0, at)) && (doing.at(text, at) !== '' || making.at(text, at) !== '')) return at
  }
  return null
}

/** 重点事项清单已推出, 网格事件累计上报: the thing stands before its verb. */
function verbBehind(text: string): Phrase | null {
  const made = making.endOf(text)
  const done = doing.endOf(text)
  const verb = made.length >= done.length ? made : done
  const before = text.slice(0, text.length - verb.length)
  const led = /(?:已经|已|共|累计|共计|先后|现|均|都|陆续|全部)+$/u.exec(before)
  if ((verb.length < 2 && verb !== '建') || led === null) return null
  const noun = nounOf(before.slice(0, led.index))
  return noun.length < 2 ? null : { verb, makes: made.length >= done.length, noun }
}

const AGENT = /^(?:员|者|率|点|站|所|室|中心|平台|机构|组织|队伍|机制|体系|专家|协会|热线|窗口)/u

/** 网格员上报网格事件: the last verb that no name holds, with a thing behind it. */
function verbInside(text: string): { readonly verb: string; readonly makes: boolean; readonly end: number } | null {
  for (let at = text.length - 3; at > 0; at--) {
    const word = strong.at(text, at)
    if (word === '' || text.length - at - word.length < 2 || text[at - 1] === '的') continue
    // 派出所辖区, 服务站点: a name.
    if (AGENT.test(text.slice(at + word.length, at + word.length + 2))) continue
    // 群众反映的诉求, 居民反映强烈的问题: who says it.
    if (/^(?:反映|提出|咨询|关注)/u.test(word) && /(?:群众|居民|市民|村民|企业|百姓|商户)$/u.test(text.slice(0, at))) continue
    if (/[的]/u.test(text.slice(at + word.length, at + word.length + 1))) continue
    let from = at
    const before = strong.endOf(text.slice(0, at))
    if (before !== '') from -= before.length
    return { verb: text.slice(from, at + word.length), makes: making.has(word) && !doing.has(word), end: at + word.length }
  }
  return null
}

/** The name of a thing in the words before its number: of a list that 等 closes what it is a list of, of a long modifier its head. */
export function nounOf(text: string): string {
  let noun = text.trim().replace(/^.{0,14}?(?:把|将)(?=[^，。]{2,}$)/u, '').replace(/^(?:的|一[个名家项条座所支批]|、|和|及|与|各类|各种|各项|各级|大量|不同|相关|有关|一批|若干|众多|多种|多类|所有|全体)+/u, '').replace(/(?:等|约|共|的|、|了)+$/u, '')
  const closed = /等(?=[^级候待号])[^，。、]{2,}$/u.exec(noun)
  const last = /[\u4e00-\u9fff]{2,8}$/u.exec(noun.slice(0, closed?.index ?? 0))?.[0] ?? ''
  const named = closed?.[0].slice(1).replace(/^(?:方面|领域)?的?(?:各类|各种|多种)?/u, '') ?? ''
  if (closed !== null && named.length <= 2 && closed.index > 0) noun = last + named
  else if (closed !== null && closed.index > 0) noun = closed[0].slice(1).replace(/^(?:方面|领域|各类|各种|多种|多个|多项|单位|部门)?的?/u, (lead) => (/的$|各类|各种|多/u.test(lead) ? '' : lead))
  if (noun.length > 12 && /的(?=[^，。]{2,}$)/u.test(noun)) noun = noun.slice(noun.lastIndexOf('的') + 1)
  return noun.replace(/[“”"「」『』]/gu, (sign) => (sign === '"' ? '' : sign)).trim()
}

/** The name that follows a number: up to the verb that says what becomes of it. `text` ends where its clause or list item does. */
export function nounBehind(text: string): string {
  return text.slice(...nameBehind(text)).replace(/(?:、|等|的|和|及|与|了|中|里|内|(?<![线网])上|左右|以上|新|共|又|还|再|仅|要|来)+$/u, '').trim().replace(/^[）”]+|[（“]+$/gu, '').replace(new RegExp(EMPTY_NOUN.source, 'u'), '')
}

const MOST_LISTED = 3
/** What is counted side by side: people, bodies, places, things that have a name of their kind. */
const COUNTED = /(?:[员者师兵民众友长童]|老人|工人|干部|代表|专家|骨干|教师|中心|平台|[站所室点院校厅馆店村镇乡县区市河湖]|街道|企业|公司|单位|部门|机构|组织|[协商学]会|工厂|车间|基地|项目|工程|场景|系统|设[备施]|终端|探头|问题|隐患|纠纷|矛盾|诉求|案件|事项|制度|机制|标准|文件|方案|清单|课程|讲座|活动|队伍|小组|团队|网格|楼栋|广场|公园|院落|民居|阵地|岗位|窗口|食堂|超市|路段|车辆|用品|物资|材料|法庭|[会务]客厅|议事会|理事会)$/u
/** Of another number, or what is said of the first. */
const NOT_LISTED = /[\d的]|^(?:[数几多不百千万亿一二两三四五六七八九十]|所有|各)/u
const LONGEST_LISTED = 10

/** 业务骨干、专家、学者组成…: all that one number counts, where nothing but names stands in the row behind `first`. */
export function listedBehind(text: string, first: string): string {
  if (!/^[\u4e00-\u9fff]/u.test(first) || !COUNTED.test(first)) return ''
  // 机关、学校等业务骨干、专家: the row that 等 closes is of where they come from.
  const at = text.indexOf(`${first}、`)
  if (at !== 0 && text[at - 1] !== '等') return ''
  let names = ''
  for (const item of text.slice(at + first.length + 1).split('、').slice(0, MOST_LISTED)) {
    const name = nounBehind(item)
    if (!isListed(name, item)) return ''
    names += `、${name}`
    if (name !== item) break
  }
  return names
}

const isListed = (name: string, item: string): boolean => name.length >= 2 && name.length <= LONGEST_LISTED && COUNTED.test(name) && item.startsWith(name) && !NOT_LISTED.test(item.slice(0, name.length + 1)) && doing.at(item, 0) === '' && making.at(item, 0) === '' && [...name].every((_, at) => strong.at(name, at) === '')

/** 县（市、区）. */
const inBracket = (text: string, at: number): boolean => text.lastIndexOf('（', at) > text.lastIndexOf('）', at) && text.slice(at, at + 5).includes('）')
/** 在20个试点的基础上. */
const SET_ON = /^的(?:基础|前提|情况|背景|同时|过程)/u
const WHOSE = /(?:群众|居民|村民|市民|职工|党员|干部|老人|学生|家长|业主|住户|商户|商铺|店铺|门店|企业|社区|小区|街道|乡镇|家庭|单位|人员|领域|行业|部门|区域|[^\s][员者])$/u

const LONGEST_QUOTED = 20
const QUOTED_DEED = /^(?:进|走|全|零|免|一次|最多|下沉|上门|连)/u

/** Where that name stands. */
export function nameBehind(text: string): readonly [number, number] {
  const from = /^[\s]*(?:的|各类|各种|不同类型的|不同|各级|\d{1,3}周?岁(?:及?以上|以下)?)*/u.exec(text)?.[0].length ?? 0
  let end = from
  while (end < text.length && end - from < 30) {
    const sign = text[end] ?? ''
    // 500个“和为贵”调解室: a name in quotes is one.
    const close = sign === '“' ? text.indexOf('”', end) : -1
    if (close > end && close - end < LONGEST_QUOTED) {
      // 干警“进网格”, 事项“免证办”: what they do, or what is done.
      if (end > from && !/[\u4e00-\u9fff]/u.test(text[close + 1] ?? '') && QUOTED_DEED.test(text.slice(end + 1))) break
      end = close + 1
      continue
    }
    // 600多名群众的诉求: those who are counted, not what is theirs.
    if (sign === '的' && (WHOSE.test(text.slice(from, end)) || SET_ON.test(text.slice(end, end + 3)))) break
    if (/[，。；：！？\n\d]/u.test(sign) || (sign === '、' && !/[性型化级]$/u.test(text.slice(from, end)) && !inBracket(text, end))) break
    if (end > from || !/[被把将从由均都已并则让使以与和及于为是到达]/u.test(sign)) {
      const word = ending.at(text, end)
      if (word !== '' && !(end === from && word.length === 1) && !NO_ENDING.test(text.slice(end, end + 4)) && !(end === from && word.length > 1 && startsName(text.slice(from), word)) && !nameGoesOn(text, end, word)) break
    } else if (!NO_ENDING.test(text.slice(end, end + 4))) break
    end++
  }
  return [from, end]
}

/** 参与者, 治理平台, 服务中心: a verb that a noun follows at once is part of a name. */
const HEADS = /^(?:人员|者|率|点|站|所|室|中心|平台|机构|组织|机制|体系|系统|队伍|工作|活动|专家|项目|工程|窗口|事项|案件|单位|企业|小组|团队|基地|阵地|热线|群(?!众)|员|区|站点|场所|岗|岗位|制度|设施|设备|资源|力量|数据|信息|品牌|模式|工作站|工作室|工作者|委员会|课程|班|村|社区|名单|清单|台账|方案|经费|资金|贷款|合同|协议|证|会|厅|窗|箱|屏|器|仪|标准|指标|主体|行为|需求|服务|培训|大厅|书|卡|码|问题|隐患|纠纷|矛盾|任务|成果|奖|渠道)/u
/** 乡镇建立服务站: these begin no part of a name. */
const NEVER_NAMES = /^(?:签订|签署|建立|成立|设立|组建|建成|开展|实现|落实|荣获|获得|获评)/u
const nameGoesOn = (text: string, at: number, word: string): boolean => word.length > 1 && !NEVER_NAMES.test(word) && HEADS.test(text.slice(at + word.length, at + word.length + 4))
const startsName = (text: string, word: string): boolean => HEADS.test(text.slice(word.length, word.length + 4))
