import { app, Menu, type BrowserWindow } from 'electron'
import type { Emit } from '../contract/api.ts'
import { contextTemplate, menuTemplate } from './menu-templates.ts'

/** The menu bar (菜单栏): commands come from the contract, editing of text fields from Electron's roles. */
export function setupMenu(emit: Emit): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, !app.isPackaged, (command) => {
    emit('menu.command', { command })
  })))
}

/** Right-click (右键菜单) on text fields and selections; elsewhere the page shows its own menu or none. */
export function setupContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const template = contextTemplate(isEditable, selectionText.trim() !== '', editFlags)
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window })
  })
}
