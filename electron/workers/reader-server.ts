import { fault, Refusal } from '../contract/errors.ts'
import type { ReaderReply, ReaderRequest } from '../core/host.ts'
import { load, loadTools, prepareFile, type PrepareTools } from '../core/jobs/index.ts'
import { isLabel, type Label } from '../core/reading/index.ts'
import { outline } from '../core/trouble.ts'

/** Answers requests one after another. What is thrown becomes a fault; nothing of a text is written anywhere. */
export function createReader(content: string): (request: ReaderRequest) => Promise<ReaderReply> {
  let tools: PrepareTools | null = null
  return async ({ id, name, path, bytes, encoding }) => {
    const rss = (): number => process.memoryUsage.rss()
    try {
      tools ??= loadTools(content)
      const file = prepareFile({ name, bytes: bytes ?? (await load(path ?? '', name)) }, tools, labelOf(encoding))
      return { id, ok: true, file, rss: rss() }
    } catch (error) {
      if (error instanceof Refusal) return { id, ok: false, fault: error.fault, rss: rss() }
      console.error(`reader: ${outline(error)}`)
      return { id, ok: false, fault: fault('READER_CRASHED', { file: name }), rss: rss() }
    }
  }
}

function labelOf(encoding: string | null): Label | undefined {
  if (encoding === null) return undefined
  if (isLabel(encoding)) return encoding
  throw new Refusal('INVALID_INPUT', { reason: '没有这种编码' })
}
