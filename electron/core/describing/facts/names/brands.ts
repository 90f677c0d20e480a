/**
 * Mediation brands (调解品牌): a room, a team or a way of mediating that has a name of its own. What carries the rule is form and context:
 * a person's name or nickname with a room, quoted names in a row that is called brands of mediation, a numbered or quoted method.
 */
import type { Brand } from '../../../../contract/fact.ts'
import type { FoundFact } from '../fact.ts'
import { nameStart } from './bounds.ts'
import { isCommon, isNickname, isPlainName } from './person-name.ts'
import { clauseStart, distinct, keyOf, MOST, nameOf, type Reading } from './reading.ts'

interface Found {
  readonly name: string
  readonly kind: Brand['kind']
  readonly start: number
  readonly end: number
}

const ROOM =
  /(?:(?<=”)(?:巾帼|党员|乡贤|专职|专业))?(?:人民|群众|个人|家事|金牌|品牌|特色|网上|线上|法官|警官|律师|联合|流动|法律服务|信访|矛盾|纠纷|综合|婚姻|家庭|邻里|物业|劳动|争议|多元|化解){0,5}(?:(?:调解|婚调|家调)(?:工作|志愿|服务|红色|暖心){0,2}(?:室|中心|站|所|小组|组(?![织长成员建])|队伍|团队|队|团|超市|驿站|之家|工作坊|茶话室|茶室|小院|庭院|凉亭)|调解|调处(?:工作)?室|工作室|工作站|工作坊|(?:警调|诉调|访调|检调|医调|交调)(?:对接|联动)?(?:中心|工作?室|工作站)|(?:说事|说和|评理|拉理|和事|讲理|议事|谈心|解忧){1,2}(?:点|室|屋|亭|堂|厅|站|长廊|角|小院)|说事|警务室|解纷(?:工作)?室|(?:群众)?工作法|茶馆|茶室|会客厅|驿站)/gu
const ABOUT = /调解|婚调|家调|纠纷|矛盾|解纷|化解|说事|评理|息讼|诉前/u
/** Before the room: what kind of room it is, which many are. */
const KINDS_OF_ROOM = /^(?:[省市县区]级|全国|全省|全市|首批|优秀|模范|示范|银牌|星级|人民|品牌|特色|个人|家事|专业|行业|金牌|驻村|派驻|基层|特邀|矛盾|纠纷|多元|标准化|一站式|行业性|专业性|物业|医患|婚姻家庭|劳动|交通事故|社区|街道|镇|村|村级|网格|法官|律师|警官|法律|诉前|司法|联合|巡回|流动|移动|妇联|信访|公共法律服务|法律援助|综治|网上|线上|云上|群众|党代表|人大代表|政协委员|志愿者?)+$/u
const MANY_PURPOSES = /(?:工作室|工作站|工作坊|警务室|茶馆|茶室|会客厅|驿站|议事.|谈心.|解忧.|工作法)$/u
/** Such a room counts only where the sentence speaks of disputes, unless its own name does. */
const needsContext = (room: string): boolean => MANY_PURPOSES.test(room) && !ABOUT.test(room)

/** 等多个特色调解品牌, 等一批人民调解工作品牌: what the row before it is called. */
const ROW = /(?:等|(?=[一二两三四五六七八九十]大))(?:[一二两三四五六七八九十]大)?(?:[一多\d][\d余多]*(?:个|批|支|家|类|种))?(?:具有[^，,。；;“”\n]{2,20}的)?[^，,。；;“”、\n]{0,10}?(?:调解|解纷|化解)[^，,。；;“”、\n]{0,8}?(?:品牌|工作室|调解室|队伍|组织|团队|室|法)/gu
/** “…解纷团”“…”等团队: where one of them says what they are for. */
const TEAMS = /(?<=”)等[^，,。；;“”、\n]{0,6}(?:团队|队伍|组织|工作室|品牌)/gu
const MAKING = /(?:打造|培育|推动|形成|涌现出?|创建|成立|组建|建立|建成|设立|推出|擦亮|叫响|树立|探索|创新|推广|总结出?|发挥|选树|孵化|依托|以|将|了|出|有)/gu
/** Of rooms where one rests or meets, only those that say what is done there. */
const RESTING = /(?:驿站|会客厅)$/u
const SETTLES = /[和解调评息释]|纠纷|矛盾|化解/u
/** People who settle disputes under one name: what such groups are called. */
const GROUP = /(?:(?:帮[帮忙]|说和|劝和|评理|和事|解忧|调解|说理)(?:团|队|会|社)|娘舅|和事佬|娘家人)$/u
/** “…”调解法, 调解五步法, “1+5”医患纠纷调解模式. */
const METHOD = /(?:调解|调处|解纷|化解|说和)(?:工作)?(?:[“]?[一二三四五六七八九十百两\d]+[\u4e00-\u9fff]{0,2}(?:工作)?法|法(?![律院庭官规治援理定学])|模式|技法|秘诀)[”]?/gu
const NUMBER_IN_METHOD = /[一二三四五六七八九十百\d+]/u

