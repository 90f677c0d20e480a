/**
 * `npm start`: the app in Electron, or in this computer's browser where Electron's runtime can't be had.
 *
 *   npm start -- [--browser | --electron] [--no-open] [--library DIR]
 */
import { resolve } from 'node:path'
import { become } from './setup/child.mjs'
import { electronObstacle, electronPath, fetchElectron, rememberedFailure } from './setup/electron.mjs'
import { at, prepare, root, run, say, Stop } from './setup/index.mjs'

const RETRY = 'npm start -- --electron'
const MIRROR = 'ELECTRON_MIRROR=https://npmmirror.com/mirrors/electron/'

/** @typedef {import('./setup/electron.mjs').Reason} Reason */

/** @param {Reason} why */
function tellFallback(why) {
  process.stderr.write(
    `\n  Electron 不可用（${why.zh}），改在本机浏览器中打开：功能相同，数据相同，不经过网络。\n` +
      `  再试一次：${RETRY}    国内镜像：${MIRROR} ${RETRY}\n\n` +
      `  Electron is not available (${why.en}), so the app opens in this computer's browser: same features, same data, no network.\n` +
      `  Try again: ${RETRY}    with a mirror: ${MIRROR} ${RETRY}\n\n`,
  )
}

/**
 * Electron's executable, or the reason why it can't be used.
 *
 * @param {string} node
 * @param {boolean} forced
 * @returns {Promise<{ readonly file: string } | { readonly why: Reason }>}
 */
async function electron(node, forced) {
  if (electronPath() === null) {
    const known = forced ? null : rememberedFailure()
    const why = known ?? (await fetchElectron(node))
    if (why !== null) return { why }
  }
  const file = electronPath()
  if (file === null) return { why: { zh: '找不到可执行文件', en: 'its executable is missing' } }
  const obstacle = electronObstacle()
  return obstacle === null ? { file } : { why: obstacle }
}

/**
 * The library a person named. Electron takes many switches of its own, so there it goes through the environment.
 *
 * @param {readonly string[]} args
 * @param {string} from
 */
function library(args, from) {
  const at = args.indexOf('--library')
  const folder = at === -1 ? undefined : args[at + 1]
  return folder === undefined ? {} : { CASEBOOK_LIBRARY: resolve(from, folder) }
}

run(async () => {
  const args = process.argv.slice(2)
  const own = new Set(['--browser', '--electron'])
  const forced = args.find((arg) => own.has(arg))
  if (args.includes('--browser') && args.includes('--electron')) throw new Stop('--browser 与 --electron 只能选一个。\nChoose one of --browser and --electron.')
  const pass = args.filter((arg) => !own.has(arg))
  // Paths a person gives are relative to where they stand; npm starts us in the project's folder.
  const from = process.env.INIT_CWD ?? process.cwd()
  const env = { ...process.env, INIT_CWD: from }

  const node = await prepare()
  if (forced !== '--browser') {
    const found = await electron(node, forced === '--electron')
    if ('why' in found) {
      if (forced === '--electron') throw new Stop(`Electron 不可用：${found.why.zh}。\nElectron is not available: ${found.why.en}.`)
      tellFallback(found.why)
    } else if (forced !== '--electron' && args.includes('--no-open')) {
      say('--no-open：由浏览器版提供地址 / the browser host serves the address')
    } else {
      const started = Date.now()
      const end = await become(found.file, [root], { cwd: root, env: { ...env, ...library(args, from) } })
      const failedAtOnce = end.code !== 0 && !end.asked && Date.now() - started < 5000
      if (forced === '--electron' || !failedAtOnce) {
        process.exitCode = end.code
        return
      }
      tellFallback({ zh: `启动即退出，代码 ${end.code}`, en: `it ended at once with code ${end.code}` })
    }
  }
  const end = await become(node, [at('out', 'main', 'browser-host.js'), ...pass], { cwd: root, env })
  process.exitCode = end.code
})
