/** Ranks: 全省第一, 位居全市第3位, 排名第二. A first of its kind (全国第一批, 第一书记) is none. */
import { matchesOf } from './matches.ts'
import { hanValue } from './numbers.ts'

export interface Rank {
  readonly start: number
  readonly end: number
  readonly number: number
  readonly among: string
  /** Where the words before it end that say what is ranked. */
  readonly from: number
}

const PROVINCES = '河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海'
const AMONG = `全国|全省|全市|全区|全县|全州|全盟|全疆|全自治区|全球|全系统|全省(?:各市|地市|16市|设区市)|省内|市内|皖北|(?:${PROVINCES})省(?=[县市区各同])|同类城市|同类`
const RANK = new RegExp(`((?:(?:稳居|分列|分居|分获|位居|位列|名列|排名|排在|列|居|排|蝉联|跃居|跃升至?|连续[一二三四五六七八九十\\d]{1,2}[年次]|保持|持续|为|在|均|各)[^，。；、\\d第全]{0,3}){0,3})((?:${AMONG})(?:各?县（市、区）|[^，。；、\\d第]{0,8}?))?((?:排名|位居|位列|名列|居|列|排)?)(?:(第)([一二三四五六七八九十]{1,3}|\\d{1,3})(?:位|名)?|(首位|榜首))(?=[，。；！、）”\\s]|$|[和及与]第|的(?:位置|成绩|好成绩|佳绩|名次|水平))`, 'gu')

/** `text` is plain; bounded work at each place. */
export function ranksIn(text: string, from: number, to: number): readonly Rank[] {
  const found: Rank[] = []
  const sentence = text.slice(from, to)
  if (!/第|首位|榜首/u.test(sentence)) return found
  for (const match of matchesOf(RANK, sentence)) {
    const [whole, lead = '', among = '', verb = '', sign = '', digits = '', first = ''] = match
    // 全省第七，设区市第一: the second goes on from the first.
    const last = found.at(-1)
    const between = among === '' && last !== undefined ? text.slice(last.end, from + match.index) : '。'
    // 分列第八和第十一位.
    const paired = /^[、和及与]$/u.test(between)
    const further = paired ? (last?.among ?? '') : (/^[、，]([\u4e00-\u9fff（）]{2,10})$/u.exec(between)?.[1] ?? null)
    if (among === '' && further === null && !/排|位|列|居|蝉联/u.test(lead + verb)) continue
    if (first === '榜首' && among === '') continue
    const number = first !== '' ? 1 : /^\d/u.test(digits) ? Number(digits) : hanValue(digits)
    if (number === null || number === 0) continue
    const start = from + match.index + whole.indexOf(sign + first, lead.length + among.length + verb.length)
    if (further !== null && last !== undefined) {
      found.push({ start, end: from + match.index + whole.length, number, among: further, from: paired ? last.from : last.end + 1 })
      continue
    }
    found.push({ start, end: from + match.index + whole.length, number, among: /^全.|^省内|^市内/u.exec(among)?.[0] ?? (/全国|全省|全市|全区|全县/u.exec(text.slice(Math.max(from, start - 12), start))?.[0] ?? ''), from: from + match.index })
  }
  return found
}
