/** Formulas (提法) a text names: in quotes, or coined strictly enough without; each once, with its components where the text lists them. */
import type { Formula } from '../../../../contract/fact.ts'
import type { Paragraph } from '../../../../contract/entry.ts'
import type { Span } from '../../../../contract/span.ts'
import { componentsOf, headsOf } from './components.ts'
import { BRANDED, isIdiom, isRepeatedName, PARALLEL, PLAIN_BRAND, quotedKind, UNQUOTED, type FormulaKind } from './formula-shapes.ts'
import { matchesOf } from './matches.ts'
import { plainText } from './plain.ts'
import { doing, making, strong } from './words.ts'

export interface FoundFormula extends Span {
  readonly of: Formula
  /** The title names it; the place is where the body takes it up. */
  readonly fromTitle: boolean
}

interface Candidate extends Span {
  readonly name: string
  readonly kind: FormulaKind
  readonly quoted: boolean
}

const QUOTES = /[“‘「『"]([^“”‘’「」『』"\n]{1,64})[”’」』"]/gu

export function formulasIn(title: string | null, body: string, plain: string, paragraphs: readonly Paragraph[]): readonly FoundFormula[] {
  const books = stretches(plain, /《[^《》\n]{0,200}》/gu)
  const quoted = quotedIn(plain)
  const all = [...quoted, ...unquotedIn(plain, new Set(quoted.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n))))].filter(({ start }) => !books.some((book) => book.start <= start && start < book.end)).toSorted((a, b) => a.start - b.start || b.end - a.end)
  const found: FoundFormula[] = []
  const names = new Set<string>()
  for (const { name, kind, start, end } of all) {
    const key = name.replace(/[\s“”]/gu, '')
    if (names.has(key)) continue
    names.add(key)
    found.push({ start, end, of: formula(body, name, kind, componentsOf(plain, { name, start, end })), fromTitle: false })
  }
  const inTitle = titled(title, { body, plain, paragraphs }, names)
  // “五治”融合 in the body is the 五治融合 of the title.
  const isTakenUp = ({ start, end }: Span): boolean => inTitle.some((one) => one.of.components.length === 0 && one.start <= start && end <= one.end)
  return [...found.filter((one) => !isPart(one, found) && !isTakenUp(one)), ...inTitle]
}

/** What another formula lists is not named a second time: the list itself, and what each 一 of 四个一 stands for. */
function isPart(one: FoundFormula, all: readonly FoundFormula[]): boolean {
  return all.some(({ of, start }) => {
    const [first, last] = [of.componentSpans[0], of.componentSpans.at(-1)]
    if (start === one.start || first === undefined || last === undefined) return false
    const isList = one.start <= first.start && last.end <= one.end
    return isList || (of.name.endsWith('个一') && of.components.some((part) => part.replace(/[“”]/gu, '').endsWith(one.of.name)))
  })
}

const formula = (body: string, name: string, kind: FormulaKind, spans: readonly Span[]): Formula => ({ name, kind, components: spans.map(({ start, end }) => body.slice(start, end)), componentSpans: spans.map(({ start, end }) => ({ start, end })) })

function quotedIn(plain: string): readonly Candidate[] {
  const found: Candidate[] = []
  const times = new Map<string, number>()
  for (const [, name = ''] of matchesOf(QUOTES, plain)) times.set(name, (times.get(name) ?? 0) + 1)
  for (const match of matchesOf(QUOTES, plain)) {
    const [whole, name = ''] = match
    const end = match.index + whole.length
    const kind = quotedKind(name, plain.slice(end, end + 16), plain.slice(Math.max(0, match.index - 2), match.index)) ?? ((times.get(name) ?? 0) > 1 && isRepeatedName(name) ? 'slogan' : null)
    if (kind !== null) found.push({ name, kind, start: match.index, end, quoted: true })
  }
  return found
}

