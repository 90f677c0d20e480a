/** The contract over the browser host: POSTs with the token of this launch, and one stream of events that reconnects. */
import type { Api } from '../../../electron/contract/api.ts'
import { fault } from '../../../electron/contract/errors.ts'
import { LOOPBACK } from '../../../electron/contract/loopback.ts'
import { parse, stringify } from '../../../electron/contract/wire.ts'
import { report } from './connection.ts'

const KEPT = 'casebook-token'
const RETRY_MS = 1000

type Listener = (value: never) => void

/** Takes the token out of the address; a later load of the same tab finds it in the tab's own storage. */
function token(): string {
  const fresh = LOOPBACK.fragment.exec(location.hash)?.[1]
  if (fresh !== undefined) {
    sessionStorage.setItem(KEPT, fresh)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem(KEPT) ?? ''
}

export function loopbackApi(): Api {
  const headers = { [LOOPBACK.tokenHeader]: token(), 'content-type': LOOPBACK.contentType }
  const listeners = new Map<string, Set<Listener>>()
  let streaming = false

  const hear = (line: string): void => {
    const message = parse(line)
    if (!Array.isArray(message)) return
    const [name, value] = message as [string, never]
    listeners.get(name)?.forEach((listener) => listener(value))
  }
  const post = async (path: string, body: string): Promise<Response> => {
    try {
      const response = await fetch(path, { method: 'POST', headers, body })
      report(response.status === 401 ? 'stranger' : 'open')
      return response
    } catch (error) {
      report('lost')
      throw error
    }
  }
  const stream = async (): Promise<void> => {
    const response = await post(LOOPBACK.events, '')
    if (!response.ok || response.body === null) throw new Error(String(response.status))
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      lines.filter((line) => line !== '').forEach(hear)
    }
  }
  const listen = (): void => {
    streaming = true
    void stream()
      .catch(() => undefined)
      .then(() => setTimeout(listen, RETRY_MS))
  }

  return {
    call: async (method, input) => {
      try {
        const response = await post(LOOPBACK.call + method, stringify(input))
        if (!response.ok) return { ok: false, error: fault('DENIED', { reason: String(response.status) }) }
        return parse(await response.text()) as Awaited<ReturnType<Api['call']>> as never
      } catch {
        return { ok: false, error: fault('LIBRARY_CLOSED') }
      }
    },
    on: (event, listener) => {
      const set = listeners.get(event) ?? new Set<Listener>()
      listeners.set(event, set.add(listener as Listener))
      if (!streaming) listen()
      return () => {
        set.delete(listener as Listener)
      }
    },
  }
}
