import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Home } from './home.ts'

const RECENT = 10
const HostFile = z.object({ library: z.string().nullable().catch(null), recent: z.array(z.string()).catch([]) }).catch({ library: null, recent: [] })

/** Which library opens at the start, and which were open lately: host.json in the per-user folder. */
export interface LibraryLocation {
  /** CASEBOOK_LIBRARY, else the folder opened last, else the default folder. */
  readonly current: () => string
  /** Newest first, without the current one. */
  readonly recent: () => readonly string[]
  readonly remember: (folder: string) => void
}

export function libraryLocation(home: Home, environment: Readonly<Record<string, string | undefined>> = process.env): LibraryLocation {
  const file = join(home.config, 'host.json')
  const forced = environment['CASEBOOK_LIBRARY']
  let session: string | null = null

  const read = (): z.infer<typeof HostFile> => {
    try {
      return HostFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      // A missing or damaged pointer is no reason not to start: the default library opens.
      return { library: null, recent: [] }
    }
  }
  const current = (): string => resolve(session ?? (forced === undefined || forced === '' ? (read().library ?? join(home.data, 'library')) : forced))
  return {
    current,
    recent: () => read().recent.filter((folder) => folder !== current()),
    remember: (folder) => {
      // The one that was open until now is to hand as well, also when it was never opened by choice.
      const recent = [...new Set([folder, current(), ...read().recent])].slice(0, RECENT)
      session = folder
      mkdirSync(home.config, { recursive: true, mode: 0o700 })
      // Written beside and renamed, so that a crash leaves the old pointer or the new one.
      writeFileSync(`${file}.new`, JSON.stringify({ library: folder, recent }, null, 2), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
  }
}
