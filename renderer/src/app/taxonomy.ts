/** The taxonomy as the window uses it: names in the person's language, practices with what lies under them. */
import type { Practice, PracticeId } from '../../../electron/contract/practices.ts'

export interface Taxonomy {
  /** In its order, sub-practices after their practice. */
  readonly practices: readonly Practice[]
  readonly get: (id: PracticeId) => Practice | undefined
  /** The short label; the id itself where the taxonomy does not know it. */
  readonly label: (id: PracticeId) => string
  /** Of null: the practices of the first level. */
  readonly under: (id: PracticeId | null) => readonly Practice[]
}

export const NONE: readonly Practice[] = []

export function taxonomyOf(practices: readonly Practice[], language: 'zh' | 'en'): Taxonomy {
  const byId = new Map(practices.map((practice) => [practice.id, practice]))
  const under = Map.groupBy(practices, ({ parent }) => parent)
  return {
    practices,
    get: (id) => byId.get(id),
    label: (id) => byId.get(id)?.[language === 'en' ? 'labelEn' : 'label'] ?? id,
    under: (id) => under.get(id) ?? NONE,
  }
}
