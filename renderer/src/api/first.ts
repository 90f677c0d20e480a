/** What the window shows first, asked for before the window's own code is there. */
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { client } from './index.ts'
import { PAGE } from './page-size.ts'

export const FIRST_SEARCH = { query: '', filters: NO_FILTERS, sort: 'imported', grouped: false, offset: 0, limit: PAGE } as const

const asked = <T>(answer: Promise<T>): Promise<T> => {
  // Whoever waits for it hears of a fault; until then it is nobody's.
  answer.catch(() => undefined)
  return answer
}
export const first = {
  state: asked(client.call('library.state', {})),
  settings: asked(client.call('settings.get', {})),
  search: asked(client.call('search.run', FIRST_SEARCH)),
}
