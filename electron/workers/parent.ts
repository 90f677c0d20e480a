import { parentPort as threadPort } from 'node:worker_threads'

/** The line from a worker or helper to whoever started it: an Electron utility process, a worker thread, or a forked process. */
export interface Parent<Out, In> {
  /** `sent` is called once the message arrives whatever this thread does next. */
  readonly post: (message: Out, sent?: () => void) => void
  readonly onMessage: (listener: (message: In) => void) => void
}

interface UtilityPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown
}

/** Messages come from our own program, typed on the other side; they are not parsed again. */
export function parent<Out, In>(): Parent<Out, In> {
  const utility: UtilityPort | undefined = Reflect.get(process, 'parentPort')
  if (utility) {
    return {
      post: (message, sent) => {
        utility.postMessage(message)
        sent?.()
      },
      onMessage: (listener) => { utility.on('message', ({ data }) => { listener(data as In) }) },
    }
  }
  if (threadPort) {
    const port = threadPort
    return {
      post: (message, sent) => {
        port.postMessage(message)
        sent?.()
      },
      onMessage: (listener) => { port.on('message', listener) },
    }
  }
  if (process.send) {
    // A helper whose host is gone has nobody to answer.
    process.on('disconnect', () => { process.exit(0) })
    return {
      // A long message goes out in pieces, and none of them while a file holds the thread.
      post: (message, sent) => { process.send?.(message, undefined, undefined, () => { sent?.() }) },
      onMessage: (listener) => { process.on('message', (message) => { listener(message as In) }) },
    }
  }
  throw new Error('this file is started by the app, not by hand')
}
