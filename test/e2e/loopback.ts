/** HTTP to the browser host as anyone on this computer could speak it: any Host, any Origin, any path. */
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { LOOPBACK } from '../../electron/contract/loopback.ts'
import { parse, stringify } from '../../electron/contract/wire.ts'
import type { Running } from './launch.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export function knock(address: string, method: string, path: string, headers: Readonly<Record<string, string>> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: new URL(address).port, method, path, headers, agent: false }, (response: IncomingMessage) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => { text += chunk })
      response.on('end', () => { resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }) })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export const tokenOf = (address: string): string => LOOPBACK.fragment.exec(new URL(address).hash)?.[1] ?? ''

/** What our own page sends. */
export const ownHeaders = (address: string): Record<string, string> => ({
  origin: new URL(address).origin,
  'content-type': LOOPBACK.contentType,
  'sec-fetch-site': 'same-origin',
  [LOOPBACK.tokenHeader]: tokenOf(address),
})

export const callOver = (address: string): Running['call'] => async (method, input) => {
  const answer = await knock(address, 'POST', `${LOOPBACK.call}${method}`, ownHeaders(address), stringify(input))
  if (answer.status !== 200) throw new Error(`the browser host answered ${String(answer.status)}`)
  return parse(answer.body) as never
}

/** The events the host sends until `stop`; each is [name, value]. */
export async function listen(address: string): Promise<{ readonly seen: [string, unknown][]; readonly stop: () => void }> {
  const seen: [string, unknown][] = []
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: new URL(address).port, method: 'POST', path: LOOPBACK.events, headers: ownHeaders(address) }, (response) => {
      let rest = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) seen.push(parse(line) as [string, unknown])
      })
      // The test itself ends the stream.
      response.on('error', () => undefined)
      resolve({ seen, stop: () => { sent.destroy() } })
    })
    sent.on('error', (error) => { if (!sent.destroyed) reject(error) })
    sent.end()
  })
}
