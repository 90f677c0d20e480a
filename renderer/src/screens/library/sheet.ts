/** A list known in pages, with holes where nobody has looked yet. */
import type { EntryId } from '../../../../electron/contract/entry.ts'
import type { Hit } from '../../../../electron/contract/searching.ts'

export interface Sheet {
  readonly count: number
  readonly hitAt: (index: number) => Hit | undefined
  /** -1 when the entry is not in the pages that are known. */
  readonly indexOf: (id: EntryId) => number
}

/** `total` may be an estimate: a known page that is not full is the last, unless it is the `head` of one that is still to come. */
export function sheetOf(size: number, total: number, pages: ReadonlyMap<number, readonly Hit[]>, head = false): Sheet {
  const ends = [...pages].filter(([page, hits]) => hits.length < size && !(head && page === 0)).map(([page, hits]) => page * size + hits.length)
  const count = Math.min(total, ...ends)
  const places = new Map<EntryId, number>()
  for (const [page, hits] of pages) hits.forEach((hit, i) => places.set(hit.id, page * size + i))
  return { count, hitAt: (index) => (index < count ? pages.get(Math.floor(index / size))?.[index % size] : undefined), indexOf: (id) => places.get(id) ?? -1 }
}

/** The pages that hold the rows `from` to `to`, and the one behind them. */
export function pagesFor(from: number, to: number, size: number): readonly number[] {
  const first = Math.max(0, Math.floor(from / size))
  const last = Math.floor((to + size / 2) / size)
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
