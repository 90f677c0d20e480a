/** A process under a watchdog that takes memory outside the heap and never gives the thread back. */
import { watchMemory } from '../../electron/workers/watchdog.ts'

const MB = 1024 * 1024
watchMemory(new URL('../../electron/workers/watchdog.ts', import.meta.url), 300 * MB)
const [mode] = process.argv.slice(2)
process.send?.('up')
if (mode === 'grow') {
  const held: Buffer[] = []
  for (let n = 0; n < 2000; n++) {
    held.push(Buffer.alloc(8 * MB, n))
    const until = performance.now() + 5
    while (performance.now() < until) held.at(-1)?.fill(n)
  }
  process.send?.('survived')
}
