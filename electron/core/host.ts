/** The ports a host provides to the core. The core never knows which host it runs in. */
import type { Emit } from '../contract/api.ts'
import type { Fault } from '../contract/errors.ts'
import type { Grant } from '../contract/library.ts'
import type { ReadOptions } from '../contract/reviewing.ts'
import type { WordOverlay } from './language/index.ts'
import type { Portion } from './jobs/portion.ts'
import type { PreparedFile } from './jobs/prepared.ts'

/** What a grant stands for, resolved by the host before a call reaches the core. */
export interface GrantedPath {
  readonly path: string
  /** What the person saw: a file name, or a path inside a dropped folder. */
  readonly name: string
  readonly folder: boolean
  /** A staged copy that the core deletes once it is stored or refused. */
  readonly temporary: boolean
}
export type GrantedPaths = ReadonlyMap<Grant, GrantedPath>

/** What lies beside a saved page: the folder that its browser wrote its pictures into, or the pictures that were kept when it was read before. */
export type Beside = { readonly folder: string } | { readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[] }

/** One file for the reading helper, by path, or by bytes when it was pasted. */
export interface ReaderRequest {
  readonly id: number
  readonly name: string
  readonly path: string | null
  readonly bytes: Uint8Array | null
  readonly options: ReadOptions
  readonly beside?: Beside
  /** Takes an archive apart from this member on, instead of reading a file; null reads. */
  readonly unpackFrom: number | null
  /** What people of the library changed of the dictionary; told once, and again when it changes. */
  readonly words?: WordOverlay
}
/** `rss`: the helper's resident bytes after the file, so that one that has grown can be replaced. */
export type ReaderReply =
  | { readonly id: number; readonly ok: true; readonly file: PreparedFile; readonly rss?: number }
  | { readonly id: number; readonly ok: true; readonly portion: Portion; readonly rss?: number }
  | { readonly id: number; readonly ok: false; readonly fault: Fault; readonly rss?: number }

/** The killable helper in which hostile files are parsed: a utility process in Electron, a forked process elsewhere. */
export interface ReaderChannel {
  readonly post: (request: ReaderRequest) => void
  readonly onReply: (listener: (reply: ReaderReply) => void) => void
  /** Called once, whether it ended, crashed or was killed. */
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

export interface CorePorts {
  readonly emit: Emit
  readonly spawnReader: () => ReaderChannel
  /** The folder of bundled content (`content/` in the project, `resources/content` in a package). */
  readonly content: string
  /** The built page of the portable pack, one HTML file. */
  readonly packPage: string
  /** Tells the current time; tests pass their own. */
  readonly now: () => Date
}
