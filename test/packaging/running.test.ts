/** The packaged program itself, unpacked somewhere else and run on the stand-in: nothing it needs may have stayed behind. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseFolder, valueOf } from '../e2e/choose.ts'
import { lacks, launch, type Running } from '../e2e/launch.ts'
import { makePackage } from './make-package.ts'

const TEXT = '榆溪市全科网格员入户走访\n\n榆溪市把二百一十个网格并为一支队伍，网格员每周入户走访，矛盾在楼道里就谈开了。\n'
const lack = process.platform === 'darwin' ? 'there is no stub of Electron for macOS' : lacks('stand-in')
const platform = process.platform === 'win32' ? 'win32' : 'linux'
const arch = process.arch === 'arm64' ? 'arm64' : 'x64'

describe.skipIf(lack !== null)(`a package, unpacked and run${lack === null ? '' : ` (${lack})`}`, () => {
  const work = mkdtempSync(join(tmpdir(), 'casebook-unpacked-'))
  const resources = join(work, 'out', `${platform === 'win32' ? 'win' : 'linux'}${arch === 'arm64' ? '-arm64' : ''}-unpacked`, 'resources')
  let app: Running

  beforeAll(async () => {
    makePackage(work, platform, arch)
    extractAll(join(resources, 'app.asar'), join(work, 'program'))
    app = await launch('stand-in', { program: join(work, 'program'), env: { STANDIN_PACKAGED: '1', STANDIN_RESOURCES: resources } })
  })
  afterAll(async () => {
    await app.close()
    rmSync(work, { recursive: true, force: true })
  })

  it('opens its window and its library', async () => {
    expect(await app.page.locator('meta[name=casebook-host]').getAttribute('content')).toBe('electron')
    expect(valueOf(await app.call('library.state', {}))).toMatchObject({ state: 'open', entries: 0 })
  })

  it('reads, cuts and finds a text with the parts that lie in the package', async () => {
    valueOf(await app.call('import.paste', { text: TEXT, name: '走访.txt' }))
    await expect.poll(async () => valueOf(await app.call('import.batches', {}))[0], { timeout: 20_000 }).toMatchObject({ state: 'done', totals: { imported: 1, failed: 0 } })
    const found = valueOf(await app.call('search.run', { query: '入户走访', filters: {}, sort: 'relevance', offset: 0, limit: 10 }))
    expect(found.total).toBe(1)
    const { tokens } = valueOf(await app.call('search.segment', { text: '全科网格员入户走访' }))
    // The first word stands in the bundled dictionary only.
    expect(tokens.map(({ text }) => text)).toEqual(['全科网格员', '入户', '走访'])
  })

  it('makes a portable pack with the page that lies in the package', async () => {
    const folder = await chooseFolder(app, work)
    const choice = { by: 'search', query: '', filters: {} } as const
    const { files } = valueOf(await app.call('pack.write', { choice, title: '包', name: '便携包', folder, split: false }))
    expect(files.map(({ file, entries }) => [file, entries])).toEqual([[join(work, '便携包.html'), 1]])
    expect(readFileSync(join(work, '便携包.html'), 'utf8')).toContain("default-src 'none'")
  })

  it('is the version the project says', async () => {
    expect(valueOf(await app.call('host.info', {})).version).toBe(JSON.parse(readFileSync(join(work, 'program', 'package.json'), 'utf8')).version)
  })
})
