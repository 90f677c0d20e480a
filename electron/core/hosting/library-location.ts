import { join, resolve } from 'node:path'
import type { Home } from './home.ts'
import { hostFile } from './host-file.ts'

const RECENT = 10

/** Which library opens at the start, and which were open lately: host.json in the per-user folder. */
export interface LibraryLocation {
  /** CASEBOOK_LIBRARY, else the folder opened last, else the default folder. */
  readonly current: () => string
  /** Newest first, without the current one. */
  readonly recent: () => readonly string[]
  readonly remember: (folder: string) => void
}

export function libraryLocation(home: Home, environment: Readonly<Record<string, string | undefined>> = process.env): LibraryLocation {
  const { read, change } = hostFile(home)
  const forced = environment['CASEBOOK_LIBRARY']
  let session: string | null = null

  const current = (): string => resolve(session ?? (forced === undefined || forced === '' ? (read().library ?? join(home.data, 'library')) : forced))
  return {
    current,
    recent: () => read().recent.filter((folder) => folder !== current()),
    remember: (folder) => {
      // The one that was open until now is to hand as well, also when it was never opened by choice.
      const recent = [...new Set([folder, current(), ...read().recent])].slice(0, RECENT)
      session = folder
      change({ library: folder, recent })
    },
  }
}
