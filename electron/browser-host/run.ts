import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal, sentence } from '../contract/errors.ts'
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
  const host = await serveBrowserHost({ entries, library, port: portOf(values.port) })

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

/** 0 lets the system choose. Throws USAGE for what is no port. */
export function portOf(given: unknown): number {
  if (given === undefined) return 0
  const port = typeof given === 'string' && /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  if (Number.isNaN(port) || port > 65_535) throw new Refusal('USAGE', { reason: `端口应是 0 到 65535 之间的整数：${String(given)}` })
  return port
}

/** The token stands in this address: it is written to the terminal that started the program and nowhere else. */
export const greeting = (address: string): string => `
  善治案例库已在本机打开，请用浏览器访问（仅限这台电脑，地址中的口令请勿外传）：
  Shanzhi Casebook is open on this computer; visit (this computer only, keep the address to yourself):

  ${address}

  按 Ctrl+C 结束 / press Ctrl+C to stop.

`
