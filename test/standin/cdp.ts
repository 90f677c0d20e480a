// A Chrome DevTools Protocol client over Chromium's debugging pipe: no dependency, and no compression as on its WebSocket, which cost a start 150 ms.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** The protocol's messages are data of Chromium's; each caller names the shape it reads. */
type Params = Readonly<Record<string, unknown>>
type Listener = (params: never) => void
/** What the process is given as its file descriptors 3 and 4; messages end with a NUL. */
interface Pipe {
  readonly to: Writable
  readonly from: Readable
}
interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

export class Session {
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly browser: Browser
  readonly id: string | undefined

  constructor(browser: Browser, id: string | undefined) {
    this.browser = browser
    this.id = id
  }
  send<T = unknown>(method: string, params: Params = {}): Promise<T> {
    return this.browser.send<T>(method, params, this.id)
  }
  on<P>(event: string, listener: (params: P) => void): void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
  }
  emit(event: string, params: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(params as never)
  }
}

export class Browser {
  readonly root = new Session(this, undefined)
  readonly #sessions = new Map<string, Session>()
  readonly #pending = new Map<number, { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }>()
  #ids = 0
  readonly endpoint: string
  readonly process: ChildProcess
  readonly profile: string
  readonly #pipe: Pipe

  private constructor(endpoint: string, process: ChildProcess, pipe: Pipe, profile: string) {
    this.endpoint = endpoint
    this.process = process
    this.#pipe = pipe
    this.profile = profile
    let rest = ''
    pipe.from.setEncoding('utf8').on('data', (data: string) => {
      const messages = (rest + data).split('\0')
      rest = messages.pop() ?? ''
      for (const message of messages) this.#receive(JSON.parse(message) as Message)
    })
    // Whoever still writes hears of it below.
    pipe.to.on('error', () => undefined)
    pipe.from.once('close', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('browser closed'))
      this.#pending.clear()
    })
  }

  static async launch(executable: string, args: readonly string[]): Promise<Browser> {
    const profile = mkdtempSync(join(tmpdir(), 'standin-profile-'))
    // Chromium leaves when its debugging pipe (3, 4) closes: no orphans, however this process ends.
    const child = spawn(executable, ['--remote-debugging-port=0', '--remote-debugging-pipe', `--user-data-dir=${profile}`, ...args], { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
    const endpoint = await new Promise<string>((resolve, reject) => {
      let text = ''
      child.stderr?.on('data', (data: Buffer) => {
        text += data.toString()
        const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1]
        if (address !== undefined) resolve(address)
      })
      child.once('error', reject)
      child.once('exit', (code) => {
        reject(new Error(`Chromium left with ${String(code)}\n${text.slice(-2000)}`))
      })
    })
    const [, , , to, from] = child.stdio
    return new Browser(endpoint, child, { to: to as Writable, from: from as Readable }, profile)
  }

  send<T = unknown>(method: string, params: Params = {}, sessionId?: string): Promise<T> {
    const id = ++this.#ids
    return new Promise((resolve, reject) => {
      const failure = new Error(`CDP ${method}`)
      this.#pending.set(id, {
        resolve,
        reject: (error) => {
          failure.message += `: ${error.message}`
          reject(failure)
        },
      })
      this.#pipe.to.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`)
    })
  }

  async attach(targetId: string): Promise<Session> {
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
    return this.session(sessionId)
  }

  session(id: string): Session {
    const session = this.#sessions.get(id) ?? new Session(this, id)
    this.#sessions.set(id, session)
    return session
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.root : this.session(message.sessionId)
      session.emit(message.method ?? '', message.params)
      return
    }
    const waiting = this.#pending.get(message.id)
    this.#pending.delete(message.id)
    if (message.error) waiting?.reject(new Error(message.error.message))
    else waiting?.resolve(message.result as never)
  }

  async close(): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      if (this.process.exitCode !== null) resolve()
      else this.process.once('exit', () => { resolve() })
    })
    await Promise.race([this.send('Browser.close').catch(() => undefined), gone])
    const late = setTimeout(() => this.process.kill('SIGKILL'), 3000)
    await gone
    clearTimeout(late)
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
