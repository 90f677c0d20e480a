import { BrowserWindow, ipcMain } from 'electron'
import type { AnyReply, Emit } from '../contract/api.ts'
import { fault } from '../contract/errors.ts'
import type { Router } from '../core/hosting/index.ts'
import { isTrustedSender } from './policies.ts'

export const CALL = 'casebook:call'
export const EVENT = 'casebook:event'

/** The one channel from a window. Who asks is checked here; what is asked is checked by the contract behind the router. */
export function setupIpc(route: Router): void {
  ipcMain.handle(CALL, (event, method: unknown, input: unknown): Promise<AnyReply> | AnyReply =>
    isTrustedSender(event.senderFrame, BrowserWindow.fromWebContents(event.sender) !== null)
      ? route(method, input)
      : { ok: false, error: fault('DENIED', { reason: '来源不明' }) })
}

/** Events of the core and of the menu go to every window. */
export const emitToWindows: Emit = (event, value) => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed()) window.webContents.send(EVENT, event, value)
  }
}
