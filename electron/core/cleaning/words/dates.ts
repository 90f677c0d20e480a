/** Dates as they stand in the lines round an article: a whole date and nothing else. */
import type { StatedDate } from '../../../contract/entry.ts'

const DATE = /(\d{4})\s?(?:[-./]|年)\s?(\d{1,2})(?:\s?(?:[-./]|月)\s?(\d{1,2})\s?日?|\s?月)?/
const TIME = /(?:T|\s*)([01]?\d|2[0-3])[:：时]([0-5]\d)(?:[:：分]([0-5]\d)秒?|分)?/
const WEEKDAY = /[（(]?(?:星期|周)[一二三四五六日天][）)]?/
const WHOLE = new RegExp(`^${DATE.source}(?:[\\s,，]*${WEEKDAY.source})?(?:[\\s,，]*${TIME.source})?(?:[\\s,，]*${WEEKDAY.source})?`)
const HAN_DATE = /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?/
const DIGITS = '〇一二三四五六七八九'

export interface FoundDate {
  readonly date: StatedDate
  /** How many characters it takes. */
  readonly length: number
}

/** The date that `text` begins with, to the precision it states; null when there is none or no such day. */
export function dateAt(text: string): FoundDate | null {
  const head = text.slice(0, 60)
  const found = WHOLE.exec(head)
  if (found) {
    const [whole, year, month, day, hour, minute] = found
    return dated(whole.length, year, month, day, hour, minute)
  }
  const han = HAN_DATE.exec(head)
  if (!han) return null
  const [whole, year = '', month = '', day] = han
  const digits = Array.from(year, (digit) => DIGITS.indexOf(/[零○]/.test(digit) ? '〇' : digit)).join('')
  return dated(whole.length, digits, String(hanNumber(month)), day === undefined ? undefined : String(hanNumber(day)))
}

/** The date that is all of `text`, or null. */
export function wholeDate(text: string): StatedDate | null {
  const found = dateAt(text)
  return found && found.length === text.length ? found.date : null
}

function hanNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  return (text.includes('十') ? Math.max(1, DIGITS.indexOf(tens || '一')) * 10 : 0) + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

function dated(length: number, year: string | undefined, month: string | undefined, day: string | undefined, hour?: string, minute?: string): FoundDate | null {
  if (year === undefined || month === undefined || !isDay(Number(year), Number(month), Number(day ?? '1'))) return null
  const monthly = `${year}-${month.padStart(2, '0')}`
  if (day === undefined) return { date: { value: monthly, precision: 'month', basis: 'stated' }, length }
  const daily = `${monthly}-${day.padStart(2, '0')}`
  if (hour === undefined || minute === undefined) return { date: { value: daily, precision: 'day', basis: 'stated' }, length }
  return { date: { value: `${daily}T${hour.padStart(2, '0')}:${minute}`, precision: 'minute', basis: 'stated' }, length }
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
