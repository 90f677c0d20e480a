/** What a text without a publication date lets one conclude about it. Offered only, never filled in. */
import type { Inference } from '../../contract/entry.ts'

export interface DateTexts {
  readonly title: string | null
  readonly body: string
}

/** The year a text is of, and the words that say so. */
export interface YearHint {
  readonly year: string
  readonly quote: string
}

/** A day that names no year, as in 本报讯 9月6日上午. */
export interface DayHint {
  readonly month: string
  readonly day: string
  readonly quote: string
}

/** What the articles of one page say of its date together. */
export interface PageDate {
  readonly year: YearHint | null
  readonly day: DayHint | null
}

/** Characters at the beginning in which a report says when it happened. */
const LEAD = 160
/** A year that names a goal, a plan or a past record does not say when the text was written. */
const TITLE_YEAR = /(?<![\d—~至-])(20\d{2})(?:年(?![度底前]|以来|至|—|-)|(?=[^\d年\s—~至-]))/u
const LEAD_DATE = /(20\d{2})年(\d{1,2})月(\d{1,2})日/u
const MONTH_DAY = /(?<!年|\d)(\d{1,2})月(\d{1,2})日/gu
const THIS_YEAR = /今年(?:以来|[一二三四五六七八九十\d]{1,2}月|上半年|下半年)?/u

const two = (number: string): string => number.padStart(2, '0')
const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12
const isDay = (day: string): boolean => Number(day) >= 1 && Number(day) <= 31

const later = (a: DayHint | null, b: DayHint): boolean => a === null || Number(b.month) * 100 + Number(b.day) > Number(a.month) * 100 + Number(a.day)

/** The latest day of the text that names no year. */
export function dayOf({ body }: DateTexts): DayHint | null {
  let latest: DayHint | null = null
  for (const [quote, month = '', day = ''] of body.matchAll(MONTH_DAY)) {
    const found: DayHint = { month: two(month), day: two(day), quote }
    if (isMonth(month) && isDay(day) && later(latest, found)) latest = found
  }
  return latest
}

/** What several articles of one page agree on: one year, and the latest day. Years that differ are no page of one day. */
export function pageDate(articles: readonly DateTexts[]): PageDate {
  const years = articles.map(yearOf).filter((hint) => hint !== null)
  // A year written as one (2022年) is the better quotation than one inside a name (2022中国…).
  const [year = null] = years.toSorted((a, b) => b.quote.length - a.quote.length)
  const agreed = years.every((hint) => hint.year === year?.year) ? year : null
  let day: DayHint | null = null
  for (const article of articles) {
    const found = dayOf(article)
    if (found !== null && later(day, found)) day = found
  }
  return { year: agreed, day }
}

/** The year this text is of, when its title or the date in its lead says so. */
export function yearOf({ title, body }: DateTexts): YearHint | null {
  const inLead = LEAD_DATE.exec(body.slice(0, LEAD))
  if (inLead?.[1] !== undefined) return { year: inLead[1], quote: inLead[0] }
  const inTitle = title === null ? null : TITLE_YEAR.exec(title)
  if (inTitle?.[1] !== undefined) return { year: inTitle[1], quote: inTitle[0].length > 4 ? inTitle[0] : inTitle[1] }
  return null
}

/** `page` is what the other articles of the page say; it only counts for a text that itself speaks of 今年 or of a day without a year. */
export function inferDate(texts: DateTexts, page: PageDate): Inference | null {
  const lead = LEAD_DATE.exec(texts.body.slice(0, LEAD))
  if (lead !== null) {
    const [quote, year = '', month = '', day = ''] = lead
    if (isMonth(month) && isDay(day)) return { field: 'date', value: `${year}-${two(month)}-${two(day)}`, why: `开头写到“${quote}”，是所记之事的日期，发表当在同日或稍后。` }
  }
  const own = yearOf(texts)
  const year = own ?? page.year
  if (year === null) return null
  const ownDay = dayOf(texts)
  const thisYear = THIS_YEAR.exec(texts.body)?.[0]
  if (ownDay === null && thisYear === undefined) return null
  const whence = own === null ? `同一版面另一篇写到“${year.quote}”` : `标题写到“${year.quote}”`
  if (page.day !== null && (ownDay === null || later(ownDay, page.day))) return { field: 'date', value: `${year.year}-${page.day.month}`, why: `${whence}，同一版面写到的最晚日期是“${page.day.quote}”。` }
  if (ownDay !== null) return { field: 'date', value: `${year.year}-${ownDay.month}`, why: `${whence}，正文写到“${ownDay.quote}”而未写年份。` }
  return { field: 'date', value: year.year, why: `${whence}，正文写到“${thisYear}”。` }
}
