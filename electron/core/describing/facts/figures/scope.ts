/** Whose number it is: the nation, a place, or one person, as the text names it. */
import type { Indicator } from '../../../../contract/fact.ts'
import type { Gazetteer } from '../../gazetteer.ts'
import { matchesOf } from './matches.ts'
import { doing, ending, leading, making, strong } from './words.ts'

type Level = NonNullable<Indicator['scopeLevel']>

export interface Scope {
  readonly text: string
  readonly level: Level
}

const WHOLE: Readonly<Record<string, Level>> = { 全国: 'nation', 我国: 'nation', 全省: 'province', 我省: 'province', 该省: 'province', 全自治区: 'province', 全市: 'city', 我市: 'city', 本市: 'city', 该市: 'city', 全州: 'city', 全盟: 'city', 全区: 'district', 我区: 'district', 本区: 'district', 该区: 'district', 全县: 'district', 我县: 'district', 本县: 'district', 该县: 'district', 全旗: 'district', 全街道: 'street', 全镇: 'street', 全乡: 'street', 该镇: 'street', 该乡: 'street', 该街道: 'street', 全村: 'community', 全社区: 'community', 该村: 'community', 该社区: 'community' }
/** 全国示范型服务站, 全省优秀案件, 在全省推广: a name or a stage, not whose number it is. */
const WHOLE_WORDS = new RegExp(`(?:(?<![在向为获评占])|(?=全[省市区县州镇]\\d))(?:${Object.keys(WHOLE).join('|')})(?!性|人大|政协|人民代表|首|率先|第|唯一|前|模范|示范|优秀|先进|文明|民主法治|十佳|十大|百|推广|推开|专项|重点|试点|平均(?:水平|值|数)|统一|劳动|五一|三八|较[低高好]|领先|前列|靠前|中上游|(?<=全[国省])“|(?<=区)[域间块段划]|[\u4e00-\u9fff]{0,8}(?:测评|考评|抽样|排名|排位))`, 'gu')
const PERSON = /(?:每(?:名|位|个)[\u4e00-\u9fff]{2,6}?(?=[月日年周均每平]|处理|负责|服务|联系|包)|人均|每人)/gu
/** A town, street, community or village at the beginning of a clause, or behind 在. */
const PLACE = /(?<=^|[，。；：、“\n年月日来在由])(?![在由])[\u4e00-\u9fff]{2,4}?(?:街道|社区|镇|乡|村)(?![\u4e00-\u9fff]{0,2}(?:、|和))/gu
const NO_PLACE = /(?:城|农|山|渔|侨|下)[乡村]$|(?:城|村|乡)镇$|[给就该]|^(?:[的了和与是]|农村|城市|老旧|完整|幸福|和谐|绿色|增补|补齐|整个|参与|周边|附近|沿线|辖区|各|全|该|我|本|每|(?:一|两|三)(?:个|级|家|所|社区|村|镇|乡|街道|线)|多|同|新|其|某|所在|智慧|平安|示范|试点|无讼|美丽|数字|居民|有关|部分|重点|城乡|农村|依托|释放|市县|县镇|县乡|区镇|镇村|以|由|将|把|让|对|从|向)|网格|党建|基层|员|政府|把|强/u
const LEVELS: Readonly<Record<string, Level>> = { 街道: 'street', 镇: 'street', 乡: 'street', 社区: 'community', 村: 'community' }

/** 位于甲县和乙县交界: where it lies, not whose the number is. */
const LIES = /(?:位于|地处|毗邻|紧邻|临近|靠近|邻近|接壤|相邻|东[临接靠]|西[临接靠]|南[临接靠]|北[临接靠])[^，。；]{0,12}$/u
const FARTHEST_LIES = 20
/** 桐柏县法院, 桐柏县公安局: the county's court counts its own. */
const COURT = /^(?:(?:两级|中级|基层|高级)?(?:人民法院|法院|人民检察院|检察院|公安(?:分局|局|机关))|[\u4e00-\u9fff]{2,12}?(?:中心|大厅|调解委员会|调委会|协会|工作室)(?=共|累计|已|先后|今年|全年|受理|接待|办理|化解|调解|调处))/u

const TOWN = /^[\u4e00-\u9fff]{2,4}?(?:街道|社区|镇|乡|村)(?![委民组级镇])/u
/** No verb stands in it or leads up to it, and it is no word for places in general. */
const isPlace = (name: string): boolean => !NO_PLACE.test(name) && ending.at(name, 0).length < 2 && [doing, making, leading].every((words) => words.at(name, 0) === '') && [...name].every((_, at) => strong.at(name, at) === '')

export interface ScopeAt {
  readonly at: number
  /** What follows says what it did: sentences after it go on to speak of it. */
  readonly subject: boolean
  readonly scope: Scope
}

/** 在某社区，…; 某街道党工委组织…: it acts, or is where all that follows is. */
const BODY = /^(?:党工委|党委|党总支|党支部|村委会|居委会|政府|办事处|综治中心)/u

function acts(text: string, start: number, end: number): boolean {
  const at = end + (BODY.exec(text.slice(end, end + 4))?.[0].length ?? 0)
  if (text[start - 1] === '在' && text[end] === '，') return true
  return /^[，、：]?$|^(?:在|也|是|以|坚持|探索|聚焦|紧盯|围绕|创新|扎实|按照|结合|针对)/u.test(text.slice(at, at + 2)) || [doing, making, leading].some((words) => words.at(text, at) !== '')
}

/** 全市化解…, 目前全市…: not 创造了全省优秀成果, 适合我国国情. */
const LED = /(?:^|[，。；：、！？\n”年月日来前后间]|目前|如今|现在|今年|同时|并在|带动|推动|使|让)$/u

