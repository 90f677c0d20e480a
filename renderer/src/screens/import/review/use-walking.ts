/** Going through the queue: to a neighbour, to a place, to the next that waits, and back to what a step taken back was about. */
import { useEffect, useRef } from 'react'
import type { EntryId } from '../../../../../electron/contract/entry.ts'
import type { BatchId } from '../../../../../electron/contract/importing.ts'
import { client } from '../../../api/index.ts'
import { useFaults } from '../../../app/faults.ts'
import { onUndone } from '../../../app/undo.tsx'
import { nextWaiting, returnedTo } from './queue.ts'
import type { Walk } from './use-queue.ts'

export interface Walking {
  /** To a place counted from 0; past the ends it stays at them. */
  readonly goTo: (index: number) => void
  /** Says something of the article that is checked, and goes on to the next that waits. */
  readonly judge: (say: (id: EntryId, title: string) => Promise<void>) => void
}

export function useWalking(batch: BatchId, walk: Walk, asked: EntryId | null, select: (id: EntryId) => void): Walking {
  const fault = useFaults()
  const { at, count, current, itemAt, loading, lost } = walk
  /** A place that is being asked for: until it is there, nothing is said of the article that is left. */
  const leaving = useRef(false)
  const reach = (ask: Promise<EntryId | null>): void => {
    leaving.current = true
    void ask.then((id) => { if (id !== null) select(id) }, fault).finally(() => { leaving.current = false })
  }
  const askNext = (from: EntryId | null): Promise<EntryId | null> => client.call('import.next', { id: batch, entry: from }).then((place) => place?.item.entry.id ?? null)
  const goTo = (index: number): void => {
    const target = Math.max(0, Math.min(count - 1, index))
    const item = itemAt(target)
    if (item !== undefined) select(item.entry.id)
    else if (count > 0) reach(client.call('import.queue', { id: batch, offset: target, limit: 1 }).then(({ items: [found] }) => found?.entry.id ?? null))
  }
  const begin = (): void => {
    const known = nextWaiting(walk, -1)
    if (known === undefined) reach(askNext(null).then((id) => { if (id === null) goTo(0); return id }))
    else if (known === null) goTo(0)
    else select(known.item.entry.id)
  }
  const nowhere = !loading && count > 0 && (asked === null || lost)
  const latest = useRef(begin)
  useEffect(() => { latest.current = begin })
  useEffect(() => { if (nowhere) latest.current() }, [nowhere])

  useEffect(() => onUndone((ids) => {
    const back = returnedTo(asked, ids)
    if (back !== null) void client.call('import.place', { id: batch, entry: back }).then((place) => { if (place !== null) select(back) }, fault)
  }), [asked, batch, select, fault])

  return {
    goTo,
    judge: (say) => {
      if (current === null || leaving.current) return
      const { id, title } = current.entry
      const known = nextWaiting(walk, at)
      const said = say(id, title)
      if (known === undefined) reach(said.then(() => askNext(id)))
      else if (known !== null) select(known.item.entry.id)
    },
  }
}
