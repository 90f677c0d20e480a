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

/** What one copy holds: the same content in several forms, by their type. */
export class ClipboardItem {
  readonly #forms: Readonly<Record<string, string>>
  constructor(forms: Readonly<Record<string, string>>) {
    this.#forms = forms
  }
  get types(): string[] {
    return Object.keys(this.#forms)
  }
  getType(type: string): Promise<Blob> {
    const form = this.#forms[type]
    return form === undefined ? Promise.reject(new Error(`nothing of type ${type} is here`)) : Promise.resolve(new Blob([form], { type }))
  }
}
let copied: readonly ClipboardItem[] = []
export const clipboard = bound('clipboard', {
  writeText: (text: string): Promise<void> => {
    copied = [new ClipboardItem({ 'text/plain': text })]
    return Promise.resolve()
  },
  write: (items: readonly ClipboardItem[]): Promise<void> => {
    copied = items
    return Promise.resolve()
  },
  read: (): Promise<ClipboardItem[]> => Promise.resolve([...copied]),
  readText: async (): Promise<string> => (await copied[0]?.getType('text/plain'))?.text() ?? '',
})

const display = { workAreaSize: { width: 1920, height: 1040 }, workArea: { x: 0, y: 0, width: 1920, height: 1040 }, bounds: { x: 0, y: 0, width: 1920, height: 1080 }, scaleFactor: 1 }
export const screen = bound('screen', Object.assign(new EventEmitter(), { getPrimaryDisplay: () => display, getAllDisplays: () => [display], getDisplayMatching: () => display }))
export const nativeTheme = bound('nativeTheme', Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false }))

