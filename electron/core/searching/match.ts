/** Where folded text holds a needle. This is the truth the index is measured against: a substring that cuts no run of letters or digits. */
import { insideRun } from '../language/characters.ts'

export interface Needle {
  /** Folded. */
  readonly text: string
  /** The run at its end may go on. */
  readonly prefix: boolean
}

/** The first occurrence at or after `from`, or -1. */
export function find(text: string, needle: Needle, from = 0): number {
  if (needle.text === '') return -1
  for (let at = text.indexOf(needle.text, from); at >= 0; at = text.indexOf(needle.text, at + 1)) {
    if (!insideRun(text, at) && (needle.prefix || !insideRun(text, at + needle.text.length))) return at
  }
  return -1
}

/** Starts of the occurrences, in order, none overlapping another; at most `limit`. */
export function occurrences(text: string, needle: Needle, limit = Infinity): number[] {
  const found: number[] = []
  for (let at = find(text, needle); at >= 0 && found.length < limit; at = find(text, needle, at + needle.text.length)) found.push(at)
  return found
}
