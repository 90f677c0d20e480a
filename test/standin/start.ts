import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { findBrowser } from '../../scripts/testing/browser.ts'
import { appImpl } from './app.ts'
import { Browser } from './cdp.ts'
import { journal } from './journal.ts'
import { sessionOf } from './session.ts'
import { state } from './state.ts'
import { event } from './strict.ts'
import { fromWire } from './urls.ts'
import { processes } from './utility-process.ts'

const FLAGS = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--lang=zh-CN',
  // The last three are pages of the browser's own (the drop-downs of its address bar, one in reserve): at each start they took as long as ours, and Electron has none.
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,HttpsUpgrades,WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess',
]

/** Starts Chromium and becomes the main process of the app in `root`. Answers the DevTools endpoint. */
export async function startStandIn(root: string, manifest: typeof state.manifest): Promise<string> {
  state.root = root
  state.manifest = manifest
  appImpl.name = manifest.productName ?? manifest.name ?? basename(root)
  const profile = process.argv.find((argument) => argument.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length)
  if (profile !== undefined) {
    mkdirSync(profile, { recursive: true })
    appImpl.setPath('userData', profile)
  }
  const executable = findBrowser()
  if (executable === null) throw new Error('electron stand-in: no Chromium was found (set CHROME_PATH)')
  state.browser = await Browser.launch(executable, [...(process.env['STANDIN_HEADED'] === '1' ? [] : ['--headless=new']), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...FLAGS])
  await watchDownloads(state.browser)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      appImpl.exit(0)
    })
  }
  process.on('disconnect', () => {
    appImpl.exit(0)
  })
  Object.assign(globalThis, { __standin: Object.assign(journal, { processes }) })
  return state.browser.endpoint
}

/** Every download is stopped in Chromium; what the app decided stands in the journal. */
async function watchDownloads(chromium: Browser): Promise<void> {
  chromium.root.on<{ url: string; suggestedFilename: string }>('Browser.downloadWillBegin', ({ url, suggestedFilename }) => {
    const download = event()
    sessionOf('').emit('will-download', download, { getURL: () => fromWire(url), getFilename: () => suggestedFilename }, null)
    journal.downloads.push({ url: fromWire(url), prevented: download.defaultPrevented })
  })
  await chromium.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
}

/** Electron holds 'ready' back until the entry, top-level awaits included, has run. */
export const entryLoaded = (): void => {
  setImmediate(() => {
    appImpl.markReady()
  })
}
