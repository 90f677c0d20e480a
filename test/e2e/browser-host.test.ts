/** The browser host's own: who is let in, what the terminal says, how it starts and ends. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LOOPBACK } from '../../electron/contract/loopback.ts'
import { parse, stringify } from '../../electron/contract/wire.ts'
import { endBrowserHosts, startBrowserHost, type StartedHost } from './launch-browser-host.ts'
import { launch, onBrowserHost, type Running } from './launch.ts'
import { knock, listen, ownHeaders, tokenOf } from './loopback.ts'

const home = mkdtempSync(join(tmpdir(), 'casebook-loopback-'))
const env = { ...process.env, CASEBOOK_HOME: home } as Record<string, string>
afterAll(() => {
  endBrowserHosts()
  rmSync(home, { recursive: true, force: true })
})

onBrowserHost('the loopback address', () => {
  let host: StartedHost
  beforeAll(async () => {
    host = await startBrowserHost(env)
  })
  afterAll(async () => {
    await host.stop()
  })
  const ask = (headers: Record<string, string>, path = `${LOOPBACK.call}settings.get`, method = 'POST'): Promise<number> => knock(host.address, method, path, headers, '{}').then(({ status }) => status)

  it('answers our page', async () => {
    const answer = await knock(host.address, 'POST', `${LOOPBACK.call}settings.get`, ownHeaders(host.address), '{}')
    expect([answer.status, answer.headers['content-type']]).toEqual([200, LOOPBACK.contentType])
    expect(parse(answer.body)).toMatchObject({ ok: true, value: { language: 'zh-CN' } })
  })

  it('answers nobody else', async () => {
    const good = ownHeaders(host.address)
    const { port } = new URL(host.address)
    const { origin: _origin, ...noOrigin } = good
    const { [LOOPBACK.tokenHeader]: _token, ...noToken } = good
    expect({
      'wrong token': await ask({ ...good, [LOOPBACK.tokenHeader]: 'x'.repeat(43) }),
      'no token': await ask(noToken),
      'foreign origin': await ask({ ...good, origin: 'https://evil.example' }),
      'null origin': await ask({ ...good, origin: 'null' }),
      'no origin': await ask(noOrigin),
      'rebound name': await ask({ ...good, host: 'rebind.example' }),
      localhost: await ask({ ...good, host: `localhost:${port}` }),
      'cross-site': await ask({ ...good, 'sec-fetch-site': 'cross-site' }),
      'same-site': await ask({ ...good, 'sec-fetch-site': 'same-site' }),
      'plain text': await ask({ ...good, 'content-type': 'text/plain' }),
      'foreign preflight': await ask({ origin: 'https://evil.example', 'access-control-request-method': 'POST' }, undefined, 'OPTIONS'),
      'own preflight': await ask({ origin: good['origin'] ?? '' }, undefined, 'OPTIONS'),
      'a call by GET': await ask(good, undefined, 'GET'),
      'events without token': await ask(noToken, LOOPBACK.events),
      'token in the address': await ask(noToken, `${LOOPBACK.call}settings.get?t=${tokenOf(host.address)}`),
      'embedded page': await ask({ 'sec-fetch-site': 'cross-site' }, '/', 'GET'),
      'unknown path': await ask(good, '/nothing'),
    }).toEqual({
      'wrong token': 401, 'no token': 401, 'foreign origin': 403, 'null origin': 403, 'no origin': 403, 'rebound name': 421, localhost: 421, 'cross-site': 403, 'same-site': 403,
      'plain text': 415, 'foreign preflight': 403, 'own preflight': 405, 'a call by GET': 404, 'events without token': 401, 'token in the address': 401, 'embedded page': 403, 'unknown path': 404,
    })
  })

  it('grants no other page anything, and sets no cookie', async () => {
    for (const answer of [await knock(host.address, 'GET', '/'), await knock(host.address, 'POST', `${LOOPBACK.call}settings.get`, ownHeaders(host.address), '{}'), await knock(host.address, 'OPTIONS', '/')]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-') || name === 'set-cookie')).toEqual([])
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it.each(['/../package.json', '/..%2f..%2fpackage.json', '/assets/../../main/index.js', '//etc/passwd', '/%00', '/index.html/', '/INDEX.HTML'])('serves no %s', async (path) => {
    expect((await knock(host.address, 'GET', path)).status).toBe(404)
  })

  it('does not hold the token in the page it serves', async () => {
    expect((await knock(host.address, 'GET', '/')).body).not.toContain(tokenOf(host.address))
  })

  it.each([['no JSON', '{'], ['an unknown tag', '{"$":"function"}'], ['nothing', '']])('answers %s with 400', async (_name, body) => {
    expect((await knock(host.address, 'POST', `${LOOPBACK.call}settings.get`, ownHeaders(host.address), body)).status).toBe(400)
  })

  it.each(['__proto__', 'toString', 'constructor', 'host.info/../settings.get', '%00', ''])('knows no method %j', async (method) => {
    const answer = await knock(host.address, 'POST', `${LOOPBACK.call}${method}`, ownHeaders(host.address), '{}')
    expect([answer.status, parse(answer.body)]).toEqual([200, expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'INVALID_INPUT' }) })])
  })

  it('stops reading a body beyond its limit and says so', async () => {
    const answer = await tooMuch(host.address)
    expect(parse(answer)).toMatchObject({ ok: false, error: { code: 'TOO_BIG' } })
  })

  it('is bound to the loopback address alone', async () => {
    const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address)
    const reached = await Promise.all(outside.map((address) => new Promise<boolean>((resolve) => {
      const socket = connect({ host: address, port: Number(new URL(host.address).port), timeout: 1000 })
      const end = (open: boolean) => () => {
        socket.destroy()
        resolve(open)
      }
      socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false))
    })))
    expect(reached.filter(Boolean)).toEqual([])
    expect(new URL(host.address).hostname).toBe('127.0.0.1')
  })

  it('tells every page what happens', async () => {
    const [one, two] = [await listen(host.address), await listen(host.address)]
    await knock(host.address, 'POST', `${LOOPBACK.call}settings.set`, ownHeaders(host.address), stringify({ theme: 'dark' }))
    // The library may say meanwhile that it is at rest.
    const heard = (): string[][] => [one, two].map(({ seen }) => seen.map(([name]) => name).filter((name) => name === 'settings.changed'))
    await expect.poll(heard).toEqual([['settings.changed'], ['settings.changed']])
    one.stop()
    two.stop()
  })

  it('survives a page that goes away while it listens', async () => {
    const { stop } = await listen(host.address)
    stop()
    expect(await ask(ownHeaders(host.address))).toBe(200)
  })

  it('has another token at each launch', async () => {
    const own = tokenOf(host.address)
    await host.stop()
    host = await startBrowserHost(env)
    expect(tokenOf(host.address)).toMatch(/^[\w-]{43}$/)
    expect(tokenOf(host.address)).not.toBe(own)
  })
})

onBrowserHost('the terminal', () => {
  it('is told the address in Chinese and English, and nothing writes the token anywhere else', async () => {
    const host = await startBrowserHost(env)
    const said = host.output()
    expect(said).toContain('善治案例库已在本机打开')
    expect(said).toContain('Shanzhi Casebook is open on this computer')
    await knock(host.address, 'POST', `${LOOPBACK.call}settings.get`, ownHeaders(host.address), '{')
    await host.stop()
    expect(host.output().split(tokenOf(host.address))).toHaveLength(2)
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(tokenOf(host.address)))).toEqual([])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s, with the library closed', async (signal) => {
    const host = await startBrowserHost(env)
    await knock(host.address, 'POST', `${LOOPBACK.call}library.state`, ownHeaders(host.address), '{}')
    expect(await host.stop(signal)).toBe(0)
    expect(readdirSync(join(home, 'library')).filter((name) => /lock$|-wal$/.test(name))).toEqual([])
  })

  it('says what to do when another one has the library open', async () => {
    const first = await startBrowserHost(env)
    await knock(first.address, 'POST', `${LOOPBACK.call}library.state`, ownHeaders(first.address), '{}') // it answers once the library is open
    const second = await startBrowserHost(env)
    await expect.poll(second.output).toMatch(/资料库“.*library”正被另一个程序使用（本机，进程 \d+.*请先关闭它，或打开另一个资料库/s)
    expect(second.output()).toMatch(/is in use by another process/)
    await second.stop()
    await first.stop()
  })

  it('says so when a port cannot be used', async () => {
    const host = await startBrowserHost(env)
    const { port } = new URL(host.address)
    await expect(startBrowserHost(env, ['--port', port])).rejects.toThrow(`left with 64\n端口 ${port} 已被占用`)
    await expect(startBrowserHost(env, ['--port', '八千'])).rejects.toThrow('left with 64\n端口应是 0 到 65535 之间的整数：八千')
    await host.stop()
  })

  it('opens the library that is named, from where the person stands', async () => {
    const host = await startBrowserHost({ ...env, INIT_CWD: home }, ['--library', '另一个'])
    const answer = await knock(host.address, 'POST', `${LOOPBACK.call}library.state`, ownHeaders(host.address), '{}')
    expect(parse(answer.body)).toMatchObject({ value: { state: 'open', folder: join(home, '另一个') } })
    await host.stop()
  })
})

onBrowserHost('a browser', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launch(kind, { home })
  })
  afterAll(() => app.close())

  it('keeps the token out of the address bar, the cookies and the history', async () => {
    await expect.poll(() => app.page.url()).toBe(`${new URL(app.address ?? '').origin}/`)
    expect(await app.page.context().cookies()).toEqual([])
  })

  it('loads everything from the one origin', async () => {
    const asked: string[] = []
    app.page.on('request', (sent) => { asked.push(sent.url()) })
    await app.page.reload()
    await app.page.waitForLoadState('load')
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.filter((url) => !url.startsWith(`${new URL(app.address ?? '').origin}/`) && !url.startsWith('data:'))).toEqual([])
  })
})

/** Sends more than the host takes, without holding it all here. */
function tooMuch(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: new URL(address).port, method: 'POST', path: `${LOOPBACK.call}import.paste`, headers: ownHeaders(address) }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => { text += chunk })
      response.on('end', () => { resolve(text) })
    })
    sent.on('error', reject)
    const block = Buffer.alloc(1024 * 1024, 'a')
    let left = 97
    const more = (): void => {
      while (left > 0) {
        left -= 1
        if (!sent.write(block)) {
          sent.once('drain', more)
          return
        }
      }
      sent.end()
    }
    more()
  })
}
