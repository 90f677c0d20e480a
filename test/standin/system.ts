// The small modules around the windows: dialogs, shell, clipboard, screens.
import { EventEmitter } from 'node:events'

import { journal } from './journal.ts'
import { bound } from './strict.ts'

/** Headless: every dialog is cancelled unless a test replaces the method, as with Playwright and real Electron. */
const asked = <T>(kind: string, answer: T) => (...args: unknown[]): Promise<T> => {
  journal.dialogs.push({ kind, options: args.find((argument) => typeof argument === 'object' && argument !== null && !('webContents' in argument)) })
  return Promise.resolve(answer)
}
export const dialog = bound('dialog', {
  showOpenDialog: asked('open', { canceled: true, filePaths: [] as string[] }),
  showSaveDialog: asked('save', { canceled: true, filePath: '' }),
  showMessageBox: asked('message', { response: 1, checkboxChecked: false }),
  showErrorBox: (title: string, content: string): void => {
    journal.dialogs.push({ kind: 'error', options: { title, content } })
  },
})

export const shell = bound('shell', {
  openExternal: (url: string): Promise<void> => {
    journal.openedExternal.push(url)
    return Promise.resolve()
  },
  showItemInFolder: (path: string): void => {
    journal.shownInFolder.push(path)
  },
})

let copied = ''
export const clipboard = bound('clipboard', {
  writeText: (text: string): void => {
    copied = text
  },
  readText: (): string => copied,
})

const display = { workAreaSize: { width: 1920, height: 1040 }, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, scaleFactor: 1 }
export const screen = bound('screen', Object.assign(new EventEmitter(), { getPrimaryDisplay: () => display, getAllDisplays: () => [display], getDisplayMatching: () => display }))
export const nativeTheme = bound('nativeTheme', Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false }))

