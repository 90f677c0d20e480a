/** Composition: contract method → room. `openCore` is the one door for hosts. */
import { availableParallelism } from 'node:os'
import type { AnyReply } from '../contract/api.ts'
import { dispatch } from './dispatch.ts'
import type { CorePorts, GrantedPaths } from './host.ts'
import { createImports, libraryStore } from './jobs/index.ts'
import { handOver, openLibrary } from './library/index.ts'
import { entriesService } from './services/entries.ts'
import { importService } from './services/importing.ts'
import { libraryService } from './services/library.ts'
import { list } from './services/listing.ts'
import { searchesService } from './services/searches.ts'
import { settingsService } from './services/settings.ts'
import type { Context } from './services/context.ts'

export interface Core {
  /** Checked in and out; never throws. */
  readonly call: (method: string, input: unknown, granted: GrantedPaths) => Promise<AnyReply>
  /**
   * Copies the library to an empty folder, verifies the copy, and takes no more changes from then on.
   * The answer lifts that again, for when the new folder cannot be opened. Throws a Refusal; nothing has changed then.
   */
  readonly handOver: (folder: string) => Promise<() => void>
  readonly close: () => Promise<void>
}

/** Opens the library in `folder`. Throws a Refusal (LIBRARY_…) when it cannot be opened. */
export async function openCore(folder: string, ports: CorePorts): Promise<Core> {
  const library = await openLibrary(folder, { now: ports.now })
  const changed = (ids: readonly string[] | null): void => ports.emit('library.changed', { ids: ids === null ? null : [...ids] })
  const context: Context = { library, ports, changed, keywordsOf: () => [] }
  const store = libraryStore(library, (entries) => changed(entries.map(({ id }) => id)))
  const imports = createImports({ store, emit: ports.emit, now: ports.now, spawnReader: ports.spawnReader, readers: Math.min(4, Math.max(1, availableParallelism() - 1)) })
  const table = {
    ...libraryService(context),
    ...entriesService(context),
    ...importService(context, imports),
    ...searchesService(context),
    ...settingsService(context),
    'search.run': (input: Parameters<typeof list>[1]) => list(library, input),
  }
  return {
    call: (method, input, granted) => dispatch(table, method, input, granted),
    handOver: (to) => handOver(library, to),
    close: async () => {
      await imports.close()
      await library.close()
    },
  }
}
