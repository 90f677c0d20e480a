import { fork } from 'node:child_process'
import type { FromLibrary, ToLibrary } from '../core/hosting/index.ts'
import type { ReaderChannel, ReaderReply } from '../core/host.ts'

type ReaderNews = Exclude<ToLibrary, { readonly id: number }>

/** A reading helper as a process of its own: what a hostile file does to it, it does to nobody else. */
export function forkedReader(entry: string, content: string): ReaderChannel {
  // Nothing of the environment reaches it but what Windows needs to start a process at all.
  const { SystemRoot } = process.env
  const child = fork(entry, [content], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: SystemRoot === undefined ? {} : { SystemRoot } })
  return {
    // A helper that has just died tells so through `exit`; the failed message itself is no news.
    post: (request) => { child.send(request, () => undefined) },
    onReply: (listener) => { child.on('message', (reply) => { listener(reply as ReaderReply) }) },
    onExit: (listener) => {
      child.once('exit', listener)
      child.once('error', () => { if (child.pid === undefined) listener() })
    },
    kill: () => { child.kill('SIGKILL') },
  }
}

class Listeners {
  reply: (reply: ReaderReply) => void = () => undefined
  exit: () => void = () => undefined
}

/** Reading helpers that the host starts: this side only numbers them. */
export function relayedReaders(post: (message: FromLibrary) => void): { readonly spawn: () => ReaderChannel; readonly receive: (news: ReaderNews) => void } {
  const readers = new Map<number, Listeners>()
  let ids = 0
  return {
    spawn: () => {
      const reader = ++ids
      const listeners = new Listeners()
      readers.set(reader, listeners)
      post({ t: 'reader-spawn', reader })
      return {
        post: (request) => { post({ t: 'reader-post', reader, request }) },
        onReply: (listener) => { listeners.reply = listener },
        onExit: (listener) => { listeners.exit = listener },
        kill: () => { post({ t: 'reader-kill', reader }) },
      }
    },
    receive: (news) => {
      const listeners = readers.get(news.reader)
      if (news.t === 'reader-reply') listeners?.reply(news.reply)
      else if (readers.delete(news.reader)) listeners?.exit()
    },
  }
}
