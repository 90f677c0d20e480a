/**
 * People (人物): a personal name beside a role, a title or a verb of speaking, and authors of the byline. Nameless speakers (居民, 胡某) are none,
 * nor is who only stands in the name of a doctrine or at the head of the state.
 */
import type { FoundFact } from '../fact.ts'
import { nameStart } from './bounds.ts'
import { isCommon, isGiven, isNickname, isPersonName, isPlainName, isWord, mayBegin, surnameLength } from './person-name.ts'
import { GIVEN, RATHER_VERB, SELDOM_WORDS, SURE_SURNAMES } from './surnames.ts'
import { clauseStart, MOST, type Reading } from './reading.ts'

interface Found {
  readonly name: string
  readonly role: string | null
  readonly start: number
  readonly end: number
}

/** What a person is, right before the name. */
const ROLE =
  /(?:网格[员长]|[省市县区镇州]领导|负责同志|微?网格管理员|调解员|特邀调解员|律师|法官助?理?|检察官|[\u4e00-\u9fff]警|警官|所长|局长|厅长|处长|科长|股长|主任|书记|市长|县长|区长|镇长|乡长|州长|省长|部长|会长|秘书长|院长|庭长|检察长|校长|教师|老师|医生|护士|志愿者|居民(?![楼区委组点房])|村民|老人|业主|市民|楼长|楼栋长|单元长|邻长|街长|巷长|路长|组长|队长|站长|理事长|理事(?![项务件情])|负责人|党员|老党员|干部|教授|研究员|委员|常委|代表|人员|店主|商户|经理|(?<!习近平)主席(?!令|团|台|国|会议)|董事长|总经理|创始人|获得者|模范|义工|保安|社工|乡贤|支书(?!记)|文书|政委|主编|总编辑?|总监|主管|专家|学者|院士|秘书|专干|(?<!总|执行)干事|内勤|[\u4e00-\u9fff](?<!全|动|满|减|裁|超|官)员(?!国)|[馆园团连警片栋户社场厂班台哨]长|大队长|支队长|中队长|总队长|咨询师|当事人|租户|住户|房东|群众|创办人|调解能手|和事佬|法律明白人|楼道长|发起人|带头人|村医|大学生|退役军人|老兵|主持人|导师|顾问|师傅|工人|农民|商贩|司机|骑手|员工|职工|学生|家长|记者|通讯员|干警|警察|军人|战士|名叫|叫|叫做|一位叫|人称|的爱人|妈妈|爸爸|妻子|丈夫|儿子|(?<!妇)女儿|母亲|父亲)”?[ \u3000/／]?(?=[\u4e00-\u9fff])/gu
/** What a person is, right behind the name. */
const TITLE_AFTER = /^(?:老人|同志|先生|女士|大姐|阿姨|法官|警官|律师|老师|医生|书记|主任|局长|所长|院长|校长|一行|委员|代表|教授|夫妇|夫妻|一家)/u
/** What only a person does, or is. */
const DOES =
  /^(?:道出(?=了)|报道(?!称|说)|[，,](?:[男女][，,]|这?一?[位名](?![额单于列居])|(?:今年|年近)?\d{2}岁|(?:19|20)\d\d年(?:\d+月)?(?:出)?生|现年|[时现曾]任)|(?:19|20)\d\d年(?:\d{1,2}月)?(?:就|便|开始)?(?:来到|到|从|起|担任|任|加入|参加|进入|退休|退役|转业|当选|毕业|调)|[（(][左中右男女][）)，,]|说|表示|指出|强调|介绍|告诉|坦言|回忆|认为|感慨|感叹|笑着|激动|深有感触|一行|率队|率领|带队|出席|主持召开|当选|荣获|扛起|辛苦|握着|来到|担任|从事|骑着?|决定|听了|总是|经手|调解了|接手|搬来|回家|打来|打电话|拨打|找到|反映|提出|坐在|走访|发现|家住|退休|上门|[和与同](?:[她他]|家人|妻子|丈夫|老伴|儿子|女儿|同事|邻居|队员|工友)|向记者|对记者|给记者|参加|获评|被评为|先后荣获|是(?=[^，,。]{0,30}(?:员|长|任|记|师|官|警|者|人|民|代表|教授|家|党员|助理|人员|骨干|志愿者)[，,。]))/u
