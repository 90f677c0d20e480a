/** What a formula consists of, where its text lists it: before it, behind it, in the quotes or sub-heads that follow. Pure. */
import type { Paragraph } from '../../../../contract/entry.ts'
import type { Span } from '../../../../contract/span.ts'
import { CHAIN } from './formula-shapes.ts'
import { hanValue } from './numbers.ts'
import { strong } from './words.ts'

const FARTHEST = 2600
const LONGEST_ITEM = 40
const LEAST = 2
const MOST = 12

/** `name` stands at [start, end) of `plain`, quotation marks included. */
export interface Named extends Span {
  readonly name: string
}

export function componentsOf(plain: string, formula: Named): readonly Span[] {
  const { name } = formula
  const listed = listedBefore(plain, formula)
  if (listed.length > 0) return listed
  const plus = plusParts(plain, formula)
  if (plus.length > 0) return plus
  const count = countOf(name)
  if (count === null) return [...parallelParts(plain, formula), ...chainParts(plain, formula)]
  return [behind, before, sharing, holding, quotedBehind].map((find) => find(plain, formula, count)).find((found) => found.length === count) ?? []
}

/** 四个一: 4; 三三三: 3; 五每: 5. */
export function countOf(name: string): number | null {
  if (/^\d{3,6}$/u.test(name)) return name.length
  const digits = /^(?:[\u4e00-\u9fff]{2,6}?)?([二两三四五六七八九十]{1,2})/u.exec(name)?.[1] ?? ''
  const count = /^([二三四五六七八九])\1+$/u.test(name) ? hanValue(name.charAt(0)) : hanValue(digits)
  return count !== null && count >= LEAST && count <= MOST ? count : null
}

