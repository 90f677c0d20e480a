import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../electron/contract/api.ts'
import { type Facets, NO_FILTERS, type SearchResult } from '../../electron/contract/searching.ts'
import { type Listed, Questions, type Search } from '../../renderer/src/screens/library/questions.ts'

const NO_FACETS: Facets = { place: [], year: [], source: [], kind: [], origin: [], practice: [], label: [], brand: [], platform: [], rights: [], status: [], review: [], opinion: [] }
const facetsOf = (count: number): Facets => ({ ...NO_FACETS, kind: [{ value: 'case', count }] })
const searchFor = (query: string): Search => ({ query, filters: NO_FILTERS, sort: 'relevance', grouped: false })
const found = (total: number, facets: Facets): SearchResult => ({ total, entries: total, exact: true, hits: [], chips: [], hints: [], help: null, facets, tookMs: 1 })

/** A window of its own: what it asked, and the answers it gets. */
function windowOf() {
  const asked: Input<'search.run'>[] = []
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const questions = new Questions((input) => {
    asked.push(input)
    return Promise.resolve(found(90, input.facets === false ? NO_FACETS : facetsOf(asked.length)))
  }, cache)
  const look = (query: string): Promise<Listed> => cache.fetchQuery(questions.page(searchFor(query), 0))
  const shown = (query: string): Listed | undefined => cache.getQueryData(questions.page(searchFor(query), 0).queryKey)
  const paint = (query: string): void => questions.painted(shown(query) ?? found(0, NO_FACETS))
  return { questions, cache, asked, look, shown, paint, sizes: () => asked.map(({ limit, facets }) => [limit, facets ?? true]) }
}
const soon = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 5) })

describe('what the list asks for a query', () => {
  it('is whole where nothing was listed before, and where the box is empty', async () => {
    const { look, sizes } = windowOf()
    await look('网格')
    await look('')
    expect(sizes()).toEqual([[50, true], [50, true]])
  })

  it('is what is in sight first, under the facets of the list before, and all of it once that is painted', async () => {
    const { questions, look, shown, paint, sizes } = windowOf()
    questions.painted(await look('网格'))
    questions.sees(17)
    const whole = look('网格员')
    await soon()
    expect([sizes(), shown('网格员')]).toEqual([[[50, true], [17, false]], { ...found(90, facetsOf(1)), head: true }])
    paint('网格员')
    expect(await whole).toEqual(found(90, facetsOf(3)))
    expect(shown('网格员')).toEqual(found(90, facetsOf(3)))
  })

  it.each([[1, 12], [30, 30], [400, 50]])('room for %d rows asks for %d', async (rows, limit) => {
    const { questions, look, asked } = windowOf()
    questions.painted(await look('网格'))
    questions.sees(rows)
    void look('网格员').catch(() => undefined)
    await soon()
    expect(asked.at(-1)?.limit).toBe(limit)
  })

  it('goes no further where the next key has come', async () => {
    const { questions, cache, look, shown, sizes } = windowOf()
    questions.painted(await look('网格'))
    void look('网格员').catch(() => undefined)
    await soon()
    const head = shown('网格员')
    await cache.cancelQueries()
    await soon()
    questions.painted(head ?? found(0, NO_FACETS))
    expect([shown('网格员'), sizes()]).toEqual([undefined, [[50, true], [12, false]]])
  })

  it('ends whole for each of two heads, in whichever order they are painted', async () => {
    const { questions, look, paint, shown } = windowOf()
    questions.painted(await look('网格'))
    const both = [look('网格员'), look('网格长')]
    await soon()
    paint('网格长')
    paint('网格员')
    await Promise.all(both)
    expect([shown('网格员')?.head, shown('网格长')?.head]).toEqual([undefined, undefined])
  })

  it('is whole at once where the list is only looked at anew', async () => {
    const { questions, cache, look, paint, sizes } = windowOf()
    questions.painted(await look('网格'))
    const whole = look('网格员')
    await soon()
    paint('网格员')
    await whole
    await cache.invalidateQueries()
    await look('网格员')
    expect(sizes().slice(3)).toEqual([[50, true]])
  })
})
