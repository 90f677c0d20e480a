/**
 * What every command does first: dependencies, a new enough Node, a current build.
 * Runs before anything is installed, so this folder uses only Node's own modules, and nothing newer than Node 16.
 */
import { build, built } from './build.mjs'
import { install, installed } from './install.mjs'
import { alone } from './lock.mjs'
import { findNode } from './node.mjs'

/**
 * Returns the Node to run the app with. Costs a few milliseconds when nothing has changed.
 *
 * @param {{ readonly build?: boolean, readonly node?: readonly [number, number] }} [options]
 */
export async function prepare(options = {}) {
  const wantsBuild = options.build !== false
  if (!installed() || (wantsBuild && !built())) {
    await alone(() => {
      if (!installed()) install()
      if (wantsBuild && !built()) build(findNode())
    })
  }
  return findNode(options.node)
}

export { at, root } from './paths.mjs'
export { run, say, Stop } from './say.mjs'
