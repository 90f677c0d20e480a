import { useMemo } from 'react'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { BatchId } from '../../../../../electron/contract/importing.ts'
import { useCall } from '../../../api/hooks.ts'
import { itemsOf, type Item } from './queue.ts'

/** The largest page that the core hands out; what lies behind it is reached by the report. */
const FILES = 500
const ASKED = 2000

/** The articles of a batch, and which of them may tell the same story as another entry. */
export function useItems(batch: BatchId): { readonly items: readonly Item[]; readonly alike: ReadonlySet<EntryId>; readonly loading: boolean } {
  const files = useCall('import.files', { id: batch, offset: 0, limit: FILES }, { keep: true })
  const items = useMemo(() => itemsOf(files.data?.files ?? []), [files.data])
  const ids = useMemo(() => items.filter(({ entry }) => entry.present).slice(0, ASKED).map(({ entry }) => entry.id), [items])
  const waiting = useCall('stories.waiting', { ids: [...ids] }, { enabled: ids.length > 0, keep: true }).data
  const alike = useMemo(() => new Set(waiting?.map(({ id }) => id)), [waiting])
  return { items, alike, loading: files.isPending }
}
