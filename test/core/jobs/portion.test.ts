import { describe, expect, it } from 'vitest'
import { PORTION_BYTES, takePortion, type Portion } from '../../../electron/core/jobs/portion.ts'
import { parsePortion } from '../../../electron/core/jobs/reply-schema.ts'
import { zip } from '../reading/archive/zip.ts'

const names = ({ members, refused, next }: Portion): unknown => [members.map(({ name }) => name), refused.map(({ name }) => name), next]

describe('a portion of an archive', () => {
  const large = new Uint8Array(PORTION_BYTES - 10).fill(0x61)
  const bytes = zip([{ name: '/坏', data: 'x' }, { name: 'a', data: large, method: 0 }, { name: '.b', data: 'x' }, { name: 'c', data: large, method: 0 }, { name: 'd', data: 'x' }])
  it('ends when 16 MB are together, and the next goes on there', async () => {
    const first = await takePortion({ name: '包.zip', bytes }, 0)
    expect(names(first)).toEqual([['a', 'c'], ['/坏'], 3])
    expect(Buffer.compare(first.members[0]?.bytes ?? new Uint8Array(0), large)).toBe(0)
    expect(names(await takePortion({ name: '包.zip', bytes }, 3))).toEqual([['d'], [], null])
  })
})

describe('what a helper says of an archive is checked', () => {
  const portion = (change: object): unknown => ({ id: 7, ok: true, portion: { members: [{ name: 'a.txt', bytes: new Uint8Array(3) }], refused: [], next: null, ...change } })
  it('and taken when it is in order, with sentences of our own', () => {
    const told = { name: 'b.txt', fault: { code: 'CORRUPT', message: '任意的话', details: { file: '别的', reason: '长'.repeat(500), text: '正文' } } }
    expect(parsePortion(portion({ refused: [told], next: 4 }), '包.zip', 3)).toEqual({
      ok: true,
      portion: {
        members: [{ name: 'a.txt', bytes: new Uint8Array(3) }],
        next: 4,
        refused: [{ name: 'b.txt', fault: { code: 'CORRUPT', message: `“b.txt”已损坏或不完整（${'长'.repeat(200)}），没有导入。请重新下载，或用原来的程序打开后另存一份再试。`, details: { file: 'b.txt', reason: '长'.repeat(200) } } }],
      },
    })
  })
  it.each<[string, unknown]>([
    ['a name that leads outside', portion({ members: [{ name: '../a', bytes: new Uint8Array(1) }] })],
    ['an absolute name', portion({ members: [{ name: '/a', bytes: new Uint8Array(1) }] })],
    ['a name with NUL', portion({ members: [{ name: 'a\0', bytes: new Uint8Array(1) }] })],
    ['no bytes', portion({ members: [{ name: 'a', bytes: '正文' }] })],
    ['a next that is not behind', portion({ next: 3 })],
    ['something more', portion({ text: '正文' })],
    ['a file instead', { id: 7, ok: true, file: {} }],
  ])('and not believed: %s', (_, reply) => {
    expect(parsePortion(reply, '包.zip', 3)).toBeNull()
  })

  it('leaves the parts of saved pages to their pages', async () => {
    const { members } = await takePortion({ name: '包.zip', bytes: zip([{ name: '页/议事.html', data: 'x' }, { name: '页/议事_files/a.js', data: 'x' }, { name: '议事_files/b.txt', data: 'x' }]) }, 0)
    expect(members.map(({ name }) => name)).toEqual(['页/议事.html', '议事_files/b.txt'])
  })
})
