import { app } from 'electron'
import type { LibraryHost, Staging } from '../core/hosting/index.ts'

/** A library process that does not answer is not waited for longer than this; SQLite recovers from its log at the next start. */
const PATIENCE_MS = 5_000

/** Closing the window ends the program, once the library is closed. */
export function setupQuit(library: LibraryHost, staging: Staging): void {
  let closed = false
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    const done = (): void => {
      if (closed) return
      closed = true
      staging.clear()
      app.quit()
    }
    setTimeout(done, PATIENCE_MS).unref()
    void library.close().then(done, done)
  })
}