/** Behind a name a new word begins. */
const AFTER = /^(?:[^\u4e00-\u9fff]|总书记|关于|的|在|是|和|与|及|等|说|为|向|对|将|把|被|从|到|也|便|就|又|还|已|每|常|因|由|给|让|跟|同|以|所|有|却|都|再|正|刚|先|家|来|去|像|自|于|并|用|靠|走|看|听|坐|拿|打|带|当|作|做|如|曾|仍|才|则|表|称|任|骑|找|想|觉|深|一|两|三|几|多|不|没|会|能|可|通过|提供|担任|等人|立即|始终|主动|马上|随后|迅速|出|进|入|上|下|开|接|送|娓|到(?=[\u4e00-\u9fff]{2,8}[县市区镇乡村局院厅校])|耐心|要|为了|最近|得知|苦|慰|介|现|今年|近年|[\u4e00-\u9fff]着|[挡拦扶抱搬递提拍敲推拉摸蹲守赶跑冲接拎端捧翻迎喊][在着起来到出住开上过了]|长达|历时|耗时|历经|共|多次|陪同|到场|带头|当即|牵头|组织|参与|一起|频频|纷纷|点头|带着|拉着|专门|特意|放下|巡逻|巡护|拨通|敲开|谈起|说起|赶[到来往]|迎上|安抚|仔细|供图|回忆|随即|[急连]忙|自费|逐户|挨家|上前|聆听|叮嘱|劝解|感激|感动|欣慰|无奈|着急|起身|弯腰|蹲下|俯身|握住|拉住|获悉|听到|坦露|[直笑]言|笑称|自述|比划|核对|摸排|入户|骑行|[开驾]车)/u
/** They hold the state; a case is not about them. */
const OF_THE_STATE = /^(?:总书记|国家主席|主席|总理|委员长|新时代|思想|法治思想|生态文明思想|外交思想|强军思想|文化思想|经济思想|同志为核心|同志批示)/u

export function people(reading: Reading): readonly FoundFact[] {
  const authors = authorsOf(reading)
  const found = new Map<string, Found>()
  for (const one of [...writers(reading), ...signers(reading), ...headed(reading), ...photographers(reading), ...afterRoles(reading), ...beforeTitles(reading), ...doers(reading)].sort((a, b) => a.start - b.start)) {
    const same = found.get(one.name)
    if (same === undefined) found.set(one.name, one)
    else if (same.role === null && one.role !== null) found.set(one.name, { ...same, role: one.role })
  }
  const distinct = [...found.values()].slice(0, MOST)
  const known = distinct.filter((one) => !distinct.some((other) => other !== one && (other.name.startsWith(one.name) || other.name.endsWith(one.name))))
  return [...authors, ...known.filter(({ name }) => !authors.some(({ kind, of }) => kind === 'person' && of.name === name)).map((one) => reading.state({ kind: 'person', of: { name: one.name, role: one.role, place: placeOf(reading, one), alias: aliasOf(reading, one, known) } }, one.start, one.end))]
}

const BYLINE_ROLES = { author: '作者', reporter: '记者', correspondent: '通讯员', photographer: '摄影' } as const

/** Who signed: named in no sentence of the body. Editors and reviewers are no people of the case. */
function authorsOf({ article }: Reading): readonly (FoundFact & { readonly kind: 'person' })[] {
  return article.authors.flatMap(({ name, role, note }) => {
    if (role === 'editor' || role === 'reviewer' || /^(?:本报|特约|首席)?(?:记者|通讯员)$/u.test(name)) return []
    return [{ kind: 'person' as const, of: { name, role: note === null || note === name ? BYLINE_ROLES[role] : note, place: null, alias: null }, start: 0, end: 0, sentence: { start: 0, end: 0 }, basis: 'stated' as const }]
  })
}

