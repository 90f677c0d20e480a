/** What a number counts, named with its head noun, from the words before and behind it and from what its sentence counted just before. Pure. */
import { saidOf, told } from './heads.ts'
import { listedBehind, nounBehind, nounOf, phraseBefore, predicateOf, withoutLead } from './phrases.ts'
import type { Quantity } from './quantity.ts'
import type { Share } from './respectively.ts'
import { BARE_RATE, doing, EMPTY_NOUN, having, LEVEL, making, RATE } from './words.ts'

/** The words round a number. `left` begins behind the clause's beginning or the number before; `right` ends where the clause, the list item or the next number begins. */
export interface Surroundings {
  readonly quantity: Quantity
  readonly left: string
  readonly right: string
  /** The rest of the clause behind the number. */
  readonly rest: string
  /** The same to the end of the clause, without the number that stands in it. */
  readonly whole: string
  /** The clause before, when no number stands in it; '' at the beginning. */
  readonly clauseBefore: string
  /** The name behind the next number, when that follows at once or after a level only (9个县区级和40个镇级…中心). */
  readonly nextNoun: string
  readonly share: Share | undefined
  /** The number before stands in the same clause. */
  readonly follows: boolean
  /** What the clause behind goes on with, without its numbers. */
  readonly onward: () => string
  /** The next number begins where `rest` ends. */
  readonly cut: boolean
  /** … in one list: 、 or 和 leads on from it. */
  readonly listed: boolean
}

/** What was counted last in the sentence: what an elliptical number goes on to speak of. */
export interface Topic {
  readonly noun: string
  readonly verb: string
  readonly measures: string
  readonly number: number
  readonly unit: string
  /** 排查各类矛盾纠纷346件, as the text has it. */
  readonly stated: string
  /** 346件. */
  readonly value: string
  readonly makes: boolean
  /** The verb its clause began with. */
  readonly led: string
}

export interface Measured {
  readonly measures: string
  readonly noun: string
  readonly verb: string
  readonly makes: boolean
  /** The verb its clause begins with, makes or not. */
  readonly led: string
  readonly change: 'up' | 'down' | null
  readonly reaches: boolean
  readonly denominator: string | null
  /** The topic it is a part of (成功, 其中). */
  readonly partOf: Topic | null
}

/** 破获案件138起（其中2起督办案件）: of the 138. */
const OF_THESE = /(?:^|（)(?:并?对|已?将|把)?其中(?:的|有)?$/u
const within = ({ left, quantity }: Surroundings, last: Topic | undefined): string | null => (last !== undefined && quantity.unitKind !== 'share' && OF_THESE.test(left.trim()) && last.unit === quantity.unit && last.number >= quantity.number ? (last.measures.length > LONGEST_WHOLE ? last.stated : last.measures + last.value) : null)
const LONGEST_WHOLE = 20

const MOST = 60
const NOTHING: Omit<Measured, 'measures'> = { noun: '', verb: '', makes: false, led: '', change: null, reaches: false, denominator: null, partOf: null }
/** 高于全国1.7个百分点. */
const HELD_AGAINST = /^(?:均|分别)?(?:高于|低于|高出|快于|优于|好于|领先|超出|多于)[^，。]{0,14}$/u
const AGAINST_MEAN = /(?<=.{2})(?:高于|低于|高出|领先)全[国省市区县][^，。]{0,10}$/u
const MEAN_NOUN = /^(?:的)?(?:全[国省市区县])?(?:平均水平|平均值|平均)/u
const PLACE_SUBJECT = /(?:省|市|区|县|旗|镇|乡|街道|社区|村|局|院|办)$/u

/** 完成全年任务的97%. */
const PLANNED = /完成了?((?:全年|年度|年初|当年|上级|既定|预定|省定|市定|计划)?[^，。的]{0,6}(?:任务|目标|计划)(?:数|量|总量)?)的$/u

export function measure(at: Surroundings, topics: readonly Topic[]): Measured {
  const found = at.share === undefined ? read(at, topics) : dealt(at, at.share)
  const measures = tidy(found.measures)
  const last = topics.at(-1)
  const makes = found.makes || (at.listed && found.verb === '' && last?.makes === true)
  const whole = found.denominator ?? within(at, last)
  const denominator = whole ?? (at.quantity.unitKind === 'share' ? (PLANNED.exec(at.share?.predicate ?? at.left)?.[1] ?? null) : null)
  return { ...found, makes, denominator, measures: measures === '' ? (topics.at(-1)?.measures ?? fallback(at)) : measures }
}

