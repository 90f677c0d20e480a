import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../electron/contract/errors.ts'
import { openArchive, repack, type Archive } from '../../../../electron/core/reading/archive/index.ts'
import { encode } from '../encode.ts'
import { zip, type Packed } from './zip.ts'

const ARTICLE = '网格员每天走访居民，矛盾不出小区。'
const open = (bytes: Uint8Array): Promise<Archive> => openArchive({ name: '材料.zip', bytes })
const names = async (members: readonly Packed[]): Promise<readonly string[]> => (await open(zip(members))).members.map(({ name }) => name)
const textOf = async (archive: Archive, at = 0): Promise<string> => new TextDecoder().decode(await archive.members[at]?.read())
const codeOf = async (run: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await run()
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}
/** Opens the archive and reads every member. */
const readAll = async (bytes: Uint8Array): Promise<readonly Uint8Array[]> => {
  const found: Uint8Array[] = []
  for (const member of (await open(bytes)).members) found.push(await member.read())
  return found
}

function unicodePath(name: string, of: Uint8Array): Uint8Array {
  const text = Buffer.from(name)
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + text.length, 2)
  field.writeUInt8(1, 4)
  field.writeUInt32LE(crc32(of), 5)
  return Buffer.concat([field, text])
}

describe('the names of members', () => {
  const gbk = encode('社会治理/淄博经验.txt', 'gb18030')
  it.each<[string, Packed, string]>([
    ['UTF-8 by its flag', { name: '社会治理/淄博经验.txt' }, '社会治理/淄博经验.txt'],
    ['UTF-8 without a flag, as macOS writes it', { name: Buffer.from('社会治理/淄博经验.txt'), flags: 0 }, '社会治理/淄博经验.txt'],
    ['GBK, as Chinese Windows writes it', { name: gbk }, '社会治理/淄博经验.txt'],
    ['GBK that happens to be valid UTF-8', { name: encode('一路.txt', 'gb18030') }, '一路.txt'],
    ['Big5', { name: encode('網格員走訪.txt', 'big5') }, '網格員走訪.txt'],
    ['a Unicode path beside another name', { name: gbk, extra: unicodePath('别名.txt', gbk) }, '别名.txt'],
    ['a Unicode path after empty and outdated ones', { name: gbk, extra: Buffer.concat([unicodePath('', gbk), unicodePath('旧名.txt', Buffer.from('a')), unicodePath('别名.txt', gbk)]) }, '别名.txt'],
    ['a Unicode path that belongs to another name', { name: gbk, extra: unicodePath('别名.txt', Buffer.from('a')) }, '社会治理/淄博经验.txt'],
    ['backslashes', { name: '社会治理\\淄博经验.txt' }, '社会治理/淄博经验.txt'],
    ['decomposed letters of macOS', { name: 'cafe\u0301.txt' }, 'caf\u00E9.txt'],
    ['marks that turn the order of letters', { name: '报告\u202Etxt.exe' }, '报告txt.exe'],
    ['doubled slashes and dots', { name: './社会//治理/./a.txt' }, '社会/治理/a.txt'],
  ])('%s', async (_, member, name) => {
    expect(await names([{ ...member, data: ARTICLE }])).toEqual([name])
  })

  it.each<[string, Packed]>([
    ['/etc/passwd', { name: '/etc/passwd' }],
    ['C:/a.txt', { name: 'C:\\a.txt' }],
    ['../a.txt', { name: '../a.txt' }],
    ['a/../../b.txt', { name: 'a/../../b.txt' }],
    ['a\uFFFDb.txt', { name: Buffer.from('a\0b.txt') }],
    ['CON.txt', { name: 'CON.txt' }],
    ['x/lpt1', { name: 'x/lpt1' }],
    ['链接.txt', { name: '链接.txt', mode: 0o120777 }],
    ['好消息.txt', { name: '好消息.txt', localName: '坏消息.exe' }],
  ])('%s is refused, and its neighbour is not', async (shown, member) => {
    const archive = await open(zip([{ ...member, data: 'x' }, { name: '好文章.txt', data: ARTICLE }]))
    expect(archive.refused.map(({ name, fault }) => [name, fault.code, fault.details])).toEqual([[shown, 'BAD_NAME', { file: shown }]])
    expect(archive.members.map(({ name }) => name)).toEqual(['好文章.txt'])
  })

  it('what systems leave behind and folders are no members', async () => {
    expect(await names([{ name: '__MACOSX/._好.txt' }, { name: 'a/.DS_Store' }, { name: 'Thumbs.db' }, { name: '文件夹/' }, { name: '文件夹/好文章.txt', mode: 0o100644 }])).toEqual(['文件夹/好文章.txt'])
  })

  it('two members of one name are both there; the first is found by it, in any case', async () => {
    const archive = await open(zip([{ name: '同名.TXT', data: '第一篇' }, { name: '同名.TXT', data: '第二篇' }]))
    expect([await textOf(archive, 0), await textOf(archive, 1)]).toEqual(['第一篇', '第二篇'])
    expect(archive.member('同名.txt')).toBe(archive.members[0])
    expect(archive.member('没有')).toBeUndefined()
  })
})

