import { join } from 'node:path'
import type { Emit } from '../contract/api.ts'
import { Refusal, type Fault } from '../contract/errors.ts'
import { LibraryState } from '../contract/library.ts'
import { createGrants, createRouter, homeOf, hostInfo, hostMethods, libraryLocation, openStaging, personOf, placesOf, startLibraryHost, type LibraryLocation } from '../core/hosting/index.ts'
import { libraryThread } from './processes.ts'
import { startServer } from './server.ts'

export interface BrowserHost {
  readonly address: string
  /** Why the library could not be opened, or null; the page is served either way. */
  readonly trouble: () => Promise<Fault | null>
  readonly close: () => Promise<void>
}

export interface BrowserHostOptions {
  /** The folder of the built entries (`out/main`). */
  readonly entries: string
  /** A library named on the command line; null opens the current one. */
  readonly library?: string | null
  readonly port?: number
}

/** The whole app on the loopback address: what `npm start -- --browser` and `serve` run. */
export async function serveBrowserHost({ entries, library: folder = null, port = 0 }: BrowserHostOptions): Promise<BrowserHost> {
  const home = homeOf()
  const places = placesOf(entries, null)
  const location: LibraryLocation = libraryLocation(home, folder === null ? process.env : { CASEBOOK_LIBRARY: folder })
  const grants = createGrants()
  const staging = openStaging(join(home.config, 'staging'))
  let emit: Emit = () => undefined
  const library = startLibraryHost({
    spawn: () => libraryThread(places),
    spawnReader: () => { throw new Error('the library thread starts its readers itself') },
    location,
    emit: (event, value) => { emit(event, value) },
  })
  const table = hostMethods({
    info: hostInfo('browser', places, `Node ${process.versions.node}`),
    grants,
    staging,
    library,
    location,
    person: personOf(home),
    pickPaths: () => Promise.resolve([]),
    showFolder: () => Promise.resolve(false),
    showFile: () => Promise.resolve(false),
    // The page has its own clipboard and opens links itself; a server must do neither on its behalf.
    writeClipboard: () => { throw new Refusal('DENIED', { reason: '请在页面里复制' }) },
    openLink: () => Promise.resolve(false),
  })
  const server = await startServer({ renderer: places.renderer, route: createRouter(table, library, grants), port })
  emit = server.emit
  return {
    address: server.address,
    trouble: async () => {
      const reply = await library.call('library.state', {}, [])
      if (!reply.ok) return reply.error
      const state = LibraryState.parse(reply.value)
      return state.state === 'failed' ? state.fault : null
    },
    close: async () => {
      await server.close()
      await library.close()
      staging.clear()
    },
  }
}
