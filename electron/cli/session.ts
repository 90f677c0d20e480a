/** The core for the length of one command. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CoreMethod, EventName, EventValue, Input, Output } from '../contract/api.ts'
import { Refusal } from '../contract/errors.ts'
import { homeOf, libraryLocation } from '../core/hosting/index.ts'
import type { GrantedPaths, ReaderChannel } from '../core/host.ts'
import { openCore } from '../core/services.ts'
import { forkedReader } from '../workers/readers.ts'

/** Where the command line finds its parts: built, they lie beside it; from the sources, in their rooms. */
export interface Parts {
  readonly reader: string
  readonly content: string
  readonly packPage: string
  /** The built entry of the browser host. */
  readonly browserHost: string
}

export function partsOf(folder: string): Parts {
  const root = join(folder, '..', '..')
  const built = !folder.endsWith(join('electron', 'cli'))
  return {
    reader: built ? join(folder, 'reader.js') : join(root, 'electron', 'workers', 'reader.ts'),
    content: join(root, 'content'),
    packPage: join(root, 'out', 'pack', 'page.html'),
    browserHost: join(root, 'out', 'main', 'browser-host.js'),
  }
}

export interface Session {
  /** Throws what the core refuses. */
  readonly call: <M extends CoreMethod>(method: M, input: Input<M>, granted?: GrantedPaths) => Promise<Output<M>>
  readonly on: <E extends EventName>(event: E, listener: (value: EventValue<E>) => void) => void
  readonly close: () => Promise<void>
}

export interface SessionOptions {
  /** Makes a library where the named folder holds none; else that is taken for a mistyped path. */
  readonly mayCreate: boolean
  /** Puts the bundled summaries into the library, but none that a person has removed. */
  readonly withBundled: boolean
  /** Starts a reading helper; a process of its own unless something else is given. */
  readonly spawnReader?: ((content: string) => ReaderChannel) | undefined
}

/** `library` null: the one the window would open. */
export async function openSession(library: string | null, parts: Parts, { mayCreate, withBundled, spawnReader }: SessionOptions): Promise<Session> {
  if (library !== null && !mayCreate && !existsSync(join(library, 'library.db'))) throw new Refusal('NOT_A_LIBRARY', { folder: library })
  const listeners: { readonly event: EventName; readonly listener: (value: never) => void }[] = []
  const core = await openCore(library ?? libraryLocation(homeOf()).current(), {
    emit: (event, value) => {
      for (const one of listeners) if (one.event === event) one.listener(value as never)
    },
    spawnReader: () => spawnReader?.(parts.content) ?? forkedReader(parts.reader, parts.content),
    content: parts.content,
    packPage: parts.packPage,
    now: () => new Date(),
  }, { bundled: withBundled ? 'always' : 'never' })
  return {
    call: async (method, input, granted = new Map()) => {
      const reply = await core.call(method, input, granted)
      if (!reply.ok) throw new Refusal(reply.error.code, reply.error.details)
      // The border of the core has checked it against the contract.
      return reply.value as Output<typeof method>
    },
    on: (event, listener) => void listeners.push({ event, listener }),
    close: () => core.close(),
  }
}
