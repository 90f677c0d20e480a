/** From what a person granted to the list of files an import will read. */
import { lstat, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { fault, Refusal, type Fault } from '../../contract/errors.ts'
import type { GrantedPath } from '../host.ts'
import { pageFolders } from './page-folders.ts'

export interface SourceFile {
  /** What the person sees: a file name, or a path with '/' inside a folder. */
  readonly name: string
  /** Exactly one of the two is null. */
  readonly path: string | null
  readonly bytes: Uint8Array | null
  /** A staged copy: removed once the import is done with it. */
  readonly temporary: boolean
  /** A folder or file of which it is already known that it cannot be read. */
  readonly fault: Fault | null
  /** How many archives it lay in. */
  readonly nesting: number
  /** The same in a simpler form, read when this cannot be. */
  readonly otherwise?: SourceFile
}

export const MAX_DEPTH = 12
export const MANY_FILES = 5000

/** What systems and office programs leave behind; nobody means to import it. */
const SYSTEM = /^(?:\.|~\$|thumbs\.db$|ehthumbs\.db$|desktop\.ini$|\$recycle\.bin$|system volume information$|__macosx$)/i
/** Whether a file, or a folder above it, is one that nobody means to import. `name` has '/' between folders. */
export const isLeftBehind = (name: string): boolean => name.split('/').some((part) => SYSTEM.test(part))
const order = new Intl.Collator('zh-CN', { numeric: true })

/**
 * Walks granted folders in the order a person reads names. Links inside a folder are not followed: nothing outside of what was granted is read.
 * Throws NOTHING_TO_IMPORT, and TOO_MANY_FILES above 5,000 unless `confirmed`.
 */
export async function scan(granted: readonly GrantedPath[], confirmed: boolean): Promise<readonly SourceFile[]> {
  const found = new Map<string, SourceFile>()
  for (const grant of granted) {
    for (const file of grant.folder ? await folder(grant.path, grant.name, 1) : [await single(grant)]) {
      if (file && !found.has(file.path ?? file.name)) found.set(file.path ?? file.name, file)
    }
  }
  const files = [...found.values()]
  if (files.length === 0) throw new Refusal('NOTHING_TO_IMPORT')
  if (files.length > MANY_FILES && !confirmed) throw new Refusal('TOO_MANY_FILES', { count: String(files.length), limit: String(MANY_FILES) })
  return files
}

const failed = (name: string, why: Fault): SourceFile => ({ name, path: null, bytes: null, temporary: false, fault: why, nesting: 0 })

/** A granted file is taken even when it is hidden; one that came with a dropped folder is not. */
async function single({ name, path, temporary }: GrantedPath): Promise<SourceFile | null> {
  if (name.includes('/') && isLeftBehind(name)) return null
  return { name, path: await realpath(path).catch(() => path), bytes: null, temporary, fault: null, nesting: 0 }
}

async function folder(path: string, name: string, depth: number): Promise<readonly SourceFile[]> {
  if (depth > MAX_DEPTH) return [failed(name, fault('TOO_DEEP', { file: name, limit: String(MAX_DEPTH) }))]
  try {
    const root = depth === 1 ? await realpath(path) : path
    if (!(await lstat(root)).isDirectory()) return [failed(name, fault('UNREADABLE', { file: name }))]
    const entries = (await readdir(root, { withFileTypes: true })).filter((entry) => !SYSTEM.test(entry.name)).sort((a, b) => order.compare(a.name, b.name))
    const parts = pageFolders(entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])))
    const lists: SourceFile[] = []
    for (const entry of entries) {
      if (entry.isDirectory() && parts.has(entry.name)) continue
      const inside = { name: `${name}/${entry.name}`, path: join(root, entry.name) }
      if (entry.isDirectory()) lists.push(...(await folder(inside.path, inside.name, depth + 1)))
      else if (entry.isFile()) lists.push({ ...inside, bytes: null, temporary: false, fault: null, nesting: 0 })
    }
    return lists
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return [failed(name, fault(gone ? 'VANISHED' : 'UNREADABLE', { file: name }))]
  }
}
