/** Quantities: a number with its unit and with the words before and behind that qualify it, wherever one stands that may be a figure. */
import type { Qualifier } from '../../../../contract/fact.ts'
import { isDigit, isHanNumeral, isLatin, numeralAt, rounded, type Numeral } from './numbers.ts'
import { unitAt, type UnitKind } from './units.ts'

export interface Quantity {
  /** Of the value: from 近 to the unit. */
  readonly start: number
  readonly end: number
  /** Where the digits begin. */
  readonly digits: number
  /** Where what qualifies it behind (以上, 左右) ends. */
  readonly after: number
  readonly number: number
  readonly upper: number | null
  readonly unit: string
  readonly unitKind: UnitKind | 'none' | 'rank'
  readonly qualifier: Qualifier
  readonly han: boolean
  readonly scaled: boolean
}

const BEFORE: readonly (readonly [Qualifier, RegExp])[] = [
  ['at_least', /(?:不少于|不低于|至少|最少|不下)$/u],
  ['at_most', /(?:不超过|不多于|不高于|至多|最多|最高|控制在)$/u],
  ['over', /(?:超过了?|超出|突破了?|高于|多于|超|逾|上|成)$/u],
  ['under', /(?:将近|接近|不到|不足|低于|少于|未到|近)$/u],
  ['about', /(?:大约|约为|约|大概|大致|平均约)$/u],
]
const LONGEST_BEFORE = 4
/** 附近3家, 节约5万元: the sign belongs to the word before. */
const OTHER_WORD = /(?:[附最靠邻临就远亲][近]|[节预履公合契邀特续条签制失简相]约|[赶反高]超|[以加跟赶遇早晚晨线网马街路车船身手桌岸地心会][上]|[达构组]成)$/u
const AFTER: readonly (readonly [Qualifier, RegExp])[] = [
  ['at_least', /^(?:及以上|以上|之上)/u],
  ['at_most', /^(?:以内|以下|之内|及以下)/u],
  ['about', /^(?:左右|上下)/u],
]

/** Every quantity of `text` (as `plainText`) between `from` and `to` where `mask` allows, in order. Ranges are one. */
export function quantities(text: string, mask: Uint8Array, from: number, to: number): readonly Quantity[] {
  const found: Quantity[] = []
  let at = from
  while (at < to) {
    if (!begins(text, at)) {
      at++
      continue
    }
    const numeral = mask[at] === 1 ? null : numeralAt(text, at)
    if (numeral === null || numeral.end > to) {
      at = runEnd(text, at, to)
      continue
    }
    const one = quantityAt(text, at, numeral)
    if (one !== null && mask[one.digits] === 0) found.push(one)
    at = Math.max(one?.end ?? numeral.end, at + 1)
  }
  return found
}

function begins(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (isDigit(unit)) {
    const before = text.charCodeAt(at - 1)
    return !isDigit(before) && !isLatin(before) && !(text[at - 1] === '.' && isDigit(text.charCodeAt(at - 2)))
  }
  return isHanNumeral(unit)
}

/** The end of the run of digits that was refused. */
function runEnd(text: string, at: number, to: number): number {
  let end = at + 1
  const digit = isDigit(text.charCodeAt(at))
  while (end < to && (digit ? isDigit(text.charCodeAt(end)) : isHanNumeral(text.charCodeAt(end)))) end++
  return end
}

function quantityAt(text: string, at: number, first: Numeral): Quantity | null {
  const range = rangeBehind(text, first)
  const numeral = range ?? first
  const low = range === null ? first.value : lowerOf(first, range)
  const high = range?.value ?? first.upper
  const shared = shareUnit(text, numeral)
  const points = sharedPoints(text, numeral.end)
  const unit = shared ?? points ?? unitAt(text, numeral.end)
  const end = numeral.end + (unit?.text.length ?? 0) - (shared !== null && numeral.share !== null ? shared.text.length : 0) + (numeral.share === 'tenths' ? 1 : 0)
  const more = moreBehind(text, end)
  const before = qualifierBefore(text, at)
  const [behind, after] = qualifierBehind(text, end + more, unit?.kind === 'time')
  const factor = numeral.share === 'tenths' ? 10 : unit?.text === '万元' ? 10_000 : unit?.text === '亿元' ? 100_000_000 : 1
  const isRange = high !== null
  return {
    start: before?.start ?? at,
    end: end + more,
    digits: at,
    after,
    number: rounded(low * factor),
    upper: high === null ? null : rounded(high * factor),
    unit: points === null ? unitText(unit?.text ?? '') : '百分点',
    unitKind: unit?.kind ?? (numeral.share === null ? 'none' : 'share'),
    qualifier: isRange ? 'range' : (behind ?? before?.qualifier ?? (numeral.more === 'over' || more > 0 ? 'over' : (numeral.more ?? 'exact'))),
    han: numeral.han,
    scaled: numeral.scaled,
  }
}