export function brands(reading: Reading): readonly FoundFact[] {
  if (!ABOUT.test(reading.body)) return []
  const all = [...rows(reading), ...called(reading), ...rooms(reading), ...groups(reading), ...methods(reading)].sort((a, b) => a.start - b.start || b.end - a.end)
  return distinct(outermost(all), ({ name }) => keyOf(name)).slice(0, MOST).map(({ name, kind, start, end }) => reading.state({ kind: 'brand', of: { name, kind, place: placeOf(reading, start) } }, start, end))
}

/** Of those that overlap, the first and longest. `all` in order. */
function outermost(all: readonly Found[]): readonly Found[] {
  let reached = 0
  return all.filter(({ start, end }) => {
    if (start < reached) return false
    reached = end
    return true
  })
}

/** 平姐, 昌叔: spoken to by the given name. */
const ONE_OF_US = /^(?![大表堂学师空的])[\u4e00-\u9fff](?:姐|哥|叔|嫂|婶|伯|姨|婆)$/u

function kindOf(name: string): Brand['kind'] {
  const bare = name.replaceAll(/[“”]/gu, '')
  const room = [...bare.matchAll(ROOM)].at(-1)
  if (/(?:法|模式|诀)$/u.test(bare) || (room !== undefined && !name.startsWith('“') && room.index + room[0].length < bare.length)) return 'method'
  const own = room === undefined ? bare : bare.slice(0, room.index)
  return isNickname(own) || isPlainName(own) || ONE_OF_US.test(own) ? 'person' : 'group'
}

/** Rooms and teams with a name of their own. */
function rooms({ body, quotedAt, sentenceAt }: Reading): readonly Found[] {
  const found: Found[] = []
  const known = new Map<string, boolean>()
  const mediates = (at: number): boolean => {
    const { start, end } = sentenceAt(at)
    return ABOUT.test(body.slice(start, end))
  }
  for (const { 0: room, index } of body.matchAll(ROOM)) {
    const end = index + room.length
    const inQuotes = quotedAt(index)
    if (inQuotes !== null) {
      const own = body.slice(inQuotes.start, index)
      // “青岗e调解” is what one opens on the phone.
      if (room === '调解' && /[eE]$/u.test(own)) continue
      if (inQuotes.end === end && /^.{1,10}$/u.test(own) && fits(own, room) && (!needsContext(room) || mediates(index)) && (!RESTING.test(room) || SETTLES.test(own + body.slice(end + 1, end + 7)))) found.push(named(body, inQuotes.start - 1, end + 1))
      continue
    }
    // “山海码”纠纷调解平台 is no way of mediating.
    if (room === '调解' || room === '说事' || (room.endsWith('调解') && /^[\u4e00-\u9fff]/u.test(body.slice(end)))) continue
    if (body.charAt(index - 1) === '”') {
      const before = quotedAt(index - 2)
      if (before !== null && before.text.length <= 10 && (!/[，,。、；+]/u.test(before.text) || /^[\u4e00-\u9fff][+][\u4e00-\u9fff]$/u.test(before.text)) && !/^一站式$|^(?:新时代)?枫桥(?:经验|式)?$/u.test(before.text) && (!needsContext(room) || room.endsWith('工作法') || isNickname(before.text) || isPlainName(before.text) || PEOPLE.test(before.text)) && mediates(index)) found.push(named(body, before.start - 1, end))
      continue
    }
    const given = peacemakers(room, body.slice(Math.max(0, index - 8), index)) ?? christened(body, room, index) ?? givenName(body, room, index, known)
    const length = given ?? [4, 3, 2].find((size) => isOwner(body.slice(index - size, index)) && beginsName(body, index - size))
    if (length !== undefined && (given !== undefined || !needsContext(room) || mediates(index))) found.push(named(body, index - length, end))
  }
  return found
}

