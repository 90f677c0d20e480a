/** By what shape a wording is a formula (提法): numbers in a coined name (四个一, 两所一庭, 三调联动), a plus, a parallel slogan. Pure. */

export type FormulaKind = 'numeric' | 'plus' | 'slogan'

const N = '[一二两三四五六七八九十双]'
/** Without 一 alone: a single 一 is an article (一站式, 一张网). */
const MANY = '[二两三四五六七八九十双]'
const HAN = '\\u4e00-\\u9fff'

/** What everybody's texts say: the nation's, not the case's. */
const COMMON = new Set(
  '枫桥经验 两个确立 四个意识 四个自信 两个维护 四个全面 五位一体总体布局 三严三实 两学一做 三会一课 一带一路 八项规定 四史 一国两制 三农 二十大 十九大 双减 双碳 三重一大 四风 三公 两委 两会 两新 两高 三孩 六稳 六保 六稳六保 两优一先 两不愁三保障 三下乡 五一 五四 六一 七一 八一 十一 三八 双十一 双十二 双拥 双创 双百 双一流 双随机 双随机一公开 双公示 三连冠 四连冠 五连冠 六连冠 一老一小 八五普法 七五普法 八五 七五 九五 十五五 十四五 十三五 十二五 十一五 一把手 一线 一流 三甲 两岸 三国 四季 五谷 七夕 双向 双方 双边 双休 双语 双赢 双节 双选 双城 双师 双曲线 两岸三地 两山 两山理论 双下降 双提升 双增长 三个代表 三伏 四清 八小时 一言堂 一刀切 三尺柜台 三分钟热度 两张皮 一阵风 一盘棋 一张网 一条心 一股劲 一股绳 一条龙 一窗口 一家亲 一家人 一条线 一条链 一扇门 十大 百日 两面人 三角 四海 四方 八方 五官 第一 三好学生 五好家庭 十佳 六尺巷 两弹一星 四大家族 四大名著 四大发明 三皇五帝 五好 四好 三大球 十二生肖 二十四节气 四大班子'.split(' '),
)
/** 五星, 三级, 八小时: the sign behind the number counts or grades. */
const COUNTING = /^[两三](?:委|会|代表)(?:班子|干部|成员|委员)?$|^[一二两三四五六七八九十双]+(?:尺|年|天|日|月|家|户|人|名|楼|层|星|号|块|毛|元|点|更|岁|旬|季|口|连冠|里|分钟|小时|刻钟|公里|米|吨|次|起|件|条路|届|周|倍|成|分之|世|朝|彩|国|胎|孩)/u
const LEVELLED = /^[一二两三四五六七八九十]级(?:[\u4e00-\u9fff]{2,})/u

const QUOTED: readonly RegExp[] = [
  new RegExp(`^${MANY}{1,2}个[${HAN}]{1,8}$`, 'u'),
  new RegExp(`^(?:${N}[${HAN}（）]{1,7}?){2,6}$`, 'u'),
  new RegExp(`^${MANY}{1,2}[${HAN}]{1,7}$`, 'u'),
  /^一[网码格窗键链警门件屏图][\u4e00-\u9fff]{2,3}$/u,
  /^多[\u4e00-\u9fff]{1,3}合一$/u,
  /^[二三四五六七八九十]{3,6}$/u,
]
/** “2厅5室8窗口”: how a house is made up. */
const ROOMS = /^(?:\d{1,2}[\u4e00-\u9fff]{1,3}){3,6}$/u
/** Digits alone are a name only before what they name: “1234”工作法. */
const NAMED_DIGITS = /^\d{3,6}$/u
const NAMES_BEHIND = /^[\u4e00-\u9fff]{0,8}?(?:工作法|模式|机制|体系|工程|行动|做法|格局|计划|工作规程|治理|思路|战略|目标|举措)/u
const PLUS = /^(?=.*[+＋])(?:[\p{Script=Han}\dA-Za-z（）·]{1,14}[+＋]?|[+＋]){1,7}$/u
const CITED_NAME = /(?:模式|工作法|调解法|治理法)$/u
const NAMED_BEHIND = /^(?:[\u4e00-\u9fff]{0,6}?)(?:工作法|调解法|模式|工作品牌|品牌)/u
/** “品牌”, “特色”: words of every text. */
const PLAIN_WORD = /^(?:品牌|特色|示范|样板|精品|专业化|法治化|品牌化|淘宝式|保姆式|网格化|智能化|枫桥|枫桥式|一站式|互联网|智慧|红色|数字|平安|点单式|菜单式|订单式|套餐式|沉浸式|体验式|开放式|集成式|融入式|嵌入式|闭环式|下沉式|上门式|组团式|链条式|.{1,2}式|.{1,4}化)$/u
const PART = /[、，]/u

/** “单打独斗”的传统模式: what was left behind. */
const OLD_WAYS = /^的?(?:单一|传统|旧|老|原有|以往|过去|固有|粗放)[^，。]{0,4}(?:模式|方式|做法|格局|局面)/u

