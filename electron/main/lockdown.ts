import { app, session, type Session, type WebContents } from 'electron'
import { isDevTools, isOurs, mayRequest } from './policies.ts'

const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-features', 'MediaRouter,SpareRendererForSitePerProcess'],
]

/** Before `ready`: every renderer is sandboxed, and Chromium's own services make no connections. */
export function setupLockdown(): void {
  app.enableSandbox()
  for (const [name, value] of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
  }
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents)
  })
  app.on('session-created', lockSession)
}

/** After `ready`, before the first window. */
export function lockDefaultSession(): void {
  lockSession(session.defaultSession)
}

/** No permission, no device, no download, no request but our own; what slips past that meets a proxy that answers nobody. */
function lockSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.setDisplayMediaRequestHandler((_request, answer) => {
    answer({})
  })
  target.on('will-download', (event) => {
    event.preventDefault()
  })
  // Chromium fetches spelling dictionaries from the network on Windows and Linux.
  target.setSpellCheckerEnabled(false)
  target.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !(mayRequest(details.url) || (!app.isPackaged && isDevTools(details.url))) })
  })
  void target.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}

/** Nothing leads away from our page: no navigation, redirect, window, or embedded view. */
function lockContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (!isOurs(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
