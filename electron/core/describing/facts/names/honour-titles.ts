/** Honours that are titles: behind a word of having got them, in rows, in quotes, wished for. */
import type { Honour } from '../../../../contract/fact.ts'
import { isPlainName } from './person-name.ts'
import { clauseEnd, clauseStart, nameOf, type Reading } from './reading.ts'

/** An honour where it stands, before it is known whose it is. */
export interface FoundHonour {
  readonly name: string
  readonly kind: Honour['kind']
  readonly start: number
  readonly end: number
  /** A clause that tells of it: titles in it go before. */
  readonly told?: boolean
}

/** Words of having got an honour. */
export const GOT =
  /(?:荣获|荣膺|荣登|获评|获得|喜获|斩获|摘得|夺得|夺取|荣立|捧得|捧回|捧获|摘取|赢得|蝉联|获批|获颁|获授|获|入选|入围|跻身|入列|喜捧|当选为?|评选?为|评定为|推选为|授予|授牌(?!命名)|确定为|确立为|命名为|表彰为|列为|列入|选为|选树为|选定为|遴选为|认定为|纳入|涌现出?|成为|创造|创成|创建成功|创建成?|建成|跃居|定为)(?:了)?/gu
/** …、荣立集体一等功: a part of a row with a verb of its own. */
const OWN_VERB = /^(?:并|还|也|又|曾|先后|连续|多次)*(?:荣[获膺立]|获[评得颁授批]|喜获|斩获|摘得|夺得|捧[得回]|赢得|蝉联|入[选围]|当选|跻身|被)/u
/** …、鹤庆县被命名为…: the title of somebody else. */
const ITS_OWN = /^[\u4e00-\u9fff]{2,8}(?:被(?:授牌)?(?:命名为|授予|评为)|荣获|获评)/u
/** What is conferred in quotes is an honour, whatever it is called. */
const CONFERRED = /授予|夺[得取]|荣获|荣膺|荣登|获评|捧|摘|斩获|命名为|评[选定]?为|表彰为|授牌|认定为|选定为|遴选为|推选为|获授|获颁/u
/** 授予陶清溪等30名同志2025年度…: who they are. */
const RECIPIENTS = /^[^“”，,。；;\n]{1,60}?\d+(?:名|位|个|人|家)[\u4e00-\u9fff]{0,6}?(?=\d{4}年|全国|中国|国家|全省|“)/u
/** 命名为“…公园”: what a place is called is no honour. */
const NAMED_PLACE = /(?:公园|广场|大道|路|街|站|桥|馆|号|舰|船|星|校|学院)$/u
const CONDITION = /必须|只有|如果|要想|方能|才能|须先/u
const AIMED = /(?:积极|全力|奋力|努力|着力)?(?:争创|争当|争取|力争|创建|申创|冲刺|打造|建设|争做|争先创建)$/u

/** 成功创建…: no longer wished for. */
const DONE = /(?:成功|先后|累计|已经?)$/u

