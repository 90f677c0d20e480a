/** A library: one folder, one database, one process. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fault, Refusal } from '../../contract/errors.ts'
import { createClock } from './clock.ts'
import { connect, type Connection } from './connection.ts'
import { isCode, libraryFault } from './faults.ts'
import { disk, type FileLayer } from './files.ts'
import { clearHolder, readHolder, signHolder } from './holder.ts'
import { inspect, migrate } from './migrate.ts'
import { migrations, type Migration } from './migrations/index.ts'
import { openOriginals } from './originals.ts'
import { openReads, openWrites } from './repositories/index.ts'
import type { Shelf } from './shelf.ts'
import { NO_FACTS, type FactRules } from './extracting.ts'
import { NO_RULES, type PracticeRules } from './tagging.ts'

export interface LibraryOptions {
  readonly now?: () => Date
  readonly files?: FileLayer
  /** Hears every statement of the connection; for tests that assert an order. */
  readonly trace?: (sql: string) => void
  readonly migrations?: readonly Migration[]
  /** Called when a text is to be read for practices; without it none are found. */
  readonly rules?: () => PracticeRules
  /** Called when a text is to be read for facts; without it none are found. */
  readonly facts?: () => FactRules
}

export interface Library extends Shelf {
  readonly schema: number
  readonly createdAt: string
  readonly close: () => Promise<void>
}

/** Files that systems and our own lock leave in a folder that a person calls empty. */
const IGNORED = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', 'library.lock'])

/**
 * Opens the library in `folder`, or makes one there when the folder is empty or absent.
 * Throws LIBRARY_LOCKED, LIBRARY_NEWER, LIBRARY_CORRUPT, LIBRARY_READ_ONLY, NOT_A_LIBRARY or DISK_FULL; the files are then as they were.
 */
export async function openLibrary(folder: string, options: LibraryOptions = {}): Promise<Library> {
  const files = options.files ?? disk
  const now = options.now ?? (() => new Date())
  await prepareFolder(folder, files)
  const connection = await lock(folder, options.trace)
  try {
    const steps = options.migrations ?? migrations
    const from = inspect(connection, steps)
    connection.startWriting()
    // It only informs; a disk too full for it holds a library that can be read.
    await signHolder(folder, now()).catch(() => undefined)
    await migrate(connection, from, now(), steps)
    return await assemble(connection, files, now, options.rules ?? (() => NO_RULES), options.facts ?? (() => NO_FACTS))
  } catch (error) {
    connection.close()
    throw libraryFault(error, folder)
  }
}

async function prepareFolder(folder: string, files: FileLayer): Promise<void> {
  try {
    const names = (await files.list(folder)).filter((name) => !IGNORED.has(name))
    if (names.length > 0 && !names.includes('library.db')) throw new Refusal('NOT_A_LIBRARY', { folder })
    if (names.length === 0) await mkdir(folder, { recursive: true })
    const places = names.length === 0 ? [folder] : [folder, join(folder, 'library.db')]
    if (!(await Promise.all(places.map((place) => files.writable(place)))).every(Boolean)) throw new Refusal('LIBRARY_READ_ONLY', { folder })
  } catch (error) {
    throw isCode(error, 'EEXIST', 'ENOTDIR') ? new Refusal('NOT_A_LIBRARY', { folder }) : libraryFault(error, folder)
  }
}

async function lock(folder: string, trace: ((sql: string) => void) | undefined): Promise<Connection> {
  try {
    return connect(join(folder, 'library.db'), folder, trace)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'LIBRARY_LOCKED') throw new Refusal('LIBRARY_LOCKED', { folder, holder: await readHolder(folder) })
    throw libraryFault(error, folder)
  }
}

async function assemble(connection: Connection, files: FileLayer, now: () => Date, rules: () => PracticeRules, facts: () => FactRules): Promise<Library> {
  const { db, folder } = connection
  const clock = createClock(now)
  if ((await files.makeFolder(join(folder, 'originals'))) !== null) await files.syncFolder(folder)
  const reads = openReads(db)
  const writes = openWrites(db)
  // A library that was closed in order is opened without a write: on a full disk it can still be read.
  if (reads.preferences.about('createdAt') === null) connection.write(() => writes.preferences.about('createdAt', clock.at()))
  if (reads.batches.anyRunning()) connection.write(() => writes.batches.closeInterrupted(clock.at(), fault('FAILED'), fault('INTERRUPTED')))
  return {
    folder, connection, clock, files, reads, writes, rules, facts,
    originals: openOriginals(folder, files),
    schema: connection.schema(),
    createdAt: reads.preferences.about('createdAt') ?? clock.at(),
    close: async () => {
      await clearHolder(folder)
      connection.close()
    },
  }
}
