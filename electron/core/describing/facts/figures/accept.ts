/** Which quantities state a figure of the case: not every number with a classifier does. */
import type { Quantity } from './quantity.ts'
import { doing, making } from './words.ts'

/** Chinese digits are a matter of style up to ten: 五支队伍 counts, 三个维度 is a way of speaking. */
const COUNTED = new Set(['名', '人', '户', '家', '件', '起', '支', '场', '次', '所', '座', '栋', '辆', '台', '处', '套', '人次', '场次', '批次', '宗', '间', '亩'])
const IDIOM = /(?:千家万户|万家灯火|成千上万|千千万万|千军万马|千方百计|百日|百姓|千万别|万无一失|千头万绪|万事|万众|万一|千里|百年|百花|百强|百佳|千百|万象|千言|一万|万水|百业|千秋|百家(?:争鸣|号|讲坛|姓)|千户|万户|百企|千企|百团|百校|百村|千村|万村|万人[\u4e00-\u9fff]{0,10}(?:数|率|比)|百名.{0,8}百|千名.{0,8}[千百万]|万名.{0,8}(?:进万|万|千)|百场.{0,8}百)/u
const TIME_LED = /(?:连续|历时|长达|持续|为期|平均|用时|耗时|时长|时限|时间|周期|期限|缩短了?|压缩了?|减少了?|延长了?|缩减了?|提前了?|推迟了?|节省了?|[至到为]|仅需?|只需要?|不超过|不足|不到|超过|近|约|坚持|累计|共|达|只用了?|用了|需要?|最快|最短|最长|[均])$/u
const WIRED = /视频|监控|摄像|探头|图像|画面|信号|点位|接入|联网|镜头/u
const FORMULA_BEHIND = /^(?:一|不(?:[^到足少超及限低])|零|必|坚持|到位|转变|凡是|百分百|统一|结合|延伸|覆盖|清零|率先|同步|严禁|聚焦|强化)/u

const BASE_OF_RATE = /^(?:1|10|100|一|十|百)?万人[\u4e00-\u9fff]{2,8}(?:率|比例)/u

export function isFigure(text: string, quantity: Quantity, before: Quantity | undefined): boolean {
  const left = text.slice(Math.max(0, quantity.start - 8), quantity.start)
  const right = text.slice(quantity.after, quantity.after + 10)
  // Of ages only the span of life is a figure.
  if (quantity.unit === '岁') return /寿命[^，。；\d]{0,8}$/u.test(text.slice(Math.max(0, quantity.start - 12), quantity.start))
  if ((quantity.unit === '类' && quantity.number === 1) || /^级(?!别)/u.test(text.slice(quantity.end)) || (quantity.unitKind === 'none' && /^(?:之一|周年|年代|世纪|号|届|级|版|楼|室|路|度)/u.test(right))) return false
  // 每10万人发案率: the base of a rate.
  if (quantity.unit === '人' && BASE_OF_RATE.test(text.slice(quantity.digits, quantity.after) + right)) return false
  if (IDIOM.test(text.slice(Math.max(0, quantity.digits - 2), quantity.end + 12)) && quantity.han && quantity.qualifier === 'exact' && !/[余多]/u.test(text.slice(quantity.digits, quantity.end))) return false
  // 8路公交, 东岭8路: a line or a street, unless something is seen or sent on it.
  if (quantity.unit === '路' && !WIRED.test(text.slice(Math.max(0, quantity.start - 16), quantity.after + 8))) return false
  if (quantity.unit === '个' && FORMULA_BEHIND.test(right)) return false
  switch (quantity.unitKind) {
    case 'money':
      // What the law threatens is no figure of a case.
      return !/^(?:以上|以下)?.{0,14}(?:罚款|罚金)/u.test(text.slice(quantity.end, quantity.end + 20)) && (!quantity.han || isHanFigure(text, quantity, left, right))
    case 'none':
      return isBareFigure(text, quantity, before, right)
    case 'years':
      return UNBROKEN.test(text.slice(quantity.after, quantity.after + 8)) || /(?:连续|连年|历时|长达|持续|为期|坚持|保持|缩短了?|延长了?|[不已]?满|连续实施|(?:工作|从事|服务|坚守|守护|扎根|奔走|奔波|[干守当做])了)(?:近|约|超过?|已|了|整整|第)?$/u.test(text.slice(Math.max(0, quantity.digits - 6), quantity.digits)) && !/^(?:行动|规划|计划)/u.test(right)
    case 'time':
      return isTimeFigure(text, quantity, right)
    case 'points':
      return /(?:得分|评分|均分|总分|分值|达到?|积分?|为|[计共记加扣减]|满意度|指数|成绩|奖励)(?:了)?$/u.test(left) || /\.\d/u.test(text.slice(quantity.digits, quantity.end))
    case 'size':
      return quantity.han ? quantity.scaled : !/^[MGT]$/u.test(quantity.unit)
    case 'share':
    case 'rank':
      return !(quantity.unit === '%' && text[quantity.digits] === '一' && text[quantity.digits + 1] === '成')
    default:
      return !quantity.han || isHanFigure(text, quantity, left, right)
  }
}

