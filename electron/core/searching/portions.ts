/** Entries in portions that are written in one transaction each. */
import type { IndexEntry } from './entry.ts'

/** Characters of tokens: written and joined in some ten milliseconds, after which whoever asks is answered first. */
const PORTION = 40_000

/** So many short ones at most. */
const MOST = 64

/** Characters of tokens of these entries. */
export const sizeOf = (entries: readonly IndexEntry[]): number => entries.reduce((sum, { index }) => sum + index.body.length, 0)

export function* portions(entries: readonly IndexEntry[]): Generator<IndexEntry[]> {
  let portion: IndexEntry[] = []
  for (const entry of entries) {
    portion.push(entry)
    if (portion.length < MOST && sizeOf(portion) < PORTION) continue
    yield portion
    portion = []
  }
  if (portion.length > 0) yield portion
}
