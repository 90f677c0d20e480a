/** How the program is built: `electron-vite build -c scripts/electron.vite.config.ts` fills `out/`. */
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { events, methods } from '../electron/contract/api.ts'
import { bundledCases, practices } from './compiled-plugin.ts'
import { licences } from './licences-plugin.ts'
import { packPage } from './pack-page-plugin.ts'
import { preloaded } from './preloaded-plugin.ts'

const root = process.cwd()
const at = (...parts: string[]): string => resolve(root, ...parts)

/** Native or WebAssembly packages that are loaded from node_modules; everything else is in the bundles. */
const external = ['better-sqlite3', 'jieba-wasm']

const entries = {
  index: at('electron/main/index.ts'),
  'browser-host': at('electron/browser-host/index.ts'),
  cli: at('electron/cli/index.ts'),
  library: at('electron/workers/library.ts'),
  reader: at('electron/workers/reader.ts'),
  watchdog: at('electron/workers/watchdog.ts'),
}

export default defineConfig({
  main: {
    root,
    build: {
      outDir: at('out/main'),
      target: 'node22.15',
      externalizeDeps: { exclude: [] },
      rolldownOptions: {
        input: entries,
        // Shared chunks lie beside the entries, so that `import.meta.dirname` is the same folder everywhere.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    plugins: [licences(root, external), bundledCases(root), practices(root)],
  },
  preload: {
    root,
    // The sandboxed preload is one file without zod: the names of the contract are written into it.
    define: { __METHOD_NAMES__: JSON.stringify(Object.keys(methods)), __EVENT_NAMES__: JSON.stringify(Object.keys(events)) },
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: { input: { index: at('electron/preload/index.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), licences(root, []), packPage(root), preloaded('renderer/src/window.tsx')],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: 'oxc',
      // Loaded from disk or the loopback address: size costs parsing time only.
      chunkSizeWarningLimit: 1000,
      target: 'chrome140',
      // A page under our content security policy loads no data: script, and preloads nothing by markup.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: join(root, 'renderer/index.html') },
        // zod is told not to probe for eval (strict-page) before the contract makes its first schema: chunks run before what imports them,
        // so the three must be one chunk, in which modules run in the order of their imports.
        output: { codeSplitting: { groups: [{ name: 'contract', test: /[\\/](node_modules[\\/]zod|electron[\\/]contract)[\\/]|strict-page\.ts$/ }] } },
      },
    },
  },
})
