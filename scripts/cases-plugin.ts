import { join } from 'node:path'
import type { Plugin } from 'vite'
import { loadCases } from '../electron/core/describing/cases/index.ts'

/**
 * Puts the bundled summaries of `content/cases` into the program in the place of the module that reads them, so that a first start parses no Markdown.
 * A malformed file fails the build with its name and line.
 */
export function bundledCases(root: string): Plugin {
  const module = join(root, 'electron/core/describing/cases/load.ts')
  let cases = ''
  return {
    name: 'casebook:cases',
    buildStart() {
      cases = JSON.stringify(loadCases(join(root, 'content')))
    },
    load(id) {
      return join(id) === module ? `const cases = JSON.parse(${JSON.stringify(cases)})\nexport const loadCases = () => cases\n` : null
    },
  }
}