/** The end of a title. */
const TITLE =
  /(?:优秀[\u4e00-\u9fff]{0,6}(?:[者员官师家手]|警察|干警|民警|个人|等次|工作法|委员会|团队|队|基地|作品|提案)(?=$|[”，,。；;、等])|优秀(?:创新)?经验|优秀(?:城市|省辖市|地市|州市|市州|县市区|县区|区县|区|市|县|镇|街道|单位|案例|集体|成果|组织|奖|平台|案件|项目|村|社区|品牌)|先进(?:集体|单位|个人|典型|地区|省辖市|州|县市区|县区|区县|市县|区|市|县|基层党组织|工作者|组织|经验|村|社区|(?=$|[”，,。；;]))|示范型[\u4e00-\u9fff]{2,12}|示范(?:地区|省辖市|州|乡镇|村镇|县市区|县区|区县|区|市|县|镇|乡|村|街道|社区|点|单位|城市|站|户|基地|岗|所|典型|工程|项目|窗口|团队|调解室|市县|(?=$|[”，,。；;]|称号))(?:[（(](?:社区|村|市|区|县|州|旗|村居|[市县区州旗]、[市县区州旗、]{1,5})[）)])?|标杆(?:城市|市|区|县|单位|社区|村)?|试点(?:城市|地区|单位|市|区|县|镇|街道|村|社区|省|(?=$|[”，,。；;]))|(?:典型|创新|改革|优秀|最佳|十佳|示范|精品|工作|治理)+案(?:[（(]事[)）])?例|“(?:十佳|十大|优秀|典型|最佳)”(?:案例|单位|品牌|个人|集体)|典型(?:经验)?|模范(?:[\u4e00-\u9fff]{0,10}委员会|[\u4e00-\u9fff]{0,6})|文明(?:城市(?:提名城市|提名)?|村镇?|社区|单位|家庭|镇|校园|典范城市)|(?:培育|合格|达标|满意|生态|卫生|园林|平安|法治|幸福|和谐|宜居|双拥模范|最[\u4e00-\u9fff]{2,6}的)(?:城市|县市区|市|县|区|村|社区|地区)(?:[（(](?:[市县区州旗]、?){1,4}[）)])?(?:之一)?|[一二三特优]等奖|金奖|银奖|铜奖|提名奖|(?:(?!颁发)[\u4e00-\u9fff]){2,14}奖章?(?![励金项状])|杯|称号|荣誉称号|荣誉|锦旗|(?:十大|十佳|百佳|百强|最美)(?:(?!等)[\u4e00-\u9fff]){1,10}(?:[（(]事[)）]例)?|前[十百三五]名?|安全(?:区|县|市|社区)(?=$|[”，,。；;、称])|[\u4e00-\u9fff]{1,4}鼎|平安牌|奖牌|人民满意的?(?:公务员|政法|派出所|法院|检察|司法|窗口|单位|集体|基层|城市|学校|好)[\u4e00-\u9fff]{0,8}|(?:集体|个人)[一二三]等功|五一劳动奖[章状]|三八红旗[手集体]+|青年文明号|[\u4e00-\u9fff]{0,6}集体|枫桥式[\u4e00-\u9fff]{2,8}|重点培育[市县区]|名[村镇]|[\u4e00-\u9fff]{2,3}好人榜?|三连冠|标兵(?:单位|个人|集体)?|能手|劳动模范|成果|人物|榜样|卫士|工匠|勋章|楷模|之星|星级[\u4e00-\u9fff]{1,8}|(?:示范|培养|试点|实践|国家)[\u4e00-\u9fff]{0,8}基地)(?:”)?(?:“[^“”]{2,6}”)?(?:的?(?:荣誉)?称号|荣誉|名单|行列|光荣称号|殊荣)?/gu
/** What says of which rank a title is, or that it is one. */
export const RANKED_TITLE = /全国|国家|中国|国务院|中央|公安部|司法部|民政部|全省|省级|[\u4e00-\u9fff]省(?!会)|全市|市级|[\u4e00-\u9fff]市(?![场民])|全区|全县|^(?:了|过)?省(?!域|去|心|下|力|时|钱|略)|平安[\u4e00-\u9fff]{2,4}示范|长安杯|枫桥式|文明[城村社单]|模范|先进|优秀|五一|三八|青年文明号|等奖|等功|金奖|[平金银]鼎|平安[\u4e00-\u9fff]?[鼎牌市县区]|人民满意|标杆|自治区|首批|最美|十佳|十大|中国好人|优秀成果|“[^“”]{0,8}最[^“”]{2,6}的/u

/** 授予…派出所“全国…单位”称号, 送来“…”牌匾, 公布的“…”中: a title in quotes that is called one. */
const QUOTED_TITLE = /(?:授予[^“”，,。；;\n]{2,80}(?=“[^“”]*”(?:国家)?(?:荣誉)?称号)|公布的(?=“[^“”]*”(?:名单)?中)|(?:送来|颁发|授)了?(?=“[^“”]*”(?:荣誉)?(?:牌匾|奖牌|证书)))“([^“”]{4,30})”/gu
/** “全国模范人民调解员”陶文清: the title stands before who bears it. */
const BORNE = /“((?:全国|全省|省级|国家级|[\u4e00-\u9fff]{2}[省市])[^“”]{3,18}(?:员|者|能手|模范|标兵|个人|警察|法官|干警|好人|卫士|楷模|党员|人物))”(?=([\u4e00-\u9fff]{2,3}))/gu
/** 是全国“…”、全省首批“…”: what it is said to be. */
const IS_QUOTED = /(?<=(?<!就|正|这|那)是)(?:、?(?:全国|全省|国家级|省级)(?:首批|第[一二三四五六七八九十]+批)?“[^“”]{4,24}”)+(?=[，,。；;、])/gu

