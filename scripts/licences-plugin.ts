import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly license?: string
}

/** Writes `licences.json` beside a bundle: every package that went into it, and those it loads from node_modules. */
export function licences(root: string, external: readonly string[]): Plugin {
  return {
    name: 'casebook:licences',
    generateBundle() {
      const folders = new Set(external.map((name) => join(root, 'node_modules', name)))
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id.replace(/[?\0].*$/, ''))
        if (folder !== null) folders.add(folder)
      }
      const list = [...folders].flatMap((folder) => {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
        return name === undefined || version === undefined ? [] : [{ name, version, licence: license ?? 'see package' }]
      })
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(list.sort((a, b) => a.name.localeCompare(b.name)), null, 1) })
    },
  }
}

/** The folder of the package a module belongs to: below the last `node_modules`, one name or a scope and a name. */
function packageFolder(id: string): string | null {
  const match = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)
  const folder = match?.[1]
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : null
}
