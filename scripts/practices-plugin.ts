import { join } from 'node:path'
import type { Plugin } from 'vite'
import { loadTaxonomy } from '../electron/core/describing/practices/index.ts'

/**
 * Puts the taxonomy of `content/practices` into the program in the place of the module that reads it, so that no start parses its 68 files.
 * A malformed file fails the build with its name and line.
 */
export function practices(root: string): Plugin {
  const module = join(root, 'electron/core/describing/practices/load.ts')
  let taxonomy = ''
  return {
    name: 'casebook:practices',
    buildStart() {
      taxonomy = JSON.stringify(loadTaxonomy(join(root, 'content')))
    },
    load(id) {
      return join(id) === module ? `const taxonomy = JSON.parse(${JSON.stringify(taxonomy)})\nexport const loadTaxonomy = () => taxonomy\n` : null
    },
  }
}