describe('what a member holds', () => {
  it.each([0, 8])('is unpacked exactly (method %d)', async (method) => {
    expect(await textOf(await open(zip([{ name: 'a.txt', data: ARTICLE, method }])))).toBe(ARTICLE)
  })
  it('a way of packing that is not ours refuses this member only', async () => {
    const archive = await open(zip([{ name: 'a.txt', data: ARTICLE, method: 93 }, { name: 'b.txt', data: ARTICLE }]))
    expect(archive.refused.map(({ fault }) => fault)).toMatchObject([{ code: 'UNSUPPORTED', details: { file: 'a.txt', format: '压缩方式 93' } }])
    expect(archive.members).toHaveLength(1)
  })
  it('stands although something was appended to the archive, or it has a comment', async () => {
    expect(await textOf(await open(zip([{ name: 'a.txt', data: ARTICLE }], { tail: '\r\n<!-- 下载自某站 -->' })))).toBe(ARTICLE)
    expect(await textOf(await open(zip([{ name: 'a.txt', data: ARTICLE }], { comment: '某街道', tail: 'x'.repeat(70_000) })))).toBe(ARTICLE)
  })
  it('goes into an archive without compression, each name once', async () => {
    const archive = await open(zip([{ name: 'word/document.xml', data: '<a/>' }, { name: 'word/document.xml', data: '<b/>' }, { name: 'word/vbaProject.bin', data: 'x' }, { name: '图.xml', data: ARTICLE }]))
    const again = await open(await repack(archive, (name) => !name.endsWith('.bin')))
    expect(again.members.map(({ name }) => name)).toEqual(['word/document.xml', '图.xml'])
    expect([await textOf(again, 0), await textOf(again, 1)]).toEqual(['<a/>', ARTICLE])
  })
})

describe('an archive is refused', () => {
  const big = new Uint8Array(2 * 1024 * 1024)
  const several = Array.from({ length: 40 }, (_, i): Packed => ({ name: `${i}.txt`, size: 8 * 1024 * 1024, packedSize: 20, data: 'x'.repeat(40), method: 0 }))
  it.each<[string, string, Uint8Array]>([
    ['BOMB', 'ratio above 150 on more than a megabyte', zip([{ name: 'a.txt', data: big }])],
    ['BOMB', 'one member above 100 MB', zip([{ name: 'a.txt', data: 'x', size: 101 * 1024 * 1024 }])],
    ['BOMB', 'all together above 300 MB', zip(several)],
    ['BOMB', 'two members on the same data', zip([{ name: 'a.txt', data: ARTICLE }, { name: 'b.txt', data: ARTICLE, at: 0 }])],
    ['BOMB', 'more comes out than was said', zip([{ name: 'a.txt', data: big, size: 1000 }])],
    ['TOO_MANY', 'members above 5,000', zip(Array.from({ length: 5001 }, (_, i) => ({ name: `${i}`, method: 0 })))],
    ['TOO_MANY', 'members said to be above 5,000', zip([{ name: 'a.txt' }], { count: 5001 })],
    ['ENCRYPTED', 'a password', zip([{ name: 'a.txt', data: ARTICLE, flags: 0x801 }])],
    ['ENCRYPTED', 'strong encryption', zip([{ name: 'a.txt', data: ARTICLE, flags: 0x841 }])],
    ['CORRUPT', 'sizes in a ZIP64 field that is not there', zip([{ name: 'a.txt', data: ARTICLE, size: 0xffffffff, packedSize: 0xffffffff }])],
    ['CORRUPT', 'a directory that is longer than it says', zip([{ name: 'a.txt', data: ARTICLE }, { name: 'b.txt', data: ARTICLE }], { count: 1 })],
    ['CORRUPT', 'a directory that is shorter than it says', zip([{ name: 'a.txt', data: ARTICLE }], { count: 2 })],
    ['CORRUPT', 'cut in the middle', zip([{ name: 'a.txt', data: ARTICLE }]).subarray(0, 60)],
    ['CORRUPT', 'data beyond its end', zip([{ name: 'a.txt', data: ARTICLE, packedSize: 0x7fffffff }])],
    ['CORRUPT', 'a wrong checksum', zip([{ name: 'a.txt', data: ARTICLE, crc: 1 }])],
    ['CORRUPT', 'less comes out than was said', zip([{ name: 'a.txt', data: ARTICLE, size: 1000 }])],
    ['CORRUPT', 'data that are not packed', zip([{ name: 'a.txt', data: new Uint8Array([7, 255, 255]), method: 0 }]).map((byte, at, all) => (at === 8 || (at > 40 && all[at - 10] === 0x50 && all[at - 9] === 0x4b && all[at - 8] === 1) ? 8 : byte))],
    ['EMPTY', 'nothing inside', zip([])],
    ['EMPTY', 'only folders and litter inside', zip([{ name: '文件夹/' }, { name: '__MACOSX/._a' }])],
  ])('%s: %s', async (code, _, bytes) => {
    expect(await codeOf(() => readAll(bytes))).toBe(code)
  })

  it('with a sentence that names it', async () => {
    await expect(open(zip([]))).rejects.toThrow('“材料.zip”是空的，没有可导入的内容。')
  })

  it('and nothing else is ever thrown: random bytes, cut, changed and repeated archives', async () => {
    const good = zip([{ name: encode('社会治理/淄博经验.txt', 'gb18030'), data: ARTICLE.repeat(20) }, { name: 'b/图.png', data: Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) & 255), method: 0 }], { comment: '注' })
    const mangled = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes, ...good.subarray(-60)])),
      fc.nat(good.length).map((end) => good.subarray(0, end)),
      fc.nat(good.length).map((start) => good.subarray(start)),
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((changes) => {
        const changed = Uint8Array.from(good)
        for (const [at, byte] of changes) changed[at] = byte
        return changed
      }),
    )
    await fc.assert(fc.asyncProperty(mangled, async (bytes) => {
      const outcome = await codeOf(() => readAll(bytes))
      return typeof outcome === 'string' ? ['CORRUPT', 'ENCRYPTED', 'BOMB', 'TOO_MANY', 'EMPTY'].includes(outcome) : Array.isArray(outcome)
    }), { numRuns: 300 })
  })
})