/** The kind of a wording in quotes, or null; `behind` is what follows the quotation mark, `before` the two signs in front of it. */
export function quotedKind(text: string, behind: string, before: string): FormulaKind | null {
  const content = text.trim()
  if (OLD_WAYS.test(behind)) return null
  if (content.length < 2 || COMMON.has(content) || COMMON.has(content.replace(/[、，]/gu, ''))) return null
  if (PLUS.test(content)) return /[\p{Script=Han}NnXx]|\d[+＋]\d/u.test(content) && !/^\d+[+＋]\d+=/u.test(content) ? 'plus' : null
  if (ROOMS.test(content)) return 'numeric'
  if (/^\d/u.test(content)) return NAMED_DIGITS.test(content) && NAMES_BEHIND.test(behind) && !/^(?:12345|110|119|120|122)$/u.test(content) ? 'numeric' : null
  if (isNumeric(content) && !/^(?:总体布局|战略布局|微信|公众号|小程序|客户端|APP)/u.test(behind)) return 'numeric'
  if (CHAIN.test(content)) return 'slogan'
  if (TRIAD.test(content) && IN_WAYS.test(behind)) return 'slogan'
  if (isParallel(content) && !/[说道：讲问答称]$/u.test(before)) return 'slogan'
  const named = content.length >= 3 && content.length <= 10 && !PART.test(content) && !PLAIN_WORD.test(content) && /^[\p{Script=Han}A-Za-z]+$/u.test(content)
  return named && (CITED_NAME.test(content) || NAMED_BEHIND.test(behind)) ? 'slogan' : null
}

/** “收单—派单—办单—回访”: three steps and more, one behind the other. */
export const CHAIN = /^[\u4e00-\u9fff]{2,8}(?:(?:—{1,2}|–|→)[\u4e00-\u9fff]{2,8}){2,7}$/u

/** “斩草、除根、育土”三种方式: short parts, called ways. */
const TRIAD = /^[\u4e00-\u9fff]{2}(?:、[\u4e00-\u9fff]{2}){2,5}$/u
const IN_WAYS = /^[二两三四五六七八九十]?[种个大步项]?(?:方式|步骤|环节|举措|机制|工作法|模式|法|步走)/u

/** 企呼我为: four signs in quotes, time and again, that say no thing by themselves. */
export const isRepeatedName = (content: string): boolean => /^[\p{Script=Han}]{4}$/u.test(content) && !COMMON.has(content) && !PLAIN_WORD.test(content) && !/[一二三四五六七八九十百千万]|(?:工程|行动|网格|物业|平台|系统|中心|经验|驿站|小组|党员|干部|之家|大妈|大姐|委员|书记|管家|先锋|公园|社区|小区|街区|超市|银行|食堂|课堂|讲堂|学院|学校|基地|工作|服务|治理|调解|会议|法庭|警务|联盟|队伍|红包|现象|问题|故事|小事|大事|矛盾|纠纷|码头|纽带|桥梁|钥匙|法官|律师|民警|专员|热线|广场|积分|活动|新闻|日报|时间|时代|[鼎杯奖牌匾])$/u.test(content)

function isNumeric(content: string): boolean {
  if (LEVELLED.test(content) && content.length >= 4) return true
  // 一网格至少一名网格员 is a rule, 八公长安 holds the name of a place.
  if (/至少|不少于|以上|^(?:四处|八公|三门|四川|九江|六安|三亚|三明|五河|五莲|六盘|七里|双流|双城|五华|三峡|四平|九龙|九寨|三水|六合|八里)/u.test(content)) return false
  if (PAIR_OF_ONES.test(content)) return !IDIOMS.test(content)
  return !COUNTING.test(content) && QUOTED.some((shape) => shape.test(content))
}

/** 党组织牵头、业委会主导、多方参与: parts of much the same length, each saying something. */
export function isParallel(content: string): boolean {
  const parts = content.split(PART).map((part) => part.replace(/[“”‘’]/gu, ''))
  if (parts.length < 2 || content.length > 60 || /[。！？；：…\dA-Za-z]/u.test(content)) return false
  const lengths = parts.map(({ length }) => length)
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
  return least >= (parts.length >= 3 ? 3 : 4) && most <= 12 && most - least <= (parts.length >= 3 ? 4 : 2)
}

/** 一户一档, 一楼一策. */
const PAIR_OF_ONES = /^一[\u4e00-\u9fff]{1,2}一[\u4e00-\u9fff]{1,2}$/u

/** Idioms and turns of speech that look like 一办五组. */
const IDIOMS = /^(?:一心一意|一五一十|三心二意|一清二楚|三番五次|三番两次|一朝一夕|一言一行|一点一滴|一砖一瓦|一针一线|一家一户|一分一秒|一举一动|一生一世|一丝一毫|三三两两|一来一往|一来二去|一老一小|一桩一件|一年一度|一天一夜|一问一答|一时一刻|一草一木|一山一水|一事一议|一举两得|一穷二白|一差二错|两全其|三下五除|一唱一和|一模一样|一板一眼|一步一个|一个一个|一件一件|一户一户|一次一次|一村一村|一国两制|一带一路|三年一|两年一|一刀两断|一年两|一年三|一年四|三大五|一日三|一日游|三言两语|三长两短|一静一动|一上一下|一左一右|一前一后|一男一女|一老一少|四面八方|五湖四海|七上八下|九死一生|四平八稳|五花八门|四通八达|七嘴八舌|千方百计|十之八九|三五成群|三六九等)/u

