/** A stretch of text cut at what is set into it. */
import type { Span } from '../../../../../../electron/contract/entry.ts'

export interface Piece<T> {
  readonly start: number
  readonly text: string
  /** What this piece is, when it is more than text. */
  readonly inset: T | null
}

/** `start` is where `text` begins in what the insets count from. They are in order; one that begins inside another is left out, an empty one is a place between two letters. */
export function pieces<T extends Span>(text: string, start: number, insets: readonly T[]): readonly Piece<T>[] {
  const cut: Piece<T>[] = []
  const end = start + text.length
  let at = start
  const add = (to: number, inset: T | null): void => {
    if (to > at || inset !== null) cut.push({ start: at, text: text.slice(at - start, to - start), inset })
    at = Math.max(at, to)
  }
  for (const inset of insets) {
    if (inset.start < at || inset.end > end) continue
    add(inset.start, null)
    add(inset.end, inset)
  }
  add(end, null)
  return cut
}
