/** Which stretch of time a number speaks of, as the text says it, and its first and last day as far as they can be reckoned from the article's date. */
import type { Period } from '../../../../contract/fact.ts'
import { matchesOf } from './matches.ts'
import { hanValue } from './numbers.ts'

export interface PeriodAt {
  readonly start: number
  readonly end: number
  readonly period: Period
  /** 年均, 每月: says how the number was made, not when; it stands beside its number. */
  readonly mean: boolean
  /** 从2020年的48%: of the number that follows at once, and of no other. */
  readonly single: boolean
}

type Reckon = (match: readonly (string | undefined)[], now: Now) => readonly [from: string | null, to: string | null]

interface Now {
  readonly date: string | null
  readonly year: number | null
}

const N = '[\\d一二三四五六七八九十两几]{1,3}'
const TODAY: Reckon = (_, { date }) => [null, date]
const UNKNOWN: Reckon = () => [null, null]
const two = (text: string): string => text.padStart(2, '0')
const numberOf = (text: string | undefined): number | null => (text === undefined ? null : /^\d+$/u.test(text) ? Number(text) : hanValue(text))

/** 今年, 去年, 前年, 2022年 as a year. */
function yearOf(text: string | undefined, { year }: Now): string | null {
  const stated = /20\d{2}|19\d{2}/u.exec(text ?? '')?.[0]
  if (stated !== undefined) return stated
  if (year === null) return null
  return String(year - (/去年|上年/u.test(text ?? '') ? 1 : /前年/u.test(text ?? '') ? 2 : 0))
}

/** A month named alone is the last one of that name. */
function recentYear(text: string, { date, year }: Now): string | null {
  const month = numberOf(/^[\d一二三四五六七八九十]{1,2}/u.exec(text)?.[0])
  const now = date === null || date.length < 7 ? null : Number(date.slice(5, 7))
  return year === null || month === null ? null : String(now !== null && month > now ? year - 1 : year)
}

/** The months of 上半年, 前三季度, 1-9月, 6月底, 前10个月 within a year. */
function within(year: string | null, part: string): readonly [string | null, string | null] {
  if (year === null) return [null, null]
  if (part.startsWith('上半年')) return [`${year}-01`, `${year}-06`]
  if (part.startsWith('下半年')) return [`${year}-07`, `${year}-12`]
  const first = /^前([\d一二三四五六七八九十两]{1,2})个?(季度|月)/u.exec(part)
  if (first !== null) return months(year, 1, (numberOf(first[1]) ?? 0) * (first[2] === '季度' ? 3 : 1))
  const quarter = /^第?([一二三四1-4])季度/u.exec(part)
  if (quarter !== null) {
    const last = (numberOf(quarter[1]) ?? 0) * 3
    return months(year, last - 2, last)
  }
  const range = /^([\d一二三四五六七八九十]{1,2})月?(?:份)?(?:至|到|-|—|~)([\d一二三四五六七八九十]{1,2})月/u.exec(part)
  if (range !== null) return months(year, numberOf(range[1]) ?? 0, numberOf(range[2]) ?? 0)
  const day = /^(\d{1,2})月(\d{1,2})[日号]/u.exec(part)
  if (day !== null) return isDay(day[1], day[2]) ? [`${year}-${two(day[1] ?? '')}-${two(day[2] ?? '')}`, `${year}-${two(day[1] ?? '')}-${two(day[2] ?? '')}`] : [null, null]
  const month = /^([\d一二三四五六七八九十]{1,2})月/u.exec(part)
  if (month !== null) return months(year, numberOf(month[1]) ?? 0, numberOf(month[1]) ?? 0)
  return [year, year]
}

const isDay = (month: string | undefined, day: string | undefined): boolean => Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
const months = (year: string, from: number, to: number): readonly [string | null, string | null] => (from >= 1 && to <= 12 && from <= to ? [`${year}-${two(String(from))}`, `${year}-${two(String(to))}`] : [null, null])

/** 本月, 上月 by the article's date; of weeks and quarters only the words are told. */
function lately(text: string, { date, year }: Now): readonly [string | null, string | null] {
  if (!text.endsWith('月') || date === null || year === null || date.length < 7) return [null, null]
  const month = Number(date.slice(5, 7)) - (text.startsWith('上') ? 1 : 0)
  return month === 0 ? months(String(year - 1), 12, 12) : months(String(year), month, month)
}

/** Months or years before the article's date, with its precision. */
function ago({ date }: Now, count: number | null, unit: string | undefined): readonly [string | null, string | null] {
  if (date === null || count === null || count > 200) return [null, date]
  const [year = 0, month] = date.slice(0, 10).split('-').map(Number)
  if (unit?.includes('年') === true) return [[String(year - count), ...date.slice(0, 10).split('-').slice(1)].join('-'), date]
  if (month === undefined) return [null, date]
  const at = year * 12 + month - 1 - count
  return [`${Math.floor(at / 12)}-${two(String((at % 12) + 1))}`, date]
}