/** Who is meant, when nobody is named: “法官妈妈”工作室. */
const PEOPLE = /(?:妈妈|大姐|大嫂|大叔|大哥|大爷|大妈|娘舅|乡贤|老兵|法官|警官|律师|书记|支书|管家|嫂|婆|姐|叔|伯|佬)$/u
/** 党员老娘舅调解工作室: how many characters before the room say by what name its people go. */
const peacemakers = (room: string, before: string): number | undefined => (room.includes('调解') ? /(?:党员|乡贤|巾帼|银发|红色|社区|邻里|老兵|法律)?(?:老娘舅|和事佬|老舅妈|娘家人|老支书|老书记|老党员)$/u.exec(before)?.[0].length : undefined)
/** 设立清溪法官工作室, 有个和顺调解室: a word that is none for a kind of room, or one that wishes well, behind a verb of setting up. */
const SET_UP = /(?:设立|成立|建立|组建|创建|创办|打造|开设|揭牌|有[个了]|[了的找、])([\u4e00-\u9fff]{2})$/u
const WISHES = /^(?:幸福|和[\u4e00-\u9fff]|[同连暖知贴舒安齐]心|阳光|春风|温馨|清风|金桥|连理|百姓)$/u
function christened(body: string, room: string, at: number): number | undefined {
  const own = SET_UP.exec(body.slice(Math.max(0, at - 8), at))?.[1] ?? ''
  if (own === '' || KINDS_OF_ROOM.test(own) || /^\d/u.test(body.slice(at + room.length)) || !/室$/u.test(room)) return undefined
  return (room.includes('调解') && WISHES.test(own)) || (/^(?:法官|警官|律师)/u.test(room) && !isCommon(own)) ? 2 : undefined
}
/** 加文调解工作室, where the text names a 沈加文: called by the given name. */
function givenName(body: string, room: string, at: number, known: Map<string, boolean>): number | undefined {
  const own = body.slice(at - 2, at)
  if (!/调解|工作室/u.test(room) || !/^[\u4e00-\u9fff]{2}$/u.test(own) || isCommon(own) || !beginsName(body, at - 2)) return undefined
  const before = known.get(own)
  const named = before ?? isNamed(body, own)
  if (before === undefined) known.set(own, named)
  return named ? 2 : undefined
}

/** Whether a family name stands before the given name `own` somewhere. */
function isNamed(body: string, own: string): boolean {
  for (let at = body.indexOf(own); at >= 0; at = body.indexOf(own, at + 1)) if (at > 0 && isPlainName(body.slice(at - 1, at + 2))) return true
  return false
}
const isOwner = (text: string): boolean => isNickname(text) || (text.length <= 4 && isPlainName(text))
/** What can stand before a person's name without being part of a word with it. */
const beginsName = (body: string, at: number): boolean => at === 0 || /[^\u4e00-\u9fff]|[的个立设有为叫名以由在到进入请找和与及了“立造建开成出将从向]/u.test(body.charAt(at - 1))
const fits = (own: string, room: string): boolean => !/[找去+＋]|^有/u.test(own) && !KINDS_OF_ROOM.test(own) && (!/^(?:调解|说事)$/u.test(room) || own.length >= 2)

const named = (body: string, start: number, end: number): Found => {
  const name = nameOf(body.slice(start, end))
  return { name, kind: kindOf(name), start, end }
}

/** “老哥帮帮团” where disputes are spoken of, when it was set up or is known. */
const groups = ({ body, quoted, sentenceAt }: Reading): readonly Found[] =>
  quoted.flatMap(({ text, start, end }) => {
    const sentence = sentenceAt(start)
    const made = /(?:组建|成立|打造|推出|创建|组成|设立|有个|支|名为|叫|的|[。，,：“]|^)$/u.test(body.slice(Math.max(0, start - 3), start - 1))
    return text.length >= 4 && text.length <= 10 && GROUP.test(text) && made && ABOUT.test(body.slice(sentence.start, sentence.end)) ? [named(body, start - 1, end + 1)] : []
  })

