/** The whole way: real files, the real helper in a process of its own, the real library. */
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../../electron/contract/api.ts'
import { importMethods } from '../../../electron/contract/importing.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import type { GrantedPath } from '../../../electron/core/host.ts'
import { openCore, type Core } from '../../../electron/core/services.ts'
import { forkedReader } from '../../../electron/workers/readers.ts'
import { root } from '../../shared.ts'
import { emptyFolder } from '../library/folder.ts'
import { encode } from '../reading/encode.ts'
import { readerHere } from '../services/fake-reader.ts'
import { testPorts } from '../services/ports.ts'

const content = join(root, 'content')
const GRANT = Grant.parse('grant-of-a-test')
const story = (n: number): string => `柳荫巷议事记之${n}\n\n第${n}次议事，邻里围坐，把第${n}件烦心事说开了。\n`

async function bring(core: Core, heard: readonly { readonly event: string; readonly value: unknown }[], granted: Partial<GrantedPath> & { readonly path: string }): Promise<Output<'import.files'>> {
  const before = heard.filter(({ event }) => event === 'import.finished').length
  const started = await core.call('import.start', { grants: [GRANT], confirmed: false }, new Map([[GRANT, { name: '来稿', folder: true, temporary: false, ...granted }]]))
  if (!started.ok) throw new Error(started.error.code)
  const { id } = importMethods['import.start'].output.parse(started.value)
  await expect.poll(() => heard.filter(({ event }) => event === 'import.finished').length, { timeout: 15_000 }).toBe(before + 1)
  const files = await core.call('import.files', { id, offset: 0, limit: 500 }, new Map())
  if (!files.ok) throw new Error(files.error.code)
  return importMethods['import.files'].output.parse(files.value)
}
/** Files are read in processes of their own, or here where that is not what is looked at. */
const open = async (folder: string, apart = false) => {
  const { ports, heard } = testPorts({ spawnReader: () => (apart ? forkedReader(join(root, 'electron', 'workers', 'reader.ts'), content) : readerHere(content)) })
  return { core: await openCore(folder, ports), heard }
}
/** Every byte of every file below a folder. */
async function allBytes(folder: string): Promise<Buffer> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return Buffer.concat(await Promise.all(names.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name)))))
}

