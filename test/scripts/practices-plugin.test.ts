import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Taxonomy } from '../../electron/core/describing/practices/index.ts'
import { practices } from '../../scripts/practices-plugin.ts'
import { root } from '../shared.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-practices-'))
  cpSync(join(root, 'content', 'practices'), join(folder, 'content', 'practices'), { recursive: true })
  mkdirSync(join(folder, 'electron/core/describing/practices'), { recursive: true })
  writeFileSync(join(folder, 'electron/core/describing/practices/load.ts'), "import 'node:fs'\nexport const loadTaxonomy = (folder: string) => folder\n")
  writeFileSync(join(folder, 'entry.ts'), "export { loadTaxonomy } from './electron/core/describing/practices/load.ts'\n")
})
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const bundle = (): Promise<unknown> =>
  build({ root: folder, configFile: false, logLevel: 'silent', plugins: [practices(folder)], build: { outDir: 'out', lib: { entry: join(folder, 'entry.ts'), formats: ['es'], fileName: () => 'entry.mjs' } } })

describe('the taxonomy in the bundle', () => {
  it('is the one of content/practices, and nothing is read when the program starts', async () => {
    await bundle()
    expect(readFileSync(join(folder, 'out', 'entry.mjs'), 'utf8')).not.toMatch(/node:fs|^import/m)
    const bundled: { readonly loadTaxonomy: () => Taxonomy } = await import(pathToFileURL(join(folder, 'out', 'entry.mjs')).href)
    expect(bundled.loadTaxonomy().practices).toHaveLength(68)
    expect(bundled.loadTaxonomy().practices[0]?.id).toBe('grid')
  })

  it('is refused with file and line when a file is malformed', async () => {
    const file = join(folder, 'content', 'practices', 'grid.police.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^weak: .*$/m, 'weak: 警网'))
    await expect(bundle()).rejects.toThrow(/content\/practices\/grid\.police\.md”第 9 行有误：“weak”的写法不对/)
  })
})
