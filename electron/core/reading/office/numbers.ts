/** Numbers as word processors write them before paragraphs and notes. */

import { shown } from './symbols.ts'

export type NumberStyle = 'decimal' | 'decimal-zero' | 'upper-letter' | 'lower-letter' | 'upper-roman' | 'lower-roman' | 'chinese' | 'chinese-legal' | 'chinese-digits' | 'heavenly-stems' | 'earthly-branches' | 'circled' | 'circled-chinese' | 'in-brackets' | 'with-full-stop' | 'full-width' | 'bullet' | 'none'

/** By the code that .doc and RTF know a style by (MSONFC). */
export const styleByCode = (code: number): NumberStyle => CODES[code] ?? 'decimal'
const CODES: Readonly<Record<number, NumberStyle>> = {
  0: 'decimal', 1: 'upper-roman', 2: 'lower-roman', 3: 'upper-letter', 4: 'lower-letter', 10: 'chinese-digits', 11: 'chinese', 14: 'full-width', 16: 'chinese-legal', 17: 'chinese', 18: 'circled', 19: 'full-width', 22: 'decimal-zero', 23: 'bullet', 26: 'with-full-stop', 27: 'in-brackets', 28: 'circled', 29: 'circled-chinese',
  30: 'heavenly-stems', 31: 'earthly-branches', 33: 'chinese', 34: 'chinese-legal', 35: 'chinese', 36: 'chinese-digits', 37: 'chinese', 38: 'chinese-legal', 39: 'chinese', 40: 'chinese', 255: 'none',
}

const DIGITS = '〇一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** `value` counts from 1; what a style cannot write (a 21st ⑴) it writes in digits. */
export function numeral(value: number, style: NumberStyle): string {
  const plain = String(value)
  switch (style) {
    case 'none':
    case 'bullet':
      return ''
    case 'decimal':
      return plain
    case 'decimal-zero':
      return plain.padStart(2, '0')
    case 'upper-letter':
      return letters(value)
    case 'lower-letter':
      return letters(value).toLowerCase()
    case 'upper-roman':
      return roman(value)
    case 'lower-roman':
      return roman(value).toLowerCase()
    case 'chinese':
      return chinese(value, DIGITS, '十百千')
    case 'chinese-legal':
      return chinese(value, LEGAL, '拾佰仟')
    case 'chinese-digits':
      return plain.replaceAll(/\d/g, (digit) => DIGITS.charAt(Number(digit)))
    case 'heavenly-stems':
      return STEMS.charAt((value - 1) % 10)
    case 'earthly-branches':
      return BRANCHES.charAt((value - 1) % 12)
    case 'circled':
      return value <= 20 ? from(0x2460, value) : value <= 35 ? from(0x3251, value - 20) : value <= 50 ? from(0x32b1, value - 35) : plain
    case 'circled-chinese':
      return value <= 10 ? from(0x3280, value) : plain
    case 'in-brackets':
      return value <= 20 ? from(0x2474, value) : `(${plain})`
    case 'with-full-stop':
      return value <= 20 ? from(0x2488, value) : `${plain}.`
    case 'full-width':
      return plain.replaceAll(/\d/g, (digit) => from(0xff10, Number(digit) + 1))
  }
}

const from = (first: number, nth: number): string => (nth < 1 ? String(nth) : String.fromCodePoint(first + nth - 1))

/** Word goes on after Z with AA, BB, CC. */
function letters(value: number): string {
  if (value < 1) return ''
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(30, Math.ceil(value / 26)))
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]
function roman(value: number): string {
  if (value > 3999) return String(value)
  let rest = value
  return ROMAN.map(([worth, sign]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return sign.repeat(times)
  }).join('')
}

/** 十、二十一、一百零五: no 一 before the first 十, one 零 for a gap. */
function chinese(value: number, digits: string, units: string): string {
  if (value < 1 || value > 9999) return String(value)
  const places = [...String(value)].map(Number)
  let text = ''
  let gap = false
  places.forEach((digit, index) => {
    if (digit === 0) {
      gap = true
      return
    }
    if (gap) text += '零'
    gap = false
    text += digits.charAt(digit) + (units.charAt(places.length - index - 2) || '')
  })
  return value >= 10 && value < 20 && digits === DIGITS ? text.slice(1) : text
}

/** A mark before a paragraph: the letters of symbol fonts have no meaning outside them. */
export const bullet = (mark: string): string => (/^[\uF020-\uF0FF]$/.test(mark) ? shown(mark, 'Wingdings').replace(/^[\u25A1\uF020-\uF0FF]$/, '•') : mark)

/** Between a number and its paragraph: nothing after 、 or （一）, one blank elsewhere. */
export const spaced = (label: string): string => (label === '' || /[、，。．：；）】〕》\u3000\s]$/u.test(label) ? label : `${label} `)
