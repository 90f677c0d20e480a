/**
 * Reads the bundled summaries of `content/cases`.
 * The build puts the summaries themselves in the place of this module (scripts/compiled-plugin.ts): the program that starts parses no Markdown.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadGazetteer } from '../gazetteer.ts'
import type { BundledCase } from './bundled-case.ts'
import { parseCaseFile } from './case-file.ts'

/** In the order of their keys. Throws MALFORMED with file and line at the first mistake. */
export function loadCases(contentFolder: string): readonly BundledCase[] {
  const folder = join(contentFolder, 'cases')
  const gazetteer = loadGazetteer(contentFolder)
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')
  return names.sort().map((name) => parseCaseFile(`content/cases/${name}`, readFileSync(join(folder, name), 'utf8'), gazetteer))
}
