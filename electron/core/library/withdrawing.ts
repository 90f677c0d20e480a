/** A passage that somebody took away stays away: a file of earlier days does not bring it in again. */
import type { Signed } from './judgements.ts'
import type { LabelledPassage } from './repositories/labels.ts'
import type { Shelf } from './shelf.ts'
import type { Passage } from './showing.ts'

/** Which passage it is, in whatever library: its moment tells it from others of the same words. */
export const itemOf = {
  passage: ({ practice, quote, at }: Pick<Passage, 'practice' | 'quote' | 'at'>): string => JSON.stringify(['passage', practice, quote, at]),
  label: ({ label, quote, at }: Pick<LabelledPassage, 'label' | 'quote' | 'at'>): string => JSON.stringify(['label', label, quote, at]),
}

/** Inside the transaction of the step that puts `after` in the place of `before`. */
export function noteWithdrawn<T extends Pick<Signed, 'by' | 'at'>>({ clock, writes }: Shelf, seq: number, item: (passage: T) => string, before: T | null, after: T | null): void {
  if (after !== null) writes.judgements.said(seq, item(after), after.by)
  if (before !== null && (after === null || item(after) !== item(before))) writes.judgements.withdrawn(seq, item(before), before.by, clock.at())
}
