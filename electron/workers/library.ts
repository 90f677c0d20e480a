/** Entry of the process (Electron) or thread (browser host) in which the library is open. The host names the content folder and the reader's entry. */
import type { FromLibrary, ToLibrary } from '../core/hosting/index.ts'
import { openCore } from '../core/services.ts'
import { serveLibrary } from './library-server.ts'
import { parent } from './parent.ts'

const [content = '', reader = null] = process.argv.slice(2)
serveLibrary(parent<FromLibrary, ToLibrary>(), { content, readerEntry: reader === '' ? null : reader, openCore })
