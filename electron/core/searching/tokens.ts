/**
 * Tokens of the index (decision 0510). A Han run c1…cn gives c1c2 … c(n-1)cn and at last cn; a run of letters and digits
 * gives one token, and one more that bridges to a Han character right behind it; every other sign gives a token of its own.
 * So neighbouring tokens stand for neighbouring characters, and a phrase of tokens is found exactly where its text stands.
 */
import { isAlphanumeric, isDigit, isHan } from '../language/characters.ts'
import { foldText } from '../language/fold.ts'
import type { IndexText } from '../jobs/prepared.ts'

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

const codeAt = (text: string, at: number): number => text.codePointAt(at) ?? 0
const widthOf = (code: number): number => (code > 0xffff ? 2 : 1)

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

/** Cuts folded text into runs that cover it. */
export function* runs(text: string): Generator<Run> {
  for (let start = 0; start < text.length; ) {
    const run = runAt(text, start)
    yield run
    start = run.end
  }
}

function runAt(text: string, start: number): Run {
  const code = codeAt(text, start)
  if (isHan(code)) return { kind: 'han', start, end: hanEnd(text, start) }
  if (isAlphanumeric(code)) return { kind: 'alphanumeric', start, end: alphanumericEnd(text, start) }
  return { kind: 'sign', start, end: start + widthOf(code) }
}

export const runToken = (run: string): string => run.slice(0, RUN_LIMIT).replaceAll('.', '_')
export const signToken = (code: number): string => `_${code.toString(16)}`

/** The index tokens of folded text, joined by blanks. */
export function indexTokens(text: string): string {
  let tokens = ''
  let run = ''
  let at = 0
  while (at < text.length) {
    const code = codeAt(text, at)
    if (isHan(code)) {
      if (run !== '') tokens += `${run}_${String.fromCodePoint(code)} `
      let previous = at
      at += widthOf(code)
      while (at < text.length) {
        const next = codeAt(text, at)
        if (!isHan(next)) break
        const end = at + widthOf(next)
        tokens += text.slice(previous, end) + ' '
        previous = at
        at = end
      }
      tokens += text.slice(previous, at) + ' '
      run = ''
    } else if (isAlphanumeric(code)) {
      const end = alphanumericEnd(text, at)
      run = runToken(text.slice(at, end))
      tokens += run + ' '
      at = end
    } else {
      tokens += signToken(code) + ' '
      at += widthOf(code)
      run = ''
    }
  }
  return tokens.trimEnd()
}

/** Distinct Han characters, joined by blanks: one-character queries are answered from them. */
function distinctHan(...texts: readonly string[]): string {
  const found = new Set<string>()
  for (const text of texts) for (const character of text) if (isHan(character.codePointAt(0) ?? 0)) found.add(character)
  return [...found].join(' ')
}

/** What the index holds of one entry. Keywords are parted by a sign, so that no phrase runs from one into the next. */
export function indexText(input: { readonly title: string; readonly keywords: readonly string[]; readonly body: string }): IndexText {
  const title = foldText(input.title)
  const body = foldText(input.body)
  return { title: indexTokens(title), keywords: indexTokens(input.keywords.map(foldText).join('|')), body: indexTokens(body), characters: distinctHan(title, body) }
}
