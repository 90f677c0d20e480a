import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Session as CdpSession } from './cdp.ts'

export const WORLD = 'Electron Isolated Context'
export const BINDING = '__standin_ipc'

/** The text of a script beside this file, as an expression that gives what it exports. */
const injected = (name: string, exported: string): string => `(() => { ${readFileSync(join(import.meta.dirname, name), 'utf8').replaceAll('export function', 'function')}; return ${exported} })()`

/** Puts the preload into a Blink isolated world of its own, and the bridge into the page's world, for every document to come. */
export async function injectPreload(cdp: CdpSession, preload: string | undefined): Promise<void> {
  await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `${injected('page-world.js', 'pageWorld')}()` })
  if (preload === undefined) return
  if (!existsSync(preload)) throw new Error(`Unable to load preload script: ${preload}`)
  const config = { preloadPath: preload, process: { platform: process.platform, arch: process.arch, versions: { ...process.versions }, env: {}, argv: [process.execPath] } }
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName: WORLD,
    source: `${injected('preload-world.js', 'preloadWorld')}(${JSON.stringify(config)}, ${injected('codec.js', '{ encodeClone, decodeClone }')}, function (require, module, exports, process) {${readFileSync(preload, 'utf8')}\n})\n//# sourceURL=${pathToFileURL(preload).href}`,
  })
}
