import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { LOOPBACK } from '../contract/loopback.ts'

export interface Knock {
  readonly method?: string | undefined
  readonly headers: IncomingHttpHeaders
}

/**
 * Who is let in: null, or the HTTP status that turns the request away.
 *
 * 421 a foreign Host: DNS rebinding puts another name in front of our address, even `localhost`.
 * 403 a foreign or missing Origin, or a fetch site that is not ours: another page of the same browser is calling.
 * 401 no token, or a wrong one: another user or program of this computer is calling.
 * 415 another content type: a form of a foreign page could send it without asking.
 */
export function refusalOf({ method, headers }: Knock, { origin, token }: { readonly origin: string; readonly token: string }): number | null {
  if (headers.host !== new URL(origin).host) return 421
  if (headers.origin !== undefined && headers.origin !== origin) return 403
  const site = headers['sec-fetch-site']
  if (method === 'GET') return site === undefined || site === 'same-origin' || site === 'none' ? null : 403
  if (method !== 'POST') return 405
  if (headers.origin !== origin || (site !== undefined && site !== 'same-origin')) return 403
  if (!same(headers[LOOPBACK.tokenHeader], token)) return 401
  return headers['content-type'] === LOOPBACK.contentType ? null : 415
}

function same(given: string | readonly string[] | undefined, token: string): boolean {
  const a = Buffer.from(typeof given === 'string' ? given : '')
  const b = Buffer.from(token)
  return a.length === b.length && timingSafeEqual(a, b)
}
