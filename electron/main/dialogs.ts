import { BrowserWindow, clipboard, ClipboardItem, dialog, shell, type FileFilter, type MessageBoxOptions, type OpenDialogOptions } from 'electron'
import { join } from 'node:path'
import { ENDINGS } from '../contract/format.ts'
import type { HostPorts } from '../core/hosting/index.ts'
import { externalLink } from './policies.ts'

type Asked = Pick<HostPorts, 'pickPaths' | 'showFolder' | 'showFile' | 'writeClipboard' | 'openLink'>

/** All kinds together come first: a folder of material holds several. */
const FILTERS: readonly FileFilter[] = [
  { name: '可导入的文件', extensions: Object.values(ENDINGS).flat() },
  { name: '文档', extensions: [...ENDINGS.documents] },
  { name: '网页', extensions: [...ENDINGS.pages] },
  { name: '表格', extensions: [...ENDINGS.tables] },
  { name: '压缩包', extensions: [...ENDINGS.archives] },
  { name: '图片', extensions: [...ENDINGS.pictures] },
  { name: '所有文件', extensions: ['*'] },
]

/** What a person decides outside the page: files and folders, and whether an address may be opened. */
export const dialogs: Asked = {
  pickPaths: async (what) => {
    const options: OpenDialogOptions = what === 'folder'
      ? { title: '选择文件夹', properties: ['openDirectory', 'createDirectory'] }
      : { title: '选择要导入的文件', properties: ['openFile', 'multiSelections'], filters: [...FILTERS] }
    const window = front()
    const { canceled, filePaths } = await (window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
    return canceled ? [] : filePaths
  },

  /** Only ever our own database file is pointed at: the page has no say in which path is shown. */
  showFolder: (folder) => {
    shell.showItemInFolder(join(folder, 'library.db'))
    return Promise.resolve(true)
  },

  /** Shown, never opened: what lies there is the system's and the person's affair. */
  showFile: (file) => {
    shell.showItemInFolder(file)
    return Promise.resolve(true)
  },

  writeClipboard: (text, html) => (html === null ? clipboard.writeText(text) : clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })])),

  openLink: async (url) => {
    const address = externalLink(url)
    if (address === null) return false
    const question: MessageBoxOptions = { type: 'question', message: '用浏览器打开这个网址？', detail: `${address}\n\n将离开本软件，由浏览器联网打开。`, buttons: ['打开', '取消'], defaultId: 1, cancelId: 1, noLink: true }
    const window = front()
    const { response } = await (window === undefined ? dialog.showMessageBox(question) : dialog.showMessageBox(window, question))
    if (response !== 0) return false
    await shell.openExternal(address)
    return true
  },
}

const front = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
