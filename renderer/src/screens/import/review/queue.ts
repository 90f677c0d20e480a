/** The articles of a batch as one goes through them, known in pages with holes where nobody has looked yet. */
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { QueueItem, QueuePage, QueuePlace } from '../../../../../electron/contract/queue.ts'

/** Articles to a page. */
export const PAGE = 50

export interface Queue {
  readonly count: number
  readonly itemAt: (index: number) => QueueItem | undefined
  /** -1 when the article is not in the pages that are known. */
  readonly indexOf: (id: EntryId) => number
}

export function queueOf(pages: ReadonlyMap<number, Pick<QueuePage, 'total' | 'items'>>): Queue {
  const places = new Map<EntryId, number>()
  for (const [page, { items }] of pages) items.forEach(({ entry }, n) => places.set(entry.id, page * PAGE + n))
  return {
    count: pages.get(0)?.total ?? 0,
    itemAt: (index) => pages.get(Math.floor(index / PAGE))?.items[index % PAGE],
    indexOf: (id) => places.get(id) ?? -1,
  }
}

/** Waits for a person: neither taken in nor skipped. */
export const waits = ({ entry }: QueueItem): boolean => entry.present && entry.review === 'pending'

/** The next that waits behind `at`, or else the first that waits before it; null when no other does, undefined when the pages that are known do not say. */
export function nextWaiting({ count, itemAt }: Queue, at: number): QueuePlace | null | undefined {
  for (let step = 1; step < count + (at < 0 ? 1 : 0); step++) {
    const index = (Math.max(at, -1) + step) % count
    const item = itemAt(index)
    if (item === undefined) return undefined
    if (waits(item)) return { index, item }
  }
  return null
}

/** Where one goes when a step is taken back: to an article it was about, or nowhere when one is there already. */
export const returnedTo = (here: EntryId | null, undone: readonly EntryId[]): EntryId | null => (here !== null && undone.includes(here) ? null : (undone[0] ?? null))
