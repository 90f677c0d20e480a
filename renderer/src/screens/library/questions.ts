/** What the list asks the library: the rows in sight first, what they can be narrowed by and the rows behind them once those have been painted. */
import type { QueryClient } from '@tanstack/react-query'
import type { Input } from '../../../../electron/contract/api.ts'
import type { SearchResult } from '../../../../electron/contract/searching.ts'
import { PAGE } from '../../api/page-size.ts'

export type Search = Pick<Input<'search.run'>, 'query' | 'filters' | 'sort' | 'grouped'>

/** The first page of a search; as long as it is a head, it ends where sight does, and its facets are those of the list before. */
export interface Listed extends SearchResult {
  readonly head?: true
}

/** As many rows at least are in a head. */
const FEWEST = 12
/** Longer no head waits to be painted: the rest comes all the same. */
const PATIENCE_MS = 2000

interface Question {
  readonly queryKey: readonly [string, Input<'search.run'>]
  readonly queryFn: (asked: { readonly signal: AbortSignal }) => Promise<Listed>
}

export class Questions {
  readonly #ask: (input: Input<'search.run'>) => Promise<SearchResult>
  readonly #cache: QueryClient
  #inSight = FEWEST
  #facets: SearchResult['facets'] | null = null
  /** What each head that is not painted yet holds up. */
  readonly #waiting = new WeakMap<Listed, () => void>()

  constructor(ask: (input: Input<'search.run'>) => Promise<SearchResult>, cache: QueryClient) {
    this.#ask = ask
    this.#cache = cache
  }

  /** How many rows a list has room for. */
  sees(rows: number): void {
    this.#inSight = Math.min(PAGE, Math.max(FEWEST, rows))
  }

  /** `list` is on the screen. */
  painted(list: Listed): void {
    if (list.head === true) this.#waiting.get(list)?.()
    else this.#facets = list.facets
  }

  /** One page of one search, as the query cache knows it. */
  page(search: Search, page: number): Question {
    // Facets are the same on every page.
    const input = { ...search, ...(page > 0 ? { facets: false } : {}), offset: page * PAGE, limit: PAGE }
    const queryKey = ['search.run', input] as const
    return { queryKey, queryFn: page === 0 && search.query.trim() !== '' ? ({ signal }) => this.#headFirst(queryKey, signal) : () => this.#ask(input) }
  }

  async #headFirst(queryKey: Question['queryKey'], signal: AbortSignal): Promise<Listed> {
    const [, input] = queryKey
    // What is only looked at anew is not cut short meanwhile.
    if (this.#facets !== null && this.#cache.getQueryData(queryKey) === undefined) {
      const head = await this.#ask({ ...input, facets: false, limit: this.#inSight })
      signal.throwIfAborted()
      // Left for another query before it was whole, it would count as all there is.
      signal.addEventListener('abort', () => { queueMicrotask(() => { this.#cache.removeQueries({ queryKey, exact: true, type: 'inactive' }) }) })
      const listed: Listed = { ...head, facets: this.#facets, head: true }
      const painted = new Promise<void>((resolve) => { this.#waiting.set(listed, resolve) })
      this.#cache.setQueryData(queryKey, listed)
      // A query that a quicker key passed over is never painted.
      await Promise.race([painted, new Promise((resolve) => { setTimeout(resolve, PATIENCE_MS) })])
      signal.throwIfAborted()
    }
    return this.#ask(input)
  }
}