const NOUNS = '(?:中心|平台|站点|站|所|室|队伍|队|库|网|端|屏|图|校|基地|窗口|机制|组|办|庭|会|团|员|厅|堂|点|院|长|线|区|园|廊|清单|张网|支队伍|台账|联盟|体系|法|评|议|公开|公示|包|联|访|查|报|控|化|治|级|本|册|卡|码|格)'
const PAIRED = `${N}${NOUNS}${N}${NOUNS}(?:${N}${NOUNS})*`
const COINED = `(?:联动|共治|协同|融合|合一|一律|同步|预警|解纷|联调|联治|联创|联建|共建|共享|齐抓|互促|并举|并进|并重|集成|贯通|联防|联控|统管|通办|统揽|承载|联排|联包|包联|共融|同治|同建|同享|到位|叠加|聚力|互融|联席|联办|联管|联处|联席|同向|共管|共商|共创|(?<!角)对接)`
/** Behind the number: what is coined with; 级, 次, 年, 方面 and the like count or grade. */
const KEYED = '[^\\x00-\\x7f，。、；：“”（）·！？级次年月日天个名件起条项种类批届期场家户处位层番度带路号时点季大中村镇县市省国体人地般些直切律样定旦同起者手]'

/** Without quotes: shapes strict enough to be coined. Group 1 is the name. */
export const UNQUOTED: readonly (readonly [FormulaKind, RegExp])[] = [
  ['numeric', /(?<![第\d一二两三四五六七八九十])([一二两三四五六七八九][升降增减](?:[一二两三四五六七八九][升降增减]){1,2})(?![级职压])/gu],
  ['plus', /(?<![\w.+＋%])((?:\d{1,2}|[Nn])(?:[+＋](?:\d{1,2}|[NnXx])){1,5})(?![\d.%+＋])/gu],
  ['numeric', new RegExp(`(${MANY}个(?:一(?![个些起直下样定点]|方面)|不(?:发生|出现|出[村镇乡县市]|放过|漏|准|得|让|降|减|变|断|间断|脱节|留)|必须|必到|必访|必谈|坚持(?=[”，。、])|到位(?=[”，。、])|百分百|清零))`, 'gu')],
  ['numeric', new RegExp(`(?<![第\\d${'一二两三四五六七八九十'}])(${PAIRED})`, 'gu')],
  ['numeric', new RegExp(`(?<![第\\d一二两三四五六七八九十])((?:${MANY}${KEYED}|一[网码格窗键警链屏门])${COINED})`, 'gu')],
  ['numeric', new RegExp(`(?<![第\\d一二两三四五六七八九十])(${MANY}${KEYED}(?:一律|网格|建设|工程|行动|机制|工作法|创建|治理|服务体系))(?![\\u4e00-\\u9fff]?[率数])`, 'gu')],
  ['numeric', new RegExp(`(?<![第\\d一二两三四五六七八九十])(${MANY}(?:位一体|步(?:工作|调解|走)?法|字(?:诀|经|工作法|调解法|方针)|[网格单中]{1,2}(?:网格)?合一|字诀)|多[网格中心]{1,3}合一)`, 'gu')],
  ['numeric', new RegExp(`(?<![第\\d一二两三四五六七八九十])(${MANY}项(?:工作|长效|重点|配套|联动|保障)?(?:机制|制度))(?!改革)`, 'gu')],
]
export const isIdiom = (text: string): boolean => IDIOMS.test(text) || COMMON.has(text) || /^一[\u4e00-\u9fff]{1,2}一/u.test(text)

/** 一个中心受理、一个平台指挥、…; 每月报进度、双月报绩效、…: three and more parts that begin alike, without quotes. */
export const PARALLEL = /(?:(?:一[个套张支条站窗键网][^，。；：、“”\n\d]{3,10}、){2,7}一[个套张支条站窗键网][^，。；：、“”\n\d]{3,10}?|(?:(?:每[日天周旬月季年]|双月|季度|半年|年度|月度)[^，。；：、“”\n\d]{2,8}、){2,6}(?:每[日天周旬月季年]|双月|季度|半年|年度|年终|月度)[^，。；：、“”\n\d]{2,8}?)(?=的|等|[，。；“]|$)/gu

/** 打响淮尚善治工作品牌: a coined name that is called a brand. */
export const BRANDED = /(?:打响|打造|擦亮|叫响|做亮|塑造|创建|唱响|做优|推出)([\p{Script=Han}]{4,5})(?:工作|治理|服务|党建)?品牌/gu
export const PLAIN_BRAND = /特色|知名|优质|系列|一批|自主|文化|城市|旅游|服务|调解|治理|党建|区域|个性|本土|地方|工作|志愿|社会|基层|社区|法治|平安|网格|响亮|金字|多个|更多|自己|独具|具有|各类|优秀|一系|全国|全省|全市|属于|新的|子品|主题/u
