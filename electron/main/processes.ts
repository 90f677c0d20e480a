import { utilityProcess, type UtilityProcess } from 'electron'
import type { FromLibrary, LibraryChannel, Places } from '../core/hosting/index.ts'
import type { ReaderChannel, ReaderReply } from '../core/host.ts'

/** The process in which the library is open. It may not start processes itself: readers are started here for it. */
export function libraryProcess(places: Places): LibraryChannel {
  const child = utilityProcess.fork(places.libraryEntry, [places.content, places.packPage], { serviceName: '善治案例库·资料库' })
  return {
    post: (message) => { child.postMessage(message) },
    onMessage: (listener) => { child.on('message', (message: FromLibrary) => { listener(message) }) },
    onExit: (listener) => { child.once('exit', listener) },
    kill: () => { child.kill() },
  }
}

/** A reading helper: nothing of the environment, nothing of the library, and no way out but its answers. */
export function readerProcess(places: Places): ReaderChannel {
  const child: UtilityProcess = utilityProcess.fork(places.readerEntry, [places.content], { serviceName: '善治案例库·读取', env: {} })
  return {
    post: (request) => { child.postMessage(request) },
    onReply: (listener) => { child.on('message', (reply: ReaderReply) => { listener(reply) }) },
    onExit: (listener) => { child.once('exit', listener) },
    kill: () => { child.kill() },
  }
}
