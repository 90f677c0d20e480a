import { describe, expect, it, vi } from 'vitest'
import type { AnyReply } from '../../../electron/contract/api.ts'
import { fault, Refusal } from '../../../electron/contract/errors.ts'
import type { LibraryState } from '../../../electron/contract/library.ts'
import type { FromLibrary, LibraryChannel, ToLibrary } from '../../../electron/core/hosting/index.ts'
import { startLibraryHost, type LibraryHost } from '../../../electron/core/hosting/library-host.ts'
import { BY_RULES } from '../../../electron/contract/reviewing.ts'
import type { ReaderChannel, ReaderReply, ReaderRequest } from '../../../electron/core/host.ts'

const openState = (folder: string): LibraryState => ({ state: 'open', folder, entries: 0, cases: 0, bytes: 0, createdAt: '2026-01-01T00:00:00.000Z', schema: 10 })

/** A library process as the host sees it; `answer` decides what it says, undefined says nothing. */
class Process implements LibraryChannel {
  readonly received: ToLibrary[] = []
  killed = false
  #message: (message: FromLibrary) => void = () => undefined
  #exit: () => void = () => undefined
  readonly answer: (message: ToLibrary) => AnyReply | undefined

  constructor(answer: (message: ToLibrary) => AnyReply | undefined) {
    this.answer = answer
  }
  post = (message: ToLibrary): void => {
    this.received.push(message)
    const reply = this.answer(message)
    if (reply !== undefined && 'id' in message) queueMicrotask(() => { this.say({ t: 'answer', id: message.id, reply }) })
  }
  onMessage = (listener: (message: FromLibrary) => void): void => {
    this.#message = listener
  }
  onExit = (listener: () => void): void => {
    this.#exit = listener
  }
  kill = (): void => {
    this.killed = true
  }
  say(message: FromLibrary): void {
    this.#message(message)
  }
  die(): void {
    this.#exit()
  }
}

class Reader implements ReaderChannel {
  readonly received: ReaderRequest[] = []
  killed = false
  reply: (reply: ReaderReply) => void = () => undefined
  exit: () => void = () => undefined
  post = (request: ReaderRequest): void => {
    this.received.push(request)
  }
  onReply = (listener: (reply: ReaderReply) => void): void => {
    this.reply = listener
  }
  onExit = (listener: () => void): void => {
    this.exit = listener
  }
  kill = (): void => {
    this.killed = true
  }
}

const answering = (message: ToLibrary): AnyReply | undefined => {
  if (message.t === 'open' || message.t === 'move') return { ok: true, value: openState(message.folder) }
  if (message.t === 'call') return { ok: true, value: { asked: message.method } }
  return { ok: true, value: null }
}

function start(answer: (message: ToLibrary) => AnyReply | undefined = answering): { host: LibraryHost; processes: Process[]; readers: Reader[]; events: [string, unknown][]; remembered: string[]; clock: { now: number } } {
  const processes: Process[] = []
  const readers: Reader[] = []
  const events: [string, unknown][] = []
  const remembered: string[] = []
  const clock = { now: 0 }
  const host = startLibraryHost({
    spawn: () => {
      const process = new Process(answer)
      processes.push(process)
      return process
    },
    spawnReader: () => {
      const reader = new Reader()
      readers.push(reader)
      return reader
    },
    location: { current: () => remembered.at(-1) ?? '/默认', recent: () => [], remember: (folder) => { remembered.push(folder) } },
    emit: (event, value) => { events.push([event, value]) },
    now: () => clock.now,
  })
  return { host, processes, readers, events, remembered, clock }
}

