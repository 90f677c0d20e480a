/** A long list of which only the pages on screen are asked for. */
import { useQueries } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Input, Method, Output } from '../../../electron/contract/api.ts'
import { client } from './index.ts'
import { PAGE } from './page-size.ts'

export interface Paged<T, Page> {
  /** Undefined until the first page is here. */
  readonly total: number | undefined
  /** Any page that is here: it tells of the whole list. */
  readonly whole: Page | undefined
  readonly at: (index: number) => T | undefined
  /** Tells which rows are on screen. */
  readonly show: (from: number, to: number) => void
  readonly error: unknown
  /** Asks once more for what could not be had. */
  readonly retry: () => void
}

/** Lists that tell how long they are. */
type Listing = { readonly [M in Method]: Output<M> extends { readonly total: number } ? M : never }[Method]

export function usePaged<M extends Listing, T>(method: M, input: Omit<Input<M>, 'offset' | 'limit'>, rows: (page: Output<M>) => readonly T[], enabled: boolean): Paged<T, Output<M>> {
  const [shown, setShown] = useState<readonly number[]>([0])
  const pages = useQueries({
    queries: shown.map((page) => {
      // What was left out of the input is put in here; TypeScript cannot follow that through a generic Omit.
      const asked = { ...input, offset: page * PAGE, limit: PAGE } as unknown as Input<M>
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
  const whole = pages.find(({ data }) => data !== undefined)?.data
  return { total: whole?.total, whole, at, show, error: pages.find(({ error }) => error !== null)?.error ?? null, retry: () => { for (const page of pages) if (page.error !== null) void page.refetch() } }
}
