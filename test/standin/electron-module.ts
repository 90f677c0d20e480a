// `import x from 'electron'`, `import { app } from 'electron'` and require('electron') all land here.
import { app } from './app.ts'
import { BrowserWindow, webContents } from './browser-window.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { protocol, session } from './session.ts'
import { clipboard, ClipboardItem, dialog, nativeTheme, screen, shell } from './system.ts'
import { utilityProcess } from './utility-process.ts'
import { strict } from './strict.ts'

export { app, BrowserWindow, clipboard, ClipboardItem, dialog, ipcMain, Menu, MenuItem, nativeTheme, protocol, screen, session, shell, utilityProcess, webContents }
export default strict('electron', { app, BrowserWindow, clipboard, ClipboardItem, dialog, ipcMain, Menu, MenuItem, nativeTheme, protocol, screen, session, shell, utilityProcess, webContents })
