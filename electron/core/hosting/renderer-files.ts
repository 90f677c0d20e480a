import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { HostKind } from '../../contract/host.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** What index.html holds where the host puts the nonce of this page and its own kind. */
export const PLACEHOLDERS = { nonce: '__CASEBOOK_NONCE__', host: '__CASEBOOK_HOST__' } as const

/**
 * Everything from our own origin and nothing else; styles that a script makes carry the page's nonce.
 * The one Trusted Types policy is `default`, which throws on markup (antd renders nothing under 'none').
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')

export const FIXED_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()',
  'cache-control': 'no-store',
}

export interface Served {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** The built page, the same for both hosts. The list of files is made once: no request can name another path. */
export function rendererFiles(folder: string, host: HostKind): (pathname: string) => Served {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && extname(path) in TYPES) files.set('/' + relative(folder, path).split(sep).join('/'), path)
  }
  return (pathname) => {
    const nonce = randomBytes(16).toString('base64')
    const headers = { 'content-security-policy': contentSecurityPolicy(nonce), ...FIXED_HEADERS }
    const path = files.get(pathname === '/' ? '/index.html' : pathname)
    if (path === undefined) return { status: 404, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' }, body: new TextEncoder().encode('not found') }
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    const body = new Uint8Array(readFileSync(path))
    return { status: 200, headers: { ...headers, 'content-type': type }, body: extname(path) === '.html' ? stamped(body, nonce, host) : body }
  }
}

function stamped(page: Uint8Array, nonce: string, host: HostKind): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new TextDecoder().decode(page).replaceAll(PLACEHOLDERS.nonce, nonce).replaceAll(PLACEHOLDERS.host, host))
}
