/** A reading helper in this very process: the real preparation without the half second that a process costs. */
import { readFile } from 'node:fs/promises'
import { fault, Refusal } from '../../../electron/contract/errors.ts'
import type { ReaderChannel, ReaderReply } from '../../../electron/core/host.ts'
import { prepareFile, loadTools, type PrepareTools } from '../../../electron/core/jobs/prepare-file.ts'

let tools: PrepareTools | null = null

export function readerHere(content: string): ReaderChannel {
  let listener: (reply: ReaderReply) => void = () => undefined
  return {
    post: ({ id, name, path, bytes, options }) => {
      void (async (): Promise<ReaderReply> => {
        try {
          tools ??= loadTools(content)
          return { id, ok: true, file: await prepareFile({ name, bytes: bytes ?? (await readFile(path ?? '')) }, tools, options) }
        } catch (error) {
          return { id, ok: false, fault: error instanceof Refusal ? error.fault : fault('READER_CRASHED', { file: name }) }
        }
      })().then((reply) => listener(reply))
    },
    onReply: (to) => { listener = to },
    onExit: () => undefined,
    kill: () => undefined,
  }
}
