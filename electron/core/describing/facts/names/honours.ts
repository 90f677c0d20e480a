/** Honours (荣誉): awards and titles, ranks, firsts, conferences, endorsements, reports in media, and what is only wished for. */
import type { Honour } from '../../../../contract/fact.ts'
import type { FoundFact } from '../fact.ts'
import { nameStart } from './bounds.ts'
import { GOT, RANKED_TITLE, titles, type FoundHonour } from './honour-titles.ts'
import { clauseEnd, clauseStart, distinct, keyOf, MOST, nameOf, type Reading } from './reading.ts'

type Kind = Honour['kind']
type Level = Honour['level']

/** 2023年度安徽省平安建设优秀区: a rank or a year first, a title last. */
const SCOPE = '(?:全国|国家级|国家|中国|全省|省级|省部级|全市|市级|全区|全县|区级|县级|全州|全自治区|自治区级?|华东|长三角|世界|国际)'

const RANK = new RegExp(`(?:(?:综合)?(?:排名?|位列|位居|居|列|名列|稳居|跃居|考评|评估|测评)?(?:在)?${SCOPE}(?:各|所有)?(?:市州|地市|设区市|县市区|区县|县区|同类城市)?(?:排名|排|位居|位列|居)?(?:第[一二三四五六七八九十\\d]+(?![一二三四五六七八九十\\d届次批个家条项章号季期年轮梯方档台套部支所例座产大代炉处])(?:位|名)?|首位(?=[，,。；;、）)\\s]|$)|榜首|前[一二三四五六七八九十\\d]+(?:位|名|强)?(?![位名强\\d]|的(?!成绩|好成绩|位次|位置))))|(?:位列|位居|排名|名列|居|列)[\\u4e00-\\u9fff]{2,6}[省市县区](?:同类[\\u4e00-\\u9fff]{1,4}|各?[乡镇街道县区市]{1,4})?(?:第[一二三四五六七八九十\\d]+(?![届次批轮个条项])(?:位|名)?|前[三五十\\d]+(?:位|名|强)?(?=[，,。；;、]|$))|${SCOPE}(?:领先(?:位次|地位|位置)?|最高|最低|最好)(?=[，,。；;、]|$)|(?:位列|位居|名列|排名|列|居)${SCOPE}[^，,。；;、]{2,20}(?:考核|测评|考评|评估|评比|评价|调查)第[一二三四五六七八九十\\d]+(?:名|位)?|在${SCOPE}[^，,。；;]{2,20}(?:考核|测评|考评|评估|排名|评比|评价|调查)(?:结果)?中[^，,。；;]{0,6}?(?:位列|位居|排名?|名列|居|列|获得?)?第[一二三四五六七八九十\\d]+(?:名|位)?(?=[，,。；;、]|$)|在[\\u4e00-\\u9fff]{2,4}(?:各|所有|全部|各个)?(?:区县市|县市区|县区市|区县|县区|市县|地市|设区市|市州|乡镇|镇街)中?(?:排名|位列|位居|名列|居|列)第[一二三四五六七八九十\\d]+(?:名|位)?|连续[一二三四五六七八九十\\d]+年(?:位居|位列|保持|名列|居|列)${SCOPE}(?:第[一二三四五]|前[三五十列]|首位)`, 'gu')
/** 连续16年有案件入选全省…. */
const YEARS = /连续[一二三四五六七八九十\d]+(?:年|次|届)有[^，,。；;]{1,12}?(?:入选|获评|荣获|获得|被评为|上榜)/gu
const FIRST = new RegExp(`全[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川渝黔滇藏陕甘青宁疆](?:首创|首个|首家|首例|首支|首条|第一[个家])|${SCOPE.replace('世界|国际', '国内|省内|市内')}(?:首创|首个|首家|首例|首支|首条|首部|第一个|第一家|唯一)|[\\u4e00-\\u9fff]{2,3}[省市县区](?:首个|首家|首例|第一[个家例])|(?:国内|省内|市内|全国|全省)(?:首创|首个|首家|首例|首支|首条|第一个)|在(?:全国|全省|省内|国内)(?:率先|首创|首次)(?!启动)`, 'gu')
const CONFERENCE_TALK = /会议?上?(?:作|做|进行)?(?:了)?(?:典型|经验|交流|书面|大会|专题)*(?:发言|交流|推广|介绍|推介)/gu
/** 在全国…交流会上，…作交流: the meeting stands in the clause before. */
const TALK_ACROSS = /在[^，,。；;\n]{0,20}(?:全国|全省|中央|国家)[^，,。；;\n]{2,30}会(?:议)?”?上[，,][^。；;\n]{0,60}?(?:交流(?:了)?(?:典型)?(?:经验|做法)|[作做](?:了)?(?:题为《[^《》\n]{2,40}》的)?(?:典型|经验|大会|书面|专题)*(?:交流|发言|介绍)(?:发言)?)(?=[，,。；;]|$)/gu
const MEETING = /(?:现场会|推进会|观摩会|现场推进会|交流会|经验交流会)(?:先后|成功|陆续|相继)?在[\u4e00-\u9fff]{2,8}(?:召开|举行|举办)|(?:承办|协办)(?:全国|全省)[^，,。；;]{2,24}(?:现场会|推进会|观摩会|交流会)/gu
const REPLICATED = /(?:(?:在|向|面向)?(?:全国|全省|全市|全区|全县|省内|全自治区)(?:范围内?)?(?:各地|系统|\d+个[\u4e00-\u9fff]{1,4})?(?:内)?(?:复制|宣传|总结|学习|全面|推介|得以|得到|予以|广泛|进行)?推广|(?:全国|全省|全市)(?:复制|推介|学习借鉴)|(?:被|获|得到)[^，,。；;]{0,10}(?:中央|国家|国务院|[\u4e00-\u9fff]部|全国|省[委级上厅]?|市[委级])[^，,。；;]{0,8}?推广|被(?:[央省部、中国家级两三]|全国|中央){1,6}[^，,。；;]{0,12}(?:推介|推广))(?!应用系统|普通话)/gu
const ENDORSED = /(?:批示(?:肯定|推广|表扬)?|肯定性批示|批示并|书面肯定|圈阅|签批)/gu
/** 得到省委主要领导充分肯定. */
const PRAISED = /(?:得到|获得|受到|获|被)[^，,。；;]{0,20}(?:领导|书记|[省市部院厅局]长|中央[\u4e00-\u9fff]{1,4}[委办部]|最高(?:人民)?(?:法院?|检察?院?)|[省市州]委(?:政法委)?|国务院|公安部|司法部|民政部)[^，,。；;]{0,10}?(?:(?:充分|高度|一致|批示|书面)(?:肯定|认可|评价|赞扬|赞誉|点赞)|肯定|称赞|认可)(?=[，,。；;、和与及]|$)/gu
const COMMENDED = /(?:受到|获得|得到|获|荣获|被)[^，,。；;]{0,16}?(?:(?:专门|书面|点名|发文)表扬|通报表扬|通报表彰|通令嘉奖|嘉奖|集体[一二三]等功|表彰(?:奖励(?=[，,。；;！!]|$)|(?!为|大会|奖励|的)))/gu
/** 连续五年被评定为优秀等次: the clause says what of, the title does not. */
const GRADED = /连续[一二三四五六七八九十\d]+年[^，,。；;、\n获荣被]{2,16}(?:考评|考核|评估)“?优秀”?(?=的|[，,。；;]|$)|(?:考评|考核|评定|评估|评)(?:结果)?(?:均|都)?为“?优秀”?(?:等[次级])?(?=[，,。；;]|$)/gu
const GOT_ENDORSED = /得到|获得|获|受到|作出|做出|收到|先后/u
const REPORTED = /(?:(?:作|做|进行|予以)?(?:了)?(?:专题|专版|深度|集中|重点|头版|整版|连续|宣传)?(?:报道|刊发|刊登|播出|播发|转载|推介|聚焦)|登上(?=[^，,。；;]{0,30}[报社台网刊]))/gu
const MEDIUM = /《[^《》]{2,20}(?:报|刊|网|时间|半月谈|瞭望|求是|新闻|导刊)[^《》]{0,6}》|《[^《》]{2,12}》(?:栏目|节目|杂志)|央视|中央电视台|新华社|人民日报|法治日报|光明日报|经济日报|法制日报|人民网|新华网|学习强国|电视台|卫视|新闻联播|焦点访谈|半月谈|长安杂志|中国长安网|(?:中央|省级|国家级|主流|多家|各大|[一二两三四五六七八九\d]+家)[\u4e00-\u9fff]{0,4}媒体/u

