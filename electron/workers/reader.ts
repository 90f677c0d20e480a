/** Entry of the helper in which hostile files are parsed; its host kills it when a file takes too long. */
import type { ReaderReply, ReaderRequest } from '../core/host.ts'
import { fault } from '../contract/errors.ts'
import { parent } from './parent.ts'

const host = parent<ReaderReply, ReaderRequest>()
host.onMessage(({ id, name }) => {
  host.post({ id, ok: false, fault: fault('UNSUPPORTED', { file: name, format: '…' }) })
})
