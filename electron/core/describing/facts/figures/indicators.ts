/** Numbers as indicators (指标): every quantity that states a figure, with what it measures, when, whose, of what, and whether to believe it. */
import type { Indicator } from '../../../../contract/fact.ts'
import type { Span } from '../../../../contract/span.ts'
import type { Gazetteer } from '../../gazetteer.ts'
import { isFigure } from './accept.ts'
import { clauseEdges, wholeSentences } from './clauses.ts'
import { kindOf } from './kinds.ts'
import { measure, type Measured, type Topic } from './measures.ts'
import { notFigures } from './not-figures.ts'
import { periodOf, periodsIn, type PeriodAt } from './periods.ts'
import { nameBehind, nounBehind, predicateOf, withoutLead } from './phrases.ts'
import { quantities, type Quantity } from './quantity.ts'
import { ranksIn, type Rank } from './ranks.ts'
import { dealtOut } from './respectively.ts'
import { placeScope, scopeOf, scopesIn, type Scope, type ScopeAt, type Scopes } from './scope.ts'
import { suspicionOf, type Suspicious } from './suspects.ts'
import { LEVEL } from './words.ts'

export interface FoundIndicator extends Span {
  readonly of: Indicator
}

const LONGEST_VALUE = 40

/** What numbers are read in. `plain` is `plainText(body)`; `date` the article's, as far as it is known. */
export interface NumbersOf {
  readonly body: string
  readonly plain: string
  readonly date: string | null
  readonly gazetteer: Pick<Gazetteer, 'find'>
}

/** In the order of the text. */
export function indicatorsIn({ body, plain, date, gazetteer }: NumbersOf): readonly FoundIndicator[] {
  const mask = notFigures(plain)
  const edges = clauseEdges(plain)
  const found: FoundIndicator[] = []
  let paragraph: (() => readonly ScopeAt[])[] = []
  for (const sentence of wholeSentences(plain)) {
    if (plain[sentence.start - 1] === '\n') paragraph = []
    paragraph.push(once(() => scopesIn(plain.slice(sentence.start, sentence.end), sentence.start, gazetteer)))
    found.push(...inSentence({ body, plain, mask, edges, date, sentence, scopes: scopesBefore(paragraph) }))
  }
  return found
}

/** How many sentences of the paragraph may say whose a number is. */
const LOOK_BACK = 12

function scopesBefore(paragraph: readonly (() => readonly ScopeAt[])[]): Scopes {
  const last = paragraph.length - 1
  return {
    own: () => paragraph[last]?.() ?? [],
    carried: once(() => {
      for (let n = last - 1; n >= 0 && n > last - LOOK_BACK; n--) {
        const one = paragraph[n]?.().findLast(({ subject }) => subject)
        if (one !== undefined) return one
      }
      return undefined
    }),
  }
}

