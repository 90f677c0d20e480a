/** Entries in portions that are written in one transaction each. */
import type { IndexEntry } from './entry.ts'

/** Characters of tokens. */
const PORTION = 200_000

export function* portions(entries: readonly IndexEntry[]): Generator<IndexEntry[]> {
  let portion: IndexEntry[] = []
  let size = 0
  for (const entry of entries) {
    portion.push(entry)
    size += entry.index.body.length
    if (size < PORTION) continue
    yield portion
    portion = []
    size = 0
  }
  if (portion.length > 0) yield portion
}