/** Never without a name: what stands nearest. */
const fallback = ({ left, right, clauseBefore, quantity }: Surroundings): string => tidy(withoutLead(left)) || tidy(nounBehind(right)) || tidy(predicateOf(clauseBefore).subject) || quantity.unit || '数量'
const tidy = (text: string): string => {
  const plain = text.replace(/^[\s、，：；的”）]+|[\s、，：；的“（]+$/gu, '').replace(/\s+/gu, '')
  return balanced((plain.length > MOST ? plain.slice(-MOST) : plain).replace(FROM, ''))
}
/** 转化率从2020年的50%: what it rose from stands behind it. */
const FROM = /(?<=[\u4e00-\u9fff]{2})(?<![服顺听遵跟人侍自理缘来事])[从由]$/u
/** A quotation mark or bracket without its partner says nothing. */
const balanced = (text: string): string => [['“', '”'], ['（', '）']].reduce((rest, [open = '', close = '']) => (rest.split(open).length === rest.split(close).length ? rest : rest.replaceAll(open, '').replaceAll(close, '')), text)

function dealt({ right, quantity }: Surroundings, { subject, predicate }: Share): Measured {
  const { subject: rest, change, reaches } = predicateOf(predicate)
  const behind = quantity.unitKind === 'share' ? '' : nounBehind(right)
  const words = withoutLead(rest.replace(/^(?:同比|环比)/u, ''))
  if (words === '占') return { ...NOTHING, measures: `${subject}占比`, noun: subject }
  const name = PLACE_SUBJECT.test(subject) && words !== '' && quantity.unitKind !== 'share' ? words : subject + words
  return { ...NOTHING, measures: name + behind, noun: subject, change, reaches }
}

function read(at: Surroundings, topics: readonly Topic[]): Measured {
  const { quantity } = at
  const last = topics.at(-1)
  if (last !== undefined && MEAN_NOUN.test(at.right)) return { ...NOTHING, measures: last.noun || last.measures, noun: last.noun }
  if (quantity.unitKind === 'years') return lasting(at, topics)
  if (['share', 'fold', 'points'].includes(quantity.unitKind)) return rate(at, topics)
  const predicate = predicateOf(at.left)
  if (predicate.change !== null && !/^(?:新|净)?增加?$/u.test(at.left.trim()) && (isSubject(predicate.subject, at.left) || (at.follows && topics.length > 0))) return changed(at, predicate, topics)
  // 位居第二，上升3位.
  if (PLACES_MOVED.test(quantity.unit) && predicate.change !== null && predicate.subject === '' && topics.length > 0) return changed(at, predicate, topics)
  if (quantity.unitKind === 'time') return lasting(at, topics)
  if (quantity.unitKind === 'money') return money(at, topics)
  return count(at, predicate.subject, topics)
}

const PLACES_MOVED = /^(?:位|名|位次|名次)$/u

/** 减少纠纷 is an action, 纠纷减少 a change; without a subject before it a verb like 新增, 减少 is an action. */
const isSubject = (subject: string, left: string): boolean => withoutLead(subject) !== '' || /(?:同比|环比|比.{1,8}|较.{1,8})/u.test(left)

/** 连续5年实施…: how long something has gone on. */
function lasting({ left, rest, whole, clauseBefore, quantity, follows }: Surroundings, topics: readonly Topic[]): Measured {
  const lead = /(连续|连年|历时|经过|历经|长达|持续|为期|坚持|拖了)(?:近|约|超过?|已|了|第)?$/u.exec(left)
  const { subject, change, reaches } = predicateOf(lead === null ? left : left.slice(0, lead.index))
  const before = withoutLead(subject.replace(/了?整整$/u, '')) || (follows && lead !== null ? (topics.at(-1)?.noun ?? '') : '')
  const behind = (/[了成]$/u.test(rest) ? whole.replace(/(?<=^.{2,8})了/u, '') : rest).replace(/^(?:余|多|以上|左右)?的?/u, '').slice(0, 30)
  if (lead !== null && behind !== '') return { ...NOTHING, measures: (before.length >= 2 && before.length <= 20 ? before : '') + (lead[1] === '连续' || lead[1] === '连年' ? '连续' : '') + behind, noun: behind }
  if (before !== '') return { ...NOTHING, measures: (lead === null ? '' : '') + before + (lead?.[1] === '连续' ? '连续' : ''), noun: before, change, reaches }
  const inside = /^(?:以内|之内|内|左右)/u.exec(behind)?.[0].length ?? 0
  if (behind.slice(inside) !== '') return { ...NOTHING, measures: behind.slice(inside), noun: behind.slice(inside), change, reaches }
  return { ...NOTHING, measures: nounOf(predicateOf(clauseBefore).subject) || `${quantity.unit}数`, change, reaches }
}

