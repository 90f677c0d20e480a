/** The hits of one search as a long list of which only the pages on screen are asked for. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { EntryId } from '../../../../electron/contract/entry.ts'
import type { Input } from '../../../../electron/contract/api.ts'
import type { Hit, SearchResult, SortOrder } from '../../../../electron/contract/searching.ts'
import { PAGE } from '../../api/first.ts'
import { client } from '../../api/index.ts'
import { useView, useViewOf } from '../../app/view.ts'
import { pagesFor, sheetOf, type Sheet } from './sheet.ts'

export interface Results extends Sheet {
  /** The first page: total, chips, hints and facets. */
  readonly first: SearchResult | undefined
  readonly error: unknown
  /** Tells which rows are on screen. */
  readonly show: (from: number, to: number) => void
}

/** One page of one search, as the query cache knows it. */
const questionOf = (search: Pick<Input<'search.run'>, 'query' | 'filters' | 'sort' | 'grouped'>, page: number) => {
  // Facets are the same on every page.
  const input = { ...search, ...(page > 0 ? { facets: false } : {}), offset: page * PAGE, limit: PAGE }
  return { queryKey: ['search.run', input], queryFn: () => client.call('search.run', input) }
}

/** Without a query the newest imports come first; with one, relevance, unless a person chose an order. */
export const useSort = (): SortOrder => useView(({ sort, query }) => sort ?? (query.trim() === '' ? 'imported' : 'relevance'))

export function useResults(): Results {
  const { query, filters, grouped, selected, following, select } = useViewOf('query', 'filters', 'grouped', 'selected', 'following', 'select')
  const sort = useSort()
  const [shown, setShown] = useState<readonly number[]>([])
  const question = (page: number) => questionOf({ query, filters, sort, grouped }, page)
  const first = useQuery({ ...question(0), placeholderData: keepPreviousData })
  // Behind a list that is only kept until the new one comes, there is nothing to ask for.
  const later = first.isPlaceholderData ? [] : shown.filter((page) => page > 0)
  const pages = useQueries({ queries: later.map(question) })
  // A new list is drawn in slices between which the window answers; the very first one at once.
  const drawn = useDeferredValue(first.data) ?? first.data
  const sheet = sheetOf(PAGE, drawn?.total ?? 0, new Map([[0, drawn?.hits ?? []], ...pages.flatMap(({ data }, i) => (data === undefined ? [] : [[later[i] ?? 0, data.hits] as const]))]))
  const show = useCallback((from: number, to: number) => {
    setShown((before) => {
      const wanted = pagesFor(from, to, PAGE)
      return wanted.join() === before.join() ? before : wanted
    })
  }, [])
  useSelection(sheet, first.data !== undefined && drawn === first.data && !first.isPlaceholderData, selected, following, select)
  return { ...sheet, first: drawn, error: first.error, show }
}

/** The reader keeps what it shows until there is something to follow; after a removal the next in the list takes its place. */
function useSelection({ hitAt, indexOf, count }: Sheet, settled: boolean, selected: EntryId | null, following: boolean, select: (id: EntryId | null) => void): void {
  const cursor = useRef(0)
  const at = selected === null ? -1 : indexOf(selected)
  const heir: Hit | undefined = following ? hitAt(0) : selected === null ? hitAt(Math.min(cursor.current, count - 1)) : undefined
  const next = following || selected === null ? (heir?.id ?? null) : selected
  useEffect(() => {
    if (at >= 0) cursor.current = at
    if (settled && (following || next !== selected)) select(next)
  }, [settled, at, following, selected, next, select])
}
