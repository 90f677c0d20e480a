import { join } from 'node:path'
import type { Plugin } from 'vite'
import { loadCases } from '../electron/core/describing/cases/index.ts'
import { loadTaxonomy } from '../electron/core/describing/practices/index.ts'

/**
 * Puts what `read` makes of a folder of `content/` into the program, in the place of the module that exports it as `name`, so that no start parses Markdown.
 * A malformed file fails the build with its name and line.
 */
function compiled(root: string, module: string, name: string, read: (content: string) => unknown): Plugin {
  const file = join(root, module)
  let value = ''
  return {
    name: `casebook:${name}`,
    buildStart() {
      value = JSON.stringify(read(join(root, 'content')))
    },
    load(id) {
      return join(id) === file ? `const value = JSON.parse(${JSON.stringify(value)})\nexport const ${name} = () => value\n` : null
    },
  }
}

/** The bundled summaries of `content/cases`. */
export const bundledCases = (root: string): Plugin => compiled(root, 'electron/core/describing/cases/load.ts', 'loadCases', loadCases)

/** The taxonomy of `content/practices`, 68 files. */
export const practices = (root: string): Plugin => compiled(root, 'electron/core/describing/practices/load.ts', 'loadTaxonomy', loadTaxonomy)
