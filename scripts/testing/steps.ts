/** Running one step: a tool that passes or fails as a whole, or one of vitest's projects. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Outcome } from './tally.ts'

const root = resolve(import.meta.dirname, '../..')
const MINUTE = 60_000

/** Runs Node on a file of the project; ends it when it takes longer than any sound run would. */
function node(args: readonly string[], limit: number, env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    const timer = setTimeout(() => {
      console.log(`ended after ${limit / MINUTE} minutes`)
      child.kill('SIGKILL')
    }, limit)
    child.on('close', (code) => {
      clearTimeout(timer)
      done(code ?? 1)
    })
  })
}

/** A tool that counts as one test. */
export async function check(name: string, args: readonly string[]): Promise<Outcome[]> {
  const code = await node(args, 3 * MINUTE)
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
  return [{ file: '', name, state: code === 0 ? 'passed' : 'failed', note: '' }]
}

/** One project of test/vitest.config.ts. No result, no test, or a bad exit without a failed test is a failure too. */
export async function project(name: 'unit' | 'e2e' | 'packaging', limit: number, env: NodeJS.ProcessEnv = {}, more: readonly string[] = []): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-test-'))
  const file = join(folder, 'results.json')
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '-c', join(root, 'test/vitest.config.ts'), '--project', name, '--reporter=default', `--reporter=${join(import.meta.dirname, 'reporter.ts')}`, ...more]
  // A hundred and more processes load the same modules: what the first has compiled the others take.
  const compiled = name === 'unit' ? { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') } : {}
  const code = await node(args, limit * MINUTE, { ...env, ...compiled, CASEBOOK_TEST_RESULTS: file })
  const results: Outcome[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  rmSync(folder, { recursive: true, force: true })
  const failed = (why: string): Outcome[] => [...results, { file: '', name: `${name}: ${why}`, state: 'failed', note: '' }]
  if (results.length === 0) return failed('no test ran')
  return code !== 0 && !results.some((outcome) => outcome.state === 'failed') ? failed(`vitest ended with code ${code}`) : results
}
