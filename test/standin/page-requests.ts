import { journal } from './journal.ts'
import type { RequestDetails } from './session.ts'
import { event } from './strict.ts'
import { fromWire, toWire } from './urls.ts'
import type { WebContents } from './web-contents.ts'

export interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly hasPostData?: boolean; readonly postDataEntries?: readonly { readonly bytes: string }[] }
}

const KINDS: Readonly<Record<string, string>> = { Stylesheet: 'stylesheet', Script: 'script', Image: 'image', Font: 'font', XHR: 'xhr', Fetch: 'xhr', WebSocket: 'webSocket', Media: 'media' }

/** One request of a page, in Electron's order: navigation events, then webRequest, then the scheme's handler. */
export async function answerRequest(contents: WebContents, paused: PausedRequest): Promise<void> {
  const { cdp, sessionImpl: session } = contents
  const { requestId, request, resourceType } = paused
  const url = fromWire(request.url)
  const main = paused.frameId === contents.mainFrameId
  const fail = (errorReason: string): Promise<unknown> => cdp.send('Fetch.failRequest', { requestId, errorReason })

  if (resourceType === 'Document' && !contents.takeExpected(url, main) && navigationPrevented(contents, url, main)) {
    journal.blockedNavigations.push(url)
    await fail('Aborted')
    return
  }
  const decide = session.given.beforeRequest
  if (decide) {
    const details: RequestDetails = { id: Number(requestId.replace(/\D/g, '')), url, method: request.method, resourceType: resourceType === 'Document' ? (main ? 'mainFrame' : 'subFrame') : (KINDS[resourceType] ?? 'other'), timestamp: Date.now(), webContentsId: contents.id, referrer: request.headers['Referer'] ?? '', frame: null }
    const verdict = await new Promise<{ cancel?: boolean; redirectURL?: string }>((resolve) => {
      decide(details, resolve)
    })
    if (verdict.redirectURL !== undefined) throw new Error('electron stand-in: webRequest redirects are not implemented')
    if (verdict.cancel === true) {
      journal.requests.push({ url, verdict: 'cancelled' })
      await fail('BlockedByClient')
      return
    }
  }
  const serve = session.handlers.get(url.slice(0, url.indexOf(':')))
  if (serve === undefined) {
    journal.requests.push({ url, verdict: 'passed' })
    await cdp.send('Fetch.continueRequest', { requestId })
    return
  }
  journal.requests.push({ url, verdict: 'app' })
  const body = request.hasPostData === true && request.method !== 'GET' ? Buffer.concat((request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes, 'base64'))) : null
  let response: Response
  try {
    response = await serve(new Request(url, { method: request.method, headers: headersOf(request.headers), body }))
  } catch (error) {
    journal.notes.push(`protocol handler threw for ${url}: ${String(error)}`)
    await fail('Failed')
    return
  }
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value: value.replace(/\b[a-z][a-z0-9+-]*:\/\/[^\s;'"]+/g, toWire) })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

/** What the app decides about a navigation that it did not start itself. */
function navigationPrevented(contents: WebContents, url: string, main: boolean): boolean {
  const navigation = event({ url, isMainFrame: main, isSameDocument: false, frame: main ? contents.mainFrame : { ...contents.frame(url), parent: contents.mainFrame }, initiator: contents.mainFrame })
  contents.emit('will-frame-navigate', navigation)
  if (main && !navigation.defaultPrevented) contents.emit('will-navigate', navigation, url)
  return navigation.defaultPrevented
}

function headersOf(given: Readonly<Record<string, string>>): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given)) {
    // Chromium's own pseudo headers are no valid names here.
    if (/^[\w-]+$/.test(name)) headers.set(name, value)
  }
  return headers
}