/** 党建+信访: its own parts, when each is a word. */
function plusParts(plain: string, { start, end }: Named): readonly Span[] {
  const text = plain.slice(start, end)
  if (!/[+＋]/u.test(text) || /\d[+＋]|[+＋](?:\d|[NnXx])/u.test(text)) return []
  const parts: Span[] = []
  for (const match of text.matchAll(/[^+＋“”‘’"「」]{2,20}/gu)) parts.push({ start: start + match.index, end: start + match.index + match[0].length })
  return parts.length >= LEAST ? parts : []
}

/** 以“甲+乙+丙”为架构的“红网满格1+2”, “事故多、…、执行难”的“三多三难”: a list in quotes that the formula sums up. */
const SUMMED = /[”’」](?:为(?:架构|内容|核心|主体|主线|框架|抓手|重点|支撑|基础)|等)?的(?:[\u4e00-\u9fff]{0,6})?$/u

function listedBefore(plain: string, { start }: Named): readonly Span[] {
  const lead = plain.slice(Math.max(0, start - 12), start)
  const summed = SUMMED.exec(lead)
  if (summed === null) return []
  const close = Math.max(0, start - 12) + summed.index
  const open = Math.max(plain.lastIndexOf('“', close - 1), plain.lastIndexOf('‘', close - 1), plain.lastIndexOf('「', close - 1))
  const inside = plain.slice(open + 1, close)
  if (open < 0 || close - open > 120 || /[“”。\n]/u.test(inside)) return []
  const plus = plusParts(plain, { name: inside, start: open + 1, end: close })
  return plus.length > 0 ? plus : items(plain, open + 1, close).length >= LEAST && !inside.includes('；') ? items(plain, open + 1, close) : []
}

function parallelParts(plain: string, { start, end }: Named): readonly Span[] {
  if (!/[、，]/u.test(plain.slice(start, end))) return []
  return items(plain, start, end).map((span) => trimmed(plain, span, /^[“‘"]+|[”’"]+$/gu))
}

/** “甲—乙—丙”: one step behind the other. */
function chainParts(plain: string, { name, start, end }: Named): readonly Span[] {
  if (!CHAIN.test(name)) return []
  return Array.from(plain.slice(start, end).matchAll(/[^—–→“”‘’"「」『』]+/gu), ({ 0: step, index }): Span => ({ start: start + index, end: start + index + step.length }))
}

/** Parts between 、 or ，, blank ones left out. */
function items(plain: string, start: number, end: number): readonly Span[] {
  const found: Span[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && !'、，；'.includes(plain[at] ?? '')) continue
    if (at > from) found.push({ start: from, end: at })
    from = at + 1
  }
  return found
}

function trimmed(plain: string, { start, end }: Span, edge: RegExp): Span {
  const text = plain.slice(start, end)
  const [lead, tail] = [new RegExp(`^(?:${edge.source.split('|')[0]?.slice(1) ?? ''})`, 'u').exec(text)?.[0].length ?? 0, /[”’"]+$/u.exec(text)?.[0].length ?? 0]
  return { start: start + lead, end: Math.max(start + lead + 1, end - tail) }
}

/** “六个一”（一个…、一个…）; “五个下降”，即：…、…同比: right behind it. */
function behind(plain: string, { end }: Named, count: number): readonly Span[] {
  const rest = plain.slice(end, end + count * LONGEST_ITEM)
  const lead = /^[\u4e00-\u9fff]{0,10}[，]?(?:（(?:即：?)?|即：?|：|分别是|包括：?|——)/u.exec(rest)?.[0]
  if (lead === undefined) return []
  const from = end + lead.length
  const stop = /[）。！？\n]|同比|分别|等(?=[^，、]{0,6}[，。])/u.exec(plain.slice(from, from + count * LONGEST_ITEM))
  const found = items(plain, from, from + (stop?.index ?? rest.length - lead.length)).slice(0, count)
  return found.length === count ? found.map((span) => withoutWords(plain, span, /^(?:全[省市区县]|一是|二是|三是|四是|五是)/u)) : []
}

/** 每天通报、每周研判、…“五每”; 甲“一张网”、乙“一条心”的“六个一”: right before it. */
function before(plain: string, { start }: Named, count: number): readonly Span[] {
  let from = start
  while (from > 0 && start - from < count * LONGEST_ITEM && !/[。！？；：\n]/u.test(plain[from - 1] ?? '')) from--
  const lead = plain.slice(from, start)
  const tail = /(?:的|等|为(?:内容|核心|架构|主要内容|重点|抓手)的|这)?[“‘"]?$/u.exec(lead)?.[0].length ?? 0
  const all = items(plain, from, start - tail).filter((span) => span.end - span.start <= LONGEST_ITEM)
  const last = joinedLast(plain, all, count) ?? all.slice(-count)
  const [first] = last
  if (first === undefined || last.length < count || last.some((span, n) => n > 0 && !'、和'.includes(plain[span.start - 1] ?? ' '))) return []
  const shared = sharedStart(plain, last)
  if (shared > first.start) return [{ start: shared, end: first.end }, ...last.slice(1)]
  const led = LEADS_ON.exec(plain.slice(first.start, first.end))?.[0].length ?? 0
  return [first.end - first.start - led >= 2 && led > 0 ? { start: first.start + led, end: first.end } : withoutVerb(plain, first), ...last.slice(1)]
}

/** 某镇通过甲、乙、丙的“三位一体”: behind the word that leads on to the list. */
const LEADS_ON = /^[^“”]{0,24}(?:通过|依托|运用|包括|涵盖|围绕|聚焦|肩负|承担|履行|具备|(?<!可|予|所|加)[以从按](?!内|中|来|外|及))|^(?:实行|实施|集)/u

/** 甲、乙和丙“三合一”: what 和 joins are two. Null where the row is not one short. */
function joinedLast(plain: string, all: readonly Span[], count: number): readonly Span[] | null {
  const row = all.slice(all.findLastIndex(({ start }) => plain[start - 1] !== '、'))
  const end = row.at(-1)
  const joined = end === undefined || row.length !== count - 1 ? null : /^([^和]{2,})和(?![谐平睦解事美])([^和]{2,})$/u.exec(plain.slice(end.start, end.end))
  if (end === undefined || joined === null || row.length < LEAST || strong.endOf(joined[2] ?? '').length > 1 || joined[2]?.endsWith('实现') === true || /^[^“]*”|“[^”]*$/u.test(joined[2] ?? '')) return null
  return [...row.slice(0, -1), { start: end.start, end: end.start + (joined[1] ?? '').length }, { start: end.end - (joined[2] ?? '').length, end: end.end }]
}

/** 紧扣有场所、有队伍、有办法: where the sign that all others begin with stands in the first. */
function sharedStart(plain: string, [first, second, ...rest]: readonly Span[]): number {
  const key = plain[second?.start ?? -1]
  if (first === undefined || key === undefined || rest.length === 0 || rest.some(({ start }) => plain[start] !== key) || plain[first.start] === key) return 0
  const most = Math.max(...[second, ...rest].map((span) => (span === undefined ? 0 : span.end - span.start)))
  for (let at = Math.max(first.start + 1, first.end - most); at <= first.end - LEAST; at++) if (plain[at] === key) return at
  return 0
}

const withoutWords = (plain: string, { start, end }: Span, words: RegExp): Span => {
  const lead = words.exec(plain.slice(start, end))?.[0].length ?? 0
  return lead < end - start ? { start: start + lead, end } : { start, end }
}

/** 着力打造市域统筹“一盘棋”: the verb is not part of the first. */
function withoutVerb(plain: string, span: Span): Span {
  const text = plain.slice(span.start, span.end)
  for (let at = Math.min(text.length - 2, 12); at >= 0; at--) {
    const verb = strong.at(text, at)
    if (verb.length >= 2 && text.length - at - verb.length >= 2 && !/^[率者员]/u.test(text.slice(at + verb.length)) && (at === 0 || at <= 4)) return { start: span.start + at + verb.length, end: span.end }
  }
  return span
}

/** 精准精细精致三精网格: as many words of two signs as the number says, each with the sign behind it. */
function sharing(plain: string, { start, end, name }: Named, count: number): readonly Span[] {
  const key = /[二两三四五六七八九十]([\u4e00-\u9fff])/u.exec(name)?.[1] ?? ''
  const at = start + Math.max(0, plain.slice(start, end).search(/[二两三四五六七八九十]/u))
  for (const separator of [0, 1]) {
    const step = 2 + separator
    const from = at - count * step + separator
    if (key === '' || from < 0) continue
    const found = Array.from({ length: count }, (_, n): Span => ({ start: from + n * step, end: from + n * step + 2 }))
    if (found.every((span, n) => plain.slice(span.start, span.end).includes(key) && (separator === 0 || n === 0 || plain[span.start - 1] === '、'))) return found
  }
  return []
}

/** What only counts; a part that holds it says nothing of the formula. */
const COUNTER = /^[个大项类种级位条名所张支]$/u
const LONGEST_PART = 12
const LED = /^(?:推动|推进|组织|引导|动员|实行|实现|坚持|落实|形成|促进|做到)/u

/** “两户三帮”，…干部帮生产、邻居帮日常、学校帮课业: a clause behind it, in the same sentence, of as many parts as the number says, each with the sign behind it. */
function holding(plain: string, { end, name }: Named, count: number): readonly Span[] {
  const key = /[二两三四五六七八九十]([\u4e00-\u9fff])$/u.exec(name)?.[1] ?? ''
  if (key === '' || COUNTER.test(key)) return []
  const sentence = /^[^。！？\n]*/u.exec(plain.slice(end, end + count * LONGEST_ITEM))?.[0] ?? ''
  for (const { 0: clause, index } of sentence.matchAll(/[^，；：“”]+/gu)) {
    const [first, ...rest] = items(plain, end + index, end + index + clause.length)
    if (first === undefined || rest.length !== count - 1) continue
    const found = [withoutWords(plain, withoutVerb(plain, first), LED), ...rest]
    if (found.every((span) => span.end - span.start <= LONGEST_PART && plain.slice(span.start + 1, span.end - 1).includes(key))) return found
  }
  return []
}

/** 三三三: each part begins with 三. */
const REPEATED = /^([二三四五六七八九])\1+$/u

/** “四个一” → “一张网” … “一支队伍” … 一个平台 … “一网联动”; “三化” → “专业化” …: what the text takes up one after the other. */
function quotedBehind(plain: string, { end, name }: Named, count: number): readonly Span[] {
  const key = /[二两三四五六七八九十](?:个)?([\u4e00-\u9fff])/u.exec(name)?.[1] ?? ''
  const text = plain.slice(end, end + FARTHEST)
  const found: Span[] = []
  const add = (start: number, to: number): void => {
    if (!found.some((span) => plain.slice(span.start, span.end) === plain.slice(end + start, end + to))) found.push({ start: end + start, end: end + to })
  }
  for (const { index, 0: whole, 1: inside = '' } of text.matchAll(/[“‘"「]([^“”‘’"「」\n]{1,14})[”’"」]/gu)) {
    if (inside === name || /至少|不少于|以上/u.test(inside)) continue
    if (REPEATED.test(name)) {
      if (inside.startsWith(name.charAt(0)) && inside.length > 2) add(index + 1, index + 1 + inside.length)
      continue
    }
    if (key === '一' ? /^一[^个]/u.test(inside) || inside.startsWith('一个') : inside.endsWith(key) && inside.length > 1) add(index + 1, index + 1 + inside.length)
    else if (key !== '一' && text[index + whole.length] === key) add(index, index + whole.length + 1)
  }
  if (key === '一' && found.length < count) for (const { index, 0: whole } of text.matchAll(/(?<=建好|建强|搭建|建立|打造|组建|完善|织密|用好|配强)一(?:个|张|支|套|条|本|库|组)[\u4e00-\u9fff]{1,4}(?=[，。、；])/gu)) add(index, index + whole.length)
  return found.toSorted((a, b) => a.start - b.start).slice(0, count + 1)
}

/** The sub-heads, when there are as many as the formula of a title says. */
export function headsOf(name: string, paragraphs: readonly Paragraph[]): readonly Span[] {
  const heads = paragraphs.filter(({ kind }) => kind === 'heading')
  return heads.length === countOf(name) ? heads.map(({ start, end, text }) => ({ start, end: start + (/[，,]/u.exec(text)?.index ?? end - start) })) : []
}
