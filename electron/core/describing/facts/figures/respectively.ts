/** “分别” lists: the first subject goes with the first number, the second with the second. Pure. */
import { nounOf, predicateOf, withoutLead } from './phrases.ts'
import type { Quantity } from './quantity.ts'
import { doing } from './words.ts'

export interface Share {
  readonly subject: string
  /** The place whose number it is (甲镇、乙镇分别化解…), where the subjects are places. */
  readonly place: string | null
  /** Where the time stands whose number it is (2021年、2022年分别…), where the subjects are times. */
  readonly time: number | null
  /** What stands between 分别 and the first number: 下降, 完成年度任务的. */
  readonly predicate: string
}

const BETWEEN = /^(?:[、，]|和|及|与|以及|、和|，和)?$/u
/** A list may run over commas, not over these. */
const HARD = /[；：。！？\n]/u
const LONGEST = 160
const TAILS = /(?:发案数|发案率|发生数|案件数|案件|警情数|警情|数量|人数|率|度|数|量|总量|指数|金额|面积|收入|比例)$/u
const HEADS = /(?:纠纷|诉求|投诉|事件|隐患|事故)$/u
const SHARED_HEADS = /^(?:群众|居民|公众|企业|人民群众|全市|全区|全县|刑事|治安|社会)/u

/** The subject of each quantity that a 分别 before it deals out, by the quantity. `text` is plain, `from` the beginning of the sentence. */
export function dealtOut(text: string, from: number, to: number, all: readonly Quantity[]): ReadonlyMap<Quantity, Share> {
  const dealt = new Map<Quantity, Share>()
  let before: { readonly names: readonly string[]; readonly end: number } | null = null
  for (let at = text.indexOf('分别', from); at >= 0 && at < to; at = text.indexOf('分别', at + 2)) {
    const values = valuesBehind(text, at + 2, all)
    if (values.length < 2) continue
    // 分别为98%、97%，分别提高2%、1%: the second deals out to the same.
    const goesOn: boolean = before !== null && before.names.length === values.length && GOES_ON.test(text.slice(before.end, at))
    const subjects: Subjects | null = goesOn && before !== null ? { names: before.names, tail: '' } : subjectsBefore(text, from, at, values.length)
    const first = values[0]
    if (subjects === null || first === undefined) continue
    const predicate = subjects.tail + text.slice(at + 2, first.start)
    values.forEach((value, n) => dealt.set(value, shareOf(subjects.names[n] ?? '', predicate, text, from, at)))
    before = { names: subjects.names, end: values.at(-1)?.after ?? at }
  }
  return dealt
}

const GOES_ON = /^[，、；]?(?:并|且|也|均|同比|环比|[较比]上[年月](?:同期)?|[较比]去年(?:同期)?)?$/u
const TIME = /^(?:20\d{2}年|今年|去年|前年|上年|本年)(?:[上下]半年|\d{1,2}月)?$/u
const PLACE = /^(?:[\u4e00-\u9fff]{1,6}(?:省|市|区|县|旗|镇|乡|街道|社区|村))$/u

function shareOf(name: string, predicate: string, text: string, from: number, at: number): Share {
  if (TIME.test(name)) return { subject: '', place: null, time: text.lastIndexOf(name, at), predicate }
  const isPlace = PLACE.test(name) && text.indexOf(name, from) < at
  return { subject: name, place: isPlace ? name : null, time: null, predicate }
}

interface Subjects {
  readonly names: readonly string[]
  readonly tail: string
}

/** The numbers behind 分别 that stand in one row. */
function valuesBehind(text: string, from: number, all: readonly Quantity[]): readonly Quantity[] {
  const first = all.findIndex(({ start }) => start >= from)
  if (first < 0) return []
  const row: Quantity[] = []
  for (const quantity of all.slice(first)) {
    const last = row.at(-1)
    if (last === undefined ? /[，；。：、]/u.test(text.slice(from, quantity.start)) : !BETWEEN.test(text.slice(last.after, quantity.start)) && !sameHead(text, last, quantity)) break
    row.push(quantity)
  }
  return row
}

/** 3名调解员、5名律师: the name behind each number stands between. */
const sameHead = (text: string, last: Quantity, next: Quantity): boolean => last.unit === next.unit && /^[\u4e00-\u9fff]{1,8}(?:、|和|及)$/u.test(text.slice(last.after, next.start))

