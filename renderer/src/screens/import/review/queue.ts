/** The articles of a batch as one goes through them. */
import type { BatchFile, ImportedEntry } from '../../../../../electron/contract/importing.ts'

export interface Item {
  readonly entry: ImportedEntry
  /** The number of its file in the batch, and its name. */
  readonly n: number
  readonly file: string
  /** How many articles the file holds. */
  readonly of: number
}

export const itemsOf = (files: readonly BatchFile[]): readonly Item[] =>
  [...files].sort((a, b) => a.n - b.n).flatMap(({ n, file, entries }) => [...entries].sort((a, b) => a.ordinal - b.ordinal).map((entry) => ({ entry, n, file, of: entries.length })))

/** Waits for a person: neither taken in nor skipped. */
export const waits = ({ entry }: Item): boolean => entry.present && entry.review === 'pending'

/** The next that waits behind `id`, or else the first that waits before it; null when none does. */
export function nextWaiting(items: readonly Item[], id: ImportedEntry['id'] | null): Item | null {
  const at = items.findIndex(({ entry }) => entry.id === id)
  const order = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))]
  return order.find(waits) ?? null
}

/** The one before or behind, whether it waits or not; stays at the ends. */
export function neighbour(items: readonly Item[], id: ImportedEntry['id'] | null, by: 1 | -1): Item | null {
  const at = items.findIndex(({ entry }) => entry.id === id)
  return items[at < 0 ? 0 : Math.max(0, Math.min(items.length - 1, at + by))] ?? null
}

/** Those that wait and are at least so sure. */
export const sure = (items: readonly Item[], confidence: number): readonly Item[] => items.filter((item) => waits(item) && item.entry.confidence >= confidence)

/** Where one goes when a step is taken back: to the article it was about, or nowhere when one is there or the step was about none of these. */
export const returnedTo = (items: readonly Item[], here: ImportedEntry['id'] | null, undone: readonly ImportedEntry['id'][]): Item | null =>
  here !== null && undone.includes(here) ? null : (items.find(({ entry }) => undone.includes(entry.id)) ?? null)
