/** What a person took back stays taken back: a file of earlier days does not bring it in again. */
import type { Anchored } from './anchoring.ts'
import type { FactDecision } from './card.ts'
import type { Signed } from './judgements.ts'
import type { LabelledPassage } from './repositories/labels.ts'
import type { Shelf } from './shelf.ts'
import type { Decision, Passage } from './showing.ts'

/** What a word is about, as whatever library it comes from names it. One of several passages is named by its moment, too. */
export const itemOf = {
  decision: ({ practice }: Pick<Decision, 'practice'>): string => JSON.stringify(['practice', practice]),
  passage: ({ practice, quote, at }: Pick<Passage, 'practice' | 'quote' | 'at'>): string => JSON.stringify(['passage', practice, quote, at]),
  label: ({ label, quote, at }: Pick<LabelledPassage, 'label' | 'quote' | 'at'>): string => JSON.stringify(['label', label, quote, at]),
  fact: ({ subject, value, found, reading, quote }: Pick<FactDecision, 'subject' | 'value' | 'found' | 'reading'> & Pick<Anchored, 'quote'>): string => JSON.stringify(subject === '' ? ['fact', value.kind, found, reading, quote] : ['fact', subject]),
}

type Word = Pick<Signed, 'by' | 'at'>

/** Inside the transaction of the step that puts `after` in the place of `before`. */
export function noteWithdrawn<T extends Word>({ clock, writes }: Shelf, seq: number, item: (word: T) => string, before: T | null, after: T | null): void {
  if (after !== null) writes.judgements.said(seq, item(after), after.by)
  if (before === null || (after?.by === before.by && item(after) === item(before))) return
  const now = clock.at()
  // The clock that dated it may be ahead.
  writes.judgements.withdrawn(seq, item(before), before.by, before.at > now ? before.at : now)
}