function unquotedIn(plain: string, taken: ReadonlySet<number>): readonly Candidate[] {
  const found: Candidate[] = []
  const free = (start: number, end: number): boolean => !taken.has(start) && !taken.has(end - 1)
  for (const [kind, shape] of UNQUOTED) {
    for (const match of matchesOf(shape, plain)) {
      const name = match[1] ?? ''
      const start = match.index
      if (name === '' || isIdiom(name) || !free(start, start + name.length) || found.some((other) => other.start < start + name.length && start < other.end)) continue
      const from = kind === 'numeric' && NOMINAL.test(name) ? modifierStart(plain, start, name) : start
      found.push({ name: plain.slice(from, start + name.length), kind, start: from, end: start + name.length, quoted: false })
    }
  }
  for (const match of matchesOf(PARALLEL, plain)) if (free(match.index, match.index + match[0].length)) found.push({ name: match[0], kind: 'slogan', start: match.index, end: match.index + match[0].length, quoted: false })
  for (const match of matchesOf(BRANDED, plain)) {
    const name = match[1] ?? ''
    const start = match.index + match[0].indexOf(name)
    if (!PLAIN_BRAND.test(name) && free(start, start + name.length)) found.push({ name, kind: 'slogan', start, end: start + name.length, quoted: false })
  }
  return found
}

/** 风险防控四项机制: a name that ends in a noun takes what stands between it and the verb before. */
const NOMINAL = /(?:机制|制度|建设)$/u
const LONGEST_MODIFIER = 6

function modifierStart(plain: string, start: number, name: string): number {
  const key = /[二两三四五六七八九十]([\u4e00-\u9fff])/u.exec(name)?.[1] ?? ''
  for (let length = LONGEST_MODIFIER; length >= 2; length--) {
    const from = start - length
    if (from < 0) continue
    const words = plain.slice(from, start)
    if (!/^[\u4e00-\u9fff]+$/u.test(words) || words.includes(key) || /[的了等和与及]/u.test(words)) continue
    const led = plain.slice(Math.max(0, from - 4), from)
    const verb = strong.endOf(led) || doing.endOf(led) || making.endOf(led) || /(?:推进|推动|执行|抓好|抓实|坚持|深化|健全|构建|强化|严格落实|全面落实)$/u.exec(led)?.[0] || ''
    if (verb.length >= 2 && strong.at(words, 0) === '') return from
  }
  return start
}

/** A formula that only the title names: where its parts are the sub-heads, or where the body writes it without quotes; else an empty span at 0. */
function titled(title: string | null, { body, plain, paragraphs }: { readonly body: string; readonly plain: string; readonly paragraphs: readonly Paragraph[] }, known: ReadonlySet<string>): readonly FoundFormula[] {
  if (title === null) return []
  return quotedIn(plainText(title)).flatMap(({ name, kind }): readonly FoundFormula[] => {
    if (known.has(name.replace(/\s/gu, ''))) return []
    const spans = headsOf(name, paragraphs)
    const [first] = spans
    if (first !== undefined) return [{ start: first.start, end: first.end, of: formula(body, name, kind, spans), fromTitle: true }]
    const written = isIdiom(name) ? null : unquoted(plain, name)
    return [{ ...(written ?? { start: 0, end: 0 }), of: formula(body, name, kind, []), fromTitle: written !== null }]
  })
}

/** Where a name stands without quotes, or with quotes round a part of it. */
function unquoted(plain: string, name: string): Span | null {
  const at = plain.split('').flatMap((sign, n) => (/[“”]/u.test(sign) ? [] : [n]))
  const bare = plain.replace(/[“”]/gu, '')
  const found = bare.indexOf(name)
  const [first, last] = [at[found], at[found + name.length - 1]]
  return found < 0 || first === undefined || last === undefined ? null : { start: plain[first - 1] === '“' ? first - 1 : first, end: last + 1 }
}

function stretches(plain: string, pattern: RegExp): readonly Span[] {
  return [...matchesOf(pattern, plain)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
