import { EventEmitter } from 'node:events'
import type { BrowserWindow } from './browser-window.ts'
import type { Session as CdpSession } from './cdp.ts'
import { decodeClone, encodeClone } from './codec.js'
import { ipcMainImpl } from './ipc-main.ts'
import { appImpl } from './app.ts'
import { journal } from './journal.ts'
import { answerRequest, type PausedRequest } from './page-requests.ts'
import { BINDING, injectPreload, WORLD } from './preload-injection.ts'
import { faceOf, type Session } from './session.ts'
import { browser, state } from './state.ts'
import { event } from './strict.ts'
import { fromWire, originOf, sameDocument, toWire } from './urls.ts'

export type WebPreferences = Readonly<Record<string, unknown>>
type WindowOpen = (details: { readonly url: string; readonly frameName: string; readonly features: string; readonly disposition: string; readonly referrer: object }) => { readonly action: 'allow' | 'deny' }
interface Frame {
  readonly url: string
  readonly origin: string
  readonly parent: unknown
  readonly top: unknown
}
interface FromPreload {
  readonly t: 'invoke' | 'send' | 'preload-error'
  readonly id: number
  readonly channel: string
  readonly args: string
  readonly message: string
}

let ids = 0

export class WebContents extends EventEmitter {
  readonly id = ++ids
  readonly ready: Promise<void>
  readonly owner: BrowserWindow
  readonly preferences: WebPreferences
  readonly sessionImpl: Session
  targetId = ''
  mainFrameId = ''
  #cdp: CdpSession | null = null
  #url = ''
  #isolated: number | null = null
  #expected: string | null = null
  #destroyed = false
  #windowOpen: WindowOpen | null = null
  #loads: (() => void)[] = []
  #zoom = 1

  constructor(owner: BrowserWindow, preferences: WebPreferences, session: Session, size: { readonly width: number; readonly height: number }) {
    super()
    this.owner = owner
    this.preferences = preferences
    this.sessionImpl = session
    state.contents.set(this.id, this)
    this.ready = this.#start(size)
    this.ready.catch((error: unknown) => {
      console.error('electron stand-in: the window failed', error)
    })
  }

