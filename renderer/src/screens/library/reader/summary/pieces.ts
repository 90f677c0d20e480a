/** A stretch of text cut at its figures. */
import type { Figure } from '../../../../../../electron/contract/summary.ts'

export interface Piece {
  readonly start: number
  readonly text: string
  readonly figure: Figure | null
}

/** `start` is where `text` begins in what the figures count from; they are in order. */
export function pieces(text: string, start: number, figures: readonly Figure[]): readonly Piece[] {
  const cut: Piece[] = []
  let at = start
  const add = (to: number, figure: Figure | null): void => {
    if (to > at) cut.push({ start: at, text: text.slice(at - start, to - start), figure })
    at = Math.max(at, to)
  }
  for (const figure of figures) {
    if (figure.start < at || figure.end > start + text.length) continue
    add(figure.start, null)
    add(figure.end, figure)
  }
  add(start + text.length, null)
  return cut
}
