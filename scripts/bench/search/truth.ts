/** What holds a phrase, found by looking through all texts: plain substring search in folded text that cuts no run of letters and digits. */
import { foldText } from '../../../electron/core/language/fold.ts'
import { type Texts, titleOf } from './shelf.ts'

const isAlphanumeric = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign) && !/\p{Script=Han}/u.test(sign)
/** `12` and `345` of 12345, and the two sides of a decimal point, belong together. */
function joined(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  if (isAlphanumeric(before) && isAlphanumeric(after)) return true
  const isDigit = (sign: string): boolean => /\p{Nd}/u.test(sign)
  return (after === '.' && isDigit(before) && isDigit(text.charAt(at + 1))) || (before === '.' && isDigit(after) && isDigit(text.charAt(at - 2)))
}

function holds(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) if (!joined(text, at) && !joined(text, at + phrase.length)) return true
  return false
}

/** For each phrase the entries of the first `documents` that hold it. */
export function truthOf(phrases: readonly string[], documents: number, texts: Texts): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map(phrases.map((phrase) => [phrase, new Set<number>()]))
  const folded = phrases.map((phrase) => [phrase, foldText(phrase)] as const)
  for (let at = 0; at < documents; at += 500) {
    for (const row of texts.page(at, Math.min(500, documents - at))) {
      const [title, body] = [foldText(titleOf(row)), foldText(row.body)]
      for (const [phrase, text] of folded) if (holds(body, text) || holds(title, text)) found.get(phrase)?.add(row.seq)
    }
  }
  return found
}

export interface Quality {
  readonly recall: number
  readonly precision: number
  readonly unanswered: number
}

/** Means over the phrases that stand somewhere (recall) and over those that found something (precision). */
export function quality(truth: ReadonlyMap<string, ReadonlySet<number>>, upTo: number, ask: (phrase: string) => readonly number[] | null): Quality {
  const recalls: number[] = []
  const precisions: number[] = []
  let unanswered = 0
  for (const [phrase, all] of truth) {
    const right = new Set([...all].filter((seq) => seq <= upTo))
    const found = ask(phrase)
    if (found === null) unanswered++
    const hits = (found ?? []).filter((seq) => right.has(seq)).length
    if (right.size > 0) recalls.push(hits / right.size)
    if (found !== null && found.length > 0) precisions.push(hits / found.length)
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return { recall: mean(recalls), precision: mean(precisions), unanswered }
}
