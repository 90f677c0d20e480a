/** What stands in the margin (页边) beside a text: practices and labels that people gave its passages, and on demand what rules found. Pure. */
import type { Span } from '../../../../../../electron/contract/entry.ts'
import type { LabelId, LabelPassage } from '../../../../../../electron/contract/labels.ts'
import type { PracticeId, PracticeTag } from '../../../../../../electron/contract/practice-tag.ts'
import { topOf } from '../../../../app/practice-colours.ts'

export interface Note extends Span {
  readonly key: string
  readonly of: { readonly kind: 'practice'; readonly id: PracticeId } | { readonly kind: 'label'; readonly id: LabelId }
  readonly text: string
  /** The 署名; null for what rules found. */
  readonly by: string | null
  /** Names the passage, so that it can be taken back; null for what rules found. */
  readonly passage: string | null
}

/** In the order of the text; at one place practices before labels. Of a sub-practice and its practice that rules found in one sentence, the sub-practice stands. */
export function notesOf(tags: readonly PracticeTag[], labelled: readonly LabelPassage[], rules: boolean): readonly Note[] {
  const standing = tags.filter(({ state }) => state !== 'rejected')
  const chosen = standing.flatMap(({ id, decided, evidence }) =>
    evidence.flatMap(({ start, end, text, passage }): Note[] => (passage === null ? [] : [{ key: passage, of: { kind: 'practice', id }, start, end, text, by: decided?.by ?? '', passage }])))
  const labels = labelled.flatMap(({ id, label, start, end, text, lost, by }): Note[] => (lost ? [] : [{ key: id, of: { kind: 'label', id: label }, start, end, text, by, passage: id }]))
  return [...withoutParents(chosen), ...(rules ? foundByRules(standing) : []), ...labels].toSorted((a, b) => a.start - b.start || a.end - b.end)
}

/** A practice holds the passages of its sub-practices, too: they are named once, by the sub-practice. */
const withoutParents = (notes: readonly Note[]): readonly Note[] => notes.filter((note) => !notes.some((other) => other !== note && other.start === note.start && other.end === note.end && other.of.id !== note.of.id && topOf(other.of.id) === note.of.id))

function foundByRules(tags: readonly PracticeTag[]): readonly Note[] {
  return withoutParents(tags.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ start, end, text, passage }): Note[] => (passage === null ? [{ key: `${id} ${String(start)}-${String(end)}`, of: { kind: 'practice', id }, start, end, text, by: null, passage: null }] : []))))
}
