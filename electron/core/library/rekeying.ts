/** Keywords follow the dictionary: texts that hold a changed word get theirs anew. No revision grows by it, and the text stays as it is. */
import type { KeywordsOf } from './revising.ts'
import type { Shelf } from './shelf.ts'

export interface Rekeyed {
  /** Entries that were looked at, rising; empty when none is left. */
  readonly looked: readonly number[]
  /** Those that hold one of the words, whether their keywords are others now or not. */
  readonly holding: readonly number[]
  /** How many of them have other keywords. */
  readonly changed: number
  /** Why texts could not be cut: their keywords stay as they were. */
  readonly failed: readonly unknown[]
}

const MOST_LOOKED = 64

/** Looks at the entries after `after`: at most 64, and no more once `milliseconds` have passed. `holds` tells of a text whether it is cut otherwise now. */
export function rekeyGroup({ connection, reads, writes }: Shelf, after: number, holds: (text: string) => boolean, keywordsOf: KeywordsOf, milliseconds: number): Rekeyed {
  const until = performance.now() + milliseconds
  const holding: number[] = []
  const others: { readonly seq: number; readonly keywords: readonly string[] }[] = []
  const looked: number[] = []
  const failed: unknown[] = []
  for (const { seq, title, body, keywords } of reads.entries.keyed(after, MOST_LOOKED)) {
    looked.push(seq)
    if (!holds(title) && !holds(body)) continue
    try {
      const now = keywordsOf(title, body)
      holding.push(seq)
      if (now.join('\n') !== keywords.join('\n')) others.push({ seq, keywords: now })
    } catch (error) {
      failed.push(error)
    }
    if (performance.now() >= until) break
  }
  if (others.length > 0) {
    connection.write(() => {
      for (const { seq, keywords: now } of others) writes.entries.rekey(seq, now)
    })
  }
  return { looked, holding, changed: others.length, failed }
}
