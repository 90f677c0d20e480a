import { EventEmitter } from 'node:events'
import { appImpl } from './app.ts'
import { sessionOf } from './session.ts'
import { browser, state } from './state.ts'
import { bound, event, strict } from './strict.ts'
import { WebContents, type WebPreferences } from './web-contents.ts'

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
interface Options extends Partial<Rectangle> {
  readonly title?: string
  readonly show?: boolean
  readonly webPreferences?: WebPreferences
}

/** Values that this program must never use; the stand-in has no insecure mode to offer. */
const WEAK: readonly (readonly [string, boolean])[] = [
  ['contextIsolation', false],
  ['nodeIntegration', true],
  ['nodeIntegrationInWorker', true],
  ['nodeIntegrationInSubFrames', true],
  ['sandbox', false],
  ['webSecurity', false],
  ['webviewTag', true],
  ['allowRunningInsecureContent', true],
  ['experimentalFeatures', true],
  ['plugins', true],
]

let ids = 0

export class BrowserWindow extends EventEmitter {
  readonly id = ++ids
  readonly contents: WebContents
  readonly webContents: WebContents
  readonly options: Options
  #title: string
  #bounds: Rectangle
  #visible: boolean
  #destroyed = false
  #minimized = false
  #maximized = false

  constructor(options: Options = {}) {
    super()
    if (!appImpl.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    this.#title = options.title ?? appImpl.name
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.#visible = options.show !== false
    const preferences: WebPreferences = { contextIsolation: true, nodeIntegration: false, sandbox: true, webSecurity: true, ...options.webPreferences }
    for (const [name, weak] of WEAK) {
      if (preferences[name] === weak) throw new Error(`electron stand-in: webPreferences.${name} = ${String(weak)} is not supported (and must not be used)`)
    }
    this.contents = new WebContents(this, preferences, sessionOf(String(preferences['partition'] ?? '')), this.#bounds)
    this.webContents = bound('webContents', this.contents)
    state.windows.add(this)
    state.focused = this
    appImpl.emit('web-contents-created', event(), this.webContents)
    appImpl.emit('browser-window-created', event(), this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...state.windows]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return state.focused
  }
  static fromWebContents(contents: { readonly id: number }): BrowserWindow | null {
    return [...state.windows].find((window) => window.contents.id === contents.id) ?? null
  }
  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url)
  }
  show(): void {
    this.#visible = true
    this.emit('show')
  }
  focus(): void {
    state.focused = this
    this.emit('focus')
  }
  isVisible(): boolean {
    return this.#visible
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  isMinimized(): boolean {
    return this.#minimized
  }
  minimize(): void {
    this.#minimized = true
    this.emit('minimize')
  }
  restore(): void {
    this.#minimized = false
    this.emit('restore')
  }
  isMaximized(): boolean {
    return this.#maximized
  }
  maximize(): void {
    this.#maximized = true
    this.emit('maximize')
  }
  getBounds(): Rectangle {
    return { ...this.#bounds }
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds }
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.emit('resize')
  }
  setTitle(title: string): void {
    this.#title = title
  }
  getTitle(): string {
    return this.#title
  }
  close(): void {
    const closing = event()
    this.emit('close', closing)
    if (!closing.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    state.windows.delete(this)
    if (state.focused === this) state.focused = [...state.windows].at(-1) ?? null
    this.contents.markDestroyed()
    void this.contents.ready.then(() => browser().send('Target.closeTarget', { targetId: this.contents.targetId })).catch(() => undefined)
    this.emit('closed')
    if (state.windows.size > 0) return
    if (appImpl.listenerCount('window-all-closed') === 0) appImpl.quit()
    else appImpl.emit('window-all-closed')
  }
}

export const webContents = strict('webContents', {
  getAllWebContents: (): WebContents[] => [...state.contents.values()],
  fromId: (id: number): WebContents | undefined => state.contents.get(id),
})
