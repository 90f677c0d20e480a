import { app, BrowserWindow, screen } from 'electron'
import { join } from 'node:path'
import { outline } from '../core/trouble.ts'
import { boundsFor, readBounds, writeBounds } from './bounds.ts'
import { PAGE } from './policies.ts'

/** The one window. Its preferences are written out literally, so that a person or a scanner can read them here. */
export function openWindow(preload: string): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json')
  const { maximized, width, height, x, y } = boundsFor(readBounds(file), screen.getAllDisplays().map((display) => display.workArea))
  const window = new BrowserWindow({
    width,
    height,
    ...(x === undefined || y === undefined ? {} : { x, y }),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: '善治案例库',
    autoHideMenuBar: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: !app.isPackaged,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
  })
  window.on('close', () => {
    try {
      writeBounds(file, { ...window.getNormalBounds(), maximized: window.isMaximized() })
    } catch (error) {
      // A full or read-only disk must not keep the window from closing.
      console.error(`window.json: ${outline(error)}`)
    }
  })
  void window.loadURL(PAGE)
  return window
}

/** Brings the window to the front, as a second start of the program does. */
export function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized() === true) window.restore()
  window?.show()
  window?.focus()
}
