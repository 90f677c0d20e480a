/** One file of an import, from its source to what is to be stored or said about it. Never throws. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fault, Refusal, type Fault } from '../../contract/errors.ts'
import { BY_RULES, type ReadOptions } from '../../contract/reviewing.ts'
import { isTextName, secondsFor, sniff } from '../reading/index.ts'
import type { Staging } from '../staging.ts'
import { outline } from '../trouble.ts'
import { load } from './load.ts'
import type { FileToStore, ImportStore, NotStored } from './ports.ts'
import { foldersBeside } from './page-folders.ts'
import type { FileRequest, ReaderPool } from './reader-pool.ts'
import type { Room } from './room.ts'
import type { SourceFile } from './scan.ts'
import { unpack, type Unpacked } from './unpack.ts'

export type Settled =
  | { readonly kind: 'store'; readonly n: number; readonly file: FileToStore }
  | { readonly kind: 'note'; readonly n: number; readonly note: NotStored }
  /** An archive: what came out of it is still to be settled, or refused already. */
  | { readonly kind: 'opened'; readonly n: number; readonly bytes: number; readonly unpacked: Unpacked }
export interface SettlePorts {
  readonly store: Pick<ImportStore, 'findEntry'>
  readonly pool: ReaderPool
  readonly staging: Staging
  /** Where the bytes of files in hand must find room. */
  readonly room?: Room
  /** How a person wants the files read. */
  readonly options?: ReadOptions
}

/** A file, or where it cannot be read its simpler form. A mark of secrecy is in both. */
export async function settle(source: SourceFile, n: number, signal: AbortSignal, ports: SettlePorts): Promise<Settled> {
  const settled = await settleOne(source, n, signal, ports)
  const failed = settled.kind === 'note' && settled.note.reason.outcome === 'failed' && settled.note.reason.fault.code !== 'CLASSIFIED_MARK'
  return failed && source.otherwise ? settleOne(source.otherwise, n, signal, ports) : settled
}

/** Asks the library for a duplicate before the file is read; compares what the helper read with what will be stored. */
async function settleOne(source: SourceFile, n: number, signal: AbortSignal, ports: SettlePorts): Promise<Settled> {
  const { name, path } = source
  const { store, pool, room, options = BY_RULES } = ports
  let size: number | null = null
  let leave = (): void => undefined
  const enter = async (bytes: number): Promise<void> => { leave = (await room?.take(bytes)) ?? leave }
  const note = (reason: NotStored['reason']): Settled => ({ kind: 'note', n, note: { n, name, bytes: size, reason } })
  const failed = (why: Fault): Settled => note({ outcome: why.code === 'CANCELLED' ? 'skipped' : 'failed', fault: why })
  try {
    if (source.fault) return failed(source.fault)
    const bytes = source.bytes ?? (await load(path ?? '', name, enter))
    size = bytes.length
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const entry = store.findEntry(sha256)
    if (entry !== null) return note({ outcome: 'duplicate', of: entry })
    // Only looked at here, not opened: what is inside a hostile archive is for the helper.
    const { kind } = sniff(bytes, name)
    const allowance = { seconds: kind === 'unsupported' ? undefined : secondsFor(kind), megabytes: bytes.length / 2 ** 20 }
    if (kind === 'archive' && !isTextName(name)) return { kind: 'opened', n, bytes: bytes.length, unpacked: await unpack(source, allowance, ports, signal) }
    const read = await pool.read({ name, path, bytes: source.bytes, options, ...beside(source) }, signal, allowance)
    if (!read.ok) return failed(read.fault)
    if (read.file.sha256 !== sha256 || read.file.bytes !== bytes.length) return failed(fault('CHANGED', { file: name }))
    if (read.file.articles.length === 0) return failed(fault('NO_TEXT', { file: name }))
    return { kind: 'store', n, file: { n, prepared: read.file, bytes } }
  } catch (error) {
    return failed(faultOf(error))
  } finally {
    leave()
  }
}

/** What comes out of an archive, or was copied for this import alone, has nothing beside it. */
function beside({ name, path, temporary, nesting }: SourceFile): Pick<FileRequest, 'beside'> {
  const folder = path === null || temporary || nesting > 0 ? undefined : foldersBeside({ name, path }).find((one) => existsSync(one))
  return folder === undefined ? {} : { beside: { folder } }
}

/** An error nobody foresaw is written to stderr as an outline, without any text, and told as FAILED. */
export function faultOf(error: unknown): Fault {
  if (error instanceof Refusal) return error.fault
  console.error(`import: ${outline(error)}`)
  return fault('FAILED')
}
