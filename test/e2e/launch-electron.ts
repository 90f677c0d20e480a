import { _electron } from 'playwright-core'
import { root } from '../shared.ts'
import type { Prepared, Running } from './launch.ts'
import { callThroughPreload } from './preload-call.ts'

/** The real thing, on the development binary: a packaged one has the fuse that Playwright needs switched off. */
export async function launchElectron({ home, userData, library, env, cleanUp }: Prepared, binary: string): Promise<Running> {
  const app = await _electron.launch({ executablePath: binary, args: [root, `--user-data-dir=${userData}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], cwd: root, env })
  let output = ''
  for (const stream of [app.process().stdout, app.process().stderr]) stream?.on('data', (data: Buffer) => { output += data.toString() })
  const page = await app.firstWindow()
  return {
    kind: 'electron',
    page,
    call: callThroughPreload(page),
    address: null,
    evaluate: (work, argument) => app.evaluate(work as never, argument as never),
    home,
    userData,
    library,
    output: () => output,
    close: async () => {
      await app.close()
      cleanUp()
    },
  }
}
