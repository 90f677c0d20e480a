/** What the library screen asks the core. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Entry, EntryId, EntryKind } from '../../../../electron/contract/entry.ts'
import type { Hit, SearchResult, SortOrder } from '../../../../electron/contract/searching.ts'
import { client } from '../../api/index.ts'
import { refresh, useCall } from '../../api/hooks.ts'
import { useFaults } from '../../app/faults.ts'
import { hostKind } from '../../app/page.ts'
import { useUndo } from '../../app/undo.tsx'
import { useView } from '../../app/view.ts'
import { citation } from './citation.ts'

const PAGE = 50

export interface Results {
  readonly first: SearchResult | undefined
  readonly hits: readonly Hit[]
  readonly error: unknown
  readonly more: () => void
}

/** Without a query the newest imports come first; with one, relevance, unless a person chose an order. */
export const useSort = (): SortOrder => useView(({ sort, query }) => sort ?? (query.trim() === '' ? 'imported' : 'relevance'))

export function useResults(): Results {
  const { query, filters, selected, following, select } = useView()
  const sort = useSort()
  const found = useInfiniteQuery({
    queryKey: ['search.run', { query, filters, sort }],
    queryFn: ({ pageParam }) => client.call('search.run', { query, filters, sort, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.hits.length, 0)
      return last.hits.length === 0 || seen >= last.total ? undefined : seen
    },
    placeholderData: keepPreviousData,
  })
  const hits = found.data?.pages.flatMap((page) => page.hits) ?? []
  const settled = !found.isPlaceholderData && found.data !== undefined
  const cursor = useRef(0)
  const at = hits.findIndex(({ id }) => id === selected)
  // The reader keeps what it shows until there is something to follow; after a removal the next in the list takes its place.
  const successor = following ? (hits[0]?.id ?? null) : selected === null ? (hits[Math.min(cursor.current, hits.length - 1)]?.id ?? null) : selected
  useEffect(() => {
    if (at >= 0) cursor.current = at
    if (settled && (following || successor !== selected)) select(successor)
  }, [settled, at, following, selected, successor, select])
  return {
    first: found.data?.pages[0],
    hits,
    error: found.error,
    more: () => { if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage() },
  }
}

export const useEntry = (id: EntryId | null) => {
  const { data, error } = useCall('entries.get', { id: id as EntryId }, { enabled: id !== null, keep: true })
  return { entry: id === null ? undefined : data, error: id === null ? null : error }
}

export interface EntryActions {
  readonly remove: (ids: readonly EntryId[]) => void
  readonly setKind: (entry: { readonly id: EntryId }, kind: EntryKind) => void
  readonly copy: (entry: Entry, passage?: string) => void
  readonly copyById: (id: EntryId) => void
}

export function useEntryActions(): EntryActions {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const fault = useFaults()
  const undo = useUndo()
  const select = useView((view) => view.select)

  const write = async (text: string): Promise<void> => {
    if (hostKind === 'browser') await navigator.clipboard.writeText(text)
    else await client.call('clipboard.write', { text })
    void message.success(t('reader.copied'))
  }
  const copy = async (entry: Entry, passage?: string): Promise<void> => {
    await write(`${passage ?? entry.body}\n\n${citation(entry, t('common.none'))}`)
  }
  return {
    remove: (ids) => void client.call('entries.remove', { ids: [...ids] }).then(async ({ removed, undo: token }) => {
      select(null)
      await refresh()
      undo.offer(t('undo.removed', { count: removed }), token)
    }).catch(fault),
    setKind: ({ id }, kind) => void client.call('entries.get', { id }).then(({ revision }) => client.call('entries.edit', { id, revision, change: { kind } })).then(async ({ undo: token }) => {
      await refresh()
      undo.offer(t('undo.kind', { kind: t(`kind.${kind}`) }), token)
    }).catch(fault),
    copy: (entry, passage) => void copy(entry, passage).catch(fault),
    copyById: (id) => void client.call('entries.get', { id }).then((entry) => copy(entry)).catch(fault),
  }
}
