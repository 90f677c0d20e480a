/** Entry of the browser host: `node out/main/browser-host.js [--no-open] [--library DIR] [--port N]`. */
import { Refusal } from '../contract/errors.ts'
import { outline } from '../core/trouble.ts'
import { runBrowserHost } from './run.ts'

try {
  await runBrowserHost({ entries: import.meta.dirname, arguments: process.argv.slice(2) })
} catch (error) {
  console.error(error instanceof Refusal ? error.message : outline(error))
  process.exit(error instanceof Refusal && error.code === 'USAGE' ? 64 : 1)
}
