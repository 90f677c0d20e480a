/** `npm test`: installs, builds, then runs scripts/testing, which needs a Node that runs TypeScript. Ends with one line of counts. */
import { become } from './setup/child.mjs'
import { at, prepare, root, run } from './setup/index.mjs'

run(async () => {
  let node
  try {
    const steps = process.argv.slice(2).filter((arg) => !arg.startsWith('-'))
    const build = steps.length === 0 || steps.some((step) => step === 'e2e' || step === 'packaging')
    node = await prepare({ build, node: [22, 18] })
  } catch (error) {
    process.once('exit', () => console.log('0 passed, 1 failed, 0 skipped'))
    throw error
  }
  const end = await become(node, [at('scripts', 'testing', 'index.ts'), ...process.argv.slice(2)], { cwd: root })
  process.exitCode = end.code
})