/** 1.2个和0.8个百分点. */
const sharedPoints = (text: string, at: number): { readonly text: string; readonly kind: UnitKind } | null => (text[at] === '个' && /^个[和、及与]\d{1,3}(?:\.\d{1,3})?个百分点/u.test(text.slice(at, at + 16)) ? { text: '个', kind: 'share' } : null)

/** 万元 is worked out; 个百分点 counts points. */
const unitText = (unit: string): string => (unit === '万元' || unit === '亿元' || unit === '元钱' || unit === '块钱' ? '元' : unit === '个百分点' ? '百分点' : unit)

const shareUnit = (_text: string, { share }: Numeral): { readonly text: string; readonly kind: UnitKind } | null => (share === null ? null : { text: share === 'fraction' ? '' : '%', kind: 'share' })

/** 30人多, 5年多, 20公里余. */
const moreBehind = (text: string, at: number): number => ((text[at] === '余' || text[at] === '多') && /[年月天米亩里吨斤元倍时]/u.test(text[at - 1] ?? '') && !/[，。、]?[样元次方部种数]/u.test(text[at + 1] ?? '，') ? 1 : 0)

/** 3至5, 20%-30%, 5万到6万: the higher number, when it is one. */
function rangeBehind(text: string, low: Numeral): Numeral | null {
  let at = low.end
  const unit = unitAt(text, at)
  if (text[at] === '%') at++
  else if (unit !== null && /[-—~至到]/u.test(text[at + unit.text.length] ?? '') && unit.kind !== 'years') at += unit.text.length
  const sign = /^(?:--|——|-|—|~|至|到)/u.exec(text.slice(at, at + 2))?.[0]
  if (sign === undefined) return null
  const from = at + sign.length
  const digit = isDigit(text.charCodeAt(from))
  if (!digit && !isHanNumeral(text.charCodeAt(from))) return null
  const high = numeralAt(text, from)
  return high === null || high.han !== low.han || lowerOf(low, high) >= high.value ? null : high
}

/** 3至5万: the lower end is in 万, too. */
function lowerOf(low: Numeral, high: Numeral): number {
  if (low.scaled || !high.scaled) return low.value
  const scale = high.value >= 100_000_000 ? 100_000_000 : 10_000
  return low.value * scale < high.value ? low.value * scale : low.value
}

function qualifierBefore(text: string, at: number): { readonly qualifier: Qualifier; readonly start: number } | null {
  const before = text.slice(Math.max(0, at - LONGEST_BEFORE), at)
  if (OTHER_WORD.test(before)) return null
  for (const [qualifier, pattern] of BEFORE) {
    const word = pattern.exec(before)?.[0]
    // 上百, 成千: only before a round Chinese number.
    if (word !== undefined && !((word === '上' || word === '成') && !/[十百千万亿]/u.test(text[at] ?? ''))) return { qualifier, start: at - word.length }
  }
  return null
}

function qualifierBehind(text: string, at: number, isTime: boolean): readonly [Qualifier | null, number] {
  const behind = text.slice(at, at + LONGEST_BEFORE)
  if (isTime && /^内(?![部容外])/u.test(behind)) return ['at_most', at + 1]
  for (const [qualifier, pattern] of AFTER) {
    const word = pattern.exec(behind)?.[0]
    if (word !== undefined) return [qualifier, at + word.length]
  }
  return [null, at]
}