/** 通过国家…城市复审: what the check is of. */
const PASSED = /通过(?:了)?((?:全国|国家|中国|省级|[\u4e00-\u9fff]{2}省)[^，,。；;、\n]{4,26}?)(?:的)?(?:验收|复审|复核|复评|评估验收|考核验收|评审|认定)/gu

/** 该村是全国…模范村: all that is said of it is the title. */
const IS_TITLED = /(?<![不而但还就正这那])是(?=(?:全国|国家级|全省|省级|[\u4e00-\u9fff]{2,3}省)[\u4e00-\u9fff（()）“”]{4,24}(?:[，,。；;、\n]|$))/gu

/** 拥有“…”“…”等诸多名片, 从“…”“…”，再到“…”, 巩固“…”, “…”创建成果: what it is known by. */
const OWNED = /(?:拥有|收获|摘下|坐拥)[着了]?((?:[、和及]?“[^“”\n]{4,24}”){1,8})等[^，,。；;\n]{0,8}(?:名片|招牌|荣誉|称号|桂冠)|从((?:[、和及]?“[^“”\n]{4,24}”){2,6})[，,]?再?到[^，,。；;\n]{0,6}“|巩固(?:提升|拓展|深化)?(“[^“”\n]{4,24}”)|(?<![\u4e00-\u9fff])(“[^“”\n]{4,24}”)(?:创建)?成果/gu

/** A part of a sentence between two stops that is a title and nothing else: 第一批全国…示范地区；. */
const ALONE = /(?<=^|[。；;\n])(?=(?:首批|第[一二三四五]批)?(?:全国|国家级|全省|省级))([^，,。；;！？\n]{6,30})(?=[；;])/gmu

