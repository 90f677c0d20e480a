/** Entry of the command line: `node out/main/cli.js COMMAND …`. Nothing of the program is loaded before Node is known to be able to run it: an older one crashes in the database. */
import { tooOld } from './node-version.ts'

const refused = tooOld(process.version)
if (refused === null) await import('./main.ts')
else {
  process.stderr.write(`${refused}\n`)
  process.exitCode = 1
}
