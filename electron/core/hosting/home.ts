import { homedir } from 'node:os'
import { join } from 'node:path'

const NAME = 'shanzhi-casebook'

/** Where this program keeps what is not the library: `config` for host.json and window bounds, `data` for the default library. */
export interface Home {
  readonly config: string
  readonly data: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The per-user folders, the same for every host and the command line.
 * CASEBOOK_HOME puts both in one folder of its own (a portable copy, a test).
 */
export function homeOf(environment: Environment = process.env, platform: string = process.platform, user: string = homedir()): Home {
  const own = given(environment['CASEBOOK_HOME'])
  if (own !== null) return { config: own, data: own }
  if (platform === 'win32') {
    const folder = join(given(environment['APPDATA']) ?? join(user, 'AppData', 'Roaming'), NAME)
    return { config: folder, data: folder }
  }
  if (platform === 'darwin') {
    const folder = join(user, 'Library', 'Application Support', NAME)
    return { config: folder, data: folder }
  }
  return {
    config: join(given(environment['XDG_CONFIG_HOME']) ?? join(user, '.config'), NAME),
    data: join(given(environment['XDG_DATA_HOME']) ?? join(user, '.local', 'share'), NAME),
  }
}

const given = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value)
