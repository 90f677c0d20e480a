/** A thread that ends its whole process once that holds too much memory: bytes outside the heap are bound by no flag, and what loops can't look at itself. */
import { isMainThread, workerData, Worker } from 'node:worker_threads'

const LOOK_MS = 200

/** Starts watching this process. `entry` is this very file, or the built one. `limit` in resident bytes. */
export function watchMemory(entry: string | URL, limit: number): void {
  const thread = new Worker(entry, { workerData: { limit }, stdout: false, stderr: false })
  // Whoever waits for the process to end must not wait for its watchdog; one that cannot start watches nothing and harms nothing.
  thread.unref()
  thread.on('error', () => undefined)
}

function watch(limit: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL')
  }, LOOK_MS)
}

const told: unknown = workerData
if (!isMainThread && typeof told === 'object' && told !== null && 'limit' in told && typeof told.limit === 'number') watch(told.limit)
