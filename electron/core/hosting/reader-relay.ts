import type { ReaderChannel } from '../host.ts'
import type { FromLibrary, LibraryChannel } from './channel.ts'

type ReaderMessage = Exclude<FromLibrary, { readonly t: 'answer' | 'event' }>

/**
 * Starts reading helpers on behalf of the library process and carries their messages.
 * In Electron only the main process can start a utility process, and `child_process.fork` is gone with the runAsNode fuse.
 */
export function relayReaders(channel: LibraryChannel, spawnReader: () => ReaderChannel): { readonly receive: (message: ReaderMessage) => void; readonly stop: () => void } {
  const readers = new Map<number, ReaderChannel>()
  return {
    receive: (message) => {
      const { reader: id } = message
      if (message.t === 'reader-spawn') {
        const reader = spawnReader()
        readers.set(id, reader)
        reader.onReply((reply) => {
          channel.post({ t: 'reader-reply', reader: id, reply })
        })
        reader.onExit(() => {
          if (readers.delete(id)) channel.post({ t: 'reader-exit', reader: id })
        })
      } else if (message.t === 'reader-post') readers.get(id)?.post(message.request)
      else readers.get(id)?.kill()
    },
    stop: () => {
      const left = [...readers.values()]
      readers.clear()
      for (const reader of left) reader.kill()
    },
  }
}
