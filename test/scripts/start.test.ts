import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeElectron, makeProject, type Project } from './project.ts'

let project: Project
let mirrors: Server[] = []
beforeEach(() => { project = makeProject() })
afterEach(() => {
  for (const server of mirrors) {
    server.closeAllConnections()
    server.close()
  }
  mirrors = []
  project.remove()
})

/** A mirror on this computer; answers its address. */
async function mirror(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  mirrors.push(server)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const start = (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): ReturnType<Project['run']> => project.run(['scripts/start.mjs', ...args], env)

describe('npm start without a runtime of Electron', () => {
  it('opens the browser host, says so in both languages and how to try again', async () => {
    const { code, out, errors } = await start(['--no-open', '--library', '资料 库'])
    expect({ code, out }).toEqual({ code: 0, out: 'browser host --no-open --library 资料 库\n' })
    expect(errors).toContain('Electron 不可用（连接不上下载地址），改在本机浏览器中打开')
    expect(errors).toContain("Electron is not available (the download address cannot be reached), so the app opens in this computer's browser")
    expect(errors).toContain('npm start -- --electron')
    expect(errors).toContain('ELECTRON_MIRROR=')
  })

  it('tries only once, unless asked again or given another mirror', async () => {
    let asked = 0
    const url = await mirror((_request, response) => {
      asked += 1
      response.writeHead(404).end()
    })
    const counts: number[] = []
    for (const [args, env] of [[[], { ELECTRON_MIRROR: url }], [[], { ELECTRON_MIRROR: url }], [['--electron'], { ELECTRON_MIRROR: url }], [[], { ELECTRON_MIRROR: `${url}other/` }]] as const) {
      await start(args, env)
      counts.push(asked)
    }
    expect(counts).toEqual([1, 1, 2, 3])
  })

  it('gives up a mirror that sends nothing', async () => {
    const url = await mirror(() => {})
    const { code, out, errors } = await start([], { ELECTRON_MIRROR: url, CASEBOOK_ELECTRON_TIMEOUT: '1' })
    expect({ code, out }).toEqual({ code: 0, out: 'browser host \n' })
    expect(errors).toContain('1 秒内没有收到数据')
  })

  it('waits for a mirror that is slow', async () => {
    const url = await mirror((_request, response) => {
      let pieces = 0
      const timer = setInterval(() => {
        response.write('x'.repeat(1000))
        if (++pieces === 5) {
          clearInterval(timer)
          response.end()
        }
      }, 400)
    })
    const { errors } = await start([], { ELECTRON_MIRROR: url, CASEBOOK_ELECTRON_TIMEOUT: '1' })
    expect(errors).toContain('不符')
    expect(errors).not.toContain('没有收到数据')
  })

  it('refuses a file that is not the one Electron published', async () => {
    const url = await mirror((_request, response) => { response.end('not Electron') })
    const { code, errors } = await start(['--electron'], { ELECTRON_MIRROR: url })
    expect(code).toBe(1)
    expect(errors).toContain('与校验和不符')
    expect(existsSync(project.at('node_modules/electron/dist'))).toBe(false)
  })

  it('takes the file that has the right checksum', async () => {
    const zip = emptyZip()
    const checksums = project.at('node_modules/electron/checksums.json')
    const known: Record<string, string> = JSON.parse(readFileSync(checksums, 'utf8'))
    writeFileSync(checksums, JSON.stringify(Object.fromEntries(Object.keys(known).map((name) => [name, createHash('sha256').update(zip).digest('hex')]))))
    const url = await mirror((_request, response) => { response.end(zip) })
    const { errors } = await start(['--electron'], { ELECTRON_MIRROR: url })
    expect(errors).not.toContain('不符')
    expect(existsSync(project.at('node_modules/electron/path.txt'))).toBe(true)
  })

  it('does not ask for it at all with --browser', async () => {
    const { out, errors } = await start(['--browser'])
    expect(out).toBe('browser host \n')
    expect(errors).not.toContain('Electron')
  })

  it('fails with --electron, and takes only one of the two', async () => {
    expect((await start(['--electron'])).code).toBe(1)
    expect((await start(['--electron', '--browser'])).code).toBe(1)
  })
})

describe.skipIf(process.platform === 'win32')('npm start with Electron', () => {
  it('runs it on the project', async () => {
    const { code, out } = await start(['--library', '库'], { INIT_CWD: '/elsewhere', ELECTRON_OVERRIDE_DIST_PATH: fakeElectron(project, 'echo "electron $@, library $CASEBOOK_LIBRARY"') })
    expect({ code, out }).toEqual({ code: 0, out: `electron ${project.at()}, library /elsewhere/库\n` })
  })

  it('prints the address of the browser host with --no-open', async () => {
    const { out } = await start(['--no-open'], { ELECTRON_OVERRIDE_DIST_PATH: fakeElectron(project) })
    expect(out).toBe('browser host --no-open\n')
  })

  it('opens the browser host instead when it ends at once with an error, unless Electron was asked for', async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: fakeElectron(project, 'exit 133') }
    const fallen = await start([], env)
    expect(fallen.out).toBe('browser host \n')
    expect(fallen.errors).toContain('启动即退出，代码 133')
    expect(await start(['--electron'], env)).toMatchObject({ code: 133, out: '' })
  })
})

describe.skipIf(process.platform !== 'linux')('npm start with Electron on Linux', () => {
  it('opens the browser host where there is no desktop, and as root keeps the sandbox rather than Electron', async () => {
    project.write('node_modules/electron/path.txt', 'electron')
    cpSync(join(fakeElectron(project), 'electron'), project.at('node_modules/electron/dist/electron'))
    const blind = await start([], { DISPLAY: '', WAYLAND_DISPLAY: '' })
    expect(blind.out).toBe('browser host \n')
    expect(blind.errors).toContain('没有图形桌面')
    const seeing = await start([], { DISPLAY: ':0' })
    expect(seeing.out).toBe(process.getuid?.() === 0 ? 'browser host \n' : `electron ${project.at()}\n`)
    expect(seeing.errors.includes('不关闭沙箱')).toBe(process.getuid?.() === 0)
  })
})

/** The shortest file that every unzipper takes: an end record and no entry. */
function emptyZip(): Buffer {
  return Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)])
}
