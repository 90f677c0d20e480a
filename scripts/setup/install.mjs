import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { at, root } from './paths.mjs'
import { say, Stop } from './say.mjs'

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm writes its own record of the installed tree last,
 * so an interrupted install has none, and an `npm install` by hand counts too. Optional packages may be absent:
 * most of them belong to other systems.
 */
export function installed() {
  const record = at('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  try {
    const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
    const present = JSON.parse(readFileSync(record, 'utf8')).packages
    return Object.keys(wanted).every((path) => {
      if (path === '') return true
      const here = present[path]
      return here === undefined ? wanted[path].optional === true : here.version === wanted[path].version
    })
  } catch {
    return false
  }
}

/** Installs exactly what the lock names. npm itself empties `node_modules` first, so a broken tree is no obstacle. */
export function install() {
  say('安装依赖（首次约半分钟） / installing dependencies (about half a minute the first time) …')
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const viaNode = npm !== undefined && /\.c?js$/.test(npm)
  const result = viaNode
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (result.status !== 0) {
    throw new Stop(
      '依赖安装没有完成。请检查网络；单位网络可先设置镜像（npm config set registry …），关闭正在运行的本程序后重试。\n' +
        'Installing the dependencies failed. Check the network or your npm registry setting, close the running app, and try again.',
    )
  }
}
