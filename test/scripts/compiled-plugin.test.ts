import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCases } from '../../electron/core/describing/cases/index.ts'
import { loadTaxonomy } from '../../electron/core/describing/practices/index.ts'
import { bundledCases, practices } from '../../scripts/compiled-plugin.ts'
import { root } from '../shared.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-compiled-'))
  for (const part of ['cases', 'places', 'practices']) cpSync(join(root, 'content', part), join(folder, 'content', part), { recursive: true })
  const modules = [['cases', 'loadCases'], ['practices', 'loadTaxonomy']] as const
  for (const [room, name] of modules) {
    mkdirSync(join(folder, 'electron/core/describing', room), { recursive: true })
    writeFileSync(join(folder, 'electron/core/describing', room, 'load.ts'), `import 'node:fs'\nexport const ${name} = (folder: string) => folder\n`)
  }
  writeFileSync(join(folder, 'entry.ts'), modules.map(([room, name]) => `export { ${name} } from './electron/core/describing/${room}/load.ts'\n`).join(''))
})
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const bundle = (): Promise<unknown> =>
  build({ root: folder, configFile: false, logLevel: 'silent', plugins: [bundledCases(folder), practices(folder)], build: { outDir: 'out', lib: { entry: join(folder, 'entry.ts'), formats: ['es'], fileName: () => 'entry.mjs' } } })

describe('summaries and taxonomy in the bundle', () => {
  it('are those of content, and nothing is read when the program starts', async () => {
    await bundle()
    expect(readFileSync(join(folder, 'out', 'entry.mjs'), 'utf8')).not.toMatch(/node:fs|^import/m)
    const bundled: { readonly loadCases: () => unknown; readonly loadTaxonomy: () => unknown } = await import(pathToFileURL(join(folder, 'out', 'entry.mjs')).href)
    expect(bundled.loadCases()).toEqual(loadCases(join(root, 'content')))
    expect(bundled.loadTaxonomy()).toEqual(loadTaxonomy(join(root, 'content')))
    expect(loadTaxonomy(join(root, 'content')).practices).toHaveLength(68)
  })

  it('are refused with file and line when a summary is malformed', async () => {
    const file = join(folder, 'content', 'cases', 'huaibei.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace('[97.6%](#zongshu)', '97.6%'))
    await expect(bundle()).rejects.toThrow('content/cases/huaibei.md”第 38 行有误：数字“97.6”没有出处；请写成 [97.6](#出处)')
  })

  it('are refused with file and line when a practice is malformed', async () => {
    const file = join(folder, 'content', 'practices', 'grid.police.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^weak: .*$/m, 'weak: 警网'))
    await expect(bundle()).rejects.toThrow(/content\/practices\/grid\.police\.md”第 9 行有误：“weak”的写法不对/)
  })
})
