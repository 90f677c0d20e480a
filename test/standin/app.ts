import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { journal } from './journal.ts'
import { state } from './state.ts'
import { bound, event, strict } from './strict.ts'

const paths = new Map<string, string>([
  ['home', homedir()],
  ['temp', tmpdir()],
  ['appData', join(homedir(), '.config')],
  ['desktop', join(homedir(), 'Desktop')],
  ['documents', join(homedir(), 'Documents')],
  ['downloads', join(homedir(), 'Downloads')],
])

const given = (name: string): string | undefined => [...process.argv.map((argument) => argument.replace(/^--/, '')), ...journal.switches].find((item) => item === name || item.startsWith(`${name}=`))

export class App extends EventEmitter {
  isPackaged = process.env['STANDIN_PACKAGED'] === '1'
  name = 'app'
  readonly dock = undefined
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value?: string): void => {
      journal.switches.push(value === undefined ? name : `${name}=${value}`)
    },
    hasSwitch: (name: string): boolean => given(name) !== undefined,
    getSwitchValue: (name: string): string => given(name)?.slice(name.length + 1) ?? '',
  })
  #ready = false
  #leaving = false
  readonly #whenReady = Promise.withResolvers<void>()

  whenReady(): Promise<void> {
    return this.#whenReady.promise
  }
  isReady(): boolean {
    return this.#ready
  }
  markReady(): void {
    this.#ready = true
    this.#whenReady.resolve()
    this.emit('ready', {}, {})
  }
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    journal.notes.push('enableSandbox')
  }
  getAppPath(): string {
    return state.root
  }
  getVersion(): string {
    return state.manifest.version ?? '0.0.0'
  }
  getName(): string {
    return this.name
  }
  getLocale(): string {
    return 'zh-CN'
  }
  getPath(name: string): string {
    if (name === 'userData' || name === 'sessionData') return paths.get(name) ?? paths.get('userData') ?? join(paths.get('appData') ?? '', this.name)
    if (name === 'exe') return process.execPath
    const path = paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error('Failed to set path: the folder does not exist')
    paths.set(name, path)
  }
  setAppUserModelId(id: string): void {
    journal.notes.push(`appUserModelId ${id}`)
  }
  requestSingleInstanceLock(): boolean {
    journal.notes.push('singleInstanceLock')
    return process.env['STANDIN_SECOND'] !== '1'
  }
  focus(): void {
    journal.notes.push('focus')
  }

  /** As Electron: before-quit, then every window, then will-quit; any of them may stop it. */
  quit(): void {
    if (this.#leaving) return
    const before = event()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    for (const window of state.windows) {
      window.close()
      if (!window.isDestroyed()) return
    }
    if (this.#leaving) return
    const will = event()
    this.emit('will-quit', will)
    if (!will.defaultPrevented) this.exit(0)
  }
  exit(code = 0): void {
    if (this.#leaving) return
    this.#leaving = true
    this.emit('quit', {}, code)
    void (state.browser?.close() ?? Promise.resolve()).finally(() => process.exit(code))
  }
}

export const appImpl = new App()
export const app = bound('app', appImpl)