function changed(at: Surroundings, { subject, change, reaches }: ReturnType<typeof predicateOf>, topics: readonly Topic[]): Measured {
  const own = withoutLead(subject)
  const topic = topics.at(-1)
  const name = own === '' || /^(?:同比|环比|总数|总量|数量|比重|其|[年月]?人均|户均)$/u.test(own) ? movedBefore(at.clauseBefore) || (topic?.measures ?? carried(at.clauseBefore)) : own
  return { ...NOTHING, measures: name, noun: own || (topic?.noun ?? ''), change, reaches }
}

const MOVED = /(?:大幅度?|明显|显著|持续|稳步|逐年|快速|不断|继续|有所|进一步)(?:增长|上升|下降|减少|提升|提高|增加|回落|降低|攀升|下滑|走低|走高|缩短)$|创(?:下|出|造)?(?:了)?[^，]{0,6}(?:新高|新低|最好水平|最低水平)$/u
/** 投诉量明显下降，同比下降三成: what moved is named in the clause before. */
const movedBefore = (clause: string): string => (MOVED.test(clause) ? carried(clause.replace(/^.{0,12}?(?:^|[”是])即/u, '').replace(/创[^，]{0,12}$/u, '')) : '')

/** The subject of the clause before, without what that says of it. */
const carried = (clause: string): string => {
  // 实现了服务站在各乡镇的全覆盖，共12个.
  const covered = /^(?:[^，]{0,12}?)实现了?([^，]{2,16}?)(?:在[^，]{2,20})?的?全覆盖$/u.exec(clause)?.[1]
  if (covered !== undefined) return covered
  const subject = withoutLead(predicateOf(clause.replace(/(?:持续|稳步|明显|显著|大幅|逐年|不断|呈|进一步)(?:走低|走高|向好|攀升|提升|增强|改善|好转|下滑|下降|上升|增长|下降趋势|优化|.{0,2}趋势|.{0,2}态势)*$/u, '')).subject)
  return subject.length > 24 ? nounOf(subject) : subject
}

const ARE = /^(?:以上|左右|多|余)?(?:的)?(?:为|是|系|由|属于)([^，。；、\d的]{2,16})/u

