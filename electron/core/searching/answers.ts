/** Answers of the last queries, kept while their pages, facets and orders are asked for. */
import { type Answer, type Asked, type SearchContext, type SearchRequest, answer } from './search.ts'

const MOST_KEPT = 16

export class Answers {
  readonly #kept = new Map<string, Answer>()

  /** Called whenever entries or words change. */
  forget(): void {
    this.#kept.clear()
  }

  /** With nothing typed, the last of the earlier queries gives the order. */
  asked({ query, filters }: SearchRequest, context: SearchContext): Asked {
    const literal = filters?.literal ?? []
    const within = (filters?.within ?? []).filter((earlier) => earlier.trim() !== '').map((earlier) => this.#of(earlier, literal, context))
    const last = within.at(-1)
    return query.trim() === '' && last ? { answer: last, within, said: false } : { answer: this.#of(query, literal, context), within, said: true }
  }

  #of(query: string, literal: readonly string[], context: SearchContext): Answer {
    const key = JSON.stringify([query, ...literal])
    const known = this.#kept.get(key)
    if (known) return known
    const found = answer(query, literal, context)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size < MOST_KEPT) break
      this.#kept.delete(oldest)
    }
    this.#kept.set(key, found)
    return found
  }
}
