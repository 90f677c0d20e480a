/** Stretches of a text in which numbers state no figure: dates, times, names in quotes and book marks, addresses, telephone numbers, plans, ordinals. */
import { matchesOf } from './matches.ts'

/** Each bounded, so that the work for a text grows with its length. */
const PATTERNS: readonly RegExp[] = [
  // Dates and spans of dates.
  /(?<!\d)(?:19|20)\d{2}(?:年(?:度|末|底|初)?|[-./]\d{1,2}[-./]\d{1,2}|[-./]\d{1,2}(?=[^\d.]))?(?:至|到|-|—|~)(?:19|20)\d{2}(?:年(?:度|末|底|初)?|[-./]\d{1,2}[-./]\d{1,2}|[-./]\d{1,2}(?=\D))?/gu,
  /(?<!\d)(?:19|20)\d{2}年(?:度|末|底|初|代)?(?:\d{1,2}(?:至|到|-|—|~)\d{1,2}月(?:份|底|初)?|\d{1,2}月(?:份|底|初)?)?(?:\d{1,2}[日号])?/gu,
  /(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d|%)/gu,
  /(?<!\d)(?:19|20)\d{2}(?=[“「『]|版|届|中国|全国|全球|世界|亚洲|国际|杯|赛季|高考|版本|级新生|回望|展望|回眸|再出发)/gu,
  /(?<![\d个])\d{1,2}月?(?:至|到|-|—|~)\d{1,2}月(?:份|底|初|中旬|上旬|下旬)?(?:\d{1,2}[日号])?/gu,
  /(?<![\d个])\d{1,2}月(?:份|底|初|中旬|上旬|下旬|\d{1,2}[日号]?(?:(?:至|到|-|—|~)\d{1,2}[日号])?)?/gu,
  /(?<!\d)\d{1,2}[日号](?:至|到|-|—|~)\d{1,2}[日号]/gu,
  /(?<![\d.])\d{1,2}日(?!内|以内|之内|间|均|达|缩|压|降)/gu,
  /(?<!\d)\d{2}(?:世纪|年代|后)/gu,
  /[〇零一二三四五六七八九]{4}年(?:度)?(?:[一二三四五六七八九十]{1,3}月)?(?:[一二三四五六七八九十]{1,3}[日号])?|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]/gu,
  // Times of day, always open.
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?/gu,
  /(?<![\d.])\d{1,2}[时点](?:\d{1,2}分|半|整|许|左右|多|之?[前后]|至|到|，|。|、|的|开|在|以|起|钟|下班|上班)/gu,
  /(?<!\d)24(?:小时|h|H)|7[×xX*]24(?:小时)?|24[×xX*]7|365天|(?:每周|一周)?5[+＋]2|8小时[外内]/gu,
  /全天候|一年四季/gu,
  // Where somebody lives, and how to reach them.
  /\d{1,5}(?:号楼|号院|号线|号门|栋\d|幢\d|单元|室(?!内)|弄|巷|国道|省道|楼(?![栋组])|号(?!召|称|令|角|码牌|文件?|通知)|路公交)\d{0,4}(?:单元|室|号|层|楼)?(?:\d{1,4}(?:室|号))?/gu,
  /\d{1,3}[-—]\d{1,3}(?:号|室|-\d)/gu,
  /(?<!\d)(?:12345|12348|12309|12315|12388|12389|12368|12380|12349|12355|12338|12351|12393|12333|12328|12329|12369|12350|12305|110|119|120|122|114|123\d{2}|96\d{3,4}|95\d{3})(?![\d.,%万亿余多]|[个名人件起家户条项处支场座辆台次位元只份])/gu,
  /(?<!\d)0\d{2,3}[-—]\d{7,8}(?!\d)|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)400[-—]?\d{3}[-—]?\d{4}(?!\d)/gu,
  /https?:\/\/[\w./?=&%#~-]{1,300}|[\w.]{1,60}@[\w.]{1,60}|www\.[\w./-]{1,200}/gu,
  // Documents, plans, congresses, ordinals.
  /[〔(（]?(?:19|20)\d{2}[〕)）]?\d{0,3}号/gu,
  /(?!(?<=连续)第[\d一二三四五六七八九十]{1,3}年)第[一二三四五六七八九十百千零〇\d]{1,6}(?:个|次|届|批|期|章|条|款|项|号|类|名|位|轮|季度|代|版|组|条|位|天|年|站|步|只|支|家|产业|方)?/gu,
  /(?:十[一二三四五六]五|十[六七八九]大|二十大|二十届|[一二三四五六七八]中全会|\d{1,2}届|\d{1,2}大(?=[报精代以期召])|[一二三]届)/gu,
  /[一二三四五六七八九十]{1,3}(?=、(?![一二三四五六七八九十\d]))(?<=(?:^|[。！？\n；])[一二三四五六七八九十]{1,3})/gmu,
  /^[ 　]*(?:[（〔]?\d{1,2}[）〕.、](?!\d)|[（〔][一二三四五六七八九十]{1,3}[）〕])/gmu,
  // What a number belongs to as a name.
  /(?<![\d.])\d{1,3}(?:分钟)(?:.{0,6}?)(?=圈)|\d{1,3}[GDKA](?![A-Za-z])级?|\d{1,3}度(?=的?大?转|无死角|全景|全方位|全覆盖|评议|考核|评价)|[A-Za-z][A-Za-z0-9]{0,12}[-—]?\d{1,6}(?:\.\d{1,4})?|\d{1,6}[A-Za-z]{2,10}(?![A-Za-z])/gu,
  /(?:\d{1,4}|[Nn一二三四五六七八九十]{1,3})(?:[+＋](?:\d{1,4}|[NnXx]|[一二三四五六七八九十]{1,3})(?![\d%])){1,6}/gu,
  /(?<!\d)(?:360|180|90|720)度/gu,
  /(?<![\d.])\d{1,3}(?:[.．]\d{1,3}){2,5}/gu,
  // Times in words that are no measure.
  /(?<![\d.])\d{1,3}(?:多|余)?(?:周?年)(?=来|前|后|间|内|以前|之前|之后|以内|行动|规划|计划|攻坚|党龄|工龄|[级度]|华诞|诞辰|纪念|庆|如一日|里，|期)/gu,
  /[一二三四五六七八九十两几]{1,3}(?:多|余)?年(?=来|前|后|间|内|以前|之前|之后|行动|规划|计划|攻坚|级)/gu,
]