/** Most sentences hold no number: whom they name is read when one near them does. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

interface Sentence {
  readonly body: string
  readonly plain: string
  readonly mask: Uint8Array
  readonly edges: Uint8Array
  readonly date: string | null
  readonly sentence: Span
  readonly scopes: Scopes
}

function inSentence(at: Sentence): readonly FoundIndicator[] {
  const { plain, mask, sentence } = at
  const standing = quantities(plain, mask, sentence.start, sentence.end)
  const ranks = ranksIn(plain, sentence.start, sentence.end)
  if (standing.length + ranks.length === 0) return []
  const periods = periodsIn(plain.slice(sentence.start, sentence.end), sentence.start, at.date)
  // 日均巡查时长达标率: a share is taken over no mean.
  const times = periods.filter(({ mean }) => !mean)
  const figures: Quantity[] = []
  for (const quantity of standing) {
    // 近6个月, 三年来: the number only says when.
    const isTime = periods.some(({ start, end, mean }) => !mean && start <= quantity.digits && quantity.digits < end)
    if (!isTime && quantity.end - quantity.start <= LONGEST_VALUE && isFigure(plain, quantity, figures.at(-1))) figures.push(quantity)
  }
  if (figures.length + ranks.length === 0) return []
  const dealt = dealtOut(plain, sentence.start, sentence.end, figures)
  const topics: Topic[] = []
  const found: FoundIndicator[] = []
  let [lastLeft, lastRanked] = ['', '']
  const placed = [...figures.map((quantity) => ({ quantity, rank: null, start: quantity.start })), ...ranks.map((rank) => ({ quantity: null, rank, start: rank.start }))].toSorted((a, b) => a.start - b.start)
  for (const { quantity, rank } of placed) {
    if (quantity === null) {
      const one = ranked(at, rank, periods, topics, lastRanked)
      found.push(one.found)
      lastRanked = one.name
      continue
    }
    const index = figures.indexOf(quantity)
    const around = surroundings(at, quantity, figures[index - 1], figures[index + 1], periods)
    const { clause } = around
    // 180类近20亿条: both go with the same verb.
    const left = around.follows && figures[index - 1]?.after === quantity.start ? lastLeft : around.left
    lastLeft = left
    const next = figures[index + 1]
    const nextNoun = next === undefined || !goesOn(at.plain.slice(quantity.after, next.start)) ? '' : nounBehind(at.plain.slice(next.after, clauseEnd(at, next.after)).split(ITEM)[0] ?? '')
    const share = dealt.get(quantity)
    const measured = measure({ ...around, quantity, left, nextNoun, share }, topics)
    const own = periods.find(({ start, end }) => share?.time !== undefined && share.time !== null && start <= share.time && share.time < end)
    const of = indicator(at, quantity, measured, left, own?.period ?? periodOf(plain, quantity.unitKind === 'share' ? times : periods, clause, quantity.start), placeScope(share?.place ?? null) ?? scopeOf(plain, at.scopes, clause, quantity.start))
    const suspect = suspicionOf({ of, said: plain.slice(clause, quantity.start) + plain.slice(quantity.end, quantity.end + 1), neighbours: neighboursOf(at, figures, index), whole: measured.partOf === null ? null : { number: measured.partOf.number, text: measured.partOf.stated }, counted: countedIn(of.measures, topics) })
    found.push({ start: quantity.start, end: quantity.end, of: { ...of, suspect } })
    // What has gone on for years is not what the next number is of.
    if (quantity.unitKind !== 'years') topics.push({ noun: measured.noun, verb: measured.verb, measures: of.measures, number: of.number, unit: of.unit, makes: measured.makes, led: measured.led, value: at.body.slice(quantity.start, quantity.end), stated: withoutLead(left) + at.body.slice(quantity.start, quantity.end) })
  }
  return found
}

/** 排查纠纷346件，调处成功346件，成功率: the last two counts, of one thing, of which the rate goes with the second. */
function countedIn(measures: string, topics: readonly Topic[]): Suspicious['counted'] {
  const [whole, part] = topics.slice(-2)
  const isPart = whole !== undefined && part !== undefined && part.verb.length > 1 && whole.verb !== part.verb && measures.includes(part.verb.slice(0, 2)) && whole.unit === part.unit && whole.noun === part.noun
  return !isPart || whole.number === 0 ? null : { whole: whole.number, part: part.number, text: `${whole.stated}，${part.stated}` }
}

function indicator(at: Sentence, quantity: Quantity, measured: Measured, left: string, period: Indicator['period'], scope: Scope | null): Indicator {
  const { number, upper, unit, qualifier } = quantity
  const { kind, direction } = kindOf(quantity, measured, left)
  return { value: at.body.slice(quantity.start, quantity.end), number, upper, unit, qualifier, measures: measured.measures, kind, direction, period, scope: scope?.text ?? null, scopeLevel: scope?.level ?? null, denominator: measured.denominator, suspect: null }
}

/** 在全市38个镇街中排名第一: among whom, not what. */
const AMONG_THESE = /^在[^，]{1,18}[中里]$/u

