/** Entry of the process (Electron) or thread (browser host) in which the library is open. The host names the content folder, the page of the portable pack and the reader's entry. */
import type { FromLibrary, ToLibrary } from '../core/hosting/index.ts'
import { openCore } from '../core/services.ts'
import { serveLibrary } from './library-server.ts'
import { parent } from './parent.ts'

const [content = '', packPage = '', reader = null] = process.argv.slice(2)
// An office that wants to begin with nothing sets the variable; whoever has opened a library with them removes them in the settings.
const bundled = process.env['CASEBOOK_BUNDLED'] === 'none' ? 'never' : 'new'
serveLibrary(parent<FromLibrary, ToLibrary>(), { content, packPage, readerEntry: reader === '' ? null : reader, openCore: (folder, ports) => openCore(folder, ports, { bundled }) })
