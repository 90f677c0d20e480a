// A Chrome DevTools Protocol client over Node's own WebSocket: no dependency.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The protocol's messages are data of Chromium's; each caller names the shape it reads. */
type Params = Readonly<Record<string, unknown>>
type Listener = (params: never) => void
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
  readonly socket: WebSocket
  readonly profile: string

  private constructor(endpoint: string, process: ChildProcess, socket: WebSocket, profile: string) {
    this.endpoint = endpoint
    this.process = process
    this.socket = socket
    this.profile = profile
    socket.addEventListener('message', (message) => {
      this.#receive(JSON.parse(String(message.data)) as Message)
    })
    socket.addEventListener('close', () => {
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
    const socket = new WebSocket(endpoint)
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => { resolve() }, { once: true })
      socket.addEventListener('error', () => { reject(new Error(`cannot connect to ${endpoint}`)) }, { once: true })
    })
    return new Browser(endpoint, child, socket, profile)
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
      this.socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }))
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
