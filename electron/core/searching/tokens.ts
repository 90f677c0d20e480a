/**
 * Tokens of the index (decision 0510). A Han run c1…cn gives c1c2 … c(n-1)cn and at last cn; a run of letters and digits
 * gives one token, and one more that bridges to a Han character right behind it; every other sign gives a token of its own.
 * So neighbouring tokens stand for neighbouring characters, and a phrase of tokens is found exactly where its text stands.
 */
import { isAlphanumeric, isDigit, isHan } from '../language/characters.ts'
import { foldText } from '../language/fold.ts'
import type { IndexText } from '../jobs/prepared.ts'
import type { EntryText } from './entry.ts'

/** Raised whenever the same folded text gives different tokens than before. */
export const TOKEN_VERSION = 1

/** Longer runs of letters and digits (an encoded picture, say) are told apart by their beginning only. */
export const RUN_LIMIT = 64
const FULL_STOP = 46

export interface Run {
  readonly kind: 'han' | 'alphanumeric' | 'sign'
  readonly start: number
  readonly end: number
}

/** Cuts folded text into runs that cover it. */
export function* runs(text: string): Generator<Run> {
  for (let start = 0; start < text.length; ) {
    const run = runAt(text, start)
    yield run
    start = run.end
  }
}

const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? 0
const widthOf = (code: number): number => (code > 0xffff ? 2 : 1)

function runAt(text: string, start: number): Run {
  const code = codeAt(text, start)
  if (isHan(code)) return { kind: 'han', start, end: hanEnd(text, start) }
  if (isAlphanumeric(code)) return { kind: 'alphanumeric', start, end: alphanumericEnd(text, start) }
  return { kind: 'sign', start, end: start + widthOf(code) }
}

function hanEnd(text: string, from: number): number {
  let at = from
  for (let code = codeAt(text, at); at < text.length && isHan(code); code = codeAt(text, at)) at += widthOf(code)
  return at
}

/** Letters and digits; a decimal point between two digits belongs to them. */
function alphanumericEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    while (at < text.length && isAlphanumeric(text.charCodeAt(at))) at++
    if (text.charCodeAt(at) !== FULL_STOP || !isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at + 1))) return at
    at++
  }
}

export const runToken = (run: string): string => run.slice(0, RUN_LIMIT).replaceAll('.', '_')
export const signToken = (code: number): string => `_${code.toString(16)}`

/** What the index holds of one entry. Headings, keywords and notes are parted by a sign, so that no phrase runs from one into the next. */
export function indexText(input: Omit<EntryText, 'seq'>): IndexText {
  const title = separate([input.title, ...input.headings])
  const body = foldText(input.body)
  const notes = separate(input.notes)
  return { title: indexTokens(title), keywords: keywordTokens(input.keywords), body: indexTokens(body), notes: indexTokens(notes), characters: distinctHan(title + body + notes) }
}

/** The keyword field by itself, for an entry that has other keywords now. */
export const keywordTokens = (keywords: readonly string[]): string => indexTokens(separate(keywords))

const separate = (texts: readonly string[]): string => texts.map(foldText).join('|')

/** The index tokens of folded text, joined by blanks. */
export function indexTokens(text: string): string {
  const tokens = new TokenWriter(text.length)
  let run = ''
  for (let at = 0; at < text.length; ) {
    const code = codeAt(text, at)
    if (isHan(code)) {
      if (run !== '') tokens.word(`${run}_${String.fromCodePoint(code)}`)
      at = writeHan(text, at, tokens)
      run = ''
    } else if (isAlphanumeric(code)) {
      const end = alphanumericEnd(text, at)
      run = runToken(text.slice(at, end))
      tokens.word(run)
      at = end
    } else {
      tokens.word(signToken(code))
      at += widthOf(code)
      run = ''
    }
  }
  return tokens.toString()
}

/** Writes the pairs and the last character of the Han run at `from`; answers where it ends. */
function writeHan(text: string, from: number, tokens: TokenWriter): number {
  let previous = from
  let at = from + widthOf(codeAt(text, from))
  while (at < text.length) {
    const code = codeAt(text, at)
    if (!isHan(code)) break
    const end = at + widthOf(code)
    tokens.piece(text, previous, end)
    previous = at
    at = end
  }
  tokens.piece(text, previous, at)
  return at
}

const BLANK = 32
const decoder = new TextDecoder('utf-16le')

/** Collects tokens in one array of UTF-16 units: joining hundreds of thousands of small strings takes three times as long. */
class TokenWriter {
  #units: Uint16Array
  #length = 0

  constructor(characters: number) {
    this.#units = new Uint16Array(characters * 4 + 256)
  }

  word(token: string): void {
    this.piece(token, 0, token.length)
  }

  /** `text` from `start` to `end` as one token. */
  piece(text: string, start: number, end: number): void {
    if (this.#length + end - start + 1 > this.#units.length) this.#grow(end - start + 1)
    for (let at = start; at < end; at++) this.#units[this.#length++] = text.charCodeAt(at)
    this.#units[this.#length++] = BLANK
  }

  toString(): string {
    return decoder.decode(this.#units.subarray(0, Math.max(0, this.#length - 1)))
  }

  #grow(by: number): void {
    const larger = new Uint16Array(this.#units.length * 2 + by)
    larger.set(this.#units)
    this.#units = larger
  }
}

/** The text in which each basic-plane character was last met, by its number: a set that needs no emptying. */
const met = new Uint32Array(0x10000)
let texts = 0

/** Distinct Han characters, joined by blanks: one-character queries are answered from them. */
function distinctHan(text: string): string {
  texts = texts === 0xffffffff ? 1 : texts + 1
  const found: string[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (met[unit] === texts) continue
    if (isHan(unit)) {
      met[unit] = texts
      found.push(text.charAt(at))
    } else if (unit >= 0xd800 && unit <= 0xdbff) {
      const code = codeAt(text, at)
      if (isHan(code)) found.push(String.fromCodePoint(code))
    }
  }
  return found.join(' ')
}
