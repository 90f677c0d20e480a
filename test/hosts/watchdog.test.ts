import { fork } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../shared.ts'

const run = (mode: string): Promise<{ readonly heard: readonly unknown[]; readonly signal: NodeJS.Signals | null; readonly code: number | null }> =>
  new Promise((resolve) => {
    const child = fork(join(root, 'test/hosts/grows.ts'), [mode], { execArgv: [], stdio: 'ignore' })
    const heard: unknown[] = []
    child.on('message', (message) => {
      heard.push(message)
      if (mode === 'rest') child.disconnect()
    })
    child.on('exit', (code, signal) => resolve({ heard, code, signal }))
  })

it('a helper that takes too much memory is ended, though it never looks up', async () => {
  const { heard, signal, code } = await run('grow')
  expect(heard).toEqual(['up'])
  // Windows knows no signals: the process ends with a code.
  expect(signal === 'SIGKILL' || code === 1).toBe(true)
}, 30_000)

it('one that does not is left alone, and ends when it has nothing to do', async () => {
  expect(await run('rest')).toEqual({ heard: ['up'], signal: null, code: 0 })
}, 30_000)