const PART = `(?:年?(?:全年|上半年|下半年|前${N}个?(?:季度|月)|第?[一二三四1-4]季度|${N}月?(?:份)?(?:至|到|-|—|~)${N}月(?:份|底)?|${N}月(?:份|底|初|中旬|上旬|下旬|末)?(?:\\d{1,2}[日号])?))`
const YEAR = '(?:20\\d{2}年|今年|去年|前年|上年|本年度?|当年)'

/** In this order: what is found first hides what lies inside it. Of `needs` one word stands in whatever the pattern finds: most sentences are not read with it at all. */
const RULES: readonly (readonly [needs: string, pattern: string, reckon: Reckon, mean?: true])[] = [
  ['以来 至今', `[自从]((?:19|20)\\d{2}年|今年|去年)(${N}月)?(?:\\d{1,2}[日号])?[^，。；、\\d]{2,30}?(?:以来|至今)`, (m, now) => [within(yearOf(m[1], now), m[2] ?? '')[0], now.date]],
  ['年', `(?:截至|截止到?|截止至|(?<![升高长低降加少增跃大短])到)(${YEAR})(度|底|末|初|以来)?(${PART})?(?:\\d{1,2}[日号])?(?:底|末|初)?`, (m, now) => [null, within(yearOf(m[1], now), (m[3] ?? '').replace(/^年/u, ''))[1]]],
  ['截', `截[至止]到?(${N}月(?:\\d{1,2}[日号])?)(?:底|末)?`, (m, now) => [null, within(yearOf('今年', now), m[1] ?? '')[1]]],
  ['截 至今 迄今 目前', '截[至止]到?(?:目前|现在|当前|今日|发稿时?|记者发稿时?|今天)|(?:到|至)目前(?:为止)?(?!的)|迄今(?:为止)?|至今', TODAY],
  ['年', `(?:自)?((?:19|20)\\d{2}年)(${N}月)?(?:份|底|初)?(?:\\d{1,2}[日号])?(?:以来|至今|起至今|起)`, (m, { date }) => [m[2] === undefined ? (m[1] ?? '').slice(0, 4) : (within((m[1] ?? '').slice(0, 4), m[2])[0] ?? null), date]],
  ['年', `(20\\d{2})年?(?:至|到|-|—|~)(20\\d{2})年(?:间|期间)?`, (m) => [m[1] ?? null, m[2] ?? null]],
  ['今年 本年', `(?:今年|本年度?)(${N}月)?(?:以来)`, (m, now) => [m[1] === undefined ? yearOf('今年', now) : within(yearOf('今年', now), m[1])[0], now.date]],
  ['去年', `去年(${N}月)?(?:以来)`, (m, now) => [m[1] === undefined ? yearOf('去年', now) : within(yearOf('去年', now), m[1])[0], now.date]],
  ['年', `(${YEAR})(?:度)?(${PART})`, (m, now) => within(yearOf(m[1], now), (m[2] ?? '').replace(/^年/u, ''))],
  ['年', '(20\\d{2})年(?:度|全年|同期)?', (m) => [m[1] ?? null, m[1] ?? null]],
  ['年', '(?:今年|去年|前年|上年|本年度)(?:度|全年|同期|年?[底末初])?', (m, now) => [yearOf(m[0], now), yearOf(m[0], now)]],
  ['周 月 季', '(?<![基网线路街身手])(?:上周|本周|上个?月|本月|[上本]季度)(?![均度嫂球边])', (m, now) => lately(m[0] ?? '', now)],
  ['全年', '(?<![\\d年])全年(?!目标|任务|计划|预算|平均|无休|进度|各项)', UNKNOWN],
  ['年 月 季', `(?<!经过|历时|历经|用了|长达|为期|持续|坚持|连续|花了)(?:最近|近|过去|这)(${N})(年|个月|个?季度)(?:多)?(?:来|以来|间|内|里)?`, (m, now) => ago(now, m[2]?.includes('季') === true ? (numberOf(m[1]) ?? 0) * 3 : numberOf(m[1]), m[2])],
  ['来 间', `(?<!\\d)(${N})(?:多|余)?(年|个月)(?:多)?(?:来|间|以来)`, (m, now) => ago(now, numberOf(m[1]), m[2])],
  ['年', '(?:近年来?|近几年来?|近些年来?|多年来|历年来|长期以来|几年来)', UNKNOWN],
  ['半年 季度', '(?:上半年|前三季度|下半年|第?[一二三四]季度)', (m, now) => within(yearOf('今年', now), m[0] ?? '')],
  ['月', `(?<![\\d个])(${N})月?(?:至|到|-|—|~)(${N})月(?:份)?`, (m, now) => within(yearOf('今年', now), m[0] ?? '')],
  ['月', `(?<![\\d个年第前后近每至到\\-—~一二三四五六七八九十两几])${N}月(?:份|当月|(?:底|初|末|中旬|上旬|下旬)?(?=，))`, (m, now) => within(recentYear(m[0] ?? '', now), m[0] ?? '')],
  ['十', `“?十([三四五])五”?(?:期间|时期|以来)`, (m, { date }) => {
    const from = m[1] === '三' ? 2016 : m[1] === '四' ? 2021 : 2026
    return [String(from), m[0]?.includes('以来') === true ? date : String(from + 4)]
  }],
  ['每 均 平均', '(?:每年|每月|每天|每日|每周|每季度|年平均|月平均|日平均|年均|月均|日均|周均)', UNKNOWN, true],
  ['以来', '(?:(?<![\\u4e00-\\u9fff”\\d])|自)(?:[\\u4e00-\\u9fff]|“[\\u4e00-\\u9fff]{1,8}”){2,28}以来|[\\u4e00-\\u9fff]{2,4}(?:行动|试点|活动|改革|工程|平台|系统|中心)(?:工作|启动|开展|实施|上线|运行|成立|建成){0,2}以来', (_, { date }) => [null, date]],
  ['期间', '(?<![\\u4e00-\\u9fff])(?:在)?[\\u4e00-\\u9fff“”]{2,12}期间', UNKNOWN],
  ['目前 当前 现在 如今 眼下', '(?:目前|当前|(?<![呈出体展表实发显重涌浮])现在|如今|眼下)(?!为止)', TODAY],
]
const NEEDED = [...new Set(RULES.flatMap(([needs]) => needs.split(' ')))]
const COMPILED = RULES.map(([needs, pattern, reckon, mean]) => ({ needs: needs.split(' ').map((word) => NEEDED.indexOf(word)), pattern: new RegExp(pattern, 'gu'), reckon, mean: mean ?? false }))
/** A clause that speaks of time always holds one of these. */
const TIMES = /[年月季周今前至以期每均来眼现如]/u