/** What a stretch of text names, in order. Places above the street are those the gazetteer knows by their full name; what 《》 holds names no doer. */
export function scopesIn(sentence: string, offset: number, gazetteer: Pick<Gazetteer, 'find'>): readonly ScopeAt[] {
  const text = sentence.includes('《') ? sentence.replace(/《[^《》]*》?/gu, (title) => ' '.repeat(title.length)) : sentence
  const found: ScopeAt[] = []
  if (/[全我该本]/u.test(text)) for (const match of matchesOf(WHOLE_WORDS, text)) found.push({ at: offset + match.index, subject: LED.test(text.slice(Math.max(0, match.index - 2), match.index)), scope: { text: match[0], level: WHOLE[match[0]] ?? 'city' } })
  if (/[每人]/u.test(text)) for (const match of matchesOf(PERSON, text)) found.push({ at: offset + match.index, subject: false, scope: { text: match[0], level: 'person' } })
  for (const { start, end, value } of gazetteer.find(text)) {
    const level = value.divisions[0]?.level
    if (value.form !== 'full' || level === undefined || LIES.test(text.slice(Math.max(0, start - FARTHEST_LIES), start)) || (text[start] === '范' && /[示模]$/u.test(text.slice(0, start)))) continue
    // 桐柏县东湖镇: the town.
    const town = TOWN.exec(text.slice(end, end + 8))?.[0] ?? ''
    if (town !== '' && isPlace(town)) {
      found.push({ at: offset + end, subject: acts(text, end, end + town.length), scope: { text: town, level: LEVELS[/街道$|社区$|.$/u.exec(town)?.[0] ?? ''] ?? 'street' } })
      continue
    }
    const court = COURT.exec(text.slice(end, end + 20))?.[0] ?? ''
    if (court !== '') found.push({ at: offset + start, subject: acts(text, start, end + court.length), scope: { text: text.slice(start, end) + court, level: 'organisation' } })
    else if (!/^(?:公安|法院|检察|委|政府|日报)/u.test(text.slice(end))) found.push({ at: offset + start, subject: acts(text, start, end), scope: { text: text.slice(start, end), level } })
  }
  if (/[道镇乡区村]/u.test(text)) for (const match of matchesOf(PLACE, text)) {
    const [name] = match
    const level = LEVELS[/街道$|社区$|.$/u.exec(name)?.[0] ?? '']
    if (level !== undefined && isPlace(name) && !/^[一两三四]级|^层面/u.test(text.slice(match.index + name.length))) found.push({ at: offset + match.index, subject: acts(text, match.index, match.index + name.length), scope: { text: name, level } })
  }
  return found.toSorted((a, b) => a.at - b.at)
}

/** Somebody else acts: a person, a firm, a village that is not named. */
const OTHER = /[他她]|(?:村|社区|小区|院|店|家|厂|校园|镇|街道)里|(?<=^|[，。；\n])(?:这个|这家|这里|该(?![省市县区镇乡村州旗社街])|一家|一位|一名|一户|一个|有一|位于|在[\u4e00-\u9fff]{2,12}(?:村|小区|公司|企业|学校|医院|法庭|法院))|[\u4e00-\u9fff]{2}(?:法院|检察院|派出所|司法所|调解室|工作室|公司|合作社|商会|学校|医院)(?=[^，。；]{0,6}(?:共|已|先后|累计|成功|目前|今年))/u

const PLACES: Readonly<Record<string, Level>> = { ...LEVELS, 省: 'province', 市: 'city', 区: 'district', 县: 'district', 旗: 'district' }

/** 甲镇、乙镇分别化解: each is its own number's. */
export function placeScope(name: string | null): Scope | null {
  const level = PLACES[/街道$|社区$|.$/u.exec(name ?? '')?.[0] ?? '']
  return name === null || level === undefined ? null : { text: name, level }
}

/** Whom the text names up to a number: in its sentence, and who acted last in the sentences of the paragraph before. Read when asked for. */
export interface Scopes {
  readonly own: () => readonly ScopeAt[]
  readonly carried: () => ScopeAt | undefined
}

/** The last one named before a number in its sentence, else in its paragraph, when nobody else has come up since. A person counts only in the number's own clause. */
export function scopeOf(text: string, scopes: Scopes, clause: number, at: number): Scope | null {
  const own = scopes.own().findLast((one) => one.at < at && (one.at >= clause || (one.scope.level !== 'person' && (one.subject || !NEAR_BY.has(one.scope.level)))))
  if (own !== undefined) return OTHER_DOER.test(text.slice(Math.max(own.at, clause), at)) ? null : own.scope
  const carried = scopes.carried()
  if (carried === undefined) return null
  const since = text.slice(carried.at, at)
  return OTHER.test(since) || (NEAR_BY.has(carried.scope.level) && WIDER.test(since)) ? null : carried.scope
}

/** 城市社区按照…, 各街道…: all of a kind; 加强队伍建设，配强…。: a heading in the line. After one village the text is back at the whole. */
const WIDER = /(?<=[。！？”\n])(?:城市社区|农村(?!合作)|城区|乡村|各(?:县|区|乡|镇|街|社区|村|级|地)|(?:加强|强化|优化|深化|健全|完善|突出|聚焦|坚持|夯实|创新|建强|筑牢|提升|推进|织密|抓实|做实|压实)[^，。；\d]{2,12}，[^，。；\d]{4,16}。)/u

/** A village that another clause only names (来到某村) is not what is counted behind it. */
const NEAR_BY = new Set<Level>(['street', 'community'])

/** 目前他已调解260起. */
const OTHER_DOER = /^[^，。；]{0,4}[他她]/u