/** Titles behind a word of having got them, or in a row behind one. */
export function titles({ body }: Reading): readonly FoundHonour[] {
  const found: FoundHonour[] = []
  for (const { 1: name = '', index, 0: whole } of body.matchAll(QUOTED_TITLE)) {
    const start = index + whole.lastIndexOf('“') + 1
    if (!ORDINARY.test(name) && RANKED_TITLE.test(body.slice(index, index + whole.length + 8)) && !AIMED.test(body.slice(Math.max(0, index - 6), index)) && !CONDITION.test(body.slice(clauseStart(body, index), index))) found.push({ name, kind: 'award', start, end: start + name.length })
  }
  const called = new Set(found.map(({ start }) => start))
  for (const { 0: got, index } of body.matchAll(GOT)) {
    const from = index + got.length + (got.startsWith('授予') ? (RECIPIENTS.exec(body.slice(index + got.length, index + got.length + 80))?.[0].length ?? 0) : 0)
    const end = objectEnd(body, from)
    const object = body.slice(from, end)
    // 必须连续三届被评为…方能参选: what one would have to be.
    if (CONDITION.test(body.slice(clauseStart(body, index), index))) continue
    const quoted = CONFERRED.test(got) || /^(?:跻身|蝉联)/u.test(got) ? quotedTitles(object).filter(({ name }) => !got.startsWith('命名') || !NAMED_PLACE.test(name)) : []
    if (quoted.length > 0) {
      for (const title of quoted) found.push({ name: title.name, kind: 'award', start: from + title.start, end: from + title.end })
    }
    const told = quoted.at(-1)?.end ?? 0
    // 被公安部命名为人民满意派出所: who confers it says its rank.
    if (!RANKED_TITLE.test(CONFERRED.test(got) ? body.slice(clauseStart(body, index), end) : object)) continue
    for (const part of partsOf(object)) {
      if (part.start < told || holdsOne(called, from + part.start, from + part.end) || OWN_VERB.test(object.slice(part.start, part.end)) || ITS_OWN.test(object.slice(part.start, part.end))) continue
      const title = (told > 0 || isSummed(body, end) ? quotedWhole(object.slice(part.start, part.end)) : null) ?? titleIn(object.slice(part.start, part.end)) ?? (CONFERRED.test(got) || /入[选列]|获批/u.test(got) || isSummed(body, end) ? wholeTitle(object.slice(part.start, part.end)) : null) ?? (BY_AUTHORITY.test(body.slice(clauseStart(body, index), index)) && /(?:授予|[定名彰评选]为)/u.test(got) ? bareTitle(object.slice(part.start, part.end)) : null)
      // 成为全国唯一拥有两座“长安杯”的城市: the cup is not what it became.
      if (title === null || !worthy(title.name, got, object.slice(part.start, part.end)) || (/^成为/u.test(got) && /^的/u.test(object.slice(part.start + title.end)))) continue
      const wished = AIMED.test(body.slice(Math.max(0, index - 6), index)) || (got.startsWith('创建') && !/\d/u.test(object) && !DONE.test(body.slice(Math.max(0, index - 3), index)))
      if (wished && !AIM_WITH_RANK.test(title.name)) continue
      found.push({ name: title.name, kind: wished && !got.startsWith('创成') ? 'aspirational' : 'award', start: from + part.start + title.start, end: from + part.start + title.end })
    }
  }
  for (const { 0: whole, index } of body.matchAll(IS_QUOTED)) if (/示范|先进|模范|文明|优秀|楷模|枫桥式|满意|标兵|卫士/u.test(whole)) for (const part of partsOf(whole)) found.push({ name: nameOf(whole.slice(part.start, part.end)), kind: 'award', start: index + part.start, end: index + part.end })
  for (const { 1: name = '', 2: after = '', index } of body.matchAll(BORNE)) {
    if (isPlainName(after) || isPlainName(after.slice(0, 2))) found.push({ name, kind: 'award', start: index + 1, end: index + 1 + name.length })
  }
  for (const { 0: whole, 1: object = '', index } of body.matchAll(PASSED)) {
    const title = titleIn(object)
    if (title !== null && title.end === object.length) found.push({ name: title.name, kind: 'award', start: index + whole.indexOf(object) + title.start, end: index + whole.indexOf(object) + title.end })
  }
  for (const { index } of body.matchAll(/(?:积极|全力|奋力|努力)?(?:争创|争当|申创|力争创建|创建(?!成|全))/gu)) {
    const from = index + (/^(?:积极|全力|奋力|努力)?(?:争创|争当|申创|力争创建|创建)/u.exec(body.slice(index, index + 8))?.[0].length ?? 0)
    const object = body.slice(from, clauseEnd(body, from))
    if (DONE.test(body.slice(Math.max(0, index - 3), index)) || /\d+[个家处]/u.test(object)) continue
    for (const part of partsOf(object)) {
      const text = object.slice(part.start, part.end)
      const title = RANKED_TITLE.test(text) && (part.start === 0 || /^(?:全国|国家级?|全省|省级|中国|“)/u.test(text)) ? titleIn(text) : null
      if (title !== null && AIM_WITH_RANK.test(title.name) && worthy(title.name, '获评', text) && !found.some(({ start }) => start === from + part.start + title.start)) found.push({ name: title.name, kind: 'aspirational', start: from + part.start + title.start, end: from + part.start + title.end })
    }
  }
  for (const { 0: whole, index } of body.matchAll(/(?:抓住|抢抓|以)((?:全国|国家|全省|省)[^，,。；;]{0,24}?试点(?:城市|地区|单位|市|区|县|镇|街道|村|社区))/gu)) {
    const name = whole.replace(/^(?:抓住|抢抓|以)/u, '')
    for (const part of partsOf(name)) found.push({ name: nameOf(name.slice(part.start, part.end)), kind: 'award', start: index + whole.length - name.length + part.start, end: index + whole.length - name.length + part.end })
  }
  for (const { 0: whole, index, ...rows } of body.matchAll(OWNED)) {
    const row = rows[1] ?? rows[2] ?? rows[3] ?? rows[4] ?? ''
    if (!RANKED_TITLE.test(row) || titleIn(row) === null) continue
    const from = index + whole.indexOf(row)
    for (const part of quotedTitles(row)) found.push({ name: part.name, kind: 'award', start: from + part.start, end: from + part.end })
  }
  for (const { 0: whole, index } of body.matchAll(ALONE)) {
    const title = /示范|先进|模范|文明|优秀|试点/u.test(whole) ? titleIn(whole) : null
    if (title !== null && title.end === whole.length) found.push({ name: whole, kind: 'award', start: index, end: index + whole.length })
  }
  for (const { 0: word, index } of body.matchAll(IS_TITLED)) {
    const rank = index + word.length
    const object = body.slice(rank, clauseEnd(body, rank))
    const title = titleIn(object)
    if (title !== null && title.start === 0 && title.end === object.length && object.length <= 26 && /模范|示范|先进|文明|试点|标杆|优秀|平安|最美|枫桥/u.test(object) && !/最高|荣誉|奖项/u.test(object)) found.push({ name: title.name, kind: 'award', start: rank, end: rank + title.end })
  }
  for (const { index } of body.matchAll(/作为/gu)) {
    const object = body.slice(index + 2, Math.min(objectEnd(body, index + 2), index + 50))
    const title = RANKED_TITLE.test(object) ? titleIn(object) : null
    if (title !== null && worthy(title.name, '成为', object) && (object.charAt(title.end - 1) === '”' || /^(?:$|的)/u.test(object.slice(title.end)))) found.push({ name: title.name, kind: 'award', start: index + 2 + title.start, end: index + 2 + title.end })
  }
  return found
}

