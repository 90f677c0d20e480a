import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../shared.ts'

/** A program that becomes another one, which prints its number and waits. */
const SCRIPT = `
  import { become } from ${JSON.stringify(join(root, 'scripts/setup/child.mjs'))}
  const end = await become(process.execPath, ['-e', 'console.log(process.pid); setInterval(() => {}, 1000)'])
  process.exitCode = end.code
`
const run = (env: NodeJS.ProcessEnv = {}): ChildProcess => spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } })
const firstLine = (child: ChildProcess): Promise<string> => new Promise((resolve) => child.stdout?.once('data', (data: Buffer) => { resolve(data.toString().trim()) }))
const gone = (pid: string): boolean => {
  try {
    process.kill(Number(pid), 0)
    return false
  } catch {
    return true
  }
}

describe('a program run in our place', () => {
  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('gets %s, and its orderly end is no failure', async (signal) => {
    const child = run()
    const pid = await firstLine(child)
    child.kill(signal)
    expect(await new Promise((resolve) => child.once('exit', (code) => { resolve(code) }))).toBe(0)
    expect(gone(pid)).toBe(true)
  })

  it('does not outlive npm, whose shell passes no signal on', async () => {
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" --input-type=module -e "$SCRIPT"; true`], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, SCRIPT, npm_lifecycle_event: 'start' } })
    const pid = await firstLine(shell)
    shell.kill('SIGKILL')
    try {
      await expect.poll(() => gone(pid), { timeout: 5000 }).toBe(true)
    } finally {
      if (!gone(pid)) process.kill(Number(pid), 'SIGKILL')
    }
  })

  it("hands on the other program's exit code", async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT.replace(/'console.log.*?'/, "'process.exit(64)'")])
    expect(await new Promise((resolve) => child.once('exit', (code) => { resolve(code) }))).toBe(64)
  })
})
