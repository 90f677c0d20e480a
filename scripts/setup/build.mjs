import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at, root } from './paths.mjs'
import { say, Stop } from './say.mjs'

const INPUTS = ['electron', 'renderer', 'content', 'scripts/electron.vite.config.ts', 'scripts/licences-plugin.ts', 'scripts/compiled-plugin.ts', 'scripts/pack-page-plugin.ts', 'tsconfig.json', 'package.json', 'package-lock.json']
const record = at('out', '.inputs')

/** A digest over name, size and time of everything a build reads: a few milliseconds, unlike reading the files. */
function digest() {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = (path) => {
    const file = at(path)
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat === undefined) return
    if (stat.isDirectory()) for (const name of readdirSync(file).sort()) add(join(path, name))
    else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
  }
  INPUTS.forEach(add)
  return hash.digest('hex')
}

export function built() {
  return existsSync(record) && readFileSync(record, 'utf8') === digest()
}

/** @param {string} node */
export function build(node) {
  say('构建 / building …')
  rmSync(record, { force: true })
  const inputs = digest()
  const args = [at('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '-c', at('scripts', 'electron.vite.config.ts'), '--logLevel', 'error']
  const result = spawnSync(node, args, { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) throw new Stop('构建没有成功，原因见上。\nThe build failed; the reason stands above.')
  mkdirSync(at('out'), { recursive: true })
  writeFileSync(record, inputs)
}
