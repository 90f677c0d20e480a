/** What the library shows of one practice, a page of it at a time. */
import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Input, Output } from '../../../../electron/contract/api.ts'
import type { PracticeCase, PracticeId, PracticeSentence } from '../../../../electron/contract/practices.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { client } from '../../api/index.ts'
import { useCall } from '../../api/hooks.ts'
import { useView } from '../../app/view.ts'

const PAGE = 50

/** Behind another screen nothing is asked for. */
export const useHere = (): boolean => useView((view) => view.screen === 'practices')

/** How many entries show each practice. */
export function useCounts(): ReadonlyMap<string, number> {
  const facets = useCall('search.run', { query: '', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 }, { enabled: useHere() }).data?.facets.practice ?? []
  return new Map(facets.map(({ value, count }) => [value, count]))
}

/** A long list of which only the pages on screen are asked for. */
export interface Paged<T> {
  /** Undefined until the first page is here. */
  readonly total: number | undefined
  readonly at: (index: number) => T | undefined
  /** Tells which rows are on screen. */
  readonly show: (from: number, to: number) => void
  readonly error: unknown
}

function usePaged<M extends 'practices.cases' | 'practices.sentences', T>(method: M, input: Omit<Input<M>, 'offset' | 'limit'>, rows: (page: Output<M>) => readonly T[]): Paged<T> {
  const enabled = useHere()
  const [shown, setShown] = useState<readonly number[]>([0])
  const pages = useQueries({
    queries: shown.map((page) => {
      const asked = { ...input, offset: page * PAGE, limit: PAGE } as Input<M>
      return { queryKey: [method, asked], queryFn: () => client.call(method, asked), enabled }
    }),
  })
  const found = new Map(shown.map((page, i) => [page, pages[i]?.data]))
  const show = useCallback((from: number, to: number) => {
    const first = Math.floor(from / PAGE)
    const wanted = Array.from({ length: Math.floor(to / PAGE) - first + 1 }, (_, i) => first + i)
    setShown((before) => (before.join() === wanted.join() ? before : wanted))
  }, [])
  const at = (index: number): T | undefined => {
    const page = found.get(Math.floor(index / PAGE))
    return page === undefined ? undefined : rows(page)[index % PAGE]
  }
  return { total: pages.find(({ data }) => data !== undefined)?.data?.total, at, show, error: pages.find(({ error }) => error !== null)?.error ?? null }
}

export const useCases = (practice: PracticeId, place: string | null): Paged<PracticeCase> => usePaged('practices.cases', { practice, place }, ({ cases }) => cases)
export const useSentences = (practice: PracticeId, place: string | null, only: 'shown' | 'mentions'): Paged<PracticeSentence> => usePaged('practices.sentences', { practice, place, only }, ({ sentences }) => sentences)
