import type { AnyReply, CoreMethod, EventName } from '../../contract/api.ts'
import type { Grant } from '../../contract/library.ts'
import type { GrantedPath, ReaderReply, ReaderRequest } from '../host.ts'

/** One end of a line to another process or thread of ours; values are structured clones. */
export interface Channel<Out, In> {
  readonly post: (message: Out) => void
  readonly onMessage: (listener: (message: In) => void) => void
  /** Called once, whether the other side ended, crashed or was killed. */
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

/** From a host to the process in which the library is open. */
export type ToLibrary =
  | { readonly t: 'open'; readonly id: number; readonly folder: string }
  /** Copies the open library to `folder`, verifies the copy and goes on there. */
  | { readonly t: 'move'; readonly id: number; readonly folder: string }
  | { readonly t: 'close'; readonly id: number }
  | { readonly t: 'call'; readonly id: number; readonly method: CoreMethod; readonly input: unknown; readonly granted: readonly (readonly [Grant, GrantedPath])[] }
  | { readonly t: 'reader-reply'; readonly reader: number; readonly reply: ReaderReply }
  | { readonly t: 'reader-exit'; readonly reader: number }

/** From the process in which the library is open to its host, which alone may start processes in Electron. */
export type FromLibrary =
  | { readonly t: 'answer'; readonly id: number; readonly reply: AnyReply }
  | { readonly t: 'event'; readonly event: EventName; readonly value: unknown }
  | { readonly t: 'reader-spawn'; readonly reader: number }
  | { readonly t: 'reader-post'; readonly reader: number; readonly request: ReaderRequest }
  | { readonly t: 'reader-kill'; readonly reader: number }

export type LibraryChannel = Channel<ToLibrary, FromLibrary>