const BEHIND_QUOTES = /^[\u4e00-\u9fff]{1,12}(?:个人|集体|单位|团队|工作者)(?=[，,。；;、之等]|$)/u

/** “A”、“B”和首批“C”, one behind the other. */
function quotedTitles(object: string): readonly { readonly name: string; readonly start: number; readonly end: number }[] {
  const found: { name: string; start: number; end: number }[] = []
  let at = 0
  for (;;) {
    const [whole = '', lead = '', name = ''] = /^((?:[、和及与]|以及|全国[\u4e00-\u9fff]{0,8}(?=“长安杯”)|(?:全国|全省)?首批|第[一二三四五六七八九十]+[批届])*)“([^“”]{2,24})”(?:荣誉称号|称号|荣誉|殊荣)?/u.exec(object.slice(at)) ?? []
    if (whole === '' || ORDINARY.test(name)) return found
    // 获评“一级”综治中心: a grade alone is no title.
    // “…”活动表现突出个人: the title goes on behind the quotes.
    const behind = BEHIND_QUOTES.exec(object.slice(at + whole.length))?.[0] ?? (name.length <= 3 && !/[杯鼎奖]$/u.test(name) ? (/^(?!的)[\u4e00-\u9fff]{2,10}(?=[，,。；;、]|$)/u.exec(object.slice(at + whole.length))?.[0] ?? '') : '')
    found.push({ name: behind === '' ? name : `“${name}”${behind}`, start: at + lead.length, end: at + whole.length + behind.length })
    at += whole.length + behind.length
  }
}

/** “…” and nothing else, in a row of titles. */
function quotedWhole(text: string): { readonly name: string; readonly start: number; readonly end: number } | null {
  const [, lead = '', name = ''] = /^((?:了|[和及与]|以及)?)“([^“”]{3,30})”$/u.exec(text) ?? []
  return name === '' || ORDINARY.test(name) ? null : { name, start: lead.length, end: text.length }
}

/** 国家级充分就业社区: what was conferred with its rank, when its last noun is none of the known. */
function wholeTitle(text: string): { readonly name: string; readonly start: number; readonly end: number } | null {
  const [whole = '', lead = ''] = /^((?:了|过|为)*)(?:\d{4}年度?)?(?:全国|国家级|国家(?=[^，,。；;、]{2,20}(?:城市|[县区市镇村]|社区)(?:(?:建设)?名单)?$)|中国|全省|省级|全市|市级|[\u4e00-\u9fff]{2,3}[省市])[^，,。；;、的]{3,22}$/u.exec(text) ?? []
  if (whole === '' || ORDINARY.test(whole)) return null
  const name = nameOf(whole.slice(lead.length)).replace(/\d+余?(?:个|家|处|项|名)$|(?:建设)?(?:名单|行列)$/u, '')
  return { name, start: lead.length, end: lead.length + name.length }
}