/** The personal name that begins at `at`; null where none does. */
function nameAt({ body, isInPlace }: Reading, at: number, sure: boolean): string | null {
  const surname = surnameLength(body, at)
  if (surname === 0) return null
  const two = body.slice(at, at + surname + 1)
  const three = body.slice(at, at + surname + 2)
  if (two.length <= surname || !isGiven(two.charAt(surname))) return null
  if (isInPlace(at)) return null
  const long = three.length === surname + 2 && isGiven(three.charAt(surname + 1))
  // 陈家 is a family.
  const [fitsTwo, fitsThree] = [two.endsWith('家') ? 0 : fit(body, at + two.length), long ? fit(body, at + three.length) : 0]
  const common = isWord(two)
  if (!long && (common || fitsTwo === 0)) return null
  const doubtful = surname === 1 && !SURE_SURNAMES.has(body.charAt(at))
  if (common && doubtful) return null
  if (common && (isCommon(three.slice(1)) || isCommon(body.slice(at + 2, at + 4)) || !(sure && fitsThree > 0 && GIVEN.has(three.charAt(surname + 1))))) return null
  if (doubtful && (long && fitsThree > 0 ? !([...three.slice(1)].some((sign) => GIVEN.has(sign)) || (sure && fitsThree === 3 && SELDOM_WORDS.has(three.charAt(0)) && !common && !isCommon(three.slice(1)))) : fitsTwo < (sure && GIVEN.has(two.charAt(1)) ? 2 : 3))) return null
  const third = three.charAt(surname + 1)
  const name = !long || (fitsTwo >= 2 && (RATHER_VERB.has(third) || JUST_NOW.test(body.slice(at + two.length, at + two.length + 2)) || (fitsTwo === fitsThree && !GIVEN.has(third)))) ? two : fitsThree >= fitsTwo ? three : two
  if (name === three && fitsThree === 0 && fitsTwo === 0 && !(sure && ([...three.slice(surname)].every((sign) => GIVEN.has(sign)) || (!doubtful && GIVEN.has(third) && !isCommon(three.slice(surname)) && !isCommon(body.slice(at + 2, at + 4)))))) return null
  if (name === three && isCommon(three.slice(surname)) && (fitsThree < (sure ? 2 : 3) || doubtful) && !(sure && [...three.slice(surname)].every((sign) => GIVEN.has(sign)))) return null
  const after = body.slice(at + name.length, at + name.length + 8)
  return OF_THE_STATE.test(after) || isNickname(name) || (body.charAt(at - 1) === '“' && after.startsWith('”')) || /^[某XxX×]/u.test(after) || HAMLET.test(name) || !isPersonName(name) ? null : name
}

/** 金涛正带着孩子, 会见陶青时说: what one is doing. */
const JUST_NOW = /^(?:正[在带忙陪和与给拿坐为用向准]|时[说强指表，,])/u
/** 郑家庄 is where one lives. */
const HAMLET = /^.家[庄村屯寨湾沟坝坪岭桥店垸洼塘圩堡集]$/u

/** How well a word can begin at `at`, behind a name. */
const fit = (body: string, at: number): number => {
  const next = body.slice(at, at + 8)
  if (next === '' || /^[^\u4e00-\u9fff]/u.test(next) || DOES.test(next) || TITLE_AFTER.test(next)) return 3
  return AFTER.test(next) ? 2 : isCommon(next.slice(0, 2)) || isCommon(next.slice(0, 3)) ? 2 : 0
}

/** 网格员郭冲霄, 调解员马友利、李来仁. */
function afterRoles(reading: Reading): readonly Found[] {
  const { body } = reading
  return [...body.matchAll(ROLE)].flatMap(({ 0: word, index }): readonly Found[] => {
    const at = index + word.length
    const name = nameAt(reading, at, true)
    if (name === null) return []
    const role = /^(?:名叫|叫|叫做|一位叫|人称)$/u.test(word.replace(/[”\s]+$/u, '')) ? null : roleBefore(body, index, at)
    return [{ name, role: role ?? roleAround(body, at, at + name.length), start: at, end: at + name.length }, ...listed(reading, at + name.length, role)]
  })
}

/** 新华社北京电（记者张三、李四）, 本报讯（张三）: who wrote it, in the brackets of the first line. */
const DATELINE = /(?:[\u4e00-\u9fff]讯|[日社]?电)[ \u3000]?[（(](?:[\u4e00-\u9fff]{0,8}(?:记者|通讯员))?[ \u3000]?([\u4e00-\u9fff]{2,4}(?:[ \u3000、，,]{1,2}(?:(?:本报)?(?:记者|通讯员|[文图摄][/／])[ \u3000]?)?[\u4e00-\u9fff]{2,4}){0,4})[）)]/gu
function writers({ body }: Reading): readonly Found[] {
  return [...body.slice(0, DATELINES_END).matchAll(DATELINE)].flatMap(({ 0: whole, 1: names = '', index }) => {
    const from = index + whole.length - 1 - names.length
    let role = /通讯员[ \u3000]?$/u.test(whole.slice(0, -1 - names.length)) ? '通讯员' : '记者'
    return [...names.matchAll(/[\u4e00-\u9fff]{2,6}/gu)].flatMap(({ 0: word, index: at }): readonly Found[] => {
      const [said = ''] = /^(?:本报)?(?:记者|通讯员)/u.exec(word) ?? []
      if (said !== '') role = said.slice(-3) === '通讯员' ? '通讯员' : '记者'
      const name = word.slice(said.length)
      const start = from + at + said.length
      return isPersonName(name) ? [{ name, role, start, end: start + name.length }] : []
    })
  })
}

