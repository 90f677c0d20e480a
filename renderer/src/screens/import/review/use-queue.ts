/** Any number of articles: of the queue only the pages on screen, and those around the article that is checked, are asked for. */
import { useQueries } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { BatchId } from '../../../../../electron/contract/importing.ts'
import type { QueueItem, QueuePage } from '../../../../../electron/contract/queue.ts'
import { client } from '../../../api/index.ts'
import { useCall } from '../../../api/hooks.ts'
import { pagesFor } from '../../library/sheet.ts'
import { PAGE, queueOf, type Queue } from './queue.ts'

export interface Walk extends Queue {
  readonly counts: Pick<QueuePage, 'waiting' | 'accepted' | 'skipped'>
  readonly loading: boolean
  /** The article that is checked and its place; null and -1 while it is not known, or when there is none. */
  readonly current: QueueItem | null
  readonly at: number
  /** Whether the article that was asked for is known not to be in this batch. */
  readonly lost: boolean
  /** Tells which rows are on screen. */
  readonly show: (from: number, to: number) => void
  /** Those of the known articles that may tell the same story as another entry. */
  readonly alike: ReadonlySet<EntryId>
}

const NOTHING = { waiting: 0, accepted: 0, skipped: 0 }
const questionOf = (batch: BatchId, page: number) => {
  const input = { id: batch, offset: page * PAGE, limit: PAGE }
  return { queryKey: ['import.queue', input], queryFn: () => client.call('import.queue', input) }
}

export function useQueue(batch: BatchId, asked: EntryId | null): Walk {
  const [shown, setShown] = useState<readonly [from: number, to: number]>([0, 0])
  const [center, setCenter] = useState(0)
  const wanted = useMemo(() => [...new Set([0, ...pagesFor(...shown, PAGE), ...pagesFor(Math.max(0, center - 1), center + 1, PAGE)])], [shown, center])
  const answers = useQueries({ queries: wanted.map((page) => questionOf(batch, page)) })
  const pages = new Map(wanted.flatMap((page, n) => {
    const data = answers[n]?.data
    return data === undefined ? [] : [[page, data] as const]
  }))
  const queue = queueOf(pages)
  const known = asked === null ? -1 : queue.indexOf(asked)
  const first = pages.get(0)
  // Far from what is on screen, as when it was chosen in the report or brought back by a step taken back.
  const place = useCall('import.place', { id: batch, entry: asked as EntryId }, { enabled: asked !== null && known < 0 && first !== undefined }).data
  const at = known >= 0 ? known : (place?.index ?? -1)
  useEffect(() => { if (at >= 0) setCenter(at) }, [at])
  const show = useCallback((from: number, to: number): void => setShown((before) => (before[0] === from && before[1] === to ? before : [from, to])), [])

  const ids = [...pages.values()].flatMap(({ items }) => items.flatMap(({ entry }) => (entry.present ? [entry.id] : [])))
  const alike = useCall('stories.waiting', { ids }, { enabled: ids.length > 0, keep: true }).data
  return {
    ...queue,
    counts: first ?? NOTHING,
    loading: first === undefined,
    current: queue.itemAt(at) ?? place?.item ?? null,
    at,
    lost: asked !== null && known < 0 && place === null,
    show,
    alike: useMemo(() => new Set(alike?.map(({ id }) => id)), [alike]),
  }
}