function rate(at: Surroundings, topics: readonly Topic[]): Measured {
  const { left, right, rest } = at
  const topic = topics.at(-1)
  const part = /^(.*?)占(?:到|了|比|全部|据)?(.*?)的?(?:近|约|超过?|比例|比重|超)?$/u.exec(left.trim()) ?? /^(.{2,}?)(?:不到|超过|相当于|仅为|约为)(全[国省市区县州][^，。]{0,8}?)的?$/u.exec(left.trim())
  if (part !== null && part[2] !== undefined && /[总数量全人力口面积户员部]|占.+的$/u.test(left.slice((part[1] ?? '').length))) {
    const denominator = part[2].replace(/(?:的)?(?:比例|比重).*$/u, '').replace(/(?:达到?|为|的|超过?|由|从)+$/u, '')
    const subject = withoutLead(part[1] ?? '').replace(/[的，]$/u, '') || (topic?.noun ?? '') || carried(at.clauseBefore)
    return { ...NOTHING, measures: denominator === '' ? `${subject}占比` : `${subject}占${denominator}比例`, noun: subject, denominator: denominator === '' ? null : denominator }
  }
  const { subject, change, reaches } = predicateOf(left)
  const own = withoutLead(subject).replace(/[的，]+$/u, '')
  if (change !== null) {
    const name = own === '' || /^(?:同比|环比|总数|总量|数量)$/u.test(own) ? movedBefore(at.clauseBefore) || (topic?.measures.replace(AGAINST_MEAN, '') ?? carried(at.clauseBefore)) : changeName(own, topics)
    return { ...NOTHING, measures: name, noun: own, change, reaches }
  }
  // 以97%的优异成绩居第二.
  if (/以$/u.test(own) && /^的(?:优异|优良|骄人|好)?成绩/u.test(right)) return { ...NOTHING, measures: own.slice(0, -1) || (topic?.measures ?? carried(at.clauseBefore)), noun: own.slice(0, -1) || (topic?.noun ?? '') }
  if (own === '' && (right.startsWith('的') || /^以上的/u.test(rest))) {
    const name = rest.replace(/^以上/u, '').replace(/^的/u, '').slice(0, 24)
    return { ...NOTHING, measures: /率$|比例$/u.test(name) ? name : `${name}比例`, noun: nounBehind(right) }
  }
  // 社区三成为志愿者: of whom it is a share, and what they are.
  const are = RATE.test(own) ? undefined : ARE.exec(rest)?.[1]
  if (are !== undefined) return { ...NOTHING, measures: `${own}${are}比例`, noun: are }
  if ((own === '' || own === '其中') && topic !== undefined && /^[\u4e00-\u9fff]/u.test(rest) && !/^(?:以上|左右|以下|的)/u.test(rest)) return { ...NOTHING, measures: `${topic.noun || topic.measures}${rest.slice(0, 16)}比例`, noun: topic.noun, denominator: topic.unit === '%' ? null : topic.stated }
  if (own !== '' && !RATE.test(own) && right.startsWith('的') && nounBehind(right) !== '' && !MEAN_NOUN.test(right)) return { ...NOTHING, measures: `${own}${right.slice(1)}`, noun: nounBehind(right) }
  if (HELD_AGAINST.test(own) && topic !== undefined) return { ...NOTHING, measures: topic.measures + own, noun: topic.noun }
  if (own === '占比' && topic !== undefined) return { ...NOTHING, measures: topic.measures + own, noun: topic.noun }
  if (isBareRate(own)) return bareRate(own, topics, at.clauseBefore)
  if (own === '') return { ...NOTHING, measures: movedBefore(at.clauseBefore) || (topic?.measures ?? carried(at.clauseBefore)) }
  return { ...NOTHING, measures: rateName(own), noun: own }
}

/** 组建率: of what is done alone. */
const isBareRate = (name: string): boolean => BARE_RATE.test(name) || (name.endsWith('率') && (doing.has(name.slice(0, -1)) || making.has(name.slice(0, -1))))
const changeName = (name: string, topics: readonly Topic[]): string => (isBareRate(name) ? bareRate(name, topics, '').measures : name)

/** Of 实行…制度以来，八类案件破案率 only the rate is the name. */
function rateName(own: string): string {
  if (!RATE.test(own) || own.length <= 16) return own
  const phrase = phraseBefore(own)
  return phrase.makes && phrase.noun.length >= 4 && RATE.test(phrase.noun) ? phrase.noun : own
}

/** How many of the cases that came up were dealt with; how many people are pleased, or full-time, is of something else. */
const DEALT_WITH = /(?:调解|调处|化解|处置|处理|办理|办结|办复|解决|回复|答复|回访|响应|签收|成功|整改|结案|破案|侦破|侦办|采纳|采用|息诉|息访|履行|反馈|流转|执结|撤诉)率$/u

/** What came in is the whole; what was done with it (化解5269件，化解率) the part. */
const CAME_IN = /受理|接收|接到|收到|接听|排查|摸排|登记|交办|流转|派发|转办|立案|收集|汇集|上报|移送|^$/u
const TRIED = /调解|调处|化解/u

