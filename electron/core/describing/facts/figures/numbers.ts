/** Numbers as Chinese texts write them: 1,234.5、2.2万、600余万、三百二十、近千、百分之九十五、三分之一、九成。 */

export interface Numeral {
  readonly value: number
  /** Where it ends; it begins where it was asked for. */
  readonly end: number
  /** 余, 多, 几 inside or behind it: a little more than `value`. 来: about. */
  readonly more: 'over' | 'about' | null
  /** In Chinese digits. */
  readonly han: boolean
  /** A 万 or 亿 stands in it. */
  readonly scaled: boolean
  /** A share, by its words: 百分之, 成, 分之. */
  readonly share: 'percent' | 'tenths' | 'fraction' | null
  /** Two neighbouring digits (三四十): the higher reading. */
  readonly upper: number | null
}

const DIGITS: Readonly<Record<string, number>> = { 零: 0, '〇': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 }
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000, 万: 10_000, 亿: 100_000_000 }
/** Longer runs are no figures, and no number is exact beyond. */
const MOST_DIGITS = 15
const MOST_HAN = 16

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
export const isLatin = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)
/** Asked of every sign of a text: a table by code unit. */
const hanNumerals = new Uint8Array(0x10000)
for (const sign of [...Object.keys(DIGITS), ...Object.keys(SCALES)]) hanNumerals[sign.charCodeAt(0)] = 1
export const isHanNumeral = (unit: number): boolean => hanNumerals[unit] === 1

/** The number that begins at `at`, or null. Bounded work whatever the text. */
export function numeralAt(text: string, at: number): Numeral | null {
  return isDigit(text.charCodeAt(at)) ? arabicAt(text, at) : hanAt(text, at)
}

function arabicAt(text: string, at: number): Numeral | null {
  let end = digitsEnd(text, at)
  if (end - at > MOST_DIGITS) return null
  while (end - at <= MOST_DIGITS && text[end] === ',' && digitsEnd(text, end + 1) === end + 4) end += 4
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1)
  const base = Number(text.slice(at, end).replaceAll(',', ''))
  if (end - at > MOST_DIGITS * 2 || !Number.isFinite(base)) return null
  const scaled = scalesAt(text, end)
  return { value: rounded(base * scaled.factor), end: scaled.end, more: scaled.more, han: false, scaled: scaled.large, ...tenths(text, scaled.end, base * scaled.factor, scaled.factor === 1), upper: null }
}

/** The first position behind `at` that is no digit, not searched for beyond what any number has. */
function digitsEnd(text: string, at: number): number {
  let end = at
  while (end - at <= MOST_DIGITS + 1 && isDigit(text.charCodeAt(end))) end++
  return end
}

/** 万, 亿, 余万, 百万, 千余 and the like behind digits; then 余 or 多. */
function scalesAt(text: string, from: number): { readonly factor: number; readonly end: number; readonly more: Numeral['more']; readonly large: boolean } {
  let [end, factor, large] = [from, 1, false]
  let more = moreAt(text, end)
  if (more !== null && SCALES[text[end + 1] ?? ''] !== undefined) end++
  else more = null
  for (let n = 0; n < 3; n++) {
    const scale = SCALES[text[end] ?? '']
    // 3千瓦, 5千米: the sign belongs to the unit.
    if (scale === undefined || (text[end] === '千' && /[瓦米克卡]/u.test(text[end + 1] ?? ''))) break
    factor *= scale
    large ||= scale >= 10_000
    end++
  }
  const behind = moreAt(text, end)
  if (behind !== null) return { factor, end: end + 1, more: behind, large }
  return { factor, end, more, large }
}

const moreAt = (text: string, at: number): Numeral['more'] => (text[at] === '余' || text[at] === '多' ? 'over' : text[at] === '来' && !'自自源访'.includes(text[at + 1] ?? ' ') ? 'about' : null)

/** Floating point must not show: 1.2 × 10000 is 12000. */
export const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(14)))

/** 九成, 8成, 八成五 as 成; a word like 成立, 成功 behind the number is no share. */
function tenths(text: string, end: number, value: number, unscaled: boolean): { readonly share: Numeral['share'] } {
  const tenth = unscaled && value > 0 && value < 10 && text[end] === '成' && !'立功为员效果绩本长品套交年熟就片体人分果'.includes(text[end + 1] ?? ' ')
  return { share: tenth ? 'tenths' : null }
}

