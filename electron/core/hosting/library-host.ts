import { isEvent, type AnyReply, type CoreMethod, type Emit, type EventName } from '../../contract/api.ts'
import { fault, Refusal, type Fault } from '../../contract/errors.ts'
import { LibraryState, type Grant } from '../../contract/library.ts'
import { refused } from '../dispatch.ts'
import type { GrantedPath, ReaderChannel } from '../host.ts'
import { outline } from '../trouble.ts'
import type { LibraryChannel, ToLibrary } from './channel.ts'
import type { LibraryLocation } from './library-location.ts'
import { relayReaders } from './reader-relay.ts'

/** After this many deaths within a minute the process is not started again until a person asks for it. */
const MAX_DEATHS = 3
const DEATHS_WITHIN_MS = 60_000

/** The host's side of the process in which the library is open. A host survives whatever happens over there. */
export interface LibraryHost {
  readonly call: (method: CoreMethod, input: unknown, granted: readonly (readonly [Grant, GrantedPath])[]) => Promise<AnyReply>
  /** Opens another library; when it can't be opened the present one stays, and the reason is thrown. */
  readonly open: (folder: string) => Promise<LibraryState>
  /** Opens the present library again after a failure. */
  readonly retry: () => Promise<LibraryState>
  readonly move: (folder: string) => Promise<LibraryState>
  readonly folder: () => string
  /** Closes the library and ends its process. */
  readonly close: () => Promise<void>
}

export interface LibraryHostPorts {
  readonly spawn: () => LibraryChannel
  readonly spawnReader: () => ReaderChannel
  readonly location: LibraryLocation
  readonly emit: Emit
  readonly now?: () => number
}

type Line = { readonly channel: LibraryChannel; readonly waiting: Map<number, (reply: AnyReply) => void> }
/** A request without its number; distributes over the union, so that each kind keeps its own fields. */
type Ask<T = ToLibrary> = T extends { readonly id: number } ? Omit<T, 'id'> : never

/** Starts the process and opens the current library at once; calls made meanwhile wait for it. */
export function startLibraryHost({ spawn, spawnReader, location, emit, now = Date.now }: LibraryHostPorts): LibraryHost {
  let ids = 0
  let line: Line | null = null
  let failure: Fault | null = null
  let closing = false
  let deaths: number[] = []
  let opening: Promise<unknown> = Promise.resolve()

  /** What nobody foresaw has a code of its own here: the page that shows it is all there is, and must say where and what next. */
  const failed = (error: Fault): LibraryState => {
    const folder = location.current()
    return { state: 'failed', folder, fault: error.code === 'FAILED' ? fault('LIBRARY_FAILED', { folder }) : error }
  }
  const announce = (state: LibraryState): LibraryState => {
    emit('library.state', state)
    return state
  }
  const asState = (reply: AnyReply): LibraryState | Fault => (reply.ok ? LibraryState.parse(reply.value) : reply.error)

  const connect = (): Line => {
    const channel = spawn()
    const fresh: Line = { channel, waiting: new Map() }
    const readers = relayReaders(channel, spawnReader)
    channel.onMessage((message) => {
      if (message.t === 'answer') {
        fresh.waiting.get(message.id)?.(message.reply)
        fresh.waiting.delete(message.id)
      } else if (message.t === 'event') forward(emit, message.event, message.value)
      else readers.receive(message)
    })
    channel.onExit(() => {
      readers.stop()
      line = line === fresh ? null : line
      for (const answer of fresh.waiting.values()) answer(refused(fault('FAILED')))
      fresh.waiting.clear()
      if (!closing) void recover()
    })
    line = fresh
    return fresh
  }

  const ask = (message: Ask): Promise<AnyReply> => {
    const { channel, waiting } = line ?? connect()
    const id = ++ids
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      channel.post({ ...message, id })
    })
  }

  /** One opening, moving or closing at a time; calls wait for it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = opening.then(work)
    opening = result.catch(() => undefined)
    return result
  }

  const openCurrent = async (): Promise<LibraryState> => {
    let state: LibraryState | Fault
    try {
      state = asState(await ask({ t: 'open', folder: location.current() }))
    } catch (error) {
      // Not even the process could be started: the window says so and offers to try again.
      console.error(`library: ${outline(error)}`)
      state = fault('FAILED')
    }
    failure = 'code' in state ? state : null
    return announce('code' in state ? failed(state) : state)
  }

  const recover = async (): Promise<void> => {
    failure = fault('FAILED')
    announce(failed(failure))
    deaths = [...deaths.filter((at) => now() - at < DEATHS_WITHIN_MS), now()]
    if (deaths.length < MAX_DEATHS) await inTurn(openCurrent)
  }

  const goTo = async (message: { readonly t: 'open' | 'move'; readonly folder: string }): Promise<LibraryState> => {
    const state = asState(await ask(message))
    if ('code' in state) throw new Refusal(state.code, state.details)
    failure = null
    try {
      location.remember(message.folder)
    } catch (error) {
      // The library is open all the same; only the next start will not know of it.
      console.error(`host.json: ${outline(error)}`)
    }
    return announce(state)
  }

  void inTurn(openCurrent)
  return {
    call: async (method, input, granted) => {
      await opening
      if (failure !== null) return method === 'library.state' ? { ok: true, value: failed(failure) } : refused(fault('LIBRARY_CLOSED'))
      return ask({ t: 'call', method, input, granted })
    },
    open: (folder) => inTurn(() => goTo({ t: 'open', folder })),
    retry: () => {
      deaths = []
      return inTurn(openCurrent)
    },
    move: (folder) => inTurn(() => goTo({ t: 'move', folder })),
    folder: () => location.current(),
    close: async () => {
      closing = true
      await opening
      if (line === null) return
      await ask({ t: 'close' })
      line?.channel.kill()
    },
  }
}

/** The value was typed where it was emitted; only the name is checked again, because names route. */
function forward(emit: Emit, event: EventName, value: unknown): void {
  if (isEvent(event)) (emit as (event: EventName, value: unknown) => void)(event, value)
}
