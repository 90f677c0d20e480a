/** Decisions about addresses and senders, as pure functions: Electron only asks them. */

export const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://casebook`
export const PAGE = `${ORIGIN}/index.html`

/** Compares parsed parts: `app://casebook.evil/` and `app://casebook@evil/` are not ours. */
export function isOurs(address: string): boolean {
  const url = parsed(address)
  return url !== null && url.protocol === `${SCHEME}:` && url.host === 'casebook' && url.username === '' && url.password === ''
}

/** What a window may load at all: our own files, blobs our own page made, and pictures that stand in the page itself. */
export function mayRequest(address: string): boolean {
  return isOurs(address) || address.startsWith(`blob:${ORIGIN}/`) || /^data:image\//i.test(address)
}

/** DevTools exist in development only, and load their own pages. */
export const isDevTools = (address: string): boolean => address.startsWith('devtools://')

export interface Frame {
  readonly url: string
  readonly parent: unknown
}

/** A call is heard only from the top frame of one of our windows that shows our page. */
export function isTrustedSender(frame: Frame | null | undefined, knownWindow: boolean): boolean {
  return knownWindow && frame !== null && frame !== undefined && frame.parent === null && isOurs(frame.url)
}

/** The address to hand to the system's browser, normalised; null when it may not leave. Only https: other schemes start programs. */
export function externalLink(address: string): string | null {
  const url = parsed(address)
  return url !== null && url.protocol === 'https:' && url.hostname !== '' && url.username === '' && url.password === '' ? url.href : null
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