function hanAt(text: string, at: number): Numeral | null {
  let end = at
  while (end - at <= MOST_HAN && isHanNumeral(text.charCodeAt(end))) end++
  if (end === at || end - at > MOST_HAN) return null
  if (text.startsWith('分之', end)) return fraction(text, at, end)
  const run = text.slice(at, end)
  const pair = neighbours(run)
  const value = pair?.[0] ?? hanValue(run)
  if (value === null) return null
  const scaled = /[万亿]/u.test(run)
  const more = moreAt(text, end)
  // 十余万, 三百多万: the scale stands behind 余.
  const late = more === null ? undefined : SCALES[text[end + 1] ?? '']
  if (more !== null && late !== undefined && late >= 10_000) return { value: value * late, end: end + 2, more, han: true, scaled: true, share: null, upper: null }
  if (more !== null && value >= 10) return { value, end: end + 1, more, han: true, scaled, share: null, upper: null }
  return { value, end, more: null, han: true, scaled, ...tenths(text, end, value, run.length === 1), upper: pair?.[1] ?? null }
}

/** 百分之九十五 is 95 percent; 三分之一 a fraction. */
function fraction(text: string, at: number, middle: number): Numeral | null {
  const of = text.slice(at, middle)
  const from = middle + 2
  const part = isDigit(text.charCodeAt(from)) ? plainArabic(text, from) : plainHan(text, from)
  if (part === null) return null
  const whole = hanValue(of)
  if (whole === null || whole === 0) return null
  const share = whole === 100 ? 'percent' : whole === 1000 ? null : 'fraction'
  if (share === null) return null
  return { value: share === 'percent' ? part.value : rounded(part.value / whole), end: part.end, more: null, han: true, scaled: false, share, upper: null }
}

function plainArabic(text: string, at: number): { readonly value: number; readonly end: number } | null {
  let end = digitsEnd(text, at)
  if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1)
  return end - at > MOST_DIGITS * 2 ? null : { value: Number(text.slice(at, end)), end }
}

/** With decimals: 九十八点五. */
function plainHan(text: string, at: number): { readonly value: number; readonly end: number } | null {
  let end = at
  while (end - at <= MOST_HAN && isHanNumeral(text.charCodeAt(end))) end++
  const value = hanValue(text.slice(at, end))
  if (value === null) return null
  if (text[end] !== '点') return { value, end }
  let decimals = ''
  let to = end + 1
  while (to - end <= 4 && DIGITS[text[to] ?? ''] !== undefined) decimals += DIGITS[text[to++] ?? '']
  return decimals === '' ? { value, end } : { value: Number(`${value}.${decimals}`), end: to }
}

/** 三四十, 五六: two digits in a row, the second one higher, before a scale or alone. */
function neighbours(run: string): readonly [number, number] | null {
  const [first, second, ...scales] = [...run]
  const [low, high] = [DIGITS[first ?? ''], DIGITS[second ?? '']]
  if (low === undefined || high === undefined || low === 0 || high !== low + 1) return null
  const factor = scales.reduce((product, sign) => product * (SCALES[sign] ?? 0), 1)
  return factor === 0 ? null : [low * factor, high * factor]
}

/** The value of a run of Chinese digits and scales (三百二十, 一万二, 十七, 万), or null where it is a row of digits (三三三, 二〇二二). */
export function hanValue(run: string): number | null {
  if (run === '') return null
  let [high, total, section, digit, last] = [0, 0, 0, -1, 1]
  for (const sign of run) {
    const one = DIGITS[sign]
    if (one !== undefined) {
      if (digit > 0) return null
      digit = one
      continue
    }
    const scale = SCALES[sign] ?? 1
    if (scale < 10_000) {
      // 万千, 百千: ways of saying many.
      if (digit < 0 && (section > 0 || (high + total > 0 && scale > 10) || (last > 1 && scale > 10))) return null
      section += (digit < 0 ? 1 : digit) * scale
    } else {
      const before = total + section + Math.max(digit, 0)
      const scaled = (before === 0 && high === 0 ? 1 : before) * scale
      // 一亿两千万: what stands before 亿 is not multiplied once more.
      if (scale > 10_000) [high, total] = [high + scaled, 0]
      else total = scaled
      section = 0
    }
    ;[digit, last] = [-1, scale]
  }
  // 一万二 is 12000, 三百二 320; 三百零二 302.
  const tail = digit < 0 ? 0 : last >= 100 && run.at(-2) !== '零' && run.at(-2) !== '〇' ? (digit * last) / 10 : digit
  return high + total + section + tail
}