/** 全国…工作会议在青岗召开: only where the case is, as every such meeting is held somewhere. */
const MEETING_HERE = /全[国省][^，,。；;\n]{2,24}工作会议(?:先后|成功|曾)?在([\u4e00-\u9fff]{2,8}?)(?:市|县|区)?(?:召开|举行|举办)/gu

export function honours(reading: Reading): readonly FoundFact[] {
  const { body } = reading
  const all = [...titles(reading), ...clauses(body, YEARS, 'award', (clause) => RANKED_TITLE.test(clause)), ...clauses(body, GRADED, 'award', (clause) => clause.length >= 10), ...clauses(body, RANK, 'rank', rankFits), ...clauses(body, FIRST, 'first', firstFits), ...clauses(body, CONFERENCE_TALK, 'conference', talkFits), ...across(body), ...surveyed(body), ...held(reading), ...clauses(body, MEETING, 'conference', (clause) => RANKED_TITLE.test(clause) || /全国|全省/u.test(clause)), ...clauses(body, REPLICATED, 'replication', replicatedFits), ...clauses(body, ENDORSED, 'endorsement', endorsedFits), ...clauses(body, PRAISED, 'endorsement', (clause) => !/总书记/u.test(clause)), ...clauses(body, COMMENDED, 'award', (clause) => /全国|国家|中央|[\u4e00-\u9fff]部|全省|省|全市|市/u.test(clause)).map((one) => ({ ...one, told: true })), ...reports(body)]
  const kept = apart(all)
  return distinct(kept, ({ name }) => keyOf(name)).slice(0, MOST).map((one) => state(reading, one))
}

