import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCases, type BundledCase } from '../../electron/core/describing/cases/index.ts'
import { bundledCases } from '../../scripts/cases-plugin.ts'
import { root } from '../shared.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-cases-'))
  for (const part of ['cases', 'places']) cpSync(join(root, 'content', part), join(folder, 'content', part), { recursive: true })
  mkdirSync(join(folder, 'electron/core/describing/cases'), { recursive: true })
  writeFileSync(join(folder, 'electron/core/describing/cases/load.ts'), "import 'node:fs'\nexport const loadCases = (folder: string) => folder\n")
  writeFileSync(join(folder, 'entry.ts'), "export { loadCases } from './electron/core/describing/cases/load.ts'\n")
})
afterEach(() => { rmSync(folder, { recursive: true, force: true }) })

const bundle = (): Promise<unknown> =>
  build({ root: folder, configFile: false, logLevel: 'silent', plugins: [bundledCases(folder)], build: { outDir: 'out', lib: { entry: join(folder, 'entry.ts'), formats: ['es'], fileName: () => 'entry.mjs' } } })

describe('the summaries in the bundle', () => {
  it('are those of content/cases, and nothing is read when the program starts', async () => {
    await bundle()
    expect(readFileSync(join(folder, 'out', 'entry.mjs'), 'utf8')).not.toMatch(/node:fs|^import/m)
    const bundled: { readonly loadCases: () => readonly BundledCase[] } = await import(pathToFileURL(join(folder, 'out', 'entry.mjs')).href)
    expect(bundled.loadCases()).toEqual(loadCases(join(root, 'content')))
  })

  it('are refused with file and line when one is malformed', async () => {
    const file = join(folder, 'content', 'cases', 'huaibei.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace('[97.6%](#zongshu)', '97.6%'))
    await expect(bundle()).rejects.toThrow('content/cases/huaibei.md”第 38 行有误：数字“97.6”没有出处；请写成 [97.6](#出处)')
  })
})