/** “和顺大嫂”基层调解品牌: what is quoted is called a brand of mediation. */
const CALLED = /^[\u4e00-\u9fff]{0,6}(?:调解|解纷|化解)[\u4e00-\u9fff]{0,4}品牌/u
const called = ({ body, quoted }: Reading): readonly Found[] => quoted.flatMap(({ text, start, end }) => (/^[^，,。、；+]{2,12}$/u.test(text) && !/枫桥/u.test(text) && !KINDS_OF_ROOM.test(text) && (CALLED.test(body.slice(end + 1, end + 18)) || (PEOPLE.test(text) && body.startsWith('品牌', end + 1))) ? [named(body, start - 1, end + 1)] : []))

/** The items of a row that is called brands of mediation; of one that is called teams, where one of them says that they mediate. */
const rows = ({ body, sentenceAt }: Reading): readonly Found[] => [
  ...[...body.matchAll(ROW)].flatMap(({ index }) => rowBefore(body, index)),
  ...[...body.matchAll(TEAMS)].flatMap(({ index }) => {
    const row = rowBefore(body, index)
    const { start, end } = sentenceAt(index)
    const mediate = row.some(({ name }) => MEDIATES.test(name)) || (ABOUT.test(body.slice(start, end)) && row.some(({ name }) => /(?:工作室|工作站|警务室)”$/u.test(name)))
    return row.length > 1 && mediate ? row : []
  }),
]
const MEDIATES = /调解|解纷|说和|评理|和事佬|老娘舅/u

function rowBefore(body: string, end: number): readonly Found[] {
  const from = clauseStart(body, end)
  const [verb] = [...outsideQuotes(body.slice(from, end)).matchAll(MAKING)].slice(-1)
  const start = verb === undefined ? from : from + verb.index + verb[0].length
  return items(body, start, end).map((item) => withoutLead(body, item)).flatMap((item) => {
    const text = body.slice(item.start, item.end)
    const bare = text.replaceAll(/[“”]/gu, '')
    const ownName = text !== bare || /(?:法|室|队|团|模式|茶)$/u.test(bare) || isNickname(bare)
    return bare.length >= 2 && bare.length <= 20 && ownName && !/枫桥/u.test(bare) && !KINDS_OF_ROOM.test(bare) ? [named(body, item.start, item.end)] : []
  })
}

/** 清溪街道“和姐工作室”, 各具特色的“银杏居”: where, or of what kind, is no part of a quoted name. */
function withoutLead(body: string, item: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
  const lead = /^[^“”]*(?:街道|社区|小区|派出所|法庭|法院|司法所|[镇乡村区县市]|的)(?=“[^“”]*”$)/u.exec(body.slice(item.start, item.end))?.[0].length ?? 0
  return { start: item.start + lead, end: item.end }
}

const outsideQuotes = (text: string): string => text.replaceAll(/“[^“”]*”/gu, (quote) => '\u0000'.repeat(quote.length))

/** Parted by 、 and between quotes that stand side by side. */
function items(body: string, start: number, end: number): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const { 0: text, index } of body.slice(start, end).matchAll(/[^“”、]*“[^“”]*”[^“”、]*|[^“”、]+/gu)) if (text.trim() !== '') found.push({ start: start + index, end: start + index + text.length })
  return found
}

/** Ways of mediating that are quoted or numbered: others are what everybody does. */
function methods({ body, quotedAt }: Reading): readonly Found[] {
  return [...body.matchAll(METHOD)].flatMap(({ 0: word, index }): readonly Found[] => {
    const end = index + word.length
    const inQuotes = quotedAt(index)
    if (inQuotes !== null && inQuotes.end >= end - 1 && inQuotes.end <= end) return inQuotes.text.length <= 20 ? [named(body, inQuotes.start - 1, inQuotes.end + 1)] : []
    const { start } = nameStart(body, index)
    const name = body.slice(start, end)
    if (/^人民|《/u.test(name) || name.length > 30) return []
    return name.includes('“') || NUMBER_IN_METHOD.test(word) ? [named(body, start, end)] : []
  })
}

/** The place named in the same sentence before it, else that of the case. */
const placeOf = ({ placeBetween, sentenceAt, article }: Reading, at: number): string | null => placeBetween(sentenceAt(at).start, at)?.text ?? article.place.district ?? article.place.city