/** Titles first, then clauses, none that overlaps one before it; but 连续…年…入选 is one statement. */
function apart(all: readonly FoundHonour[]): readonly FoundHonour[] {
  const taken = new Set<number>()
  const rankOf = ({ kind, name, told }: FoundHonour): number => (/^连续/u.test(name) ? 0 : told === true ? 2 : kind === 'award' || kind === 'aspirational' ? 1 : kind === 'rank' ? 2 : 3)
  const named = new Set<string>()
  const kept = [...all].sort((a, b) => rankOf(a) - rankOf(b) || a.start - b.start || b.end - a.end).filter(({ name, kind, start, end }) => {
    // A title said again leaves its clause to what the clause tells.
    if (kind === 'award' && (named.has(keyOf(name)) || named.add(keyOf(name)) === undefined)) return false
    for (let at = start; at < end; at++) if (taken.has(at)) return false
    for (let at = start; at < end; at++) taken.add(at)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}

const state = (reading: Reading, { name, kind, start, end }: FoundHonour): FoundFact => {
  // 2021年度，甲全省第三；乙全省第一: one year for both.
  const from = clauseStart(reading.body, start, 'sentence')
  const before = kind === 'rank' && /[；;]/u.test(reading.body.charAt(from - 1)) ? clauseStart(reading.body, from - 1, 'sentence') : from
  const around = reading.body.slice(/^\d{4}年度?[，,]/u.test(reading.body.slice(before, from)) ? before : from, end)
  return reading.state({ kind: 'honour', of: { name, kind, level: levelOf(name, reading.body.slice(clauseStart(reading.body, start), clauseEnd(reading.body, end))), year: yearOf(name, around), holder: holderOf(reading, { name, kind, start, end }) } }, start, end)
}

const LEVELS: readonly (readonly [NonNullable<Level>, RegExp])[] = [
  ['nation', /全国|国家|中国|中央|国务院|公安部|司法部|民政部|人社部|央视|新华社|人民日报|法治日报|法制日报|光明日报|经济日报|人民网|新华网|学习强国|国内|央、省|最高[法检院人]/u],
  ['province', /^省“|全省|全[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川渝黔滇藏陕甘青宁疆](?=[首第])|省级|省委|省政府|省内|[\u4e00-\u9fff]省(?!会)|自治区|直辖市|省[\u4e00-\u9fff]{2}厅|卫视|省级媒体|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)(?:日报|法[制治]报|广播|电视)|南方日报|大众日报|新华日报/u],
  ['city', /全市|市级|市委|市政府|市内|[\u4e00-\u9fff](?<!优秀|示范|试点|培育|先进|标杆|模范)市(?=[\u4e00-\u9fff“])(?![场民域])/u],
  ['nation', /长安杯/u],
  ['district', /全区|全县|区级|县级|区委|县委|[\u4e00-\u9fff](?<!优秀|示范|试点|先进|标杆|模范)县(?=[\u4e00-\u9fff])(?![级区市])/u],
]
/** The rank that the title itself names; else the one its clause names. */
const levelOf = (name: string, clause: string): Level => (LEVELS.find(([, pattern]) => pattern.test(name)) ?? LEVELS.find(([, pattern]) => pattern.test(clause)))?.[0] ?? null

function yearOf(name: string, before: string): string | null {
  const own = /\d{4}(?:[—-]\d{4})?(?=年)/u.exec(name)?.[0]
  return own ?? [...before.matchAll(/\d{4}(?=年)/gu)].at(-1)?.[0] ?? null
}

const HOLDER_STOP = /(?:近年来|目前|同年|今年|去年|其中|先后|连续|多次|已|还|也|并|又|均|被|成功|再次|率先|刚刚|共|累计|有)+$/u
/** Longer clauses are named by what ranks (单机容量排名世界第一), and may tell of anything. */
const LONG_RANK = 24

/** Who had it, as the clause names them; the title of a city or district that of the case, unless the sentence is about another place. Else it is not stated. */
function holderOf(reading: Reading, { name, kind, start, end }: FoundHonour): string | null {
  const { body } = reading
  const clause = body.slice(clauseStart(body, start), start)
  const verb = [...clause.matchAll(GOT)].at(-1)
  const subject = (verb === undefined ? '' : clause.slice(0, verb.index)).replace(/^(?:\d{4}年(?:度|\d+月)?(?:以来)?|近年来|同年|今年|去年)/u, '').replace(HOLDER_STOP, '')
  if (subject.length >= 2 && subject.length <= 30 && !NO_HOLDER.test(subject)) return nameOf(subject)
  const behind = kind === 'award' ? HELD_BY.exec(body.slice(end, end + FARTHEST_HOLDER))?.[1] : undefined
  if (behind !== undefined) return behind
  if (isElsewhere(reading, start, end) || (kind === 'rank' && (end - start > LONG_RANK || /^[它其该这]/u.test(name)))) return null
  // A rank, and the title of a place, are those of the place the case is about; who had any other is not said.
  return kind === 'rank' || AREA_TITLE.test(name) ? (reading.article.place.district ?? reading.article.place.city) : null
}
/** 荣获…称号的青山村: who had it, behind the title. */
const HELD_BY = /^”?(?:荣誉)?(?:称号)?的([\u4e00-\u9fff]{2,14}?(?:[村社镇乡县市区局院所站队]|社区|街道|中心|调委会|工作室|调解室|集团|公司))(?=[，,。；;])/u
const FARTHEST_HOLDER = 24
const AREA_TITLE = /(?:[市区县]|城市)(?:之一)?(?:称号)?[”"]?$/u

const NO_HOLDER = /^(?:积极|高质量|高标准|基本|支持|推动|推进|连续|深入|全力|大力|扎实|加快|持续|努力|奋力|一批|多项)/u
/** Whether the sentence names a place that is not that of the case, nor holds it or lies in it. */
function isElsewhere({ sentenceAt, placeBetween, article: { place } }: Reading, start: number, end: number): boolean {
  const mention = placeBetween(sentenceAt(start).start, end)
  return mention !== null && !mention.divisions.some(({ province, city }) => province === place.province && (city === null || place.city === null || city === place.city))
}

function topicStart(body: string, start: number, rank: number): number {
  const topic = nameStart(body, rank).start
  return (rank - start > LONG_RANK || /^[它其]|不仅|不但/u.test(body.slice(start, rank))) && topic > start && rank - topic >= 3 ? topic : start
}

/** From the meeting to what was done there: longer than a clause. */
const across = (body: string): readonly FoundHonour[] => [...body.matchAll(TALK_ACROSS)].map(({ 0: name, index }) => ({ name: nameOf(name), kind: 'conference' as const, start: index, end: index + name.length }))

/** Meetings that the place of the case held. */
const held = ({ body, article: { place } }: Reading): readonly FoundHonour[] => [...body.matchAll(MEETING_HERE)].flatMap(({ 0: name, 1: where = '', index }) => ([place.city, place.district].some((own) => own?.startsWith(where) === true) ? [{ name, kind: 'conference' as const, start: index, end: index + name.length }] : []))

/** 在全省群众安全感调查中，6项指标全部位列第一位: the scope stands in the clause before. */
const SURVEYED = /在[^，,。；;\n]{0,12}(?:全国|省|市)[^，,。；;\n]{0,28}(?:考核|测评|考评|评估|评比|评价|调查)(?:结果)?中[，,](?:[^，,。；;\n]{2,30}?(?:位列|位居|排名|名列|蝉联|居|列)(?:前|第)[一二三123](?:位|名)?)(?=[，,。；;\n]|$)/gu
const surveyed = (body: string): readonly FoundHonour[] =>
  [...body.matchAll(SURVEYED)].map(({ 0: whole, index }) => {
    const from = whole.search(/[，,]/u) + 1
    return { name: nameOf(whole.slice(from)), kind: 'rank' as const, start: index + from, end: index + whole.length }
  })

/** Whole clauses that state it by themselves. */
function clauses(body: string, pattern: RegExp, kind: Kind, fits: (clause: string, match: string) => boolean): readonly FoundHonour[] {
  return [...body.matchAll(pattern)].flatMap(({ 0: match, index }) => {
    const whole = clauseStart(body, index)
    // …全市第一、…全市第二: each its own.
    const parted = kind === 'rank' ? body.slice(whole, index).lastIndexOf('、') : -1
    const from = parted >= 0 && [...body.slice(whole, whole + parted).matchAll(pattern)].some(({ 0: other, index: at }) => at + other.length === parted) ? whole + parted + 1 : whole
    // …在全国推广并获评“…”: the title behind it is one of its own.
    const near = kind === 'replication' && /^并(?:[获荣被]|入[选围])/u.test(body.slice(index + match.length)) ? index + match.length : kind === 'rank' && body.charAt(index + match.length) === '、' && body.slice(index + match.length, clauseEnd(body, index + match.length)).search(pattern) >= 0 ? index + match.length : clauseEnd(body, index + match.length)
    // 全省首家具有正科级建制，全流程…的…中心: what is first comes at the end.
    const end = kind === 'first' && UNFINISHED.test(body.slice(index + match.length, near)) && body.charAt(near) !== '。' ? clauseEnd(body, Math.min(body.length, near + 1)) : near
    const clause = body.slice(from, end)
    // …全省第一的佳绩: what it is is said by then.
    const stop = /^的(?:好|优异|喜人)?[佳成]绩/u.test(body.slice(index + match.length, end)) ? index + match.length : end
    const lead = /^[\s”]*(?:目前|其中|此外|同时|而|并且?|且|也|还|使得?|让)*/u.exec(clause)?.[0].length ?? 0
    const bare = kind === 'rank' && body.slice(from + lead, index).replaceAll(/[均都也并、]/gu, '') === '' && from > 1 && /[，,]/u.test(body.charAt(from - 1)) && body.slice(clauseStart(body, from - 1), from).search(pattern) < 0 && !/前[茅列][，,]$/u.test(body.slice(Math.max(0, from - 3), from))
    const start = bare ? clauseStart(body, from - 1) : from + lead
    if (stop - start < 4 || stop - start > 70 || !fits(body.slice(start, stop), match)) return []
    return [{ name: nameOf(body.slice(kind === 'rank' && !bare ? topicStart(body, start, index) : start, stop)), kind, start, end: stop }]
  })
}

const endorsedFits = (clause: string): boolean => !/指示批示|重要批示|总书记|重要指示/u.test(clause) && (/批示(?:肯定|表扬|推广)|肯定性?批示/u.test(clause) || (GOT_ENDORSED.test(clause) && /领导|书记|[省市县区部厅局院]长|检察长|主任|主席/u.test(clause)))
/** A clause that only begins to say what is first. */
const UNFINISHED = /^(?:具有|集|融|涵盖|以|拥有|覆盖|面向)[^的]*$/u
/** What is spread is a way of working, or the clause ends there: 面向全省推广135个品种 is none. */
const replicatedFits = (clause: string, match: string): boolean => !NOT_YET.test(clause) && (clause.endsWith(match) || /经验|做法|模式|机制|平台|成果|案例|品牌|工作法|系统|创新|制度|举措/u.test(clause.slice(0, clause.lastIndexOf(match))))
const NOT_YET = /如果|将(?!军|来|其|这|此|该)|明年|计划|拟|有望|力争/u
const NOT_RANK = /第一时间|第一线|第一课|第一责任|第一步|第一书记|首位责任|第一要务|全国第[一二三四五六七八九十\d]+[届次批]/u
const rankFits = (clause: string, match: string): boolean => !NOT_RANK.test(match) && !clause.includes('新中国') && (clause.length > match.length || match.startsWith('在'))
const firstFits = (clause: string): boolean => clause.length >= 6 && !/新中国|“全国(?:首家|唯一)”/u.test(clause)
const talkFits = (clause: string): boolean => /全国|全省|全市|中央|国家|省/u.test(clause) && /会(?:议|上|中|进行|作|做|交流)|大会|论坛/u.test(clause) && /经验|做法|典型|交流发言|书面|[作做]了?[^，,]{0,6}(?:发言|介绍)|模式/u.test(clause)

/** Something of the case is told of; a programme that is announced or a source that is quoted (据…报道) is not. */
const TOLD = /对|将(?!在|于)|把|就|被|获|先后|多次|事迹|做法|经验|模式|案例|成效|工作|进行|作了|予以|专题|头版|《[^《》]+(?:报|刊|网)》/u
const NOT_TOLD = /^据|题为《|将(?:准时|陆续|首次|相继)?(?:播出|推出|播发|刊发|报道)|将(?:陆续|从|于|在)|[^，,]据[^，,]{2,20}报道|记者|正在|欢迎|权|请(?:看|继续)|来看|今晚|明天|即将|电视剧|纪录片|专题片|特别节目|预告|黄金档|报道(?:说|称)|直播|联动/u

/** What newspapers and broadcasters told of. */
function reports(body: string): readonly FoundHonour[] {
  return [...body.matchAll(REPORTED)].flatMap(({ 0: match, index }) => {
    let from = clauseStart(body, index)
    const end = clauseEnd(body, index + match.length)
    if (!MEDIUM.test(body.slice(from, end)) && /^(?:对|将|就|先后|分别|进行|全文)/u.test(body.slice(from))) from = clauseStart(body, Math.max(0, from - 1))
    const clause = body.slice(from, end)
    return (MEDIUM.test(clause) || (/刊发|刊登|转载/u.test(match) && /《[^《》]{2,16}》/u.test(clause))) && end - from >= 6 && end - from <= 100 && TOLD.test(clause) && !NOT_TOLD.test(clause) ? [{ name: nameOf(clause), kind: 'media' as const, start: from, end }] : []
  })
}