/** 被公安部…: who confers it. */
const BY_AUTHORITY = /被[^，,]{0,20}(?:[部委厅局院署]|办公?室?|政府|总工会|妇联)(?:联合)?$/u
/** 被省公安厅评定为一级派出所: what an authority confers is a title, whatever it is called. */
function bareTitle(text: string): { readonly name: string; readonly start: number; readonly end: number } | null {
  const [name = ''] = /^[^，,。；;、的了“”]{4,20}$/u.exec(text) ?? []
  return name === '' || ORDINARY.test(name) || GOT_AGAIN.test(name) ? null : { name, start: 0, end: name.length }
}
const GOT_AGAIN = /^(?:荣|获|捧|摘|立|受|得|并|还|也)|对象|范围|[案事]件|人员|责任/u

/** 等7项省级荣誉: what a row is called. */
const SUMMED = /等(?:[\d一二两三四五六七八九十多数余]+[项个])?(?:多项|系列|一系列|重大|国家级|全国性|省级|市级|省市级|多个|众多|国家|省|市|集体|个人|[、和及与]){0,5}(?:荣誉|称号|奖项|殊荣)|等(?:(?:一?张张|一块块|一个个|一系列|系列|众多|[多\d]+[张块个项])[\u4e00-\u9fff]{0,6}|[\u4e00-\u9fff]{0,4})“?(?:名片|招牌|桂冠|国字号)/u
/** Whether one of `starts` lies between the two. */
function holdsOne(starts: ReadonlySet<number>, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (starts.has(at)) return true
  return false
}

/** What is wished for says of which rank it is. */
const AIM_WITH_RANK = /^(?:[^，,]{0,8}(?:全国|国家|中国|全省|省级|[\u4e00-\u9fff]省|省|自治区|全市|市级)|“?枫桥式|长安杯|平安[鼎杯])/u

/** An object reaches over 、 and stops at a comma, or where the row is summed up. */
function objectEnd(body: string, from: number): number {
  let end = clauseEnd(body, from)
  // 被评为市级…，市级…等荣誉称号: the row goes on behind the comma.
  const more = /^[，,](?=全国|国家|全省|省级|全市|市级|全区|区级|全县|县级)[^，,。；;]{3,40}/u.exec(body.slice(end, end + 42))?.[0] ?? ''
  if (more.search(SUMMED) > 0) end += more.length
  const object = body.slice(from, end)
  const summed = object.search(SUMMED)
  if (summed > 0) return from + summed
  // 继夺得…之后, 继被命名为全国“…”后: the time, not the title.
  const later = /之后|以后|后$/u.exec(object)?.index ?? -1
  return later > 0 ? from + later : end
}

/** Whether a row that ends at `at` is called one of honours: each of it is a title, whatever it is called. */
const isSummed = (body: string, at: number): boolean => body.slice(at, at + 20).search(SUMMED) === 0

/** Parted by 、 outside brackets, and between quoted names. */
function partsOf(object: string): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = 0
  for (const { 0: sign, index } of object.matchAll(/[（(][^（()）]{0,20}[)）]|[、，,]|(?<=[^“”]{3}”)[和及与]?(?=“)|[和及与](?=全国|国家级|全省|省级|全市|市级|\d{4}(?:[—-]\d{4})?年)/gu)) {
    if (/^[（(]/u.test(sign)) continue
    parts.push({ start, end: index })
    start = index + sign.length
  }
  return [...parts, { start, end: object.length }]
}

