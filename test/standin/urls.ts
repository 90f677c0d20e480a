// Chromium knows no `app:` scheme. A standard and secure scheme is shown to it as an https host that cannot exist outside.

export interface Privileges {
  readonly standard?: boolean
  readonly secure?: boolean
  readonly supportFetchAPI?: boolean
  readonly bypassCSP?: boolean
  readonly corsEnabled?: boolean
  readonly stream?: boolean
  readonly allowServiceWorkers?: boolean
  readonly codeCache?: boolean
}
export const schemes = new Map<string, Privileges>()

const SUFFIX = '.standin.invalid'

export const toWire = (url: string): string =>
  url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i, (all, scheme: string, host: string) => (schemes.has(scheme.toLowerCase()) ? `https://${host}.${scheme.toLowerCase()}${SUFFIX}` : all))

/** Also inside `blob:https://…`. */
export const fromWire = (url: string): string => url.replace(/^(blob:)?https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.standin\.invalid(?=[/?#]|$)/i, '$1$3://$2')

export function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null'
  const parsed = new URL(url)
  return schemes.get(parsed.protocol.slice(0, -1))?.standard === true ? `${parsed.protocol}//${parsed.host}` : parsed.origin
}

export function sameDocument(a: string, b: string): boolean {
  const bare = (url: string): string => (URL.canParse(url) ? new URL(url).href.replace(/#.*$/, '') : url)
  return bare(a) === bare(b)
}
