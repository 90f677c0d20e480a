/** Entries as comparing sees them. */
import { EntryId, type Origin } from '../../../electron/contract/entry.ts'
import { PracticeId, type Evidence, type PracticeTag, type Strength, type TagState } from '../../../electron/contract/practice-tag.ts'
import { comparedTag, type ComparedEntry } from '../../../electron/core/comparing/index.ts'

export const grid = PracticeId.parse('grid')
export const police = PracticeId.parse('grid.police')

/** The nth entry that came into the library. */
export const idOf = (n: number): EntryId => EntryId.parse(`01ARZ3NDEKTSV4RRFFQ69G5F${String(n).padStart(2, '0')}`)

export interface SentenceParts {
  readonly start?: number
  readonly marks?: number
  readonly passage?: string | null
}
export function sentence(text: string, { start = 0, marks = 1, passage = null }: SentenceParts = {}): Evidence {
  return { start, end: start + text.length, text, trigger: marks === 0 ? null : '网格', marks: Array.from({ length: marks }, (_, n) => ({ start: start + n, end: start + n + 1 })), passage }
}

export type TagParts = Pick<PracticeTag, 'strength' | 'state' | 'evidence' | 'inTitle'>
export const tag = (strength: Strength, state: TagState, ...evidence: Evidence[]): TagParts => ({ strength, state, evidence, inTitle: [] })

export interface EntryParts {
  readonly origin?: Origin
  readonly incomplete?: boolean
  readonly current?: boolean
  readonly tag?: TagParts | null
}
/** An imported, complete entry, tagged under today's rules, unless told otherwise. */
export const entry = (n: number, { origin = 'imported', incomplete = false, current = true, tag: own = null }: EntryParts = {}): ComparedEntry => ({
  id: idOf(n), origin, incomplete, current, tags: new Map(own === null ? [] : [[grid, comparedTag(idOf(n), own)]]),
})
