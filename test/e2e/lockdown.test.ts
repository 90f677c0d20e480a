/** Electron's security settings, each asserted where it acts. electron/main/README.md says which weakening each test was seen to catch. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Journal } from '../standin/journal.ts'
import { chooseFolder, valueOf } from './choose.ts'
import { launch, onEachHost, onElectronHosts, type Running } from './launch.ts'

/** What the stand-in wrote down, inside evaluate(). */
declare const __standin: Journal

onElectronHosts('the lockdown', (kind) => {
  let app: Running
  const page = 'app://casebook/index.html'
  beforeAll(async () => {
    app = await launch(kind)
  })
  afterAll(() => app.close())

  it('opens its window with exactly the required preferences', async () => {
    const { preload, ...preferences } = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return Reflect.apply(Reflect.get(window?.webContents ?? {}, 'getLastWebPreferences'), window?.webContents, []) as Record<string, unknown>
    })
    expect(preload).toMatch(/out[\\/]preload[\\/]index\.cjs$/)
    const required = {
      sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, webviewTag: false,
      allowRunningInsecureContent: false, experimentalFeatures: false, plugins: false, navigateOnDragDrop: false, spellcheck: false, disableDialogs: true, devTools: true,
    }
    expect(preferences).toMatchObject(required)
    expect(preferences).not.toHaveProperty('enableBlinkFeatures')
  })

  it('keeps Node and Electron out of the page', async () => {
    expect(await app.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__standin_ipc'].map((name) => typeof Reflect.get(window, name)))).toEqual(Array(8).fill('undefined'))
  })

  it('gives the page two functions, frozen, for names of the contract only', async () => {
    const given = await app.page.evaluate(async () => {
      const api = Reflect.get(window, 'casebook')
      const refused = await Promise.all(['casebook:call', '__proto__', 'ipc', '', 'settings.changed'].map((name) => api.call(name, {}).then(() => 'answered', () => 'refused')))
      let event = 'heard'
      try {
        api.on('settings.get', () => undefined)
      } catch {
        event = 'refused'
      }
      let replaced = 'replaced'
      try {
        Reflect.set(window, 'casebook', null)
        if (Reflect.get(window, 'casebook') === api) replaced = 'kept'
      } catch {
        replaced = 'kept'
      }
      return { members: Object.keys(api).sort(), frozen: Object.isFrozen(api), refused, event, replaced }
    })
    expect(given).toEqual({ members: ['call', 'on'], frozen: true, refused: Array(5).fill('refused'), event: 'refused', replaced: 'kept' })
  })

  it('stays on its page: no link, script, redirect, window or frame leads away', async () => {
    await app.page.evaluate(() => {
      const link = (href: string, target: string): void => {
        const anchor = document.createElement('a')
        anchor.href = href
        anchor.target = target
        document.body.append(anchor)
        anchor.click()
        anchor.remove()
      }
      link('https://example.com/phish', '')
      link('https://example.com/blank', '_blank')
      link('file:///etc/passwd', '')
      window.open('https://example.com/popup')
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL().replace(/#.*$/, '')))).toEqual([page])
    if (kind !== 'stand-in') return
    const { moves, windows } = await app.evaluate(() => ({ moves: __standin.blockedNavigations, windows: __standin.windows }))
    expect(moves).toContain('https://example.com/phish')
    expect([...windows].sort()).toEqual(['deny https://example.com/blank', 'deny https://example.com/popup'])
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', async (name) => {
    const prevented = await app.evaluate(({ BrowserWindow }, event) => {
      const [window] = BrowserWindow.getAllWindows()
      const ask = (url: string): boolean => {
        let stopped = false
        Reflect.apply(Reflect.get(window?.webContents ?? {}, 'emit'), window?.webContents, [event, { url, isMainFrame: false, preventDefault: () => { stopped = true } }, url])
        return stopped
      }
      return ['https://example.com/', 'file:///etc/passwd', 'app://casebook.evil/', 'data:text/html,x', 'javascript:1'].map(ask)
    }, name)
    expect(prevented).toEqual(Array(5).fill(true))
  })

  it('prevents downloads', async () => {
    const prevented = await app.evaluate(({ session }) => {
      let stopped = false
      Reflect.apply(Reflect.get(session.defaultSession, 'emit'), session.defaultSession, ['will-download', { preventDefault: () => { stopped = true } }, {}, null])
      return stopped
    })
    expect(prevented).toBe(true)
  })

  it('lets no request out, even past the content security policy', async () => {
    const cdp = await app.page.context().newCDPSession(app.page)
    await cdp.send('Page.setBypassCSP', { enabled: true })
    await app.page.reload() // it takes effect on the next document
    const outcomes = await app.page.evaluate(() => Promise.all(['https://example.com/leak', 'http://127.0.0.1:9/', 'http://localhost:9/'].map((url) => fetch(url, { mode: 'no-cors' }).then(() => 'sent', () => 'stopped'))))
    const socket = await app.page.evaluate(() => new Promise((resolve) => {
      const line = new WebSocket('ws://127.0.0.1:9/')
      line.addEventListener('open', () => { resolve('open') })
      line.addEventListener('error', () => { resolve('stopped') })
    }))
    await cdp.send('Page.setBypassCSP', { enabled: false })
    await app.page.reload()
    expect([...outcomes, socket]).toEqual(Array(4).fill('stopped'))
    if (kind !== 'stand-in') return
    const seen = await app.evaluate(() => __standin.requests)
    expect(seen.filter(({ verdict }) => verdict === 'cancelled').map(({ url }) => url)).toEqual(expect.arrayContaining(['https://example.com/leak', 'http://127.0.0.1:9/']))
    expect(seen.filter(({ verdict }) => verdict === 'passed')).toEqual([])
    expect(seen.filter(({ verdict, url }) => verdict === 'app' && !url.startsWith('app://casebook/'))).toEqual([])
  })

  it('hands a link to the browser only when it is https and a person says so', async () => {
    const run = (answer: number, url: string): Promise<{ reply: unknown; opened: string[]; asked: number }> => openWith(app, answer, url)
    expect(await run(0, 'https://www.gov.cn/')).toEqual({ reply: { opened: true }, opened: ['https://www.gov.cn/'], asked: 1 })
    expect(await run(1, 'https://www.gov.cn/')).toEqual({ reply: { opened: false }, opened: [], asked: 1 })
    expect(await run(0, 'http://www.gov.cn/')).toEqual({ reply: { opened: false }, opened: [], asked: 0 })
    expect(await run(0, 'https://bank@evil.example/')).toEqual({ reply: { opened: false }, opened: [], asked: 0 })
  })

  it('points at its own database file only, and at packs in folders that a person chose', async () => {
    const shown = await app.evaluate(({ shell }) => {
      const paths: string[] = []
      Reflect.set(globalThis, 'shownPaths', paths)
      shell.showItemInFolder = (path) => { paths.push(path) }
      return paths
    })
    expect(shown).toEqual([])
    valueOf(await app.call('library.showFolder', {}))
    const folder = await chooseFolder(app, app.home)
    valueOf(await app.call('pack.show', { folder, file: '便携包.html' }))
    expect(await app.evaluate(() => Reflect.get(globalThis, 'shownPaths'))).toEqual([join(app.library, 'library.db'), join(app.home, '便携包.html')])
  })
})

/** What Electron was handed, where only the stand-in can tell. */
onEachHost('the lockdown as handed to Electron', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launch(kind)
  })
  afterAll(() => app.close())

  it('denies every permission, device and screen', async () => {
    const answers = await app.evaluate(({ session, BrowserWindow }) => {
      const given = Reflect.get(session.defaultSession, 'given') as { permissionRequest: (contents: unknown, name: string, answer: (value: unknown) => void) => void; permissionCheck: (contents: unknown, name: string) => unknown; devicePermission: (details: unknown) => unknown; displayMedia: (request: unknown, answer: (value: unknown) => void) => void }
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const permissions = ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb', 'hid', 'serial', 'openExternal', 'fileSystem', 'fullscreen'].map((name) => {
        let asked: unknown = 'unanswered'
        given.permissionRequest(contents, name, (value) => { asked = value })
        return [asked, given.permissionCheck(contents, name)]
      })
      let screen: unknown = 'unanswered'
      given.displayMedia({}, (value) => { screen = value })
      return { permissions, device: given.devicePermission({}), screen }
    })
    expect(answers).toEqual({ permissions: Array.from({ length: 10 }, () => [false, false]), device: false, screen: {} })
  })

  it('answers the top frame of its own window and nobody else', async () => {
    const replies = await app.evaluate(({ ipcMain, BrowserWindow }) => {
      const handler = (Reflect.get(ipcMain, 'invokers') as Map<string, (event: unknown, ...args: unknown[]) => Promise<{ ok: boolean; error?: { code: string } }>>).get('casebook:call')
      const sender = BrowserWindow.getAllWindows()[0]?.webContents
      const ask = async (senderFrame: unknown, from: unknown = sender): Promise<string> => {
        const reply = await handler?.({ sender: from, senderFrame }, 'settings.get', {})
        return reply?.ok === true ? 'answered' : (reply?.error?.code ?? 'nothing')
      }
      const own = { url: 'app://casebook/index.html', parent: null }
      return Promise.all([ask(own), ask({ ...own, url: 'https://evil.example/' }), ask({ ...own, url: 'app://casebook.evil/' }), ask({ ...own, url: 'about:blank' }), ask({ ...own, url: '' }), ask({ ...own, parent: own }), ask(null), ask(own, { id: 999 })])
    })
    expect(replies).toEqual(['answered', ...Array(7).fill('DENIED')])
  })

  it('speaks on one channel', async () => {
    expect(await app.evaluate(({ ipcMain }) => [...(Reflect.get(ipcMain, 'invokers') as Map<string, unknown>).keys(), ...ipcMain.eventNames()])).toEqual(['casebook:call'])
  })

  it('cancels requests by a list of what may leave, not of what may not', async () => {
    const verdicts = await app.evaluate(({ session }) => {
      const { beforeRequest } = Reflect.get(session.defaultSession, 'given') as { beforeRequest: (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void }
      return ['app://casebook/index.html', 'blob:app://casebook/1', 'data:image/png,x', 'https://example.com/', 'http://127.0.0.1/', 'ws://localhost/', 'file:///etc/passwd', 'ftp://x/', 'data:text/html,x', 'chrome://gpu'].map((url) => {
        let cancelled: unknown
        beforeRequest({ url }, ({ cancel }) => { cancelled = cancel })
        return cancelled
      })
    })
    expect(verdicts).toEqual([false, false, false, ...Array(7).fill(true)])
  })

  it('switches off what Chromium would do by itself', async () => {
    const { switches, schemes, notes, proxy, spellcheck } = await app.evaluate(({ session }) => {
      const given = Reflect.get(session.defaultSession, 'given') as { proxy: unknown; spellcheck: boolean }
      return { switches: __standin.switches, schemes: __standin.schemes, notes: __standin.notes, proxy: given.proxy, spellcheck: given.spellcheck }
    })
    expect([...switches].sort()).toEqual(['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-features=MediaRouter,SpareRendererForSitePerProcess', 'disable-sync', 'dns-prefetch-disable', 'host-resolver-rules=MAP * ~NOTFOUND', 'no-pings'])
    expect(schemes).toEqual({ app: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } })
    expect(notes).toEqual(expect.arrayContaining(['enableSandbox', 'singleInstanceLock', 'webrtc disable_non_proxied_udp']))
    expect(proxy).toEqual({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
    expect(spellcheck).toBe(false)
  })

  it('had nothing to complain about in its preload', async () => {
    expect(await app.evaluate(() => [__standin.preloadErrors, __standin.notes.filter((note) => note.startsWith('request:') || note.startsWith('protocol'))])).toEqual([[], []])
  })
}, ['stand-in'])