/** 在群众安全感调查中蝉联第一. */
const SURVEY = /在([^，]{2,24}(?:调查|测评|考核|考评|评估|评比))(?:结果)?中$/u

/** 森林覆盖率达65%、居全省首位: what ranks is the name. */
const OWN_FIGURE = /(?<=[\u4e00-\u9fff]{2})(?:达到?|为|提[高升]到|增长到?|超过?|近|约)?\d[\d.]{0,12}[万亿]?[^、\d]{0,6}、?$/u

function ranked(at: Sentence, rank: Rank, periods: readonly PeriodAt[], topics: readonly Topic[], before: string): { readonly found: FoundIndicator; readonly name: string } {
  const clause = clauseStart(at, rank.start)
  const left = timeless(at.plain, clause, Math.max(clause, rank.from), periods).replace(/连续[\d一二三四五六七八九十]{1,3}[年次]|以[^，]{2,20}成绩$/gu, '')
  const held = SURVEY.exec(left)?.[1]
  const subject = held !== undefined ? held : AMONG_THESE.test(left) || /^(?:长期|一直|始终|持续)$/u.test(left) ? '' : withoutLead(predicateOf(left).subject).replace(OWN_FIGURE, '')
  const name = (subject === '' ? before || (topics.findLast(({ unit, measures }) => !measures.includes('平均') && (AMONG_THESE.test(left) ? unit === '%' || unit === '分' : unit !== '年'))?.measures ?? withoutLead(predicateOf(at.plain.slice(clauseStart(at, clause - 1), Math.max(clause - 1, 0))).subject)) : subject).slice(-60)
  const scope = scopeOf(at.plain, at.scopes, clause, rank.from)
  const found: FoundIndicator = {
    start: rank.start,
    end: rank.end,
    of: { value: at.body.slice(rank.start, rank.end), number: rank.number, upper: null, unit: '位', qualifier: 'exact', measures: `${name}${rank.among}排名`, kind: 'rank', direction: 'none', period: periodOf(at.plain, periods, clause, rank.start), scope: scope?.text ?? null, scopeLevel: scope?.level ?? null, denominator: null, suspect: null },
  }
  return { found, name }
}

/** The beginning of the clause that holds `at`. */
function clauseStart({ edges, sentence }: Sentence, at: number): number {
  let start = Math.max(at, sentence.start)
  while (start > sentence.start && edges[start - 1] !== 1) start--
  return start
}

function clauseEnd({ edges, sentence }: Sentence, at: number): number {
  let end = at
  while (end < sentence.end && edges[end] !== 1) end++
  return end
}

/** No clause of use is longer; a text without any mark must not be read anew for each of its numbers. */
const LONGEST_CLAUSE = 200

function surroundings(at: Sentence, quantity: Quantity, before: Quantity | undefined, next: Quantity | undefined, periods: readonly PeriodAt[]): { readonly clause: number; readonly left: string; readonly right: string; readonly rest: string; readonly whole: string; readonly clauseBefore: string; readonly follows: boolean; readonly listed: boolean; readonly onward: () => string; readonly cut: boolean } {
  const clause = Math.max(clauseStart(at, quantity.start), quantity.start - LONGEST_CLAUSE)
  const end = Math.min(clauseEnd(at, quantity.after), quantity.after + LONGEST_CLAUSE)
  const from = before !== undefined && before.after > clause ? before.after : clause
  const between = timeless(at.plain, from, quantity.start, periods)
  // What the number before counts stands behind it, and is not this one's.
  const follows = from !== clause
  const tail = between.slice(follows ? nameBehind(between)[1] : 0)
  const left = tail.replace(/^(?:、|和|及|与|以及|，)+/u, '')
  const rest = at.plain.slice(quantity.after, Math.min(end, next !== undefined ? next.start : end))
  const whole = rest + (next !== undefined && next.after < end ? at.plain.slice(next.after, end) : '')
  const previous = clause > at.sentence.start ? clauseStart(at, clause - 1) : clause
  const clauseBefore = before !== undefined && before.start >= previous ? '' : timeless(at.plain, Math.max(previous, clause - LONGEST_CLAUSE), Math.max(clause - 1, previous), periods)
  return { clause, left, right: rightOf(rest), rest, whole, clauseBefore, follows, onward: () => onwardFrom(at, end), cut: next !== undefined && next.start <= end, listed: follows && (/^(?:、|和|及|与|以及)/u.test(tail) || between === '') }
}

