import type { Browser } from './cdp.ts'
import type { BrowserWindow } from './browser-window.ts'
import type { WebContents } from './web-contents.ts'

/** What the parts of the stand-in share: one Chromium, the app's folder, and what is open. */
export const state = {
  root: process.cwd(),
  manifest: {} as { readonly name?: string; readonly productName?: string; readonly version?: string; readonly main?: string },
  browser: null as Browser | null,
  windows: new Set<BrowserWindow>(),
  focused: null as BrowserWindow | null,
  contents: new Map<number, WebContents>(),
}

export function browser(): Browser {
  if (state.browser === null) throw new Error('electron stand-in: Chromium is not running')
  return state.browser
}
