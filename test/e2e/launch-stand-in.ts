import { fork } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { root } from '../shared.ts'
import type { Prepared, Running } from './launch.ts'
import { callThroughPreload } from './preload-call.ts'

interface Message {
  readonly endpoint?: string
  readonly id?: number
  readonly value?: unknown
  readonly error?: string
}

/** The stand-in runs the built main process in Node; Playwright joins the Chromium it drives. */
export async function launchStandIn(prepared: Prepared): Promise<Running> {
  const { program, home, userData, library, env, cleanUp } = prepared
  const child = fork(join(root, 'test/standin/launcher.ts'), [program, `--user-data-dir=${userData}`], { cwd: program, env, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => { output += data.toString() })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const waiting = new Map<number, (message: Message) => void>()
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: Message) => {
      if (message.endpoint !== undefined) resolve(message.endpoint)
      else if (message.id !== undefined) {
        waiting.get(message.id)?.(message)
        waiting.delete(message.id)
      }
    })
    void exited.then((code) => {
      reject(new Error(`the app left with ${String(code)} before its window opened\n${output}`))
      for (const answer of waiting.values()) answer({ error: 'the app has gone' })
    })
  })

  let ids = 0
  const evaluate: Running['evaluate'] = (work, argument) =>
    new Promise((resolve, reject) => {
      const id = ++ids
      waiting.set(id, ({ value, error }) => {
        if (error === undefined) resolve(value as never)
        else reject(new Error(error))
      })
      child.send({ evaluate: String(work), argument, id })
    })

  const opened = await evaluate(async ({ BrowserWindow }) => {
    const url = (): string => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? ''
    for (let tries = 0; tries < 1000 && url() === ''; tries++) await new Promise((resolve) => setTimeout(resolve, 20))
    return url()
  })
  if (opened === '') {
    child.kill()
    await exited
    throw new Error(`the app opened no window\n${output}`)
  }
  const browser = await chromium.connectOverCDP(endpoint)
  const page = await windowOf(browser)
  await page.waitForLoadState('domcontentloaded')
  return {
    kind: 'stand-in',
    page,
    call: callThroughPreload(page),
    address: null,
    evaluate,
    home,
    userData,
    library,
    output: () => output,
    close: async () => {
      if (child.connected) child.send({ evaluate: '({ app }) => { app.quit() }', id: -1 })
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await exited
      clearTimeout(late)
      await browser.close().catch(() => undefined)
      cleanUp()
    },
  }
}

async function windowOf(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 250; tries++) {
    const page = browser.contexts().flatMap((context) => context.pages()).find((candidate) => !candidate.url().startsWith('about:'))
    if (page) return page
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the app opened no window')
}
