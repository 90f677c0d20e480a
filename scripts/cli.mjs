/** `npm run --silent cli -- COMMAND …`: sets itself up on stderr, then hands over to the built command line. */
import { become } from './setup/child.mjs'
import { at, prepare, root, run } from './setup/index.mjs'

run(async () => {
  const node = await prepare()
  const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() }
  const end = await become(node, [at('out', 'main', 'cli.js'), ...process.argv.slice(2)], { cwd: root, env })
  process.exitCode = end.code
})