function subjectsBefore(text: string, from: number, at: number, count: number): Subjects | null {
  let start = Math.max(from, at - LONGEST)
  for (let n = at - 1; n >= start; n--) if (HARD.test(text[n] ?? '')) start = n + 1
  const before = text.slice(start, at)
  const measured = MEASURED.exec(before)
  if (measured !== null && count === 2) {
    const name = nounOf(withoutPlace(withoutLead(measured[1] ?? '')))
    return { names: [name + (measured[2] ?? ''), name + (measured[3] ?? '')], tail: '' }
  }
  const { subject } = predicateOf(before)
  const tail = before.slice(subject.length)
  const last = subject.split('，').at(-1) ?? ''
  for (const [clause, separator] of [[last, /、|以及|(?<=[^、，]{2})[和与及](?=[^、，]{2,}$)/u], [subject, /[、，]/u], [subject, /[、，]|以及|和|与|及/u]] as const) {
    const parts = partsOf(clause, separator).slice(-count)
    if (parts.length === count && !parts.some((part) => COUNTED_PART.test(part))) return { names: completed(parts.map((part, n) => (n === 0 && !TIME.test(part) ? withoutPlace(withoutLead(part)) : part))), tail }
  }
  // 游客30万人次、收入2亿元，分别增长…: each with its own figure, which is not part of its name.
  const row = HELD.test(last) ? subject.slice(0, subject.length - last.length) : COUNTED_PART.test(last) ? subject : ''
  const counted = partsOf(row, /[、，]|(?<=[^、]{2})[和及](?=[^、]{2,}$)/u).slice(-count).map((part) => COUNTED_PART.exec(part)?.[1] ?? '')
  if (counted.length === count && counted.every((name) => name.length >= 2 && !/[\d从由]|人均$/u.test(name))) return { names: counted.map((name) => withoutPlace(withoutLead(name))), tail }
  // 城乡居民收入分别增长5%、7%: one name for all that it deals out.
  const whole = (HELD.test(last) ? partsOf(row, /，/u).at(-1) : last) ?? ''
  const shared = nounOf(withoutPlace(withoutLead(/^[^，\d]*?(?=[从由]?\d|[从由][年月]人均|$)/u.exec(whole)?.[0] ?? '')))
  return shared.length < 4 ? null : { names: Array.from({ length: count }, () => shared), tail }
}

const partsOf = (clause: string, separator: RegExp): readonly string[] => clause.split(separator).map((part) => part.trim()).filter((part) => part !== '')
/** Nothing of its own before 分别. */
const HELD = /^(?:同比|环比|均|也|累计|较(?:上年|去年)(?:同期)?|比(?:上年|去年)(?:同期)?)?$/u
const COUNTED_PART = /^(.{2,32}?)(?:达到?|约?为|超过?|近|约)?\d[\d.]{0,12}[余多]?[万亿]{0,2}[余多]?(?:%|(?!年|月|日)[\u4e00-\u9fff]{1,3}(?:以上)?)$/u

/** 盗窃案件同比、环比分别下降: one thing held against two times. */
const MEASURED = /(?:^|[，；])([^，；]{2,40}?)(同比|环比|较上年|较上月)[、和](同比|环比|较上年|较上月)$/u

/** 桐柏县盗窃案件: the place is told by the scope. */
const withoutPlace = (part: string): string => part.replace(/^[\u4e00-\u9fff]{1,3}(?<!城|都|超|地|辖|社|小|园|片|景)[省市县区州](?=[\u4e00-\u9fff]{4})/u, '')

/** 刑事、治安案件数; 群众安全感、满意度: what only one of a row writes out, the others mean, too. */
function completed(parts: readonly string[]): readonly string[] {
  const last = parts.at(-1) ?? ''
  const tail = TAILS.exec(last)?.[0] ?? ''
  const head = SHARED_HEADS.exec(parts[0] ?? '')?.[0] ?? ''
  const kind = HEADS.exec(last)?.[0] ?? ''
  const verb = doing.at(last, 0)
  return parts.map((part, n) => {
    if (TIME.test(part) || PLACE.test(part)) return part
    // 受理、办结诉求; 物业、家事纠纷.
    if (verb !== '' && n < parts.length - 1 && last.length > verb.length && doing.has(part)) return part + last.slice(verb.length)
    if (kind !== '' && n < parts.length - 1 && part.length <= 4 && last.length <= kind.length + 4 && !HEADS.test(part)) return part + kind
    if (/^(?:案件|警情)数?$/u.test(tail) && n < parts.length - 1 && part.length <= 8 && !TAILS.test(part)) return part + tail
    if (tail !== '' && n < parts.length - 1 && part.length <= 4 && !TAILS.test(part) && !/[感度率]$/u.test(part)) return part + (part.length === 2 && last.length >= 5 ? last.slice(2) : tail)
    if (head !== '' && n > 0 && /^(?:满意度|安全感|获得感|幸福感|知晓率|满意率|参与率)$/u.test(part)) return head + part
    return part
  })
}
