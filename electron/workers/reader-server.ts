import { fault, Refusal } from '../contract/errors.ts'
import type { ReaderReply, ReaderRequest } from '../core/host.ts'
import { besideOf, load, loadKeywords, loadTools, prepareFile, takePortion, type PrepareTools } from '../core/jobs/index.ts'
import { outline } from '../core/trouble.ts'
import type { Parent } from './parent.ts'

const MEASURED = 16

/** A request may lie ready while another is read: one after the other, and none is begun before the last answer is out. A file that hangs would keep back that of the file before it, which then passed for the one that hung. */
export function serveReader(host: Parent<ReaderReply, ReaderRequest>, read: (request: ReaderRequest) => Promise<ReaderReply>): void {
  let last: Promise<void> = Promise.resolve()
  host.onMessage((request) => {
    last = last.then(() => read(request)).then((reply) => new Promise((sent) => { host.post(reply, sent) }))
  })
}

/** Answers requests. What is thrown becomes a fault; nothing of a text is written anywhere. */
export function createReader(content: string): (request: ReaderRequest) => Promise<ReaderReply> {
  let tools: PrepareTools | null = null
  let served = 0
  return async ({ id, name, path, bytes, options, beside, unpackFrom, words }) => {
    // Asking the system takes as long as a tenth of a file.
    const size = served++ % MEASURED === 0 ? { rss: process.memoryUsage.rss() } : {}
    try {
      if (tools === null) tools = loadTools(content, words)
      else if (words !== undefined) tools = { ...tools, segmenter: loadKeywords(content, words) }
      const given = { name, bytes: bytes ?? (await load(path ?? '', name)) }
      if (unpackFrom !== null) return { id, ok: true, portion: await takePortion(given, unpackFrom), ...size }
      const file = await prepareFile(given, beside === undefined ? tools : { ...tools, beside: besideOf(beside) }, options)
      return { id, ok: true, file, ...size }
    } catch (error) {
      if (error instanceof Refusal) return { id, ok: false, fault: error.fault, ...size }
      console.error(`reader: ${outline(error)}`)
      return { id, ok: false, fault: fault('READER_CRASHED', { file: name }), ...size }
    }
  }
}
