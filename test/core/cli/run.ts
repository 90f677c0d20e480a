/** The command line, in this process or as the real child process from its sources. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { run } from '../../../electron/cli/run.ts'
import { root } from '../../shared.ts'
import { readerHere } from '../services/fake-reader.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const here = join(root, 'electron/cli')

/** A process of its own, as a person starts it. */
export function started(given: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, CASEBOOK_LIBRARY: '', INIT_CWD: undefined, ...environment }
    execFile(process.execPath, [join(here, 'index.ts'), ...given], { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }))
  })
}

/** The same without the second that a process costs, and without those of its reading helpers. */
export async function cli(given: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await run(given, here, {
    out: (text) => { out += text },
    err: (text) => { err += text },
    screen: { write: () => undefined },
    environment,
    folder: root,
    onStop: () => undefined,
    spawnReader: readerHere,
  })
  return { code, out, err }
}