describe('importing a folder', () => {
  it('brings in what can be read, says of the rest what is wrong, and keeps nothing of a classified file', async () => {
    const [library, files] = [await emptyFolder(), await emptyFolder()]
    const secret = '涉密会议纪要的正文只有这一句'
    await mkdir(join(files, '下'))
    await Promise.all([
      writeFile(join(files, '01 简体.txt'), encode(story(1), 'gb18030')),
      writeFile(join(files, '02 繁體.txt'), encode('柳蔭巷議事記\n\n鄰里圍坐，把停車、晾曬這幾件煩心事都說開了，還推選出七名議事員。\n', 'big5')),
      writeFile(join(files, '03 宽.txt'), Buffer.concat([Buffer.from([0xff, 0xfe]), encode(story(3), 'utf-16le')])),
      writeFile(join(files, '04 记.md'), `---\ntitle: 议事桌\n---\n\n${story(4)}`),
      writeFile(join(files, '05 坏.md'), '---\ntitle: 甲\ntitle: 乙\n---\n正文'),
      writeFile(join(files, '06 密.txt'), `机密★5年\n\n${secret}\n`),
      writeFile(join(files, '07 空.txt'), ''),
      writeFile(join(files, '08 图.txt'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)),
      writeFile(join(files, '09 大.txt'), new Uint8Array(50 * 1024 * 1024).fill(0x61)),
      writeFile(join(files, '10 同.txt'), encode(story(1), 'gb18030')),
      writeFile(join(files, '下', '11 深.txt'), story(11)),
      writeFile(join(files, '.DS_Store'), 'x'),
      symlink('/etc/hostname', join(files, '12 链.txt')),
    ])
    const { core, heard } = await open(library, true)
    const { batch, files: report } = await bring(core, heard, { path: files })
    expect(batch).toMatchObject({ state: 'done', label: '来稿', totals: { files: 11, done: 11, imported: 5, duplicates: 1, failed: 5, entries: 5 } })
    expect(report.map(({ file, outcome, fault, encoding }) => [file, outcome, fault?.code ?? encoding])).toEqual([
      ['来稿/05 坏.md', 'failed', 'MALFORMED'],
      ['来稿/06 密.txt', 'failed', 'CLASSIFIED_MARK'],
      ['来稿/07 空.txt', 'failed', 'EMPTY'],
      ['来稿/08 图.txt', 'failed', 'BINARY'],
      ['来稿/09 大.txt', 'failed', 'TOO_BIG'],
      ['来稿/01 简体.txt', 'imported', 'gb18030'],
      ['来稿/02 繁體.txt', 'imported', 'big5'],
      ['来稿/03 宽.txt', 'imported', 'utf-16le'],
      ['来稿/04 记.md', 'imported', 'utf-8'],
      ['来稿/10 同.txt', 'duplicate', 'gb18030'],
      ['来稿/下/11 深.txt', 'imported', 'utf-8'],
    ])
    const found = await core.call('search.run', { query: '第11件烦心事', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 }, new Map())
    expect(found).toMatchObject({ ok: true, value: { total: 1 } })
    await core.close()
    const stored = await allBytes(library)
    for (const label of ['utf-8', 'utf-16le', 'gb18030'] as const) expect(stored.includes(Buffer.from(encode(secret, label)))).toBe(false)
    expect(stored.includes(Buffer.from(encode(story(1), 'gb18030')))).toBe(true)
  })

  it('does not find what was taken back between its rows and its index', async () => {
    const [library, files] = [await emptyFolder(), await emptyFolder()]
    // Three texts whose words come into the index in more than one portion.
    for (const n of [1, 2, 3]) await writeFile(join(files, `${n}.txt`), Array.from({ length: 600 }, (_, i) => story(n * 1000 + i)).join('\n').slice(0, 12_000))
    const { core, heard } = await open(library)
    const started = await core.call('import.start', { grants: [GRANT], confirmed: false }, new Map([[GRANT, { name: '来稿', folder: true, temporary: false, path: files }]]))
    const { id } = importMethods['import.start'].output.parse(started.ok && started.value)
    const finished = (): boolean => heard.some(({ event }) => event === 'import.finished')
    let removed = 0
    for (let more = true; more; ) {
      more = !finished()
      await breathe()
      const undone = await core.call('import.undo', { id }, new Map())
      removed += undone.ok ? importMethods['import.undo'].output.parse(undone.value).removed : 0
    }
    expect(removed).toBeGreaterThan(0)
    expect(await core.call('search.run', { query: '烦心事', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 }, new Map())).toMatchObject({ ok: true, value: { total: 0 } })
    await core.close()
  })

  it('says of a file that is here already which entry it is, and takes it again once that is gone', async () => {
    const [library, files] = [await emptyFolder(), await emptyFolder()]
    await writeFile(join(files, 'a.txt'), story(1))
    const { core, heard } = await open(library)
    const first = await bring(core, heard, { path: files })
    const id = first.files[0]?.entries[0]?.id
    const again = await bring(core, heard, { path: join(files, 'a.txt'), name: 'a.txt', folder: false })
    expect(again.files).toMatchObject([{ file: 'a.txt', outcome: 'duplicate', duplicateOf: id, entries: [] }])
    await core.call('entries.remove', { ids: [id] }, new Map())
    expect((await bring(core, heard, { path: files })).files).toMatchObject([{ outcome: 'imported' }])
    await core.close()
  })

  it('ends with the reason when the folder of the originals can no longer be written, and what is stored is whole', async () => {
    const [library, files] = [await emptyFolder(), await emptyFolder()]
    await writeFile(join(files, 'a.txt'), story(1))
    const { core, heard } = await open(library)
    await bring(core, heard, { path: files })
    await rm(join(library, 'originals'), { recursive: true })
    await writeFile(join(library, 'originals'), 'in the way')
    await writeFile(join(files, 'b.txt'), story(2))
    const { batch, files: report } = await bring(core, heard, { path: files })
    expect(batch.state).toBe('failed')
    expect(batch.fault).not.toBe(null)
    expect(report.map(({ file, outcome }) => [file, outcome]).sort()).toEqual([['来稿/a.txt', 'duplicate'], ['来稿/b.txt', 'skipped']])
    expect(await core.call('search.run', { query: '', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 10 }, new Map())).toMatchObject({ ok: true, value: { total: 1 } })
    await core.close()
  })
})
