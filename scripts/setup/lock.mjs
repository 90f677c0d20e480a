import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './paths.mjs'
import { say } from './say.mjs'

const folder = at('out', '.setup')

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** The process that holds the lock; null when it left without releasing it, or has not yet written its number. */
function holder() {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8')) || null
  } catch {
    return null
  }
}

/** A folder is made by exactly one process, on every file system: that one sets up, the others wait for it. */
function acquire() {
  mkdirSync(at('out'), { recursive: true })
  try {
    mkdirSync(folder)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(folder, 'pid'), String(process.pid))
  return true
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Runs `work` while no other start of this clone sets up. A lock whose holder is gone is taken over.
 *
 * @param {() => void} work
 */
export async function alone(work) {
  let waits = 0
  for (; !acquire(); waits += 1) {
    const pid = holder()
    const abandoned = pid === null ? waits > 20 : !alive(pid)
    if (abandoned) rmSync(folder, { recursive: true, force: true })
    else if (waits === 5) say('另一个窗口正在准备，稍候 / another start is setting up, waiting …')
    if (!abandoned) await pause(200)
  }
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', release)
  try {
    work()
  } finally {
    release()
    process.off('exit', release)
  }
}
