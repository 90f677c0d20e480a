/** A project in a temporary folder with our real scripts, and with tools that only note that they were called. */
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../shared.ts'

const LOCK = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-another-system': { version: '1.0.0', optional: true } } }
const RECORD = { packages: { 'node_modules/a': { version: '1.0.0' } } }

/** Stands for npm: notes the call, takes a moment, writes npm's record of the tree. */
const NPM = `
  const fs = require('node:fs')
  fs.appendFileSync('calls', 'npm ' + process.argv[2] + '\\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  console.log('npm chatters')
  fs.writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(JSON.stringify(RECORD))})
`
/** Stands for electron-vite: notes the call and "builds" hosts that print what they were given. */
const BUILDER = `
  import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
  appendFileSync('calls', 'build\\n')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  console.log('the builder chatters')
  mkdirSync('out/main', { recursive: true })
  writeFileSync('out/main/browser-host.js', "console.log('browser host', process.argv.slice(2).join(' '))")
  writeFileSync('out/main/cli.js', "console.log(JSON.stringify({ args: process.argv.slice(2), from: process.env.INIT_CWD })); process.exitCode = 64")
`

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly errors: string
}

export interface Project {
  readonly at: (...parts: string[]) => string
  readonly write: (path: string, content: string) => void
  /** What was called since the last look. */
  readonly calls: () => string[]
  readonly run: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Ran>
  readonly remove: () => void
}

export function makeProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-scripts-'))
  const at = (...parts: string[]): string => join(folder, ...parts)
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), content)
  }
  for (const name of ['start.mjs', 'cli.mjs', 'setup']) cpSync(join(root, 'scripts', name), at('scripts', name), { recursive: true })
  write('package.json', JSON.stringify({ type: 'module' }))
  write('package-lock.json', JSON.stringify(LOCK))
  write('node_modules/.package-lock.json', JSON.stringify(RECORD))
  write('electron/main/index.ts', 'first')
  write('tools/npm.cjs', NPM)
  write('node_modules/electron-vite/bin/electron-vite.js', BUILDER)
  write('node_modules/electron-vite/package.json', JSON.stringify({ type: 'module' }))
  cpSync(join(root, 'node_modules/electron'), at('node_modules/electron'), { recursive: true, filter: (source) => !/[\\/]electron[\\/](dist|path\.txt)/.test(source) })
  for (const name of ['@electron', '@electron-internal']) symlinkSync(join(root, 'node_modules', name), at('node_modules', name), 'junction')

  return {
    at,
    write,
    calls: () => {
      const noted = existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : []
      rmSync(at('calls'), { force: true })
      return noted
    },
    run: (args, env = {}) =>
      new Promise((resolve) => {
        const { ELECTRON_MIRROR: _mirror, ELECTRON_OVERRIDE_DIST_PATH: _dist, INIT_CWD: _cwd, ...inherited } = process.env
        const child = spawn(process.execPath, args, { cwd: folder, env: { ...inherited, npm_execpath: at('tools/npm.cjs'), electron_config_cache: at('cache'), ELECTRON_MIRROR: 'http://127.0.0.1:9/', ...env } })
        let out = ''
        let errors = ''
        child.stdout.on('data', (data: Buffer) => { out += data.toString() })
        child.stderr.on('data', (data: Buffer) => { errors += data.toString() })
        child.on('close', (code) => { resolve({ code, out, errors }) })
      }),
    remove: () => { rmSync(folder, { recursive: true, force: true }) },
  }
}

/** An executable that stands for Electron and prints its arguments. */
export function fakeElectron(project: Project, body = 'echo "electron $@"'): string {
  project.write('dist/electron', `#!/bin/sh\n${body}\n`)
  chmodSync(project.at('dist/electron'), 0o755)
  return project.at('dist')
}
