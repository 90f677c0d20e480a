import { Worker } from 'node:worker_threads'
import type { FromLibrary, LibraryChannel, Places } from '../core/hosting/index.ts'

/** The thread in which the library is open; it forks its reading helpers itself. */
export function libraryThread(places: Places): LibraryChannel {
  const worker = new Worker(places.libraryEntry, { argv: [places.content, places.packPage, places.readerEntry] })
  // An uncaught error ends the thread; `exit` follows and tells the host.
  worker.on('error', (error) => { console.error(`library: ${error instanceof Error ? error.name : 'error'}`) })
  return {
    post: (message) => { worker.postMessage(message) },
    onMessage: (listener) => { worker.on('message', (message: FromLibrary) => { listener(message) }) },
    onExit: (listener) => { worker.once('exit', listener) },
    kill: () => { void worker.terminate() },
  }
}
