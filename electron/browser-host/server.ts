import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isEvent, type AnyReply, type Emit } from '../contract/api.ts'
import { fault, Refusal } from '../contract/errors.ts'
import { LOOPBACK } from '../contract/loopback.ts'
import { parse, stringify } from '../contract/wire.ts'
import { FIXED_HEADERS, rendererFiles, type Router } from '../core/hosting/index.ts'
import { outline } from '../core/trouble.ts'
import { refusalOf } from './gate.ts'

/** Room for the largest file as base64, and for a pasted text that is only then found to be too long. */
export const MAX_BODY = 96 * 1024 * 1024

const MAX_UNREAD = 8 * 1024 * 1024

export interface LoopbackServer {
  /** The address with the token in its fragment: whoever has it has the library. */
  readonly address: string
  readonly origin: string
  readonly emit: Emit
  readonly close: () => Promise<void>
}

export interface LoopbackOptions {
  readonly renderer: string
  readonly route: Router
  readonly port?: number
  readonly maxBody?: number
}

/** Serves the page and its calls on 127.0.0.1 only, to whoever holds this launch's token. Rejects with USAGE when the port is taken. */
export async function startServer({ renderer, route, port = 0, maxBody = MAX_BODY }: LoopbackOptions): Promise<LoopbackServer> {
  const token = randomBytes(32).toString('base64url')
  const serve = rendererFiles(renderer, 'browser')
  const streams = new Set<ServerResponse>()
  let origin = ''

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = refusalOf(request, { origin, token })
    if (refusal !== null) return plain(response, refusal)
    // Taken as it was sent: a path that would have to be normalised first is none of ours.
    const pathname = (request.url ?? '/').replace(/\?.*$/s, '')
    if (request.method === 'GET') {
      const { status, headers, body } = serve(pathname)
      response.writeHead(status, headers).end(body)
    } else if (pathname === LOOPBACK.events) {
      response.writeHead(200, { ...FIXED_HEADERS, 'content-type': 'application/x-ndjson' })
      response.flushHeaders()
      streams.add(response)
      response.on('close', () => streams.delete(response))
    } else if (pathname.startsWith(LOOPBACK.call)) {
      const body = await bodyOf(request, maxBody)
      if (body === null) return reply(response, { ok: false, error: fault('TOO_BIG', { file: '…', size: `>${megabytes(maxBody)}`, limit: megabytes(maxBody) }) }, true)
      const input = parsed(body)
      if (input === null) return plain(response, 400)
      return reply(response, await route(pathname.slice(LOOPBACK.call.length), input.value))
    } else plain(response, 404)
  }

  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 120_000, headersTimeout: 5_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`loopback: ${outline(error)}`)
      if (!response.headersSent) plain(response, 500)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new Refusal('USAGE', { reason: `端口 ${String(port)} 已被占用或不可用，请换一个 / port ${String(port)} cannot be used` }) : error)
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the loopback server has no port')
  origin = `http://127.0.0.1:${String(bound.port)}`

  return {
    origin,
    address: `${origin}/#t=${token}`,
    emit: (event, value) => {
      if (!isEvent(event)) return
      const line = `${stringify([event, value])}\n`
      for (const stream of streams) {
        // A page that no longer reads (a suspended tab) is let go instead of filling memory; it asks again when it wakes.
        if (stream.writableLength > MAX_UNREAD) stream.destroy()
        else stream.write(line)
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => { resolve() })
        server.closeAllConnections()
      }),
  }
}

function plain(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...FIXED_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(String(status))
}

function reply(response: ServerResponse, value: AnyReply, last = false): void {
  response.writeHead(200, { ...FIXED_HEADERS, 'content-type': LOOPBACK.contentType, ...(last ? { connection: 'close' } : {}) }).end(stringify(value))
}

/** Null once the body is larger than allowed; what follows is read and thrown away, so that the answer can arrive. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a request body is bytes')
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  return size <= limit ? Buffer.concat(chunks).toString('utf8') : null
}

function parsed(body: string): { readonly value: unknown } | null {
  try {
    return { value: parse(body) }
  } catch {
    // Answered with 400: the body came from no page of ours.
    return null
  }
}

const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1024 / 1024))} MB`
