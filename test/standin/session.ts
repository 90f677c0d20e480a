import { EventEmitter } from 'node:events'
import { appImpl } from './app.ts'
import { journal } from './journal.ts'
import { bound, strict } from './strict.ts'
import { schemes, type Privileges } from './urls.ts'

export interface RequestDetails {
  readonly id: number
  readonly url: string
  readonly method: string
  readonly resourceType: string
  readonly timestamp: number
  readonly webContentsId: number
  readonly referrer: string
  readonly frame: null
}
type ServeRequest = (request: Request) => Response | Promise<Response>
export type BeforeRequest = (details: RequestDetails, answer: (verdict: { cancel?: boolean; redirectURL?: string }) => void) => void

export class Session extends EventEmitter {
  readonly handlers = new Map<string, ServeRequest>()
  /** What the app handed over, for tests to ask. */
  readonly given = { beforeRequest: null as BeforeRequest | null, permissionRequest: null as unknown, permissionCheck: null as unknown, devicePermission: null as unknown, displayMedia: null as unknown, proxy: null as unknown, spellcheck: true }
  readonly partition: string

  constructor(partition: string) {
    super()
    this.partition = partition
  }
  readonly protocol = strict('session.protocol', {
    handle: (scheme: string, serve: ServeRequest): void => {
      if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      if (!schemes.has(scheme)) journal.notes.push(`protocol ${scheme} handled without registerSchemesAsPrivileged: not standard, not secure`)
      this.handlers.set(scheme, serve)
    },
    unhandle: (scheme: string): void => {
      this.handlers.delete(scheme)
    },
    isProtocolHandled: (scheme: string): boolean => this.handlers.has(scheme),
  })
  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (decide: BeforeRequest | null): void => {
      if (decide !== null && typeof decide !== 'function') throw new Error('electron stand-in: webRequest filters are not implemented')
      this.given.beforeRequest = decide
    },
  })
  setPermissionRequestHandler(handler: unknown): void {
    this.given.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: unknown): void {
    this.given.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: unknown): void {
    this.given.devicePermission = handler
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    this.given.displayMedia = handler
  }
  setProxy(config: unknown): Promise<void> {
    this.given.proxy = config
    return Promise.resolve()
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.given.spellcheck = on
  }
  isPersistent(): boolean {
    return this.partition === '' || this.partition.startsWith('persist:')
  }
}

const sessions = new Map<string, Session>([['', new Session('')]])
const faces = new Map<Session, Session>()

export function sessionOf(partition: string): Session {
  const known = sessions.get(partition)
  if (known) return known
  const fresh = new Session(partition)
  sessions.set(partition, fresh)
  appImpl.emit('session-created', faceOf(fresh))
  return fresh
}

/** What the app and tests see of a session. */
export function faceOf(session: Session): Session {
  const face = faces.get(session) ?? bound('session', session)
  faces.set(session, face)
  return face
}

export const session = strict('session', {
  get defaultSession(): Session {
    return faceOf(sessionOf(''))
  },
  fromPartition: (partition: string): Session => faceOf(sessionOf(partition)),
})

const { protocol: defaultProtocol } = sessionOf('')
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: readonly { readonly scheme: string; readonly privileges?: Privileges }[]): void => {
    if (appImpl.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of list) {
      schemes.set(scheme, privileges ?? {})
      journal.schemes[scheme] = privileges ?? {}
    }
  },
  handle: defaultProtocol.handle,
  unhandle: defaultProtocol.unhandle,
  isProtocolHandled: defaultProtocol.isProtocolHandled,
})
