/**
 * Reads the taxonomy of `content/practices`.
 * The build puts the taxonomy itself in the place of this module (scripts/compiled-plugin.ts): the program that starts parses no Markdown.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compilePractices } from './compile.ts'
import { taxonomyOf, type Taxonomy } from './taxonomy.ts'

/** Throws MALFORMED with file and line at the first mistake. */
export function loadTaxonomy(contentFolder: string): Taxonomy {
  const folder = join(contentFolder, 'practices')
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
  return taxonomyOf(compilePractices(names.map((name) => ({ file: `content/practices/${name}`, text: readFileSync(join(folder, name), 'utf8') }))))
}
