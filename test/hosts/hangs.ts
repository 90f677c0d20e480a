/** A reading helper that answers with much, and never comes back from what is called so. */
import { fault } from '../../electron/contract/errors.ts'
import type { ReaderReply, ReaderRequest } from '../../electron/core/host.ts'
import { parent } from '../../electron/workers/parent.ts'
import { serveReader } from '../../electron/workers/reader-server.ts'

/** More than a pipe takes at once. */
const MUCH = '长'.repeat(2_000_000)

serveReader(parent<ReaderReply, ReaderRequest>(), async ({ id, name }) => {
  if (name === '卡住') for (;;) continue
  return { id, ok: false, fault: fault('EMPTY', { file: MUCH }) }
})