/** Who writes is also parted by blanks: 通讯员 王一鸣 李双. */
const BY_BLANKS = /(?:记者|通讯员|摄影)[ \u3000]?$/u

/** 走访现场。陶青摄, 陶青 文/图: who took the picture. */
const TAKEN = /(?<=^|[\n。！!？?）) \u3000|]|[文图供]\/)([\u4e00-\u9fff]{2,3})[ \u3000]?(?:摄|(文[/／]图|图[/／]文))(?=$|[\n。）) \u3000])/gmu
function photographers({ body }: Reading): readonly Found[] {
  return [...body.matchAll(TAKEN)].flatMap(({ 1: name = '', 2: both, index }) => (isPlainName(name) && SURE_SURNAMES.has(name.charAt(0)) ? [{ name, role: both === undefined ? '摄影' : '作者', start: index, end: index + name.length }] : []))
}

/** The others of a row: …、大通区交调委王中光等. */
function listed(reading: Reading, from: number, role: string | null): readonly Found[] {
  const [sign = ''] = (role !== null && BY_BLANKS.test(role) ? /^[、和与 \u3000]/u : /^[、和与]/u).exec(reading.body.slice(from, from + 1)) ?? []
  if (sign === '') return []
  const name = nameAt(reading, from + 1, true)
  return name === null || !(/^(?:[、，,。等和与]|$)/u.test(reading.body.slice(from + 1 + name.length, from + 2 + name.length)) || fit(reading.body, from + 1 + name.length) >= 2) ? [] : [{ name, role, start: from + 1, end: from + 1 + name.length }, ...listed(reading, from + 1 + name.length, role)]
}

/** （陶青 何小满）: nothing but names in the last bracket. */
const SIGNED = /[（(]([\u4e00-\u9fff]{2,3}(?:[ \u3000、][\u4e00-\u9fff]{2,3}){0,3})[）)]\s*$/u
function signers({ body }: Reading): readonly Found[] {
  const last = body.slice(-LONGEST_SIGNATURE)
  const [whole, names = ''] = SIGNED.exec(last) ?? []
  const words = [...names.matchAll(/[\u4e00-\u9fff]+/gu)]
  if (whole === undefined || !words.every(([name]) => isPlainName(name) && (name.length === 3 || SURE_SURNAMES.has(name.charAt(0))))) return []
  const from = body.length - last.length + last.lastIndexOf(whole) + 1
  return words.map(({ 0: name, index }) => ({ name, role: '作者', start: from + index, end: from + index + name.length }))
}
const LONGEST_SIGNATURE = 24

/** A first line that is nothing but a name, or names parted by blanks. */
const FIRST_LINE = /^([\u4e00-\u9fff]{2,3}(?:[ \u3000][\u4e00-\u9fff]{2,3}){0,2})[ \u3000]*\n/u
function headed({ body }: Reading): readonly Found[] {
  const words = [...(FIRST_LINE.exec(body)?.[1] ?? '').matchAll(/[\u4e00-\u9fff]+/gu)]
  if (!words.every(([name]) => isPlainName(name) && !HAMLET.test(name) && SURE_SURNAMES.has(name.charAt(0)) && (name.length === 3 || words.length > 1))) return []
  return words.map(({ 0: name, index }) => ({ name, role: '作者', start: index, end: index + name.length }))
}

/** Nobody signs later. */
const DATELINES_END = 400
const LONGEST_ROLE = 32
/** Whom somebody met or heard is no part of an office. */
const MET = /^.*(?:听完|听了|见到|找到|遇到|遇见|拜访|采访|跟随|陪同|联系上|请来)了?/u
/** The last sign of what somebody said before: …。”青山区网格员陶青. */
const BEHIND_WORDS_SAID = /(?<=[。！？!?；;，,…])”(?!.*[。！？!?；;，,…]”)/u
const OFFICE_BEFORE = /(?:委员|常委|书记|主任|局长|所长|院长|校长|[市县区镇乡]长|部长|会长|代表|队长|站长|负责人|理事长|组长|教导员|政委|支书)、$/u

