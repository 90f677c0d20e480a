import { realpathSync } from 'node:fs'
import type { AnyReply } from '../contract/api.ts'
import { fault, Refusal } from '../contract/errors.ts'
import { refused } from '../core/dispatch.ts'
import type { FromLibrary, ToLibrary } from '../core/hosting/index.ts'
import type { CorePorts } from '../core/host.ts'
import type { Core } from '../core/services.ts'
import { outline } from '../core/trouble.ts'
import type { Parent } from './parent.ts'
import { forkedReader, relayedReaders } from './readers.ts'

export interface LibraryServerPorts {
  readonly content: string
  readonly packPage: string
  /** The reader's entry where this process may fork it itself; null where the host starts it. */
  readonly readerEntry: string | null
  readonly openCore: (folder: string, ports: CorePorts) => Promise<Core> | Core
}

type Request = Extract<ToLibrary, { readonly id: number }>

/** Serves one open library to one host. Opening, moving and closing happen one after another; calls wait for them. */
export function serveLibrary(host: Parent<FromLibrary, ToLibrary>, { content, packPage, readerEntry, openCore }: LibraryServerPorts): void {
  let open: { readonly folder: string; readonly core: Core } | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const relayed = relayedReaders(host.post)
  const ports: CorePorts = {
    emit: (event, value) => { host.post({ t: 'event', event, value }) },
    spawnReader: readerEntry === null ? relayed.spawn : () => forkedReader(readerEntry, content),
    content,
    packPage,
    now: () => new Date(),
  }

  const state = async (): Promise<AnyReply> => (open === null ? refused(fault('LIBRARY_CLOSED')) : open.core.call('library.state', {}, new Map()))
  const close = async (): Promise<void> => {
    const closing = open
    open = null
    await closing?.core.close()
  }

  /** The next library opens before the present one closes, so that a failure leaves the person where they were. */
  const openAt = async (folder: string): Promise<AnyReply> => {
    if (open !== null && samePlace(open.folder, folder)) return state()
    const core = await openCore(folder, ports)
    await close()
    open = { folder, core }
    return state()
  }

  const moveTo = async (folder: string): Promise<AnyReply> => {
    if (open === null) throw new Refusal('LIBRARY_CLOSED')
    const goOnHere = await open.core.handOver(folder)
    try {
      return await openAt(folder)
    } catch (error) {
      goOnHere()
      throw error
    }
  }

  const work = async (message: Request): Promise<AnyReply> => {
    switch (message.t) {
      case 'open':
        return openAt(message.folder)
      case 'move':
        return moveTo(message.folder)
      case 'close':
        await close()
        return { ok: true, value: null }
      case 'call':
        return open === null ? refused(fault('LIBRARY_CLOSED')) : open.core.call(message.method, message.input, new Map(message.granted))
    }
  }

  const answered = async (message: Request): Promise<void> => {
    host.post({ t: 'answer', id: message.id, reply: await work(message).catch(asReply) })
  }

  host.onMessage((message) => {
    if (!('id' in message)) relayed.receive(message)
    else if (message.t === 'call') void turn.then(() => answered(message))
    else turn = turn.then(() => answered(message))
  })
}

/** Two names of one folder (a link, another spelling of case) are one library, which would otherwise be found locked by itself. */
function samePlace(a: string, b: string): boolean {
  try {
    return realpathSync.native(a) === realpathSync.native(b)
  } catch {
    // A folder that does not exist yet is nobody's.
    return false
  }
}

function asReply(error: unknown): AnyReply {
  if (error instanceof Refusal) return refused(error.fault)
  console.error(`library: ${outline(error)}`)
  return refused(fault('FAILED'))
}
