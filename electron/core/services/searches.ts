import type { searchMethods } from '../../contract/searching.ts'
import { Refusal } from '../../contract/errors.ts'
import type { Context, Service } from './context.ts'

/** Recent and saved searches. */
export function searchesService({ library, indexing }: Context): Service<Extract<keyof typeof searchMethods, `searches.${string}`>> {
  const { clock, connection, reads, writes } = library
  return {
    'searches.recent': () => reads.preferences.recent(),
    'searches.remember': ({ query }) => {
      if (query.trim() !== '') connection.write(() => writes.preferences.remember(query.trim().slice(0, 1000), clock.at()))
      return {}
    },
    'searches.forget': () => {
      connection.write(() => writes.preferences.forget())
      return {}
    },
    'searches.saved': () => reads.preferences.saved(),
    'searches.save': (search) => {
      const saved = { ...search, id: clock.id(), createdAt: clock.at() }
      connection.write(() => writes.preferences.save(saved))
      return saved
    },
    'searches.counts': ({ ids }) => {
      const asked = new Set(ids)
      return reads.preferences.saved().flatMap(({ id, query, filters }) => (asked.has(id) ? [{ id, total: indexing.total({ query, filters }) }] : []))
    },
    'searches.rename': ({ id, name }) => {
      if (!connection.write(() => writes.preferences.rename(id, name))) throw new Refusal('NO_SUCH_SEARCH', { id })
      const renamed = reads.preferences.saved().find((search) => search.id === id)
      if (!renamed) throw new Refusal('NO_SUCH_SEARCH', { id })
      return renamed
    },
    'searches.remove': ({ id }) => {
      connection.write(() => writes.preferences.drop(id))
      return {}
    },
  }
}
