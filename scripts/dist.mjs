/**
 * `npm run dist -- [electron-builder's options]`: installers of this system into `dist/`.
 * Needs the network once: Electron's runtime and the installers' tools are fetched by electron-builder.
 */
import { become } from './setup/child.mjs'
import { at, prepare, root, run } from './setup/index.mjs'

run(async () => {
  const node = await prepare()
  const end = await become(node, [at('node_modules', 'electron-builder', 'cli.js'), '--publish', 'never', ...process.argv.slice(2)], { cwd: root })
  process.exitCode = end.code
})
