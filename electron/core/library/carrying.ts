/** What people tied to words of a text follows them through every edit: passages of practices and of labels, and decisions on facts. */
import type { LabelId } from '../../contract/labels.ts'
import type { LostSpan } from '../../contract/library.ts'
import type { PracticeId } from '../../contract/practice-tag.ts'
import { labelsOf } from '../describing/labels.ts'
import { carrier, type Anchored } from './anchoring.ts'
import { nameOf } from './card.ts'
import type { Held } from './held.ts'
import type { Shelf } from './shelf.ts'

export const labelName = ({ reads }: Pick<Shelf, 'reads'>, label: LabelId): string => labelsOf(reads.taxonomy.steps()).find(({ id }) => id === label)?.name ?? '已删除的标签'

export const evidenceOf = ({ rules }: Pick<Shelf, 'rules'>, practice: PracticeId): string => `“${rules().labelOf(practice)}”的依据`

/** What people said of an entry that goes to the trash as a whole: its words lie there with it. */
export function wordsThatGo(shelf: Shelf, seq: number): readonly LostSpan[] {
  const { reads } = shelf
  const { labelOf } = shelf.rules()
  const standing = <T extends Anchored>(all: readonly T[]): readonly T[] => all.filter(({ lost }) => !lost)
  return [
    ...reads.practices.decisions(seq).map(({ by, practice }): LostSpan => ({ what: 'word', label: `${by}对“${labelOf(practice)}”的判断`, quote: '' })),
    ...standing(reads.practices.passages(seq)).map(({ practice, quote }): LostSpan => ({ what: 'passage', label: evidenceOf(shelf, practice), quote })),
    ...standing(reads.facts.decisions(seq)).map(({ value, quote }): LostSpan => ({ what: 'fact', label: nameOf(value), quote })),
    ...standing(reads.labels.ofEntry(seq)).map(({ label, quote }): LostSpan => ({ what: 'label', label: labelName(shelf, label), quote })),
  ]
}

/** From the former body to the new one. Answers whose words are gone. */
export function carryWords(shelf: Shelf, seq: number, before: string, after: string, held: Held): readonly LostSpan[] {
  if (before === after) return []
  const { reads, writes } = shelf
  const carry = carrier(before, after)
  const follow = <T extends Anchored & { readonly id: string }>(all: readonly T[], move: (one: T) => void, tell: (one: T) => Pick<LostSpan, 'what' | 'label'>): LostSpan[] =>
    all.flatMap((one) => {
      const next = carry(one, held.passages.find(({ id }) => id === one.id)?.span)
      move(next)
      return next.lost && !one.lost ? [{ ...tell(one), quote: one.quote }] : []
    })
  return [
    ...follow(reads.practices.passages(seq), writes.practices.movePassage, ({ practice }) => ({ what: 'passage', label: evidenceOf(shelf, practice) })),
    ...follow(reads.facts.decisions(seq), writes.facts.move, ({ value }) => ({ what: 'fact', label: nameOf(value) })),
    ...follow(reads.labels.ofEntry(seq), writes.labels.move, ({ label }) => ({ what: 'label', label: labelName(shelf, label) })),
  ]
}
