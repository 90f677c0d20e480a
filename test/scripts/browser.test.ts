import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { debianAsRoot, findBrowser, installForTests } from '../../scripts/testing/browser.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'casebook-browser-')) })
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const suffix = process.platform === 'win32' ? '.exe' : ''
function program(path: string, body = ''): string {
  const file = join(folder, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `#!/bin/sh\n${body}\n`)
  chmodSync(file, 0o755)
  return file
}

describe('the browser for the tests', () => {
  it('is the one that CHROME_PATH names', () => {
    const own = program('own/browser')
    program(`bin/chromium${suffix}`)
    expect(findBrowser({ CHROME_PATH: own, PATH: join(folder, 'bin') })).toBe(own)
  })

  it('is found on the path, Chrome before Chromium in each folder', () => {
    const chromium = program(`first/chromium${suffix}`)
    const chrome = program(`second/google-chrome${suffix}`)
    expect(findBrowser({ PATH: [join(folder, 'first'), join(folder, 'second')].join(delimiter) })).toBe(chromium)
    expect(findBrowser({ PATH: join(folder, 'second'), CHROME_PATH: join(folder, 'gone') })).toBe(chrome)
  })
})

describe.skipIf(process.platform === 'win32')('what Debian lacks for the tests', () => {
  const log = (): string[] => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8').trim().split('\n') : [])
  const env = (): NodeJS.ProcessEnv => ({ PATH: join(folder, 'bin'), CHROME_PATH: program('browser') })

  it('is installed: a Chinese font where fontconfig knows none', () => {
    program('bin/apt-get', `echo "$@" >> "${join(folder, 'log')}"`)
    const said: string[] = []
    installForTests((text) => said.push(text), env())
    expect(log()).toEqual(['-qq -o Dpkg::Use-Pty=0 update', '-qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends fontconfig fonts-noto-cjk'])
    expect(said).toEqual(['apt-get install fontconfig fonts-noto-cjk'])
  })

  it('is nothing where browser and font are there', () => {
    program('bin/apt-get', `echo "$@" >> "${join(folder, 'log')}"`)
    program('bin/fc-list', 'echo Noto Sans CJK SC')
    installForTests(() => {}, env())
    expect(log()).toEqual([])
  })

  it('is said when it cannot be installed', () => {
    program('bin/apt-get', 'exit 100')
    const said: string[] = []
    installForTests((text) => said.push(text), env())
    expect(said.at(-1)).toBe('apt-get could not install fontconfig fonts-noto-cjk')
  })

  it('is looked for on Debian and its descendants only', () => {
    const root = process.platform === 'linux' && process.getuid?.() === 0
    expect([debianAsRoot('ID=debian\n'), debianAsRoot('ID=ubuntu\nID_LIKE=debian\n'), debianAsRoot('ID=fedora\n')]).toEqual([root, root, false])
  })
})
