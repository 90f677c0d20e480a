/** Cuts a query into words, quoted phrases, parentheses and operators. What stands where an operator cannot is a word. */

export interface Words {
  readonly kind: 'words'
  /** The name before a colon (`标题：`), as typed; whether such a field exists is not decided here. */
  readonly field: string | null
  readonly colon: string
  readonly text: string
  readonly quoted: boolean
  readonly start: number
  readonly end: number
}
export interface Operator {
  readonly kind: 'and' | 'or' | 'not' | 'open' | 'close'
  readonly start: number
  readonly end: number
}
export type Item = Words | Operator

const BLANK = /[\s\p{Cc}\u200b\ufeff]/u
const OPEN = '(（'
const CLOSE = ')）'
const MINUS = '-－'
const ASCII_QUOTE = '"＂'
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』' }
const FIELD = /^([A-Za-z]{2,12}|\p{Script=Han}{2,6})([:：])(?=[^\s:：/])/u
const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', 与: 'and', OR: 'or', 或: 'or', NOT: 'not', 非: 'not' }

export interface Lexed {
  readonly items: readonly Item[]
  /** Quotation marks and parentheses without a partner, each sign once. */
  readonly unbalanced: ReadonlySet<string>
  /** Operators that stand where they can join nothing, each once: they are words. */
  readonly stray: ReadonlySet<string>
}

export function lex(query: string): Lexed {
  const scanner = new Scanner(query)
  const stray = new Set<string>()
  return { items: settle(query, scanner.scan(), stray), unbalanced: scanner.unbalanced, stray }
}

class Scanner {
  readonly #query: string
  /** Offset of every parenthesis that groups → offset of its partner. */
  readonly #partners: ReadonlyMap<number, number>
  /** Offset of every curly quotation mark that opens → offset of the one that closes. They are content once someone types straight ones. */
  readonly #quotations: ReadonlyMap<number, number>
  readonly #lastQuote: number
  readonly unbalanced = new Set<string>()
  #at = 0

  constructor(query: string) {
    this.#query = query
    this.#lastQuote = Math.max(...[...ASCII_QUOTE].map((quote) => query.lastIndexOf(quote)))
    this.#quotations = this.#lastQuote < 0 ? quotations(query, this.unbalanced) : new Map()
    this.#partners = partners(query, this.unbalanced)
  }

