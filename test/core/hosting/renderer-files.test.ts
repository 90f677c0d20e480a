import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy, rendererFiles, type Served } from '../../../electron/core/hosting/renderer-files.ts'

let folder = ''
let serve: (pathname: string) => Served
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-page-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<meta name="casebook-host" content="__CASEBOOK_HOST__"><meta name="casebook-nonce" content="__CASEBOOK_NONCE__">')
  writeFileSync(join(folder, 'assets', 'a.js'), '"__CASEBOOK_HOST__"')
  writeFileSync(join(folder, 'assets', 'a.js.map'), '{}')
  writeFileSync(join(folder, '.env'), 'secret')
  serve = rendererFiles(folder, 'browser')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const text = ({ body }: Served): string => new TextDecoder().decode(body)

describe('the built page', () => {
  it('is stamped with the host and the nonce of its own policy', () => {
    const served = serve('/')
    const nonce = /'nonce-([^']+)'/.exec(served.headers['content-security-policy'] ?? '')?.[1] ?? ''
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    expect(text(served)).toBe(`<meta name="casebook-host" content="browser"><meta name="casebook-nonce" content="${nonce}">`)
    expect(served.headers['content-security-policy']).toBe(contentSecurityPolicy(nonce))
  })

  it('serves other files as they are', () => {
    expect([serve('/assets/a.js').status, text(serve('/assets/a.js')), serve('/assets/a.js').headers['content-type']]).toEqual([200, '"__CASEBOOK_HOST__"', 'text/javascript; charset=utf-8'])
  })

  it.each(['', '/assets', '/assets/', '/assets/../index.html', '/../etc/passwd', '/.env', '/assets/a.js.map', '/index.html?x', '/__proto__', 'index.html'])('does not know %j', (pathname) => {
    const served = serve(pathname)
    expect([served.status, text(served)]).toEqual([404, 'not found'])
    expect(served.headers['content-security-policy']).toMatch(/^default-src 'none'/)
  })

  it('knows the files that were there when it began, and no later ones', () => {
    writeFileSync(join(folder, 'later.js'), '1')
    expect(serve('/later.js').status).toBe(404)
  })
})

describe('the policy', () => {
  it('is this and nothing weaker', () => {
    expect(contentSecurityPolicy('NONCE').split('; ')).toEqual([
      "default-src 'none'", "script-src 'self'", "style-src 'self' 'nonce-NONCE'", "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'",
      "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "frame-src 'none'", "object-src 'none'", "require-trusted-types-for 'script'", 'trusted-types default',
    ])
  })
})