/** The periods that a sentence names, in order. `text` is plain, `offset` where it begins. */
export function periodsIn(text: string, offset: number, date: string | null): readonly PeriodAt[] {
  if (!TIMES.test(text)) return []
  const now: Now = { date: date?.slice(0, 10) ?? null, year: date === null ? null : Number(date.slice(0, 4)) }
  const found: PeriodAt[] = []
  const hidden: { readonly start: number; readonly end: number }[] = []
  const there = NEEDED.map((word) => text.includes(word))
  for (const { needs, pattern, reckon, mean } of COMPILED) {
    if (!needs.some((word) => there[word])) continue
    for (const match of matchesOf(pattern, text)) {
      const [start, end] = [match.index, match.index + match[0].length]
      // 比2022年下降, 较去年同期: what it is held against, not its own time.
      const against = text.slice(Math.max(0, start - 1), start)
      if ((/[比较]/u.test(against) && !NUMBER_OF.test(text.slice(end))) || (/[与同和]/u.test(against) && /^(?:同期|同时期|[年月]?[底初末])?(?:相比|比较)/u.test(text.slice(end))) || /^(?:年?底|年?末)?(?:以|之)?前/u.test(text.slice(end))) hidden.push({ start, end })
      if (hidden.some((other) => start < other.end && other.start < end) || found.some((other) => start < other.end - offset && other.start - offset < end)) continue
      const [from, to] = reckon(match, now)
      const single = /[从由比较]/u.test(against) && NUMBER_OF.test(text.slice(end))
      found.push({ start: offset + start, end: offset + end, period: { text: match[0].replace(/^在/u, ''), from, to }, mean, single })
    }
  }
  // 2023年…，全年共…: the year says more.
  return found.filter((one) => one.period.text !== '全年' || OF_THE_YEAR.test(text.slice(one.end - offset)) || !found.some((other) => other !== one && !other.mean && !other.single)).toSorted((a, b) => a.start - b.start)
}

/** 下半年99%，以全年97%的成绩…: the number stands right behind it. */
const OF_THE_YEAR = /^全?\d/u

/** 的48%, 底不足20%: the number of that time. */
const NUMBER_OF = /^(?:年?[底初末]|同期)?的?(?:不足|不到|近|约)?\d/u
const NEXT = 4

/** Somebody said 现在 and ended: what is told behind it has its own time. */
const saidBefore = (text: string, end: number, at: number): boolean => /^[^“”]*”/u.test(text.slice(end, at))

/** The period of a number at `at` of `text` whose clause begins at `clause`: the mean beside it with the time it was taken over, else the last time named before it. */
export function periodOf(text: string, periods: readonly PeriodAt[], clause: number, at: number): Period | null {
  const before = periods.filter(({ start, end, single }) => start < at && (!single || at - end <= NEXT))
  const mean = before.findLast((one) => one.mean && one.start >= clause && !saidBefore(text, one.end, at))
  const time = before.findLast((one) => !one.mean && !saidBefore(text, one.end, at))
  if (mean === undefined) return time?.period ?? null
  return time === undefined || time.start < clause ? { ...mean.period, from: time?.period.from ?? null, to: time?.period.to ?? null } : { text: mean.period.text, from: time.period.from, to: time.period.to }
}