describe('the library process, seen from its host', () => {
  it('opens the current library at once, and calls wait until it is open', async () => {
    const { host, processes, events } = start()
    expect(await host.call('entries.get', {}, [])).toEqual({ ok: true, value: { asked: 'entries.get' } })
    expect(processes[0]?.received.map(({ t }) => t)).toEqual(['open', 'call'])
    expect(events).toEqual([['library.state', openState('/默认')]])
  })

  it('stays up when the library cannot be opened: the state says why, other calls are refused', async () => {
    const locked = fault('LIBRARY_LOCKED', { folder: '/默认', holder: '12' })
    const { host, events } = start((message) => (message.t === 'open' ? { ok: false, error: locked } : undefined))
    expect(await host.call('library.state', {}, [])).toEqual({ ok: true, value: { state: 'failed', folder: '/默认', fault: locked } })
    expect(await host.call('search.run', {}, [])).toEqual({ ok: false, error: fault('LIBRARY_CLOSED') })
    expect(events).toEqual([['library.state', { state: 'failed', folder: '/默认', fault: locked }]])
  })

  it('stays up when not even the process can be started', async () => {
    const events: unknown[] = []
    const host = startLibraryHost({
      spawn: () => { throw new Error('no such file') },
      spawnReader: () => new Reader(),
      location: { current: () => '/默认', recent: () => [], remember: () => undefined },
      emit: (_event, value) => { events.push(value) },
    })
    expect(await host.call('library.state', {}, [])).toEqual({ ok: true, value: { state: 'failed', folder: '/默认', fault: fault('LIBRARY_FAILED', { folder: '/默认' }) } })
    expect(await host.retry()).toEqual(events[1])
    await host.close()
  })

  it('opens again on retry', async () => {
    let attempts = 0
    const { host } = start((message) => (message.t === 'open' && ++attempts === 1 ? { ok: false, error: fault('LIBRARY_LOCKED') } : answering(message)))
    expect((await host.retry()).state).toBe('open')
    expect((await host.call('entries.get', {}, [])).ok).toBe(true)
  })

  it('remembers another library only when it could be opened', async () => {
    const { host, remembered, events } = start((message) => (message.t === 'open' && message.folder === '/坏' ? { ok: false, error: fault('NOT_A_LIBRARY', { folder: '/坏' }) } : answering(message)))
    await expect(host.open('/坏')).rejects.toEqual(new Refusal('NOT_A_LIBRARY', { folder: '/坏' }))
    expect((await host.call('library.state', {}, [])).ok).toBe(true)
    await host.open('/新')
    expect(remembered).toEqual(['/新'])
    expect(events.at(-1)).toEqual(['library.state', openState('/新')])
  })

  it('tells the window when the process dies, answers what was waiting, and starts it again', async () => {
    const { host, processes, events } = start((message) => (message.t === 'call' ? undefined : answering(message)))
    const waiting = host.call('entries.get', {}, [])
    await vi.waitFor(() => { expect(processes[0]?.received).toHaveLength(2) })
    processes[0]?.die()
    expect(await waiting).toEqual({ ok: false, error: fault('FAILED') })
    await vi.waitFor(() => { expect(events.map(([, value]) => Reflect.get(Object(value), 'state'))).toEqual(['open', 'failed', 'open']) })
    expect(processes).toHaveLength(2)
  })

  it('gives up on a process that dies three times within a minute, until a person asks again', async () => {
    const { host, processes, events } = start()
    for (const deaths of [1, 2, 3]) {
      await vi.waitFor(() => { expect(events.filter(([, value]) => Reflect.get(Object(value), 'state') === 'open')).toHaveLength(deaths) })
      processes.at(-1)?.die()
    }
    expect((await host.call('library.state', {}, [])).ok && processes.length).toBe(3)
    expect(events.at(-1)).toEqual(['library.state', { state: 'failed', folder: '/默认', fault: fault('LIBRARY_FAILED', { folder: '/默认' }) }])
    expect((await host.retry()).state).toBe('open')
    expect(processes).toHaveLength(4)
  })

  it('forgets deaths that lie more than a minute back', async () => {
    const { processes, events, clock } = start()
    for (const deaths of [1, 2, 3, 4]) {
      await vi.waitFor(() => { expect(events.filter(([, value]) => Reflect.get(Object(value), 'state') === 'open')).toHaveLength(deaths) })
      processes.at(-1)?.die()
      clock.now += 61_000
    }
    await vi.waitFor(() => { expect(processes).toHaveLength(5) })
  })

  it('closes the library before it ends the process, and does not start another', async () => {
    const { host, processes } = start()
    await host.close()
    expect([processes[0]?.received.at(-1)?.t, processes[0]?.killed]).toEqual(['close', true])
    processes[0]?.die()
    await Promise.resolve()
    expect(processes).toHaveLength(1)
  })

  it('starts reading helpers for the process and carries their messages', async () => {
    const { host, processes, readers } = start()
    await host.call('library.state', {}, [])
    const [process] = processes
    const request: ReaderRequest = { id: 1, name: '甲.txt', path: '/甲.txt', bytes: null, options: BY_RULES, unpackFrom: null }
    const reply: ReaderReply = { id: 1, ok: false, fault: fault('EMPTY', { file: '甲.txt' }) }
    process?.say({ t: 'reader-spawn', reader: 7 })
    process?.say({ t: 'reader-post', reader: 7, request })
    expect(readers[0]?.received).toEqual([request])
    readers[0]?.reply(reply)
    expect(process?.received.at(-1)).toEqual({ t: 'reader-reply', reader: 7, reply })
    process?.say({ t: 'reader-kill', reader: 7 })
    expect(readers[0]?.killed).toBe(true)
    readers[0]?.exit()
    expect(process?.received.at(-1)).toEqual({ t: 'reader-exit', reader: 7 })
  })

  it('ends the helpers of a process that died', async () => {
    const { host, processes, readers } = start()
    await host.call('library.state', {}, [])
    processes[0]?.say({ t: 'reader-spawn', reader: 1 })
    processes[0]?.die()
    expect(readers[0]?.killed).toBe(true)
  })

  it('passes events on by name, and drops names the contract does not know', async () => {
    const { host, processes, events } = start()
    await host.call('library.state', {}, [])
    processes[0]?.say({ t: 'event', event: 'library.changed', value: { ids: null } })
    processes[0]?.say({ t: 'event', event: '__proto__' as never, value: 1 })
    expect(events.slice(1)).toEqual([['library.changed', { ids: null }]])
  })
})
