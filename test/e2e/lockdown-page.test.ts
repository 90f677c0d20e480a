/** What the page may do, on every host: its headers, its policy, its files. electron/main/README.md says which weakening each test was seen to catch. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launch, onEachHost, type Running } from './launch.ts'

const POLICY = /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/]{22}=='; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default$/

onEachHost('the page', (kind) => {
  let app: Running
  beforeAll(async () => {
    app = await launch(kind)
  })
  afterAll(() => app.close())

  it('comes with exactly these headers', async () => {
    const headers = await app.page.evaluate(async () => Object.fromEntries((await fetch('index.html')).headers))
    expect(headers['content-security-policy']).toMatch(POLICY)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()',
      'cache-control': 'no-store',
    })
    await expect.poll(() => app.page.evaluate(() => crossOriginIsolated)).toBe(true)
  })

  it('shows the whole window under these rules, with no violation and nothing on the console', async () => {
    const complaints: string[] = []
    const heed = (message: { type(): string; text(): string }): void => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()) }
    app.page.on('console', heed)
    app.page.on('pageerror', (error) => complaints.push(error.message))
    await app.page.reload()
    await app.page.getByRole('button').first().waitFor()
    const background = await app.page.evaluate(() => [...document.querySelectorAll('.ant-btn-primary')].map((button) => getComputedStyle(button).backgroundColor)[0])
    app.page.off('console', heed)
    expect(complaints).toEqual([])
    expect(background).toMatch(/^rgb\(/)
    expect(background).not.toBe('rgb(239, 239, 239)')
  })

  it('has a new nonce each time, and the same one in the page as in the header', async () => {
    const [first, second] = await app.page.evaluate(async () => {
      const load = async (): Promise<[string, string]> => {
        const response = await fetch('index.html')
        return [response.headers.get('content-security-policy') ?? '', await response.text()]
      }
      return [await load(), await load()] as const
    })
    const nonces = [first, second].map(([policy]) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
    expect(new Set(nonces).size).toBe(2)
    expect([first, second].map(([, html]) => /name="casebook-nonce" content="([^"]+)"/.exec(html)?.[1])).toEqual(nonces)
  })

  it('takes styles with its nonce and none without', async () => {
    const colours = await app.page.evaluate(() => {
      const add = (nonce: string, rule: string): void => {
        const style = document.createElement('style')
        style.nonce = nonce
        style.textContent = rule
        document.head.append(style)
      }
      const probe = document.createElement('i')
      probe.className = 'probe'
      document.body.append(probe)
      add(document.querySelector('meta[name=casebook-nonce]')?.getAttribute('content') ?? '', '.probe { outline-color: rgb(1, 2, 3) }')
      add('', '.probe { caret-color: rgb(4, 5, 6) }')
      const { outlineColor, caretColor } = getComputedStyle(probe)
      return [outlineColor, caretColor]
    })
    expect(colours[0]).toBe('rgb(1, 2, 3)')
    expect(colours[1]).not.toBe('rgb(4, 5, 6)')
  })

  // Out of the evaluation's own turn, in which DevTools lets code be made from text whatever the policy says.
  it('runs no inline script, evaluates no text, embeds nothing and asks nobody else', async () => {
    const { violated, pwned, threw } = await app.page.evaluate(async () => {
      const seen: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => { seen.push(event.effectiveDirective) })
      const failures: string[] = []
      const attempt = (name: string, work: () => unknown): void => {
        try {
          work()
        } catch {
          failures.push(name)
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 0))
      attempt('eval', () => Reflect.get(window, 'eval')('window.pwned = 1'))
      attempt('function', () => Reflect.construct(Function, ['window.pwned = 2'])())
      attempt('markup', () => { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.pwned=3">') })
      attempt('script', () => {
        const script = document.createElement('script')
        script.textContent = 'window.pwned = 4'
        document.body.append(script)
      })
      attempt('policy', () => {
        const factory: { createPolicy(name: string, rules: object): unknown } = Reflect.get(window, 'trustedTypes')
        factory.createPolicy('mine', { createHTML: (text: string) => text })
      })
      await fetch('https://example.com/').catch(() => undefined)
      await fetch('http://127.0.0.1:9/').catch(() => undefined)
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(frame)
      const image = new Image()
      image.src = 'https://example.com/x.png'
      const object = document.createElement('object')
      attempt('object', () => { object.data = 'https://example.com/x.swf' })
      const base = document.createElement('base')
      base.href = 'https://example.com/'
      document.head.append(base)
      await new Promise((resolve) => setTimeout(resolve, 300))
      for (const element of [frame, base]) element.remove()
      return { violated: [...new Set(seen)].sort(), pwned: Reflect.get(window, 'pwned') as unknown, threw: failures }
    })
    expect(pwned).toBeUndefined()
    expect(threw).toEqual(['eval', 'function', 'markup', 'script', 'policy', 'object'])
    expect(violated).toEqual(expect.arrayContaining(['base-uri', 'connect-src', 'frame-src', 'img-src', 'trusted-types']))
  })

  it('submits no form', async () => {
    const before = app.page.url()
    const directive = await app.page.evaluate(() => new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => { resolve(event.effectiveDirective) }, { once: true })
      const form = document.createElement('form')
      form.action = 'https://example.com/'
      document.body.append(form)
      form.submit()
      form.remove()
      setTimeout(() => { resolve('nothing') }, 2000)
    }))
    expect(directive).toBe('form-action')
    expect(app.page.url()).toBe(before)
  })

  it('finds no file that is not in its list', async () => {
    const statuses = await app.page.evaluate(() => Promise.all(['/../package.json', '/..%2f..%2fpackage.json', '/assets/../../main/index.js', '/%2e%2e/main/index.js', '/licences.json%00', '/nothing', '/toString', '/__proto__'].map(async (path) => (await fetch(path)).status)))
    expect(new Set(statuses)).toEqual(new Set([404]))
  })
})
