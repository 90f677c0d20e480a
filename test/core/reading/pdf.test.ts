import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read as readFile, type ReadDocument } from '../../../electron/core/reading/index.ts'
import { root } from '../../shared.ts'
import { column, makePdf, type Page } from './pdf-file.ts'
import { refusalOf } from './refusal.ts'

const maps = join(root, 'node_modules', 'pdfjs-dist', 'cmaps')
const characterMap = (name: string): Uint8Array | null => (existsSync(join(maps, `${name}.bcmap`)) ? readFileSync(join(maps, `${name}.bcmap`)) : null)
const read = (bytes: Uint8Array, name = '材料.pdf'): Promise<ReadDocument> => readFile({ name, bytes }, { characterMap })
const pages = (...pages: readonly Page[]): Promise<ReadDocument> => read(makePdf({ pages }))

describe('lines of a page become paragraphs', () => {
  const text = '城东街道把矛盾调解室搬到小区门口，居民有了烦心事，走几步就能找到人说，网格员当天回访，社区每周汇总一次。'

  it('goes on in the next line, and says so to cleaning', async () => {
    const { text: found, tree } = await pages({ texts: column(text, { x: 72, y: 100, width: 20 }) })
    expect(found.split('\n')).toEqual([text.slice(0, 18), text.slice(18, 38), text.slice(38)])
    expect(tree.children.map(({ data }) => data)).toEqual([{ page: 1, indented: true, wrapped: true }, { page: 1, wrapped: true }, { page: 1 }])
  })

  it('begins a new one at an indent, though the line before it is full', async () => {
    const first = text.slice(0, 37) + '。'
    const { text: found } = await pages({ texts: [...column(first, { x: 72, y: 100, width: 20 }), ...column(text, { x: 72, y: 140, width: 20 })] })
    expect(found.split('\n\n')).toEqual([`${first.slice(0, 18)}\n${first.slice(18)}`, `${text.slice(0, 18)}\n${text.slice(18, 38)}\n${text.slice(38)}`])
  })

  it('goes on over the edge of a page', async () => {
    const lines = column(text, { x: 72, y: 100, width: 20 })
    const { text: found } = await pages({ texts: lines.slice(0, 2) }, { texts: lines.slice(2).map((line) => ({ ...line, y: 100 })) })
    expect(found.replaceAll('\n', '')).toBe(text)
    expect(found).not.toContain('\n\n')
  })

  it('letter-spacing is no blank, a blank is one', async () => {
    const { text: found } = await pages({ texts: [{ x: 72, y: 100, text: '便民服务中心', spacing: 6 }, { x: 72, y: 140, text: '第一章　总则' }, { x: 72, y: 180, text: 'Open 24 hours' }] })
    expect(found.split('\n\n')).toEqual(['便民服务中心', '第一章 总则', 'Open 24 hours'])
  })

  it('counts glyphs that are printed twice for bold once', async () => {
    const { text: found } = await pages({ texts: [...'建筑许可'].flatMap((one, i) => [{ x: 72 + 12 * i, y: 100, text: one }, { x: 72.4 + 12 * i, y: 100.2, text: one }]) })
    expect(found).toBe('建筑许可')
  })

  it('reads vertical writing from right to left', async () => {
    const { text: found } = await pages({ texts: [{ x: 400, y: 100, text: '邻里有事好商量', vertical: true }, { x: 380, y: 100, text: '（共建共治）', vertical: true }] })
    expect(found.replaceAll(/\s/g, '')).toBe('邻里有事好商量（共建共治）')
  })

  it('reads a page that is shown turned', async () => {
    const { text: found } = await pages({ texts: [{ x: 100, y: 700, text: '左边一行', turned: 270 }, { x: 120, y: 700, text: '右边一行', turned: 270 }], extra: '/Rotate 90' })
    expect(found.replaceAll(/\s/g, '')).toBe('左边一行右边一行')
  })
})

describe('what is refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['a scan', makePdf({ pages: [{ texts: [], drawing: '0 0 m 100 100 l S' }] }), 'NO_TEXT'],
    ['a scan with page numbers', makePdf({ pages: Array.from({ length: 5 }, (_, i) => ({ texts: [{ x: 290, y: 800, text: `— ${i + 1} —` }] })) }), 'NO_TEXT'],
    ['no PDF behind the first line', new TextEncoder().encode('%PDF-1.7\n没有内容'), 'CORRUPT'],
    ['half of a file', makePdf({ pages: [{ texts: [{ x: 72, y: 100, text: '半个文件' }] }] }).subarray(0, 700), 'CORRUPT'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf(read(bytes)))?.code).toBe(code)
  })

  it('leaves the bytes to whoever gave them', async () => {
    const bytes = makePdf({ pages: [{ texts: [{ x: 72, y: 100, text: '原件不动' }] }] })
    const before = bytes.slice()
    await read(bytes)
    expect(bytes).toEqual(before)
  })
})
