import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, root } from './paths.mjs'
import { say } from './say.mjs'

const folder = at('node_modules', 'electron')
/** Lies in `node_modules`, so that a new version of Electron is tried again. */
const failure = at('node_modules', '.electron-failure.json')
const mirror = () => process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || ''

/** Path of Electron's executable, or null where it has not been fetched. */
export function electronPath() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const name = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8') : null
  if (override) {
    const file = join(override, name ?? (process.platform === 'win32' ? 'electron.exe' : 'electron'))
    return existsSync(file) ? file : null
  }
  if (name === null) return null
  const file = join(folder, 'dist', name)
  return existsSync(file) ? file : null
}

/**
 * Why a real Electron would not open a window here, although it is present; null when nothing speaks against it.
 * A stand-in given through ELECTRON_OVERRIDE_DIST_PATH has none of these limits.
 *
 * @returns {Reason | null}
 */
export function electronObstacle() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH || process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return { zh: '没有图形桌面', en: 'there is no graphical desktop' }
  if (process.getuid?.() === 0) return { zh: '以 root 身份运行时 Electron 的沙箱无法工作，本程序不关闭沙箱；请改用普通用户', en: "Electron's sandbox does not work as root and is not switched off; use an ordinary account" }
  return null
}

/** @typedef {{ readonly zh: string, readonly en: string }} Reason why there is no Electron, for a person to read */

/**
 * The failure of an earlier start, as long as the same mirror is asked; null when fetching is worth a try.
 *
 * @returns {Reason | null}
 */
export function rememberedFailure() {
  try {
    const known = JSON.parse(readFileSync(failure, 'utf8'))
    return known.mirror === mirror() ? known.reason : null
  } catch {
    return null
  }
}

/** @param {string} path @returns {number} */
function bytesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  return stat.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesUnder(join(path, name)), 0) : stat.size
}

/**
 * @param {string} errors what install.js wrote on stderr
 * @returns {Reason}
 */
function reasonFrom(errors) {
  if (/checksum/i.test(errors)) return { zh: '下载的文件与校验和不符，已弃用', en: 'the downloaded file does not match its checksum and was discarded' }
  if (/fetch failed/.test(errors)) return { zh: '连接不上下载地址', en: 'the download address cannot be reached' }
  const line = errors.split('\n').find((text) => text.trim() !== '') ?? 'unknown'
  return { zh: line, en: line }
}

/**
 * Fetches Electron's runtime with the package's own installer, which checks it against the checksums in the package.
 * Gives up when nothing has arrived for `quiet` seconds: a fixed limit would punish slow lines and wait too long for dead ones.
 *
 * @param {string} node
 * @param {number} [quiet]
 * @returns {Promise<Reason | null>} the reason of the failure, which is remembered; null when Electron is here
 */
export async function fetchElectron(node, quiet = Number(process.env.CASEBOOK_ELECTRON_TIMEOUT || 25)) {
  say(`获取 Electron 运行时 / fetching the Electron runtime (${mirror() || 'github.com'}) …`)
  const work = mkdtempSync(join(tmpdir(), 'casebook-electron-'))
  const child = spawn(node, [join(folder, 'install.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ELECTRON_GET_NO_PROGRESS: '1', TMPDIR: work, TMP: work, TEMP: work },
  })
  let errors = ''
  child.stderr.on('data', (chunk) => { errors += chunk })

  let seen = -1
  let last = Date.now()
  let shown = Date.now()
  let stalled = false
  const watch = setInterval(() => {
    const bytes = bytesUnder(work) + bytesUnder(join(folder, 'dist'))
    if (bytes !== seen) last = Date.now()
    seen = bytes
    if (Date.now() - shown > 5000 && bytes > 0) {
      shown = Date.now()
      say(`${(bytes / 1e6).toFixed(0)} MB …`)
    }
    if (Date.now() - last > quiet * 1000) {
      stalled = true
      child.kill('SIGKILL')
    }
  }, 500)
  const stop = () => child.kill('SIGKILL')
  process.once('exit', stop)
  await new Promise((resolve) => child.once('close', resolve).once('error', resolve))
  clearInterval(watch)
  process.off('exit', stop)
  rmSync(work, { recursive: true, force: true })

  if (electronPath() !== null) {
    rmSync(failure, { force: true })
    return null
  }
  const reason = stalled ? { zh: `${quiet} 秒内没有收到数据`, en: `nothing arrived for ${quiet} s` } : reasonFrom(errors)
  writeFileSync(failure, JSON.stringify({ mirror: mirror(), reason }))
  return reason
}
