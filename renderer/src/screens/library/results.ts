/** The hits of one search as a long list of which only the pages on screen are asked for. */
import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { EntryId } from '../../../../electron/contract/entry.ts'
import type { Hit, SearchResult, SortOrder } from '../../../../electron/contract/searching.ts'
import { queries } from '../../api/hooks.ts'
import { client } from '../../api/index.ts'
import { PAGE } from '../../api/page-size.ts'
import { afterPaint } from '../../app/after-paint.ts'
import { useView, useViewOf, type View } from '../../app/view.ts'
import { Questions, type Search } from './questions.ts'
import { pagesFor, sheetOf, type Sheet } from './sheet.ts'

export interface Results extends Sheet {
  /** The first page: total, chips, hints and facets. */
  readonly first: SearchResult | undefined
  readonly error: unknown
  /** Tells which rows are on screen. */
  readonly show: (from: number, to: number) => void
}

/** Without a query the newest imports come first; with one, relevance, unless a person chose an order. */
const orderOf = ({ sort, query }: Pick<View, 'sort' | 'query'>): SortOrder => sort ?? (query.trim() === '' ? 'imported' : 'relevance')
export const useSort = (): SortOrder => useView(orderOf)

const searchOf = (view: Pick<View, 'query' | 'filters' | 'sort' | 'grouped'>): Search => ({ query: view.query, filters: view.filters, sort: orderOf(view), grouped: view.grouped })
const dataOf = (pages: readonly UseQueryResult<SearchResult>[]): readonly (SearchResult | undefined)[] => pages.map(({ data }) => data)
/** Somebody who goes on typing presses the next key by then. */
const REST_MS = 200
const ONLY_FIRST: readonly number[] = []
const questions = new Questions((input) => client.call('search.run', input), queries)

export function useResults(): Results {
  const { query, filters, grouped, sort, selected, following, select } = useViewOf('query', 'filters', 'grouped', 'sort', 'selected', 'following', 'select')
  const [shown, setShown] = useState<readonly number[]>([])
  const search = searchOf({ query, filters, sort, grouped })
  // The library looks while the window draws the key: asked from here, it would only hear of it once that is done.
  useEffect(() => useView.subscribe((view, before) => {
    if (view.query !== before.query || view.filters !== before.filters || view.sort !== before.sort || view.grouped !== before.grouped) void queries.prefetchQuery(questions.page(searchOf(view), 0))
  }), [])
  const first = useQuery({ ...questions.page(search, 0), placeholderData: keepPreviousData })
  // Behind a list that is only kept until the new one comes, there is nothing to ask for.
  const later = useMemo(() => (first.isPlaceholderData ? ONLY_FIRST : shown.filter((page) => page > 0)), [first.isPlaceholderData, shown])
  const pages = useQueries({ queries: later.map((page) => questions.page(search, page)), combine: dataOf })
  // A new list is drawn in slices between which the window answers; the very first one at once.
  const drawn = useDeferredValue(first.data) ?? first.data
  useEffect(() => (drawn === undefined ? undefined : afterPaint(() => questions.painted(drawn))), [drawn])
  const sheet = useMemo(() => sheetOf(PAGE, drawn?.total ?? 0, new Map([[0, drawn?.hits ?? []], ...pages.flatMap((page, i) => (page === undefined ? [] : [[later[i] ?? 0, page.hits] as const]))]), drawn?.head), [drawn, pages, later])
  const show = useCallback((from: number, to: number) => {
    questions.sees(to - from + 1)
    setShown((before) => {
      const wanted = pagesFor(from, to, PAGE)
      return wanted.join() === before.join() ? before : wanted
    })
  }, [])
  useSelection(sheet, first.data !== undefined && drawn === first.data && !first.isPlaceholderData, selected, following, select)
  // The same object until something else is to be drawn: a key and its answer pass through here several times before that.
  return useMemo(() => ({ ...sheet, first: drawn, error: first.error, show }), [sheet, drawn, first.error, show])
}

/** The list first: the text beside it is laid out once that has been painted, and whoever types has rested or has left the box. What it returns calls that off. */
function land(choose: () => void): () => void {
  const typing = document.activeElement?.id === 'search'
  const callOff = afterPaint(choose, typing ? REST_MS : 0)
  if (typing) document.addEventListener('focusout', choose, { once: true })
  return () => {
    callOff()
    document.removeEventListener('focusout', choose)
  }
}

/** The reader keeps what it shows until there is something to follow; after a removal the next in the list takes its place. */
function useSelection({ hitAt, indexOf, count }: Sheet, settled: boolean, selected: EntryId | null, following: boolean, select: (id: EntryId | null) => void): void {
  const cursor = useRef(0)
  const at = selected === null ? -1 : indexOf(selected)
  const heir: Hit | undefined = following ? hitAt(0) : selected === null ? hitAt(Math.min(cursor.current, count - 1)) : undefined
  const next = following || selected === null ? (heir?.id ?? null) : selected
  useEffect(() => {
    if (at >= 0) cursor.current = at
    if (!settled) return undefined
    if (following) return land(() => select(next))
    if (next !== selected) select(next)
    return undefined
  }, [settled, at, following, selected, next, select])
}
