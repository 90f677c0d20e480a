import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { appImpl } from './app.ts'
import { strict } from './strict.ts'

interface ForkOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly execArgv?: readonly string[]
  readonly serviceName?: string
  readonly stdio?: 'pipe' | 'ignore' | 'inherit'
}

/** A forked Node with `process.parentPort`; messages are structured clones, as in Electron. */
export class UtilityProcess extends EventEmitter {
  pid: number | undefined
  readonly #child: ChildProcess

  constructor(path: string, args: readonly string[], { env, cwd, execArgv = [], stdio = 'inherit' }: ForkOptions) {
    super()
    const port = pathToFileURL(join(import.meta.dirname, 'utility.ts')).href
    this.#child = fork(path, [...args], { execArgv: ['--import', port, ...execArgv], serialization: 'advanced', ...(cwd === undefined ? {} : { cwd }), env: { ...(env ?? process.env), NODE_OPTIONS: '' }, stdio: ['ignore', stdio, stdio, 'ipc'] })
    this.#child.once('spawn', () => {
      this.pid = this.#child.pid
      this.emit('spawn')
    })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('exit', (code) => {
      this.pid = undefined
      this.emit('exit', code ?? 1)
    })
    this.#child.on('error', (error) => this.emit('error', 'FatalError', '', String(error)))
    processes.add(this)
    this.once('exit', () => processes.delete(this))
  }
  postMessage(message: unknown, transfer?: readonly unknown[]): void {
    if (transfer !== undefined && transfer.length > 0) throw new Error('electron stand-in: utilityProcess cannot take a MessagePort')
    if (this.#child.connected) this.#child.send({ data: message }, () => undefined)
  }
  kill(): boolean {
    return this.#child.kill()
  }
}

/** Those that run, so that a test can end one and see the app survive. */
export const processes = new Set<UtilityProcess>()

export const utilityProcess = strict('utilityProcess', {
  fork: (path: string, args: readonly string[] | ForkOptions = [], options: ForkOptions = {}): UtilityProcess => {
    if (!appImpl.isReady()) throw new Error('utilityProcess cannot be created before app is ready')
    return 'length' in args ? new UtilityProcess(path, args, options) : new UtilityProcess(path, [], args)
  },
})
