import type { PracticeId } from '../../../../../electron/contract/practice-tag.ts'

const MOST = 4

/** The tags a row has room for: practices of the first level before sub-practices, each in the order of the taxonomy. `rest` are practices, as the reader counts them. */
export function tagsToShow(practices: readonly PracticeId[]): { readonly shown: readonly PracticeId[]; readonly rest: readonly PracticeId[] } {
  const tops = practices.filter((id) => !id.includes('.'))
  return { shown: [...tops, ...practices.filter((id) => id.includes('.'))].slice(0, MOST), rest: tops.slice(MOST) }
}