/** Looked for at each 岁 and not at each number: few texts name any age. */
const AGE = /(?:年近|年满|年逾|今年|年约|现年)?(?<![\d.])[\d一二三四五六七八九十]{1,4}(?:多|余|来)?周?$/u
const AGE_END = /^岁(?:以上|以下|及以上)?/u
const LIFE = /寿命[^，。；\d]{0,8}$/u
const BEFORE_AGE = 20

function maskAges(text: string, mask: Uint8Array): void {
  for (let at = text.indexOf('岁'); at >= 0; at = text.indexOf('岁', at + 1)) {
    const before = text.slice(Math.max(0, at - BEFORE_AGE), at)
    const number = AGE.exec(before)
    // 人均预期寿命达77.3岁 is a figure.
    if (number === null || LIFE.test(before.slice(0, number.index))) continue
    mask.fill(1, at - number[0].length, at + (AGE_END.exec(text.slice(at, at + 4))?.[0].length ?? 1))
  }
}

/** Quotes and book marks hold names and what people say. */
const NAMES = /《[^《》\n]{0,200}》|[“「『"][^“”「」『』"\n]{0,200}[”」』"]/gu
/** What is said, and no name, is read like the rest: it is long, or a sentence. */
const LONGEST_NAME = 24

/** 1 where a number is no figure. As long as `text`, which is `plainText`. */
export function notFigures(text: string): Uint8Array {
  const mask = new Uint8Array(text.length)
  for (const pattern of PATTERNS) {
    for (const match of matchesOf(pattern, text)) mask.fill(1, match.index, match.index + match[0].length)
  }
  maskAges(text, mask)
  for (const match of matchesOf(NAMES, text)) {
    const inside = match[0].slice(1, -1)
    if (match[0].startsWith('《') || (inside.length <= LONGEST_NAME && !/[。！？…]/u.test(inside))) mask.fill(1, match.index, match.index + match[0].length)
  }
  return mask
}
