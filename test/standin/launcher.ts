// What the `electron` executable does: find the app, become its main process, load its entry.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const standin = pathToFileURL(join(import.meta.dirname, 'electron-module.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main' || specifier === 'electron/common' ? { url: standin, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
})
Object.defineProperties(process.versions, {
  electron: { value: process.env['STANDIN_VERSION'] ?? '45.4.1', enumerable: true },
  chrome: { value: '156.0.0.0', enumerable: true },
})
Object.assign(process, { type: 'browser', resourcesPath: process.env['STANDIN_RESOURCES'] ?? join(import.meta.dirname, 'resources'), defaultApp: true })

const target = resolve(process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '.')
const isFolder = statSync(target).isDirectory()
let root = isFolder ? target : dirname(target)
while (!existsSync(join(root, 'package.json')) && dirname(root) !== root) root = dirname(root)
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly main?: string }
const entry = isFolder ? join(root, manifest.main ?? 'index.js') : target

const { startStandIn, entryLoaded } = await import('./start.ts')
const endpoint = await startStandIn(root, manifest)

/** The same door that Playwright's ElectronApplication.evaluate() opens in the real one. */
process.on('message', (message: { readonly evaluate?: unknown; readonly argument: unknown; readonly id: number }) => {
  if (typeof message.evaluate === 'string') void evaluate(message.evaluate, message.argument, message.id)
})
async function evaluate(source: string, argument: unknown, id: number): Promise<void> {
  try {
    const { default: electron } = await import('./electron-module.ts')
    // oxlint-disable-next-line no-eval -- this is the test's own function, sent as text as Playwright does
    const work: unknown = (0, eval)(`(${source})`)
    if (typeof work !== 'function') throw new TypeError('evaluate() takes a function')
    process.send?.({ id, value: await work(electron, argument) })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

process.send?.({ endpoint })
const slow = setTimeout(() => {
  console.error('electron stand-in: the entry has not finished loading after 20 s (a top-level `await app.whenReady()` deadlocks in Electron too)')
}, 20_000)
await import(pathToFileURL(entry).href)
clearTimeout(slow)
entryLoaded()
