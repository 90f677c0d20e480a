import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sentence } from '../contract/errors.ts'
import { openBrowser } from './open-browser.ts'
import { serveBrowserHost } from './serve.ts'

export interface RunOptions {
  readonly entries: string
  readonly arguments: readonly string[]
}

/** Serves until told to stop (SIGINT, SIGTERM), and then closes the library before it leaves. */
export async function runBrowserHost({ entries, arguments: given }: RunOptions): Promise<void> {
  const { values } = parseArgs({ args: [...given], options: { 'no-open': { type: 'boolean' }, library: { type: 'string' }, port: { type: 'string' } }, strict: false })
  const library = typeof values.library === 'string' ? resolve(process.env['INIT_CWD'] ?? '.', values.library) : null
  const host = await serveBrowserHost({ entries, library, port: typeof values.port === 'string' ? Number(values.port) : 0 })

  process.stdout.write(greeting(host.address))
  void host.trouble().then((trouble) => {
    if (trouble !== null) console.error(`  ${trouble.message}\n  ${sentence(trouble.code, trouble.details, 'en')}\n`)
  })
  if (values['no-open'] !== true) openBrowser(host.address)

  let leaving = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (leaving) return
      leaving = true
      void host.close().finally(() => process.exit(0))
    })
  }
}

/** The token stands in this address: it is written to the terminal that started the program and nowhere else. */
export const greeting = (address: string): string => `
  善治案例库已在本机打开，请用浏览器访问（仅限这台电脑，地址中的口令请勿外传）：
  Shanzhi Casebook is open on this computer; visit (this computer only, keep the address to yourself):

  ${address}

  按 Ctrl+C 结束 / press Ctrl+C to stop.

`