/** 成功率100%: of what was counted before, and what was done with it. */
function bareRate(own: string, topics: readonly Topic[], clauseBefore: string): Measured {
  const topic = topics.findLast(({ noun, unit }) => noun !== '' && unit !== '%' && !unit.endsWith('元')) ?? topics.findLast(({ noun }) => noun !== '')
  const doer = topics.findLast(({ verb }) => verb !== '')
  if (topic === undefined) {
    const before = nounOf(carried(clauseBefore))
    return { ...NOTHING, measures: before.length > 14 ? own : before + own, noun: own }
  }
  const verb = own.startsWith('成功') && doer !== undefined && !topic.noun.endsWith(base(doer.verb)) ? base(doer.verb) : ''
  const whole = topics.find(({ noun, verb: done }) => noun === topic.noun && done !== '') ?? topic
  const done = base(own.slice(0, -1))
  const dealtWith = DEALT_WITH.test(own) && (own.includes('成功') || done === '' || !whole.stated.includes(done)) && (CAME_IN.test(whole.verb) || (own.includes('成功') && TRIED.test(whole.verb))) && !/[均每]/u.test(whole.stated) && !RATE.test(whole.stated) && whole.unit !== '%'
  return { ...NOTHING, measures: topic.noun + verb + own, noun: topic.noun, denominator: dealtWith ? whole.stated : null }
}

const base = (verb: string): string => (verb.replace(/成功|完成|累计|共/gu, '').match(/(?:调解|调处|化解|处置|办理|处理|劝阻|帮扶|救助|侦破|破获|排查)+$/u)?.[0] ?? '')

/** What is done with money. */
const PAID = /(?:自筹|筹资|出资|拨款|拨付|列支|花费?|支付|付|补偿|赔偿|捐赠|捐款|捐|奖励|补贴|补助|资助|返还|退还|收取|上缴|缴纳)了?$/u

const SPENT_AT = /(?:投入|投资|斥资|安排|自筹|拨款|链接|募集|筹集|争取|列支)$/u
/** 项目总投资: a name, not what somebody does. */
const TOTAL = /(?:项目|工程|建设)?总投资额?$/u
const LONGEST_TOTAL = 14
const LONGEST_SPENT = 30
const SPENDING = /自筹|筹资|出资|拨款|拨付|列支/u

function money(at: Surroundings, topics: readonly Topic[]): Measured {
  const { left, right, whole } = at
  const { subject } = predicateOf(left)
  const read = phraseBefore(subject)
  // 乡财政共投入60万元: who pays is not what is paid for.
  const phrase = SPENT_AT.test(read.verb) && subject.endsWith(read.verb) ? { ...read, noun: '' } : read
  const [own, total] = [withoutLead(subject.split('、').at(-1) ?? ''), TOTAL.exec(subject)?.[0]]
  if (total !== undefined && right === '') return { ...NOTHING, measures: own.length <= LONGEST_TOTAL ? own : total, noun: total }
  const doer = topics.at(-1)?.noun ?? ''
  if (phrase.verb === '' && phrase.noun.length <= 3 && at.follows && doer !== '') return { ...NOTHING, measures: doer + phrase.noun, noun: phrase.noun }
  const paid = PAID.exec(phrase.verb === '' ? phrase.noun : '')
  const bought = nounBehind(right) || whole.replace(/^(?:余|多|以上|左右|资金|钱|人民币|，)*/u, '').slice(0, 20)
  // 县财政投入100万元，建成…: on what.
  const spent = phrase.verb === '' ? (SPENT_AT.exec(phrase.noun)?.[0] ?? '') : ''
  if (spent !== '' && nounBehind(right).length > 1) return { ...NOTHING, verb: spent, noun: nounBehind(right), measures: spent + (doing.at(right, 0) === '' ? nounBehind(right) : whole.slice(0, 24)) }
  if (spent !== '' && whole === '') return { ...NOTHING, verb: spent, noun: '资金', measures: (spent + (at.onward() || (/[款资]$/u.test(spent) ? '' : '资金'))).slice(0, 26) }
  const owed = right.startsWith('的') ? nounBehind(right) : ''
  if (owed.length >= 2 && !/(?:价格|标准|单价|规模|速度|水平)$/u.test(owed)) return { ...NOTHING, verb: phrase.verb, measures: owed, noun: owed }
  if (paid !== null && bought === '' && SPENDING.test(paid[0])) return { ...NOTHING, verb: paid[0], noun: '资金', measures: /[资款]了?$/u.test(paid[0]) ? paid[0] : `${paid[0]}资金` }
  if (paid !== null && (bought !== '' || paid.index < 2)) return { ...NOTHING, verb: paid[0], noun: bought, measures: paid[0].replace(/了$/u, '') + bought }
  if (phrase.noun !== '') return { ...NOTHING, ...phrase, measures: phrase.makes ? phrase.noun : phrase.verb + phrase.noun }
  const behind = whole.replace(/^(?:余|多|以上|左右|资金|专项资金|用于|用来|在|，|人民币)*/u, '').slice(0, 28)
  if (behind === '' && SPENT_AT.test(phrase.verb) && !phrase.verb.includes('完成') && making.at(at.onward(), 0) !== '') return { ...NOTHING, ...phrase, noun: '资金', measures: (phrase.verb + at.onward()).slice(0, LONGEST_SPENT) }
  if (phrase.verb !== '') return { ...NOTHING, ...phrase, noun: behind, measures: behind === '' ? (carried(at.clauseBefore) === '' ? phrase.verb : carried(at.clauseBefore) + phrase.verb) : phrase.verb + behind }
  const noun = nounBehind(right)
  if (noun !== '') return { ...NOTHING, measures: noun, noun }
  return { ...NOTHING, measures: topics.at(-1)?.measures ?? carried(at.clauseBefore) }
}

