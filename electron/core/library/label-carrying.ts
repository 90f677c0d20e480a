/** Passages that have a label follow their words through every edit of the text. */
import type { LabelId } from '../../contract/labels.ts'
import type { LostSpan } from '../../contract/library.ts'
import { labelsOf } from '../describing/labels.ts'
import { anchored, relocator, standsAt } from './anchoring.ts'
import type { Shelf } from './shelf.ts'

export const labelName = ({ reads }: Pick<Shelf, 'reads'>, label: LabelId): string => labelsOf(reads.taxonomy.steps()).find(({ id }) => id === label)?.name ?? '已删除的标签'

/** Passages of the former body in the new one. One whose words are gone is marked as lost, and looked for again with every later change. */
export function carryLabels(shelf: Shelf, seq: number, before: string, after: string): readonly LostSpan[] {
  const stored = shelf.reads.labels.ofEntry(seq)
  if (stored.length === 0 || before === after) return []
  const find = relocator(before, after)
  return stored.flatMap((passage): LostSpan[] => {
    const at = passage.lost ? standsAt(after, passage) : find(passage.span)
    const there = at !== null && after.slice(at.start, at.end) === passage.quote ? at : standsAt(after, passage)
    shelf.writes.labels.move(there === null ? { ...passage, lost: true } : { ...passage, ...anchored(after, there), lost: false })
    return there === null && !passage.lost ? [{ what: 'label', label: labelName(shelf, passage.label), quote: passage.quote }] : []
  })
}
