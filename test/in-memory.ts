/**
 * The temporary folder of a test run lies in memory where the system offers that: every commit of a library waits for a disk otherwise.
 * Linux only, and only with room for the largest test; elsewhere, and where programs may not be loaded from it, the system's own folder serves.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const NAME = 'casebook-tests-'
const ROOM_BYTES = 4 * 1024 ** 3

/** Called by Vitest before the first worker starts; what it returns is called at the end. */
export default function setup(): (() => void) | undefined {
  if (!offered()) return undefined
  for (const name of readdirSync(MEMORY)) if (name.startsWith(NAME) && !running(Number(name.slice(NAME.length)))) remove(join(MEMORY, name))
  const folder = join(MEMORY, `${NAME}${String(process.pid)}`)
  mkdirSync(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  return () => { remove(folder) }
}

const remove = (folder: string): void => { rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }

function offered(): boolean {
  if (process.platform !== 'linux') return false
  const mount = readFileSync('/proc/mounts', 'utf8').split('\n').map((line) => line.split(' ')).find(([, at]) => at === MEMORY)
  if (mount === undefined || mount[3]?.split(',').some((option) => option === 'noexec' || option === 'ro') !== false) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize >= ROOM_BYTES
}

/** Whether the run that left a folder behind is still going. */
function running(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
