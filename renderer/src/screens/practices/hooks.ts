/** What the library shows of one practice, a page of it at a time. */
import type { Output } from '../../../../electron/contract/api.ts'
import type { PracticeCase, PracticeId, PracticeSentence } from '../../../../electron/contract/practices.ts'
import { NO_FILTERS } from '../../../../electron/contract/searching.ts'
import { useCall } from '../../api/hooks.ts'
import { usePaged, type Paged } from '../../api/paged.ts'
import { useView } from '../../app/view.ts'

/** Behind another screen nothing is asked for. */
export const useHere = (): boolean => useView((view) => view.screen === 'practices')

/** How many entries show each practice. */
export function useCounts(): ReadonlyMap<string, number> {
  const facets = useCall('search.run', { query: '', filters: NO_FILTERS, sort: 'imported', offset: 0, limit: 1 }, { enabled: useHere() }).data?.facets.practice ?? []
  return new Map(facets.map(({ value, count }) => [value, count]))
}

export const useCases = (practice: PracticeId, place: string | null): Paged<PracticeCase, Output<'practices.cases'>> => usePaged('practices.cases', { practice, place }, ({ cases }) => cases, useHere())
export const useSentences = (practice: PracticeId, place: string | null, only: 'shown' | 'mentions'): Paged<PracticeSentence, Output<'practices.sentences'>> => usePaged('practices.sentences', { practice, place, only }, ({ sentences }) => sentences, useHere())
