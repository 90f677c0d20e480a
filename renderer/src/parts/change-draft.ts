/** What a person fills in to change the taxonomy, and the change it states. Pure. */
import type { Practice, PracticeId } from '../../../electron/contract/practices.ts'
import { TaxonomyChange } from '../../../electron/contract/taxonomy.ts'

export type ChangeType = TaxonomyChange['type']
export const CHANGE_TYPES = ['words', 'define', 'rename', 'add', 'move', 'merge', 'retire'] as const satisfies readonly ChangeType[]

/** As the form holds it: lists are lines. */
export interface ChangeDraft {
  readonly type: ChangeType
  readonly id: PracticeId
  /** Of `add`: among the practices of the first level rather than under `id`. */
  readonly top?: boolean | undefined
  readonly label?: string | undefined
  readonly zh?: string | undefined
  readonly definition?: string | undefined
  readonly counts?: string | undefined
  readonly countsNot?: string | undefined
  readonly strong?: string | undefined
  readonly weak?: string | undefined
  readonly negative?: string | undefined
  /** Of `move` and `merge`: where to; null for the first level. */
  readonly to?: PracticeId | null | undefined
  readonly list?: 'strong' | 'weak' | 'negative' | undefined
}

export function draftFor(type: ChangeType, practice: Practice, word?: string): ChangeDraft {
  const { id, label, zh, definition, counts, countsNot, strong, weak, negative } = practice
  const lines = (words: readonly string[]): string => words.join('\n')
  switch (type) {
    case 'rename':
      return { type, id, label, zh }
    case 'define':
      return { type, id, definition, counts: lines(counts), countsNot: lines(countsNot) }
    case 'words':
      return { type, id, list: 'strong', strong: lines(word === undefined ? strong : [...strong, word]), weak: lines(weak), negative: lines(negative) }
    case 'add':
      return { type, id, top: practice.parent !== null, label: '', zh: '', definition: '', strong: '', weak: '' }
    default:
      return { type, id }
  }
}

const linesOf = (text: string | undefined): string[] => [...new Set((text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== ''))]

/** null while the form states nothing that could be done. */
export function changeOf(draft: ChangeDraft, practice: Practice): TaxonomyChange | null {
  const { type, id } = draft
  const said = (text: string | undefined): string => text?.trim() ?? ''
  const whole = (): unknown => {
    switch (type) {
      case 'add':
        return { type, id, parent: draft.top === true ? null : (practice.parent ?? id), label: said(draft.label), zh: said(draft.zh) || said(draft.label), definition: said(draft.definition), strong: linesOf(draft.strong), weak: linesOf(draft.weak) }
      case 'rename':
        return { type, id, label: said(draft.label), zh: said(draft.zh) || said(draft.label) }
      case 'define':
        return { type, id, definition: said(draft.definition), counts: linesOf(draft.counts), countsNot: linesOf(draft.countsNot) }
      case 'move':
        return draft.to === undefined ? null : { type, id, parent: draft.to }
      case 'merge':
        return draft.to === undefined || draft.to === null ? null : { type, id, into: draft.to }
      case 'retire':
        return { type, id }
      case 'words': {
        const list = draft.list ?? 'strong'
        const now = linesOf(draft[list])
        const [add, remove] = [now.filter((word) => !practice[list].includes(word)), practice[list].filter((word) => !now.includes(word))]
        return add.length + remove.length === 0 ? null : { type, id, list, add, remove }
      }
    }
  }
  return TaxonomyChange.safeParse(whole()).data ?? null
}