  get cdp(): CdpSession {
    if (this.#cdp === null) throw new Error('electron stand-in: the page has not started')
    return this.#cdp
  }
  get session(): Session {
    return faceOf(this.sessionImpl)
  }
  get mainFrame(): Frame {
    return this.frame(this.#url)
  }
  frame(url: string): Frame {
    return { url, origin: originOf(url), parent: null, top: null }
  }

  async #start(size: { readonly width: number; readonly height: number }): Promise<void> {
    await appImpl.whenReady()
    const { targetId } = await browser().send<{ targetId: string }>('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
    this.targetId = targetId
    const cdp = await browser().attach(targetId)
    this.#cdp = cdp
    this.#listen(cdp)
    const { frameTree } = await cdp.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree')
    this.mainFrameId = frameTree.frame.id
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Inspector.enable'),
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] }),
      cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: [{ type: 'page' }] }),
      cdp.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false }),
    ])
    const preload = this.preferences['preload']
    await injectPreload(cdp, typeof preload === 'string' ? preload : undefined)
  }

  #listen(cdp: CdpSession): void {
    cdp.on<{ context: { id: number; name: string; auxData?: { frameId?: string } } }>('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD && context.auxData?.frameId === this.mainFrameId) this.#isolated = context.id
    })
    cdp.on('Runtime.executionContextsCleared', () => {
      this.#isolated = null
    })
    cdp.on<{ name: string; payload: string; executionContextId: number }>('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === BINDING && executionContextId === this.#isolated) void this.#fromPreload(JSON.parse(payload) as FromPreload, executionContextId)
    })
    cdp.on<{ frame: { parentId?: string; url: string; urlFragment?: string } }>('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return
      this.#url = fromWire(frame.url + (frame.urlFragment ?? ''))
      this.emit('did-navigate', event(), this.#url)
    })
    cdp.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.mainFrameId) return
      this.#url = fromWire(url)
      this.emit('did-navigate-in-page', event(), this.#url, true)
    })
    cdp.on('Page.domContentEventFired', () => {
      this.emit('dom-ready', event())
      this.owner.emit('ready-to-show', event())
    })
    cdp.on('Page.loadEventFired', () => {
      this.emit('did-finish-load', event())
      for (const done of this.#loads.splice(0)) done()
    })
    cdp.on('Inspector.targetCrashed', () => this.emit('render-process-gone', event(), { reason: 'crashed', exitCode: 1 }))
    cdp.on<PausedRequest>('Fetch.requestPaused', (paused) => {
      answerRequest(this, paused).catch((error: unknown) => journal.notes.push(`request: ${String(error)}`))
    })
    cdp.on<{ url: string; windowName: string; windowFeatures: readonly string[] }>('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const details = { url: fromWire(url), frameName: windowName, features: windowFeatures.join(','), disposition: 'foreground-tab', referrer: { url: this.#url, policy: 'default' } }
      journal.windows.push(`${this.#windowOpen?.(details).action ?? 'allow'} ${details.url}`)
    })
    cdp.on('Page.javascriptDialogOpening', () => {
      journal.notes.push('the page opened a dialog')
      void cdp.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined)
    })
    // A popup is stopped before its first byte and closed; what the app answered stands in the journal.
    cdp.on<{ sessionId: string; targetInfo: { type: string; targetId: string }; waitingForDebugger: boolean }>('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
      if (targetInfo.type === 'page') void browser().send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined)
      else if (waitingForDebugger) void browser().session(sessionId).send('Runtime.runIfWaitingForDebugger').catch(() => undefined)
    })
  }

  async #fromPreload(message: FromPreload, context: number): Promise<void> {
    if (message.t === 'preload-error') {
      journal.preloadErrors.push(message.message)
      this.emit('preload-error', event(), this.preferences['preload'], new Error(message.message))
      return
    }
    const sent = { type: 'frame', sender: this, senderFrame: this.mainFrame, processId: 1, frameId: 1, ports: [] }
    const args = decodeClone(message.args) as unknown[]
    if (message.t === 'send') {
      ipcMainImpl.emit(message.channel, sent, ...args)
      return
    }
    let reply: object
    try {
      const handler = ipcMainImpl.invokers.get(message.channel)
      if (handler === undefined) throw new Error(`No handler registered for '${message.channel}'`)
      reply = { t: 'reply', id: message.id, ok: true, value: encodeClone(await handler(sent, ...args)) }
    } catch (error) {
      reply = { t: 'reply', id: message.id, ok: false, message: `Error invoking remote method '${message.channel}': ${String(error)}` }
    }
    await this.#toPreload(context, reply)
  }
  async #toPreload(context: number, message: object): Promise<void> {
    // A page that has just gone away no longer hears.
    await this.cdp.send('Runtime.callFunctionOn', { executionContextId: context, functionDeclaration: 'function (m) { globalThis.__standin_receive(m) }', arguments: [{ value: JSON.stringify(message) }] }).catch(() => undefined)
  }

  /** Whether this document was asked for by the app itself (loadURL, reload); each asking counts once. */
  takeExpected(url: string, main: boolean): boolean {
    if (!main || this.#expected === null || !sameDocument(url, this.#expected)) return false
    this.#expected = null
    return true
  }

  async loadURL(url: string): Promise<void> {
    await this.ready
    this.#expected = url
    const loaded = new Promise<void>((resolve) => this.#loads.push(resolve))
    const { errorText } = await this.cdp.send<{ errorText?: string }>('Page.navigate', { url: toWire(url) })
    if (errorText !== undefined) {
      this.emit('did-fail-load', event(), -2, errorText, url, true)
      throw Object.assign(new Error(`${errorText} (-2) loading '${url}'`), { code: errorText })
    }
    await loaded
  }
  reload(): void {
    void this.loadURL(this.#url)
  }
  send(channel: string, ...args: unknown[]): void {
    const encoded = encodeClone(args) // throws at once, as in Electron
    if (this.#isolated !== null) void this.#toPreload(this.#isolated, { t: 'event', channel, args: encoded })
  }
  setWindowOpenHandler(handler: WindowOpen): void {
    this.#windowOpen = handler
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    journal.notes.push(`webrtc ${policy}`)
  }
  getURL(): string {
    return this.#url
  }
  isDestroyed(): boolean {
    return this.#destroyed
  }
  isLoading(): boolean {
    return this.#loads.length > 0
  }
  getZoomFactor(): number {
    return this.#zoom
  }
  setZoomFactor(factor: number): void {
    this.#zoom = factor
  }
  getLastWebPreferences(): WebPreferences {
    return this.preferences
  }
  markDestroyed(): void {
    this.#destroyed = true
    state.contents.delete(this.id)
    this.emit('destroyed')
  }
}
