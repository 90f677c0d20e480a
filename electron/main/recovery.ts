import { app, dialog, type BrowserWindow } from 'electron'

const MAX_CRASHES = 3
const WITHIN_MS = 60_000

/** A page that crashes is loaded again; one that keeps crashing asks first. The library is another process and goes on. */
export function setupRecovery(window: BrowserWindow): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    crashes = [...crashes.filter((at) => Date.now() - at < WITHIN_MS), Date.now()]
    if (crashes.length < MAX_CRASHES) {
      window.webContents.reload()
      return
    }
    crashes = []
    void dialog
      .showMessageBox(window, { type: 'error', message: '界面多次意外关闭', detail: '资料库未受影响。可以再试一次，或退出后重新启动。', buttons: ['再试一次', '退出'], defaultId: 0, cancelId: 1 })
      .then(({ response }) => {
        if (response === 0) window.webContents.reload()
        else app.quit()
      })
  })
}