/** 三百多村民, 6000多居民, 700多乡镇: people and what they live and work in need no classifier. */
const PEOPLE = /^[\u4e00-\u9fff]{0,4}?(?:居民|群众|村民|市民|人口|党员|学生|职工|员工|百姓|老人|志愿者|网格员|农户|住户|民警|干部|师生|儿童|妇女|教师|牧民|移民|乡镇|街道|社区|行政村|小区|企业|商户|单位|部门)/u

/** 30万平安志愿者; 、10淮上义士 behind it. A number without a unit and without 万 is a name (110接处警) or a label. */
function isBareFigure(text: string, quantity: Quantity, before: Quantity | undefined, right: string): boolean {
  // 常住人口超2400万、
  if (quantity.scaled && !quantity.han && /^(?:[，。；！、）]|$)/u.test(right)) return (quantity.qualifier === 'exact' ? /[\u4e00-\u9fff]{2}$/u : /[\u4e00-\u9fff）]$/u).test(text.slice(Math.max(0, quantity.start - 2), quantity.start))
  if (!/^[\u4e00-\u9fff“]{2}/u.test(right) || /^(?:多|余|来|之|分之|成|月|日|号|点|时|级|后)/u.test(right)) return false
  if (quantity.scaled) return !quantity.han || quantity.qualifier !== 'exact' || /[一二三四五六七八九两]/u.test(text[quantity.digits] ?? '')
  if (quantity.qualifier !== 'exact' && quantity.number >= 100 && PEOPLE.test(right)) return true
  return !quantity.han && before?.unitKind === 'none' && /^[\u4e00-\u9fff“”]{2,10}[、和]$/u.test(text.slice(before.after, quantity.start))
}

/** 12个月未发生事故, 3年以上无一人复吸. */
const UNBROKEN = /^(?:内|里|来)?(?:没有|未(?:发生|出现|有)|无(?![线论讼障人机])|“?零(?:事故|发案|发生|上访|投诉|违纪|信访))/u

function isTimeFigure(text: string, quantity: Quantity, right: string): boolean {
  if (quantity.han && quantity.number < 11 && !/连续|历时|长达|缩短|压缩/u.test(text.slice(Math.max(0, quantity.digits - 4), quantity.digits))) return false
  if (UNBROKEN.test(right)) return true
  const led = TIME_LED.test(text.slice(Math.max(0, quantity.digits - 5), quantity.digits))
  if (/^(?:来|后|前|以来|以前|之后|之前|制|攻坚|行动|生活圈|服务圈|响应圈|便民圈|圈|热线|不打烊|营业|值守|值班|在线|轮班|在岗|自助|全天|开放|无休|监控|巡逻|运转|待命|服务|诉讼|备勤|接待|倒|冷静期)/u.test(right) && !led) return false
  return led || /\.\d/u.test(text.slice(quantity.digits, quantity.end)) || /^的?平均/u.test(right) || /^(?:内|以内|之内|缩短|压缩|减至|降至|左右)/u.test(text.slice(quantity.end, quantity.end + 2)) || quantity.qualifier !== 'exact'
}

const CONCRETE = /^[\u4e00-\u9fff]{0,9}?(?:点|站|室|所|中心|小组|队|岗|亭|棚|馆|驿站|食堂|基地|窗口|支部|协会|村|社区|小区|网格|厅|车位|广场|公园)(?=[，。；、！]|$)/u

function isHanFigure(text: string, quantity: Quantity, left: string, right: string): boolean {
  const digits = text.slice(quantity.digits, quantity.end)
  if (quantity.number < 2 || (/^[一两]/u.test(digits) && quantity.number < 2)) return false
  // 几百, 数十: no number.
  if (/[几数]$/u.test(left)) return false
  // 万元大关, 百姓: a scale alone says no number.
  if (/^[十百千万亿]+$/u.test(digits.replace(quantity.unit, '')) && quantity.number > 10 && quantity.qualifier === 'exact' && quantity.unitKind !== 'people') return false
  // 万件以内: neither.
  if (quantity.qualifier === 'at_most' && /^[十百千万亿]/u.test(digits)) return false
  const large = quantity.number > 10 || (quantity.number === 10 && /[余多]/u.test(digits))
  // 百余名, 近千家, 上万人次; a bare 万名 or 百家 behind a verb or at the beginning.
  if (large) return !/^[百千万][^余多]?$/u.test(digits) || quantity.qualifier !== 'exact' || (/^万/u.test(digits) && quantity.unitKind === 'people' && !/[百千万]/u.test(right))
  if (quantity.qualifier !== 'exact' && quantity.qualifier !== 'range') return COUNTED.has(quantity.unit) || quantity.unit === '个'
  // 设置了两个调解点: what has been done, to something that stands somewhere.
  if (quantity.unit === '个' && /[\u4e00-\u9fff]{2}了$/u.test(left) && making.endOf(left.slice(0, -1)).length > 1 && CONCRETE.test(text.slice(quantity.after, quantity.after + 14))) return true
  if (!COUNTED.has(quantity.unit)) return false
  const verb = doing.endOf(left) || making.endOf(left)
  if (verb.length > 1) return true
  return /^(?:[，。；！、）]|$)/u.test(right) && /[\u4e00-\u9fff]{4}$/u.test(left) && quantity.unitKind !== 'times' && !/[这那每各哪]/u.test(left.slice(-1))
}
