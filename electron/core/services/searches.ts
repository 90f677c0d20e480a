import type { searchMethods } from '../../contract/searching.ts'
import type { Context, Service } from './context.ts'

/** Recent and saved searches. */
export function searchesService({ library }: Context): Service<Extract<keyof typeof searchMethods, `searches.${string}`>> {
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
    'searches.remove': ({ id }) => {
      connection.write(() => writes.preferences.drop(id))
      return {}
    },
  }
}