/** 其中最多的达10人: of what was counted before. */
const MOST_OF_ALL = /^(?:其中)?(?:最多|最少|最高|最低|最大|最小|最长|最短)(?:的|者)?(?:一[个家名户村])?(?:有|达到?|为|是|仅)?$/u
/** 比去年同期的45宗, 较2012年同期60起 (the time is left out). */
const COMPARED_WITH = /^[比较](?:[^，]{0,12}的)?$/u
const MANNER = /^(?:主动|自发|自愿|积极|踊跃|义务|免费|先后|陆续|共同|直接|定期|常年|轮流|集中|同时)$/u
const PERSON = /^[^，。；\d]{1,24}?([\u4e00-\u9fff]{0,2}(?:干部|党员|群众|居民|村民|代表|职工|学生|老人|民警|律师|志愿者|[作解格]员))/u

/** 22名素质好、业务精的骑手: what they are like stands before. */
const QUALITIES = /^[^，。；\d的]{0,24}(?:强|高|好|精|精湛|热心|丰富|突出|过硬|扎实|出色|公道|正派|专业|熟悉情况|负责任)的([\u4e00-\u9fff]{2,20})/u

/** 50名市、区部门和街道干部: people are counted, not where they come from. */
function personBehind(right: string, rest: string): string {
  const qualified = QUALITIES.exec(rest)?.[1]
  if (qualified !== undefined) return nounBehind(qualified)
  const own = nounBehind(right)
  return own.length === 1 ? (PERSON.exec(rest)?.[1] ?? own) : own
}

/** 先后3次被省里推介, 4次捧回奖杯: what happened so often. */
const HAPPENED = /^(?:被|荣获|获得?|获评|捧回|捧得|登上|入选|召开|开展|组织|前往|受到|得到|参加|举办|在[^，。]{2,20}[上中])[^，。；]{2}/u
const LONGEST_EVENT = 26
const doerOf = (subject: string): string => {
  const doer = nounOf(withoutLead(subject.replace(/(?:先后|累计|共|已|多次|曾|还|也)+$/u, '')))
  return doer.length > 10 || /[在从对把将]|总结|回顾/u.test(doer) ? '' : doer
}

