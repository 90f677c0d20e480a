/** The core's answers as queries that refresh when the library says so. */
import { keepPreviousData, QueryClient, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { EventName, EventValue, Input, Method, Output } from '../../../electron/contract/api.ts'
import { client } from './index.ts'

export const queries = new QueryClient({
  // Offline is the normal state here: nothing waits for a network.
  defaultOptions: { queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: Infinity }, mutations: { networkMode: 'always' } },
})

export function useCall<M extends Method>(method: M, input: Input<M>, options: { readonly enabled?: boolean; readonly keep?: boolean } = {}): UseQueryResult<Output<M>> {
  return useQuery({
    queryKey: [method, input],
    queryFn: () => client.call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  })
}

export const useAction = <M extends Method>(method: M) => useMutation({ mutationFn: (input: Input<M>) => client.call(method, input) })

export function useEvent<E extends EventName>(event: E, listener: (value: EventValue<E>) => void): void {
  useEffect(() => client.on(event, listener), [event, listener])
}

/** What may look different after the library changed. */
const LIBRARY = ['search.run', 'search.marks', 'search.similar', 'search.explain', 'searches.counts', 'entries.', 'trash.', 'import.', 'reclean.', 'stories.', 'library.', 'practices.places', 'practices.cases', 'practices.sentences', 'practices.tagging', 'taxonomy.', 'facts.', 'labels.', 'codebook.', 'lexicon.', 'compare.', 'boards.', 'judgements.', 'bundled.', 'pack.'] as const

export const refresh = (prefixes: readonly string[] = LIBRARY): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey: [method] }) => typeof method === 'string' && prefixes.some((prefix) => method.startsWith(prefix)) })
