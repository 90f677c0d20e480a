import { spawn } from 'node:child_process'
import { z } from 'zod'
import { EXIT } from '../../contract/cli.ts'
import type { Command } from '../command.ts'

/** The browser host says its address itself; this process lends it the terminal and waits. */
export const serve: Command = {
  typed: 'serve [--no-open] [--port 端口]',
  does: '在本机浏览器里打开同一个程序',
  options: ['no-open', 'port'],
  least: 0,
  most: 0,
  output: z.strictObject({}),
  run: async ({ line: { values }, parts, path }) => {
    const given = [...(values['no-open'] === true ? ['--no-open'] : []), ...(values.port === undefined ? [] : ['--port', values.port]), ...(values.library === undefined ? [] : ['--library', path(values.library)])]
    const child = spawn(process.execPath, [parts.browserHost, ...given], { stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
    const code = await new Promise<number | null>((resolve) => {
      child.once('exit', resolve)
      child.once('error', () => resolve(1))
    })
    return { value: {}, exit: code === 0 ? EXIT.done : EXIT.failed, text: '' }
  },
}