function count(at: Surroundings, subject: string, topics: readonly Topic[]): Measured {
  const { quantity, left, right, nextNoun } = at
  if (quantity.unitKind === 'times' && HAPPENED.test(at.rest)) return { ...NOTHING, measures: (doerOf(subject) + at.rest.slice(0, LONGEST_EVENT)).replace(/[、，]$/u, '') }
  if (MOST_OF_ALL.test(left) && topics.length > 0) return { ...NOTHING, measures: topics.at(-1)?.measures ?? '', noun: topics.at(-1)?.noun ?? '' }
  if (COMPARED_WITH.test(left) && topics.length > 0) return { ...NOTHING, measures: topics.at(-1)?.measures ?? '', noun: topics.at(-1)?.noun ?? '' }
  const ahead = at.listed && right.startsWith('的') ? phraseBefore(left) : null
  if (ahead !== null && ahead.verb === '' && ahead.noun.length > 1) return { ...NOTHING, measures: ahead.noun, noun: ahead.noun }
  const behindIt = quantity.unitKind === 'people' ? personBehind(right, at.rest) : nounBehind(right)
  // 8万人主动参与: how, not what.
  const own = MANNER.test(behindIt) ? '' : behindIt
  const level = LEVEL.exec(own)?.[0]
  const behind = own === '' && right === '' && nextNoun !== '' ? nextNoun + (/^[类种]$/u.test(quantity.unit) ? '类别' : '') : level !== undefined && level === own && nextNoun !== '' ? own + nextNoun.replace(LEVEL, '') : own
  if (behind !== '') {
    const whole = named(at, behind, subject, topics)
    return !at.cut && whole.measures.endsWith(behind) ? { ...whole, measures: whole.measures + listedBehind(at.rest, behind) } : whole
  }
  // 老周等6人（其中1人退休）获评…: what they are counted for.
  const counted = quantity.unitKind === 'people' && left.endsWith('等') ? saidOf(at.whole.replace(/^（[^（）]*）/u, '')) : ''
  if (counted !== '') return { ...NOTHING, measures: counted, noun: '' }
  const phrase = phraseBefore(subject === '' ? left : subject)
  // 公安局发动8万人参与巡防: whom it set going do what follows.
  const set = quantity.unitKind === 'people' && at.rest.length > 2 ? making.endOf(left) : ''
  if (having.has(set)) return elliptical(at, set, topics)
  if (phrase.noun === '') return elliptical(at, phrase.verb, topics)
  const last = topics.at(-1)
  // 城区20个监控点、乡镇已安装30个: where, and not what.
  if (last?.unit === quantity.unit && last.noun !== '' && WHERE.test(phrase.noun) && (making.endOf(left) || doing.endOf(left)).length > 1) return elliptical(at, '', topics)
  // 社区共有300户900人: who lives there.
  const lives = LIVE_THERE[quantity.unit]
  if (lives !== undefined && right === '' && DWELLING.test(phrase.noun) && /(?:有|共|辖)$/u.test(left)) return { ...NOTHING, measures: phrase.noun + lives, noun: lives }
  const noun = completedBy(phrase.noun, topics)
  // 涉及职工60人: of whom, because 职工 alone says nothing.
  const touched = noun.length <= 2 && /(?:涉及|覆盖)$/u.test(phrase.verb) ? phrase.verb.slice(-2) : ''
  return { ...NOTHING, ...phrase, makes: phrase.makes && having.endOf(phrase.verb) === '', noun, measures: phrase.makes ? touched + noun : phrase.verb + noun, partOf: /^其中/u.test(left) ? (topics.at(-1) ?? null) : null }
}

const WHERE = /(?:乡镇|农村|城区|边界|街道|镇街|县区|郊区|园区)$/u
const LIVE_THERE: Readonly<Record<string, string>> = { 户: '住户', 户人家: '住户', 人: '人口', 口人: '人口' }
const DWELLING = /(?:社区|小区|街道|[县区市镇乡村])$/u

/** 辖区内, 网格内: where what is counted is. */
const WITHIN = /(?:^|[了在把将对为])([\u4e00-\u9fff]{1,5}[内中里])$/u

const NAMED = /(?:确定|认定|评定|命名|授予|选定|公布|批准|确认|评选)/u
const TITLE = /^为([^，。；、\d的]{4,24})/u