describe('the stand-in', () => {
  it.each([['sandbox', false], ['contextIsolation', false], ['nodeIntegration', true], ['webSecurity', false], ['webviewTag', true]])('has no window to offer with %s %s', async (name, value) => {
    const { BrowserWindow } = await import('../standin/browser-window.ts')
    const { appImpl } = await import('../standin/app.ts')
    Reflect.set(appImpl, 'isReady', () => true)
    expect(() => new BrowserWindow({ webPreferences: { [name]: value } })).toThrow(`webPreferences.${name} = ${String(value)} is not supported`)
  })
})

/** Answers the confirmation with button `answer` and collects what reached the system's browser. */
async function openWith(app: Running, answer: number, url: string): Promise<{ reply: unknown; opened: string[]; asked: number }> {
  await app.evaluate(({ dialog, shell }, response) => {
    const seen = { opened: [] as string[], asked: 0 }
    Reflect.set(globalThis, 'seenLinks', seen)
    dialog.showMessageBox = () => {
      seen.asked += 1
      return Promise.resolve({ response, checkboxChecked: false })
    }
    shell.openExternal = (address) => {
      seen.opened.push(address)
      return Promise.resolve()
    }
  }, answer)
  const reply = valueOf(await app.call('link.open', { url }))
  return { reply, ...(await app.evaluate(() => Reflect.get(globalThis, 'seenLinks') as { opened: string[]; asked: number })) }
}
