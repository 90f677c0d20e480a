import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../scripts/testing/browser.ts'
import { root } from '../shared.ts'
import type { Prepared, Running } from './launch.ts'
import { callOver } from './loopback.ts'

/** The browser host as a person starts it, and a browser at the address it prints. */
export async function launchBrowserHost({ home, userData, library, env, viewport, cleanUp }: Prepared): Promise<Running> {
  const host = await startBrowserHost(env)
  // In a locale without UTF-8 Chromium never finishes reading a folder with Chinese names that is chosen in the page.
  const browser = await startBrowser({ executablePath: findBrowser() ?? '', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], env: { ...process.env, LC_ALL: 'C.UTF-8' } }, host)
  const context = await browser.newContext({ viewport, locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(host.address)
  return {
    kind: 'browser host',
    page,
    call: callOver(host.address),
    address: host.address,
    evaluate: () => Promise.reject(new Error('the browser host has no Electron main process')),
    home,
    userData,
    library,
    output: host.output,
    close: async () => {
      await browser.close()
      await host.stop()
      cleanUp()
    },
  }
}

/** One that cannot start must not leave the host running. */
async function startBrowser(options: Parameters<typeof chromium.launch>[0], host: StartedHost): Promise<Browser> {
  try {
    return await chromium.launch(options)
  } catch (error) {
    await host.stop()
    throw error
  }
}

export interface StartedHost {
  readonly address: string
  readonly output: () => string
  /** Ends it as Ctrl+C does; answers the exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

const running = new Set<ChildProcess>()
/** Ends what a failed test left running; for afterAll. */
export const endBrowserHosts = (): void => { for (const child of running) child.kill('SIGKILL') }

/** `node out/main/browser-host.js --no-open`; rejects with its output when it leaves without an address. */
export const startBrowserHost = (env: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<StartedHost> =>
  started(spawn(process.execPath, ['out/main/browser-host.js', '--no-open', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] }))

/** The same by `npm start`, in a group of processes of its own, so that all of it hears the signal. Not for Windows. */
export function startByNpm(env: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<StartedHost> {
  const child = spawn('npm', ['start', '--', '--browser', '--no-open', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  return started(child, (signal) => process.kill(-(child.pid ?? 0), signal))
}

async function started(child: ChildProcessByStdio<null, Readable, Readable>, end: (signal: NodeJS.Signals) => void = (signal) => child.kill(signal)): Promise<StartedHost> {
  // A test that fails half-way must not leave a host behind.
  running.add(child)
  child.once('exit', () => running.delete(child))
  let output = ''
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer): void => {
      output += data.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]+/.exec(output)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void exited.then((code) => { reject(new Error(`the browser host left with ${String(code)}\n${output}`)) })
  })
  return {
    address,
    output: () => output,
    stop: async (signal = 'SIGINT') => {
      end(signal)
      const late = setTimeout(() => { end('SIGKILL') }, 10_000)
      const code = await exited
      clearTimeout(late)
      return code
    },
  }
}
