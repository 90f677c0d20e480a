/** Entry of the browser host: `node out/main/browser-host.js [--no-open] [--library DIR]`. */
import { runBrowserHost } from './run.ts'

await runBrowserHost({ entries: import.meta.dirname, arguments: process.argv.slice(2) })
