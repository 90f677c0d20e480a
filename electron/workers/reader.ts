/**
 * Entry of the helper in which hostile files are parsed; its host kills it when a file takes too long.
 * It opens the one path it is asked for and hands back one checked shape: no database, no network, no file written.
 */
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { ReaderReply, ReaderRequest } from '../core/host.ts'
import { parent } from './parent.ts'
import { createReader, serveReader } from './reader-server.ts'
import { watchMemory } from './watchdog.ts'

// A text of 20 MB needs 1 GB; what a file makes grow beyond it ends the helper and nothing else.
setFlagsFromString('--max-old-space-size=1536')
// Left to itself the heap grows to four times what it holds before anything is cleared: 600 MB instead of 490 over PDFs, and no faster.
setFlagsFromString('--heap-growing-percent=100')

// The heap's limit says nothing of bytes beside it: a file that unpacks without end is stopped here.
watchMemory(join(import.meta.dirname, 'watchdog.js'), 1600 * 1024 * 1024)

const [content = ''] = process.argv.slice(2)
serveReader(parent<ReaderReply, ReaderRequest>(), createReader(content))