/** 49个居民小区: the name stands behind; before it what is done with them, or what they are for. */
function named({ left, rest, whole, quantity, follows, listed }: Surroundings, behind: string, subject: string, topics: readonly Topic[]): Measured {
  const words = withoutLead(subject).replace(/(?<=[\u4e00-\u9fff]{2})的$/u, '')
  const done = doing.endOf(words)
  const made = making.endOf(words)
  const inside = /(?:^|[^所存现内外潜])在$/u.test(left) ? phraseBefore(rest.slice(rest.indexOf(behind) + behind.length)) : null
  if (inside !== null && inside.verb !== '' && inside.noun !== '') return { ...NOTHING, measures: `${inside.verb}${inside.noun}的${behind}`, noun: behind }
  if (done.length > made.length || (done !== '' && done === made && quantity.unitKind === 'times')) return { ...NOTHING, measures: done + behind, verb: done, led: done, noun: behind }
  // 全国有58个单位获得奖杯, 吸引25家单位入驻.
  if (made !== '') return { ...NOTHING, measures: having.has(made) ? told(behind, whole.slice(whole.indexOf(behind) + behind.length)) : behind, makes: having.endOf(made) === '', led: made, noun: behind }
  const phrase = phraseBefore(words)
  const modifier = phrase.makes && !/[等的将把对为在从向让]$/u.test(words) && phrase.noun.length <= 12 && !/[的等在]$/u.test(phrase.noun) ? phrase.noun : (WITHIN.exec(words)?.[1] ?? '')
  // 实现了对8个领域的共享: the number is of what stands behind 对.
  const listing = words.endsWith('等') && !words.startsWith(phrase.verb)
  const governed = phrase.verb !== '' && /^了?(?:对|将|把|向|与|让|使)/u.test(words.slice(words.indexOf(phrase.verb) + phrase.verb.length))
  const verb = phrase.makes || governed || listing || phrase.verb === '实现' ? '' : phrase.verb
  const name = verb + modifier + behind
  const makes = phrase.makes && having.endOf(phrase.verb) === ''
  if (name !== behind) return { ...NOTHING, measures: name, makes, led: phrase.verb, verb, noun: behind }
  // 整合12个部门80项事项: the second goes with the same verb.
  const led = words === '' && follows && !listed && behind.length <= 2 ? (topics.at(-1)?.led ?? '') : ''
  // 确定30个单位为…示范单位: what they were named.
  const title = NAMED.test(words) || (follows && topics.at(-1)?.noun === behind) ? TITLE.exec(whole.slice(whole.indexOf(behind) + behind.length))?.[1] : undefined
  if (title !== undefined) return { ...NOTHING, measures: title, noun: behind }
  const said = told(behind, whole.slice(whole.indexOf(behind) + behind.length))
  return { ...NOTHING, measures: said === behind ? led + behind : said, makes, led: phrase.verb, noun: behind }
}

const BEGAN = /(?:成立|建立|运行|启动|开展|揭牌|实施|上线|投用|启用|设立|创建)(?:至今|以来)?$/u
const TO_PEOPLE = /(?:走访|慰问|看望|救助|培训|接访|接待|追责|问责|处分|处理|抓获|劝返|安置|资助)$/u
const OF_PEOPLE = /^(?:名|人|户|位|人次|户次|户人家|口人|人（次）|名（次）)$/u

/** 调处成功346件: of what was counted before. */
function elliptical(at: Surroundings, verb: string, topics: readonly Topic[]): Measured {
  const topic = topics.findLast(({ noun }) => noun !== '')
  const before = carried(at.clauseBefore)
  const joining = at.quantity.unitKind === 'people' && (verb === '' || having.has(verb)) && !at.listed ? at.rest.slice(0, 20).replace(/(?<=^[^\d，]{2,})的.*$/u, '') : ''
  if (joining.length >= 2) return { ...NOTHING, measures: joining, noun: '' }
  if (topic === undefined) {
    // 中心成立至今，共出动80人次: when, not what.
    const noun = before.length <= 24 && !BEGAN.test(before) ? nounOf(before) : ''
    return { ...NOTHING, verb, measures: verb + noun, noun }
  }
  // 建成驿站3个，走访80户: people are not of the things counted before.
  const { unit } = at.quantity
  if (TO_PEOPLE.test(verb) && OF_PEOPLE.test(unit) && !OF_PEOPLE.test(topic.unit)) return { ...NOTHING, verb, measures: verb + unit, noun: '' }
  if (/^其中(?:有)?$/u.test(at.left) && at.rest.length >= 2) return { ...NOTHING, measures: topic.noun + at.rest.slice(0, 16), noun: topic.noun, partOf: topic }
  const isPart = /成功|其中|办结|化解|解决|整改|完成|调处/u.test(verb + at.left)
  return { ...NOTHING, verb, noun: topic.noun, measures: verb === '' ? topic.measures : verb + topic.noun, partOf: isPart && topic.unit === at.quantity.unit ? topic : null }
}

/** 省级法治宣传教育基地29处、市级基地353处; 市级示范点4个、区县级34个: a level stands for the whole name. */
function completedBy(noun: string, topics: readonly Topic[]): string {
  const level = LEVEL.exec(noun)?.[0]
  if (level === undefined) return noun
  const short = noun.slice(level.length)
  const topic = topics.findLast((one) => LEVEL.test(one.noun) && one.noun.length > noun.length && one.noun.endsWith(short))
  return topic === undefined || EMPTY_NOUN.test(short) ? noun : level + topic.noun.replace(LEVEL, '')
}
