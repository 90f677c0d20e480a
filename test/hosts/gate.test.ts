import { describe, expect, it } from 'vitest'
import { openerOf } from '../../electron/browser-host/open-browser.ts'
import { refusalOf } from '../../electron/browser-host/gate.ts'

const ours = { origin: 'http://127.0.0.1:41234', token: 'T'.repeat(43) }
const good = { host: '127.0.0.1:41234', origin: 'http://127.0.0.1:41234', 'sec-fetch-site': 'same-origin', 'x-casebook-token': 'T'.repeat(43), 'content-type': 'application/casebook+json' }
const { origin: _origin, ...noOrigin } = good
const { 'sec-fetch-site': _site, ...noSite } = good
const { 'x-casebook-token': _token, ...noToken } = good

describe('who is let in to call', () => {
  it.each([
    ['our page', good, null],
    ['our page in a browser that says no fetch site', noSite, null],
    ['another host name (DNS rebinding)', { ...good, host: 'rebind.example' }, 421],
    ['localhost, which resolves as others please', { ...good, host: 'localhost:41234' }, 421],
    ['another port', { ...good, host: '127.0.0.1:41235' }, 421],
    ['no host', { ...good, host: undefined }, 421],
    ['a foreign page', { ...good, origin: 'https://evil.example' }, 403],
    ['a sandboxed page', { ...good, origin: 'null' }, 403],
    ['no origin', noOrigin, 403],
    ['another site', { ...good, 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this computer', { ...good, 'sec-fetch-site': 'same-site' }, 403],
    ['a wrong token', { ...good, 'x-casebook-token': 'U'.repeat(43) }, 401],
    ['a token cut short', { ...good, 'x-casebook-token': 'T'.repeat(42) }, 401],
    ['no token', noToken, 401],
    ['an empty token', { ...good, 'x-casebook-token': '' }, 401],
    ['a form', { ...good, 'content-type': 'text/plain' }, 415],
    ['an upload', { ...good, 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['plain JSON', { ...good, 'content-type': 'application/json' }, 415],
  ])('%s', (_name, headers, status) => {
    expect(refusalOf({ method: 'POST', headers }, ours)).toBe(status)
  })

  it.each(['OPTIONS', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'TRACE', undefined])('no %s', (method) => {
    expect(refusalOf({ method, headers: good }, ours)).toBe(405)
  })
})

describe('who is shown the page', () => {
  it.each([
    ['a person who opens the address', { host: good.host, 'sec-fetch-site': 'none' }, null],
    ['the page itself', { host: good.host, 'sec-fetch-site': 'same-origin' }, null],
    ['a page that embeds it', { host: good.host, 'sec-fetch-site': 'cross-site' }, 403],
    ['a foreign page', { host: good.host, origin: 'https://evil.example' }, 403],
    ['another host name', { host: 'rebind.example' }, 421],
  ])('%s', (_name, headers, status) => {
    expect(refusalOf({ method: 'GET', headers }, ours)).toBe(status)
  })
})

describe('the system\'s browser', () => {
  it('gets the address as one argument, never through a shell', () => {
    const address = 'http://127.0.0.1:1/#t=a&b'
    expect((['linux', 'darwin', 'win32'] as const).map((platform) => openerOf(address, platform))).toEqual([
      ['xdg-open', [address]],
      ['open', [address]],
      ['rundll32', ['url.dll,FileProtocolHandler', address]],
    ])
  })
})