/** Where the first of several offices begins: 镇党委委员、副镇长陶青. */
function roleStart(body: string, word: number, end: number): number {
  let { start } = nameStart(body, word)
  while (end - start < LONGEST_ROLE && OFFICE_BEFORE.test(body.slice(Math.max(0, start - 6), start))) {
    const earlier = nameStart(body, start - 2).start
    if (earlier >= start || end - earlier > LONGEST_ROLE) break
    start = earlier
  }
  return start
}

function roleBefore(body: string, word: number, end: number): string | null {
  const start = roleStart(body, word, end)
  const text = body.slice(Math.max(start, end - LONGEST_ROLE), end)
  const role = text.slice(text.search(BEHIND_WORDS_SAID) + 1).replace(MET, '').trim().replace(/^(?:[一两三]?[名位个]|\d+岁的?|年过[\u4e00-\u9fff]{1,2}的|的|，|、)+/u, '').replaceAll(/[“”\n/／]/gu, '')
  return role === '' ? null : role
}

/** 俞敬明老人, 梁龙义同志. */
function beforeTitles(reading: Reading): readonly Found[] {
  const { body } = reading
  return [...body.matchAll(/老人|同志|先生|女士|大姐|法官|警官|律师|老师|医生|书记|主任|一行/gu)].flatMap(({ 0: title, index }): readonly Found[] => {
    for (const length of [3, 2]) {
      const at = index - length
      if (at < 0 || !isPlainName(body.slice(at, index)) || !/^$|[^\u4e00-\u9fff]|[的是叫和与对向由为在让]/u.test(body.charAt(at - 1)) || (length === 2 && !SURE_SURNAMES.has(body.charAt(at)))) continue
      if (nameAt(reading, at, true) === body.slice(at, index)) return [{ name: body.slice(at, index), role: title === '一行' ? null : title, start: at, end: index }]
    }
    return []
  })
}

interface Candidate {
  readonly name: string
  readonly at: number
  /** What stands before it: the beginning of a clause, a body one belongs to, a word that leads to a person. */
  readonly by: 'clause' | 'body' | 'word'
}

const BEGINS = new Set(' \t\n\r\u3000\u00a0。！？!?；;：:，,、“”（(')
const BELONGS = new Set('委会院局所队部社村镇道办厅校区站组坊班')
const LEADS = new Set('的是叫由让找给向为跟对和与像人以')

/** Mountains and streets that a text comes back to. */
const LANDSCAPE = /[山河江湖海巷桥寺庄庙洲岛城峡关湾路街]$/u

function candidates(reading: Reading): readonly Candidate[] {
  const { body } = reading
  const found: Candidate[] = []
  for (let at = 0; at < body.length - 1; at++) {
    if (!mayBegin(body, at)) continue
    const before = body.charAt(at - 1)
    const by = at === 0 || BEGINS.has(before) ? 'clause' : BELONGS.has(before) ? 'body' : LEADS.has(before) ? 'word' : null
    const name = by === null ? null : nameAt(reading, at, false)
    if (by !== null && name !== null) found.push({ name, at, by })
  }
  return found
}

/** 青柳堰街道: what the place is called too. */
const isPlace = (body: string, name: string): boolean => ['街道', '镇', '乡', '村', '社区', '小区', '路'].some((rank) => body.includes(name + rank))

/** For each the whole text is looked through: a register of names is no case. */
const MOST_ASKED = 1000

/** Whether a name is read at `least` places of the text. */
function isSaid(reading: Reading, name: string, least: number): boolean {
  let times = 0
  for (let at = reading.body.indexOf(name); at >= 0; at = reading.body.indexOf(name, at + 1)) if (nameAt(reading, at, false) === name && ++times === least) return true
  return false
}

