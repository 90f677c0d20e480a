/** Archives in an import: the real reader in this process, the real library. A process of its own is used on the command line (cli.test). */
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { importMethods, type BatchFile } from '../../../electron/contract/importing.ts'
import { Grant } from '../../../electron/contract/library.ts'
import { openCore, type Core } from '../../../electron/core/services.ts'
import { root } from '../../shared.ts'
import { emptyFolder } from '../library/folder.ts'
import { zip, type Packed } from '../reading/archive/zip.ts'
import { encode } from '../reading/encode.ts'
import { readerHere } from '../services/fake-reader.ts'
import { testPorts } from '../services/ports.ts'

const GRANT = Grant.parse('grant-of-a-test')
const story = (n: number): string => `柳荫巷议事记之${n}\n\n第${n}次议事，邻里围坐，把第${n}件烦心事说开了。\n`
const cores: Core[] = []
afterEach(async () => { for (const core of cores.splice(0)) await core.close() })

/** What one archive becomes in a fresh library, in the order of the batch. */
async function importing(bytes: Uint8Array, name = '包.zip'): Promise<{ readonly files: readonly BatchFile[]; readonly library: string; readonly total: number }> {
  const [library, source] = [await emptyFolder(), await emptyFolder()]
  await writeFile(join(source, name), bytes)
  const { ports, heard } = testPorts({ spawnReader: () => readerHere(join(root, 'content')) })
  const core = await openCore(library, ports)
  cores.push(core)
  const started = await core.call('import.start', { grants: [GRANT], confirmed: false }, new Map([[GRANT, { path: join(source, name), name, folder: false, temporary: false }]]))
  if (!started.ok) throw new Error(started.error.code)
  const { id } = importMethods['import.start'].output.parse(started.value)
  await expect.poll(() => heard.filter(({ event }) => event === 'import.finished').length, { timeout: 30_000 }).toBe(1)
  const files = await core.call('import.files', { id, offset: 0, limit: 500 }, new Map())
  if (!files.ok) throw new Error(files.error.code)
  const answer = importMethods['import.files'].output.parse(files.value)
  expect(answer.batch.totals.done).toBe(answer.batch.totals.files)
  return { files: answer.files.toSorted((a, b) => a.n - b.n), library, total: answer.batch.totals.files }
}
const lines = (files: readonly BatchFile[]): unknown => files.map(({ n, file, outcome, fault, members }) => [n, file, fault?.code ?? (outcome === 'unpacked' ? members : outcome)])
const txt = (name: string | Uint8Array, n: number): Packed => ({ name, data: story(n) })

describe('an archive in an import', () => {
  it('is taken apart: its members are files of the batch under its name, and the batch grows by them', async () => {
    const { files, library, total } = await importing(zip([
      txt(encode('社会治理/淄博经验.txt', 'gb18030'), 1),
      { name: encode('社会治理/淮安做法.txt', 'gb18030'), data: encode(story(2), 'gb18030') },
      txt('../../外面.txt', 3), txt('CON.txt', 4), { name: '链接.txt', data: '/etc/passwd', mode: 0o120777 },
      { name: '照片.tiff', data: Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0) },
      { name: '密.txt', data: `机密★5年\n\n${story(5)}` },
      { name: '坏.txt', data: story(6), crc: 1 },
      { name: '__MACOSX/._好.txt', data: 'x' }, { name: '.隐藏.txt', data: story(7) }, { name: '~$稿.docx', data: 'x' },
    ]))
    expect(lines(files)).toEqual([
      [1, '包.zip', 8],
      [2, '包.zip/社会治理/淄博经验.txt', 'imported'],
      [3, '包.zip/社会治理/淮安做法.txt', 'imported'],
      [4, '包.zip/照片.tiff', 'UNSUPPORTED'],
      [5, '包.zip/密.txt', 'CLASSIFIED_MARK'],
      [6, '包.zip/../../外面.txt', 'BAD_NAME'],
      [7, '包.zip/CON.txt', 'BAD_NAME'],
      [8, '包.zip/链接.txt', 'BAD_NAME'],
      [9, '包.zip/坏.txt', 'CORRUPT'],
    ])
    expect(total).toBe(9)
    expect(files[8]?.fault?.message).toBe('“包.zip/坏.txt”已损坏或不完整（压缩包里的数据与校验码不符），没有导入。请重新下载，或用原来的程序打开后另存一份再试。')
    expect(files.flatMap(({ entries }) => entries.map(({ title }) => title))).toEqual(['柳荫巷议事记之1', '柳荫巷议事记之2'])
    // Neither a member's name nor its bytes are left behind.
    const left = (await readdir(join(library, 'unpacked'), { recursive: true })).filter((name) => name.endsWith('.bin'))
    expect(left).toEqual([])
  })

  it('with a member behind a password imports the others, and names that one', async () => {
    const { files } = await importing(zip([txt('一.txt', 1), { name: '密码.txt', data: story(2), flags: 0x801 }, txt('三.txt', 3)]))
    expect(lines(files)).toEqual([[1, '包.zip', 3], [2, '包.zip/一.txt', 'imported'], [3, '包.zip/三.txt', 'imported'], [4, '包.zip/密码.txt', 'ENCRYPTED']])
    expect(files[3]?.fault?.details['file']).toBe('包.zip/密码.txt')
  })

  it('keeps two members of one name apart', async () => {
    const { files } = await importing(zip([txt('同名.txt', 1), txt('同名.txt', 2)]))
    expect(lines(files)).toEqual([[1, '包.zip', 2], [2, '包.zip/同名.txt', 'imported'], [3, '包.zip/同名.txt', 'imported']])
  })

  it('that lies in another is opened, and one in that is not', async () => {
    const inner = zip([txt('三.txt', 3)])
    const middle = zip([txt('二.txt', 2), { name: '里.zip', data: inner }])
    const { files } = await importing(zip([txt('一.txt', 1), { name: '中.casepack', data: middle }]), '外.casepack')
    expect(lines(files)).toEqual([
      [1, '外.casepack', 2],
      [2, '外.casepack/一.txt', 'imported'],
      [3, '外.casepack/中.casepack', 2],
      [4, '外.casepack/中.casepack/二.txt', 'imported'],
      [5, '外.casepack/中.casepack/里.zip', 'TOO_DEEP'],
    ])
  })

  it.each<[string, Uint8Array]>([
    ['BOMB', zip([txt('好.txt', 1), { name: '炸.txt', data: new Uint8Array(500_000), size: 100 }])],
    ['ENCRYPTED', zip([{ name: 'a.txt', data: 'x', flags: 0x801 }])],
    ['TOO_MANY', zip([{ name: 'a.txt' }], { count: 6000 })],
    ['CORRUPT', zip([txt('a.txt', 1)]).subarray(0, 60)],
    ['EMPTY', zip([])],
    ['EMPTY', zip([{ name: '.DS_Store', data: 'x' }, { name: '.隐藏.txt', data: story(1) }])],
  ])('is refused as a whole: %s', async (code, bytes) => {
    const { files, library } = await importing(bytes)
    expect(lines(files)).toEqual([[1, '包.zip', code]])
    expect(files[0]?.fault?.details['file']).toBe('包.zip')
    const staged = join(library, 'unpacked')
    expect(existsSync(staged) ? (await readdir(staged, { recursive: true })).filter((name) => name.endsWith('.bin')) : []).toEqual([])
  })

  it('under the name of a text is no text', async () => {
    expect(lines((await importing(zip([txt('a.txt', 1)]), '稿.txt')).files)).toEqual([[1, '稿.txt', 'BINARY']])
  })
})
