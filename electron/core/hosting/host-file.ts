import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Home } from './home.ts'

const State = z.object({
  /** The library opened last, and those before it. */
  library: z.string().nullable().catch(null),
  recent: z.array(z.string()).catch([]),
  /** 署名: who decides at this computer. */
  person: z.string().nullable().catch(null),
})
type HostState = z.infer<typeof State>
const NOTHING: HostState = { library: null, recent: [], person: null }

/** host.json in the per-user folder: what belongs to this computer and not to a library. */
export interface HostFile {
  readonly read: () => HostState
  /** Changes some of it and keeps the rest. */
  readonly change: (part: Partial<HostState>) => void
}

export function hostFile(home: Home): HostFile {
  const file = join(home.config, 'host.json')
  const read = (): HostState => {
    try {
      return State.catch(NOTHING).parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      // A missing or damaged file is no reason not to start: the default library opens, and the person is asked again.
      return NOTHING
    }
  }
  return {
    read,
    change: (part) => {
      mkdirSync(home.config, { recursive: true, mode: 0o700 })
      // Written beside and renamed, so that a crash leaves the old file or the new one.
      writeFileSync(`${file}.new`, JSON.stringify({ ...read(), ...part }, null, 2), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
  }
}