/** Names at the beginning of a clause, or right behind a body they belong to, with what only people do behind them; or said again and again. */
function doers(reading: Reading): readonly Found[] {
  const { body } = reading
  const asked = new Map<string, boolean>()
  const isAgain = (name: string, least: number): boolean => {
    const key = `${least}${name}`
    const known = asked.get(key) ?? (asked.size < MOST_ASKED && isSaid(reading, name, least))
    asked.set(key, known)
    return known
  }
  return candidates(reading).flatMap(({ name, at, by }): readonly Found[] => {
    const next = body.slice(at + name.length, at + name.length + 40)
    const sure = SURE_SURNAMES.has(name.charAt(0)) || name.length > 3
    const inRow = by === 'clause' && next.startsWith('、') && /^(?:、[\u4e00-\u9fff]{2,4}){1,12}(?:等)?(?:分别|一同|一起)?(?:参加|出席|陪同|参与|会见|主持)/u.test(next)
    const inCompany = by === 'word' && sure && /^(?:、[\u4e00-\u9fff]{2,4}){1,6}等[^，,。；;]{0,14}(?:典型|骨干|代表|同志|党员|模范|乡贤|老人|专家|律师|能人|带头人)/u.test(next)
    const honoured = /^(?:等[^，,。]{0,6})?(?:先后)?(?:荣获|获评|获|被评)|^、/u.test(next)
    const stands = inRow || inCompany || (by === 'clause' && DOES.test(next) && (sure || isAgain(name, 2))) || (by === 'body' && (DOES.test(next) || honoured) && sure && (name.length >= 3 || (honoured && !next.startsWith('、')))) || (by !== 'body' && sure && name.length >= 3 && !LANDSCAPE.test(name) && isAgain(name, 3) && !isPlace(body, name)) || (by === 'word' && body.charAt(at - 1) === '的' && sure && name.length >= 3 && fit(body, at + name.length) >= 2 && [...name.slice(1)].some((sign) => GIVEN.has(sign)) && !isCommon(name.slice(1)))
    return stands ? [{ name, role: (by === 'body' ? bodyBefore(body, at) : null) ?? roleAround(body, at, at + name.length), start: at, end: at + name.length }, ...(inRow || inCompany ? listed(reading, at + name.length, null) : [])] : []
  })
}

const ROLE_END = '(?:员|长|主任|书记|律师|法官|民警|代表|教授|助理|负责人|村民|居民|教师|老师|医生|志愿者|党员|干部|人员|专干|干事|政委|能手|模范|和事佬)'
const AS_BEFORE = new RegExp(`(?:作为|身为)([^，,。；;]{2,24}?${ROLE_END})[，,](?:[^，,。；;]{1,14}[，,])?$`, 'u')
const IS_AFTER = new RegExp(`^(?:[，,](?:[男女][，,])?(?:今年)?\\d+岁)?[，,]?(?:是|担任|任|系)([^，,。；;]{2,24}?${ROLE_END})(?=[，,。；;])`, 'u')

/** 作为…网格员，…，郭冲霄; 吴瑞芹是…网格员. */
function roleAround(body: string, start: number, end: number): string | null {
  const role = AS_BEFORE.exec(body.slice(Math.max(0, start - 50), start))?.[1] ?? IS_AFTER.exec(body.slice(end, end + 50))?.[1]
  return role?.replace(/^(?:一[名位个]|.{0,16}的一[名位个])/u, '') ?? null
}

function bodyBefore(body: string, at: number): string | null {
  const start = Math.max(nameStart(body, at - 1).start, clauseStart(body, at))
  const text = body.slice(start, at)
  return text.length >= 2 && text.length <= LONGEST_ROLE ? text : null
}

/** The place named last before the person in the sentence. */
const placeOf = ({ placeBetween, sentenceAt }: Reading, { start }: Found): string | null => placeBetween(sentenceAt(start).start, start)?.text ?? null

/** How people of a family name are spoken to. */
const KIN = ['大姐', '大妈', '书记', '主任', '老师', '法官', '阿姨']

/** 老马 of 马友利 where only one person bears the name; else what people call them in quotes. */
function aliasOf({ body, sentenceAt }: Reading, { name, start }: Found, all: readonly Found[]): string | null {
  const surname = name.slice(0, 1)
  if (all.filter((other) => other.name.startsWith(surname)).length === 1) {
    const near = ['老', '小', '阿'].map((first) => `${first}${surname}`)
    // 何阿姨 before anybody called 何 was named is somebody else.
    const called = KIN.flatMap((word) => (body.indexOf(`${surname}${word}`) > start ? [`${surname}${word}`] : []))
    for (const alias of [...near, ...called]) if (body.includes(alias) && !body.includes(`${alias}${name.slice(1)}`)) return alias
  }
  const sentence = sentenceAt(start)
  return /(?:称为|称作|誉为|叫做|叫作|称之为|唤作|人称)“([^“”]{2,10})”/u.exec(body.slice(start, sentence.end))?.[1] ?? null
}
