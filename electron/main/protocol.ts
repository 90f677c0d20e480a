import { protocol, session } from 'electron'
import { rendererFiles } from '../core/hosting/index.ts'
import { isOurs, SCHEME } from './policies.ts'

/** Before `ready`. No bypassCSP, no corsEnabled, no service workers. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the built page from its list of files; `file:` is never loaded. */
export function setupProtocol(folder: string): void {
  const serve = rendererFiles(folder, 'electron')
  session.defaultSession.protocol.handle(SCHEME, (request) => {
    const { status, headers, body } = serve(isOurs(request.url) ? new URL(request.url).pathname : '')
    return new Response(body, { status, headers: { ...headers } })
  })
}