/** 投入80万元，建成3个驿站: 建成驿站. */
function onwardFrom(at: Sentence, end: number): string {
  if (at.plain[end] !== '，') return ''
  const clause = withoutLead(at.plain.slice(end + 1, Math.min(clauseEnd(at, end + 1), end + LONGEST_CLAUSE)).replace(/^(?:用于|用来|用以)/u, ''))
  return /^[对为用将把]/u.test(clause) ? '' : clause.replace(/\d[\d.]{0,12}[余多]?[万亿]?[余多]?[个处家所名支座间套条户盏台辆件项]?/gu, '').replace(/^(?<=.{2,4})了/u, '')
}

/** Without the words that say when: 人民群众2020年对平安建设的满意度. */
function timeless(plain: string, from: number, to: number, periods: readonly PeriodAt[]): string {
  let [text, at] = ['', from]
  for (const { start, end, mean } of periods) {
    if (mean || start < at || end > to) continue
    text += plain.slice(at, start)
    at = end
  }
  return text + plain.slice(at, to)
}

/** Between items of a list, not inside 县（市、区）. */
const ITEM = /、(?![^（）]{0,6}）)/u

const OTHERS = /^(?:第三方|社会|其他|各类|多元|各方)/u
const JOINED = /^([\u4e00-\u9fff]{4,16})(?:以及|和|及|与)(?![谐平睦解事美])[\u4e00-\u9fff]{2,}$/u

/** Up to the end of the item, or through a list that 等 closes: 业务骨干、专家等人员. */
function rightOf(rest: string): string {
  const closed = /^[^，。；\d]{2,40}等(?=[\u4e00-\u9fff])/u.exec(rest)?.[0]
  // 群众享受到驾考、车检等措施: what the list belongs to is not what is counted.
  const first = rest.split(ITEM)[0] ?? ''
  // 10个调委会和司法鉴定、公证等社会力量: what goes with them is not counted.
  const joined = closed === undefined || !OTHERS.test(rest.slice(closed.length)) ? undefined : JOINED.exec(first)?.[1]
  if (joined !== undefined) return joined
  return closed !== undefined && closed.includes('、') && nounBehind(first) === first ? rest.slice(closed.length) : qualities(rest)
}

/** 180类近20亿条数据, 9个县区级和40个镇级中心: the name stands behind the next number. */
const goesOn = (between: string): boolean => between === '' || /^(?:和|及|、)$/u.test(between) || (LEVEL.test(between) && /^[^，。；：]{2,8}?(?:和|及|与|、)$/u.test(between) && (LEVEL.exec(between)?.[0].length ?? 0) >= between.length - 1)

/** 行业性、专业性调解组织: what only qualifies goes with the next item. */
function qualities(rest: string): string {
  const items = rest.split(ITEM)
  const first = items.findIndex((item) => !/^[\u4e00-\u9fff]{1,4}[性型化级]$/u.test(item))
  return items.slice(0, Math.max(first, 0) + 1).join('、')
}

function neighboursOf({ plain }: Sentence, figures: readonly Quantity[], index: number): readonly { readonly number: number; readonly scaled: boolean; readonly unit: string }[] {
  const self = figures[index]
  const near = (other: Quantity | undefined): boolean => other !== undefined && self !== undefined && /^[\u4e00-\u9fff“”]{1,12}、$/u.test(plain.slice(Math.min(self.after, other.after), Math.max(self.start, other.start)))
  return [figures[index - 1], figures[index + 1]].filter((other) => other !== undefined).filter(near)
}
