import type { PracticeId } from '../../../../electron/contract/practice-tag.ts'

const MOST = 4

/** The tags a row has room for: practices of the first level before sub-practices, each in the order of the taxonomy. */
export function tagsToShow(practices: readonly PracticeId[]): { readonly shown: readonly PracticeId[]; readonly rest: readonly PracticeId[] } {
  const ordered = [...practices.filter((id) => !id.includes('.')), ...practices.filter((id) => id.includes('.'))]
  return { shown: ordered.slice(0, MOST), rest: ordered.slice(MOST) }
}