  scan(): Item[] {
    const items: Item[] = []
    while (this.#at < this.#query.length) {
      const character = this.#query.charAt(this.#at)
      if (BLANK.test(character)) this.#at++
      else if (this.#partners.has(this.#at)) items.push({ kind: OPEN.includes(character) ? 'open' : 'close', start: this.#at, end: ++this.#at })
      else if (MINUS.includes(character) && this.#isTermAt(this.#at + 1)) items.push({ kind: 'not', start: this.#at, end: ++this.#at })
      else items.push(this.#term())
    }
    return items
  }

  #isTermAt(at: number): boolean {
    const character = this.#query.charAt(at)
    return character !== '' && !BLANK.test(character) && !MINUS.includes(character) && !(this.#partners.has(at) && CLOSE.includes(character))
  }

  #term(): Words {
    const start = this.#at
    const field = FIELD.exec(this.#query.slice(start, start + 20))
    const value = start + (field?.[0].length ?? 0)
    const label = { field: field?.[1] ?? null, colon: field?.[2] ?? '' }
    const close = this.#closingQuote(value)
    if (close >= 0) {
      this.#at = close + 1
      return { kind: 'words', ...label, text: this.#query.slice(value + 1, close), quoted: true, start, end: this.#at }
    }
    this.#at = this.#wordEnd(value)
    return { kind: 'words', ...label, text: this.#query.slice(value, this.#at), quoted: false, start, end: this.#at }
  }

  /** Where the quotation that opens at `at` closes, or -1. */
  #closingQuote(at: number): number {
    const character = this.#query.charAt(at)
    if (character !== '' && ASCII_QUOTE.includes(character)) {
      for (let i = at + 1; i <= this.#lastQuote; i++) if (ASCII_QUOTE.includes(this.#query.charAt(i))) return i
      this.unbalanced.add(character)
      return -1
    }
    const close = this.#quotations.get(at)
    return close !== undefined && this.#isBoundary(close + 1) ? close : -1
  }

  #isBoundary(at: number): boolean {
    return at >= this.#query.length || BLANK.test(this.#query.charAt(at)) || (this.#partners.has(at) && CLOSE.includes(this.#query.charAt(at)))
  }

  /** A word ends at a blank, at a parenthesis that closes its group or stands right behind an operator, and where a quotation begins that also ends. */
  #wordEnd(from: number): number {
    let at = from + 1
    while (at < this.#query.length && !this.#isBoundary(at)) {
      const character = this.#query.charAt(at)
      if (ASCII_QUOTE.includes(character) && at < this.#lastQuote) break
      if (OPEN.includes(character) && this.#partners.has(at) && named(this.#query.slice(from, at)) !== null) break
      at++
    }
    return Math.min(at, this.#query.length)
  }
}

/** Parentheses that group: the first stands before a word or right behind an operator, the second behind a word, and something is between them. */
function partners(query: string, unbalanced: Set<string>): Map<number, number> {
  const pairs = new Map<number, number>()
  const stack: number[] = []
  const isEdge = (at: number, parentheses: string): boolean => {
    const character = query.charAt(at)
    return character === '' || BLANK.test(character) || parentheses.includes(character)
  }
  const followsOperator = (open: number): boolean => {
    const word = /(?:\p{Script=Han}|[A-Za-zＡ-Ｚ]{2,3})$/u.exec(query.slice(Math.max(0, open - 3), open))?.[0] ?? ''
    return named(word) !== null && isEdge(open - word.length - 1, OPEN + MINUS)
  }
  let quoted = false
  for (let at = 0; at < query.length; at++) {
    const character = query.charAt(at)
    if (ASCII_QUOTE.includes(character)) quoted = !quoted
    else if (!quoted && OPEN.includes(character)) stack.push(at)
    else if (!quoted && CLOSE.includes(character)) {
      const open = stack.pop()
      if (open === undefined) unbalanced.add(character)
      if (open === undefined || !(isEdge(open - 1, OPEN + MINUS) || followsOperator(open)) || !isEdge(at + 1, CLOSE)) continue
      if (query.slice(open + 1, at).trim() === '') continue
      pairs.set(open, at).set(at, open)
    }
  }
  for (const at of stack) unbalanced.add(query.charAt(at))
  return pairs
}

function quotations(query: string, unbalanced: Set<string>): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: { readonly at: number; readonly closing: string }[] = []
  for (let at = 0; at < query.length; at++) {
    const character = query.charAt(at)
    const closing = PAIRS[character]
    if (closing !== undefined) open.push({ at, closing })
    else if (open.at(-1)?.closing === character) pairs.set(open.pop()?.at ?? at, at)
  }
  for (const { at } of open) unbalanced.add(query.charAt(at))
  return pairs
}

const isOperand = (item: Item | undefined): boolean => item !== undefined && (item.kind === 'words' || item.kind === 'open' || item.kind === 'not')

/** Makes operators of the words that stand where operators can, and words of the signs that stand where they cannot. Last to first: what follows is already known. */
function settle(query: string, items: readonly Item[], stray: Set<string>): Item[] {
  const settled: Item[] = []
  for (const [i, item] of [...items.entries()].reverse()) {
    const { start, end } = item
    const operator = operatorOf(item)
    const hasOperand = isOperand(settled.at(-1))
    if (operator === 'not' && hasOperand) settled.push({ kind: 'not', start, end })
    else if ((operator === 'and' || operator === 'or') && hasOperand && endsOperand(items[i - 1])) settled.push({ kind: operator, start, end })
    else {
      if (item.kind === 'words' && operator !== null) stray.add(item.text)
      settled.push(operator === null ? item : { kind: 'words', field: null, colon: '', text: query.slice(start, end), quoted: false, start, end })
    }
  }
  return settled.reverse()
}

function operatorOf(item: Item): 'and' | 'or' | 'not' | null {
  if (item.kind === 'not') return 'not'
  if (item.kind !== 'words' || item.quoted || item.field !== null) return null
  return named(item.text)
}

const named = (word: string): 'and' | 'or' | 'not' | null => OPERATORS[word.normalize('NFKC')] ?? null

/** A word that could itself be an operator does not count: of `AND AND AND` nothing is one. */
const endsOperand = (item: Item | undefined): boolean => item !== undefined && (item.kind === 'close' || (item.kind === 'words' && operatorOf(item) === null))