/** The title in what was got: from its rank to its last noun, counts left out. */
function titleIn(text: string): { readonly name: string; readonly start: number; readonly end: number } | null {
  const last = [...text.matchAll(TITLE)].at(-1)
  if (last === undefined) return null
  const end = last.index + last[0].length
  const [led = ''] = /^(?:了|为|的|过|\d+[余多]?(?:个|家|处|项|次|名|人|枚|面|座|件)|[一两三四五六七八九十]+(?:个|家|处|项|次|名)|由[^，,]{2,16}(?:颁发|授予|评选|命名)的|[\u4e00-\u9fff]{2,12}(?:颁发|授予|命名|评选|表彰)(?:的|(?=“))|[\u4e00-\u9fff]{2,12}(?:联合)?(?:发布|公布|推出)的|多个|多项|一批|(?:全国|全省|全市)?\d+个(?=“)|(?:全国|全省|全市|全区|全县)?(?:首批|第[一二三四五]批)(?:命名|认定|授牌|获评)的|首批(?!.{0,4}试点)|(?:全国|全省|全市|全区|全县|省内|国内|[\u4e00-\u9fff]{2,3}[省市县区])?唯一(?:上榜|入选|入围|获奖|获评|获此殊荣)?的)*/u.exec(text) ?? []
  const name = nameOf(text.slice(led.length, end)).replace(/(?<=”)(?:集体|个人)(?:荣誉)?称号$/u, '').replace(/(?:的)?(?:(?<=”)国家荣誉称号|(?<!国家)荣誉称号|光荣称号|(?<!国家荣誉)称号|荣誉|名单|行列|殊荣)$/u, '').replace(/^.*(?:[—–]{1,2}|-{1,2})(?=“)/u, '')
  // 全国平安建设最高奖“长安杯”: the prize, however it is led to.
  const prize = TOP_PRIZE.exec(name)?.[1]
  if (prize !== undefined) return { name: prize, start: led.length, end }
  const issued = ISSUED.exec(name)
  if (issued !== null) return { name: issued[1] ?? '', start: led.length, end }
  const bare = name.startsWith('“') && name.endsWith('”') && !name.slice(1, -1).includes('“') ? name.slice(1, -1) : name
  return bare.length < 2 ? null : { name: bare, start: led.length, end }
}

const TOP_PRIZE = /^[^“”]*(?:最高(?:奖项?|荣誉)(?=“)|(?=“长安杯”))“([^“”]{2,12})”$/u

/** 司法部“全国模范…”: who confers it is no part of a title that has its rank. */
const ISSUED = /^[\u4e00-\u9fff、]{2,16}(?:部|委|厅|局|办|院|总工会|妇联|团[中省市]?[央委])“((?:全国|国家|全省|省级|[\u4e00-\u9fff]{2,3}省|全市)[^“”]{2,30})”$/u

const ORDINARY = /^(?:提名|又一|这[份项一]|全部|中国式|二十大|党的|代表|[该这此]|群众|居民|村民|企业|社会各界|各界|各方|市民|百姓|老百姓|领导|好评|点赞|认可|支持|优势|成效|成果|发展|机遇|资金|信任|补偿|胜利|突破|进展|经验|信息|线索|授权|帮助|奖励|奖金|常态|重要|一个|推动|促进|服务|群众的?)/u
function worthy(name: string, got: string, whole: string): boolean {
  if (name.length > 45 || ORDINARY.test(name) || /^(?:国家|全国|全省|全市|省级|市级)$|^(?:[^“”]{0,12}领域)?最高(?:等级)?(?:集体|荣誉|奖项)?$/u.test(name)) return false
  if (got.startsWith('涌现')) return /^(?:了|\d[\d余多]*[个名位家]|、|“)*(?:全国|国家|中国|全省|省级|[\u4e00-\u9fff]{2,3}[省市](?!场)|全市|公安部|司法部)/u.test(whole)
  if (/^(?:成为|建成|创建|纳入|列为|列入|定为|确定为|获批|获得?了?$)/u.test(got)) return /^(?:[^，,]{0,14}(?:全国|国家|中国|全省|省级|[\u4e00-\u9fff]省|[\u4e00-\u9fff]{2}[市区县](?!域)|全市|市级|省|首批))|长安杯|平安[\u4e00-\u9fff]?[鼎牌]|奖|称号|枫桥式|文明|模范|先进/u.test(whole)
  return true
}
