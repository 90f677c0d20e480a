/** What a text without a publication date lets one conclude about it. Offered only, never filled in. */
import type { Inference } from '../../contract/entry.ts'

export interface DateTexts {
  readonly title: string | null
  readonly body: string
}

/** The year a page is of, and the words that say so. */
export interface YearHint {
  readonly year: string
  readonly quote: string
}

/** Characters at the beginning in which a report says when it happened. */
const LEAD = 160
/** A year that names a goal, a plan or a past record does not say when the text was written. */
const TITLE_YEAR = /(20\d{2})(?:年(?![度底前]|以来|至|—|-)|(?=[^\d年\s—-]))/u
const LEAD_DATE = /(20\d{2})年(\d{1,2})月(\d{1,2})日/u
const MONTH_DAY = /(?<!年|\d)(\d{1,2})月(\d{1,2})日/gu
const THIS_YEAR = /今年(?:以来|[一二三四五六七八九十\d]{1,2}月|上半年|下半年)?/u

const two = (number: string): string => number.padStart(2, '0')
const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12
const isDay = (day: string): boolean => Number(day) >= 1 && Number(day) <= 31

/** The latest day of the text that names no year, as in 本报讯 9月6日上午. */
function latestMonthDay(text: string): { readonly month: string; readonly quote: string } | null {
  let latest: { month: string; quote: string; order: number } | null = null
  for (const [quote, month = '', day = ''] of text.matchAll(MONTH_DAY)) {
    const order = Number(month) * 100 + Number(day)
    if (isMonth(month) && isDay(day) && (latest === null || order > latest.order)) latest = { month: two(month), quote, order }
  }
  return latest
}

/** The year this text is of, when its title or the date in its lead says so. */
export function yearOf({ title, body }: DateTexts): YearHint | null {
  const inLead = LEAD_DATE.exec(body.slice(0, LEAD))
  if (inLead?.[1] !== undefined) return { year: inLead[1], quote: inLead[0] }
  const inTitle = title === null ? null : TITLE_YEAR.exec(title)
  if (inTitle?.[1] !== undefined) return { year: inTitle[1], quote: inTitle[0].length > 4 ? inTitle[0] : inTitle[1] }
  return null
}

/** `page` is what the other articles of the same page say; it only counts for a text that speaks of 今年 or of days without a year. */
export function inferDate(texts: DateTexts, page: YearHint | null): Inference | null {
  const lead = LEAD_DATE.exec(texts.body.slice(0, LEAD))
  if (lead !== null) {
    const [quote, year = '', month = '', day = ''] = lead
    if (isMonth(month) && isDay(day)) return { field: 'date', value: `${year}-${two(month)}-${two(day)}`, why: `开头写到“${quote}”，是所记之事的日期，发表当在同日或稍后。` }
  }
  const own = yearOf(texts)
  const hint = own ?? page
  if (hint === null) return null
  const from = own === null ? `同一版面另一篇写到“${hint.quote}”` : `标题写到“${hint.quote}”`
  const monthDay = latestMonthDay(texts.body)
  if (monthDay !== null) return { field: 'date', value: `${hint.year}-${monthDay.month}`, why: `${from}，正文写到“${monthDay.quote}”而未写年份。` }
  const now = THIS_YEAR.exec(texts.body)
  return now === null ? null : { field: 'date', value: hint.year, why: `${from}，正文写到“${now[0]}”。` }
}
