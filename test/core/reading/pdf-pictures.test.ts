import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { read as readFile, type ReadDocument } from '../../../electron/core/reading/index.ts'
import { expectLawful } from '../cleaning/law.ts'
import { characterMap } from './character-maps.ts'
import { column, jpeg, makePdf, pixels, type Page, type Picture } from './pdf-file.ts'

const pages = (...pages: readonly Page[]): Promise<ReadDocument> => readFile({ name: '材料.pdf', bytes: makePdf({ pages }) }, { characterMap })
const FIRST = '城东街道把矛盾调解室搬到小区门口，居民有了烦心事，走几步就能找到人说，网格员当天回访，社区每周汇总一次。'
const SECOND = '调解室不大，一张桌子，四把椅子，墙上贴着本周值班的名单，谁来过、说了什么、怎么办的，都记在一本簿子上。'
const text = (words: string, y: number): Page['texts'] => column(words, { x: 72, y, width: 36 })
const photo = (more: Partial<Picture> = {}): Picture => ({ x: 150, y: 200, width: 300, height: 200, ...jpeg('议事'), ...more })
/** Each node in a line: its kind, or the words of a picture. */
const outline = ({ tree, text: whole }: ReadDocument): readonly string[] => tree.children.map((node) => {
  const words = whole.slice(node.position?.start.offset, node.position?.end.offset)
  const image = node.type === 'paragraph' && node.children[0]?.type === 'image' ? node.children[0] : null
  return image === null ? words.slice(0, 4) : `[${image.url.slice('casebook:picture/'.length)} ${words}]`
})
const shown = (document: ReadDocument): readonly (readonly [string, string])[] => document.pictures.map(({ id, mime }) => [id, mime])

describe('a picture of a page', () => {
  it('is read where it stands, and its caption with it', async () => {
    const document = await pages({ texts: [...text(FIRST, 100), { x: 200, y: 420, text: '图为居民在议事亭里商量停车的事。', size: 9 }, ...text(SECOND, 480)], pictures: [photo()] })
    expect(outline(document)).toEqual(['城东街道', FIRST.slice(34, 38), '[p1 图为居民在议事亭里商量停车的事。]', '调解室不', SECOND.slice(34, 38)])
    const cleaned = clean(document)
    expectLawful(document, cleaned)
    expect(cleaned.articles.map(({ body, pictures }) => [body.split('\n'), pictures.map(({ id, alt }) => [id, alt])])).toEqual([[[FIRST, '图为居民在议事亭里商量停车的事。', SECOND], [['p1', '图为居民在议事亭里商量停车的事。']]]])
  })

  it('that is a JPEG stays the file it was', async () => {
    const { pictures } = await pages({ texts: text(FIRST, 100), pictures: [photo()] })
    expect(pictures.map(({ mime, bytes }) => [mime, Buffer.from(bytes).toString('hex')])).toEqual([['image/jpeg', jpeg('议事').data]])
  })

  it('that has pixels alone becomes a PNG', async () => {
    const { pictures: [png] } = await pages({ texts: text(FIRST, 100), pictures: [photo(pixels(3, 2, '2a5d8f'))] })
    const bytes = Buffer.from(png?.bytes ?? [])
    expect(png?.mime).toBe('image/png')
    expect(bytes.subarray(12, 29).toString('hex')).toBe('4948445200000003000000020802000000')
    const length = bytes.readUInt32BE(33)
    expect(inflateSync(bytes.subarray(41, 41 + length)).toString('hex')).toBe('012a5d8f000000000000'.repeat(2))
  })

  it('cuts no sentence: it comes after the paragraph that goes on below it, or on the next page', async () => {
    const lines = text(FIRST, 100)
    const within = await pages({ texts: [...lines.slice(0, 1), ...lines.slice(1).map((line) => ({ ...line, y: 420 })), ...text(SECOND, 460)], pictures: [photo()] })
    expect(outline(within).at(-3)).toMatch(/^\[p1/)
    const over = await pages({ texts: lines.slice(0, 1), pictures: [photo()] }, { texts: [...lines.slice(1).map((line) => ({ ...line, y: 100 })), ...text(SECOND, 160)] })
    expect(outline(over)).toEqual(['城东街道', FIRST.slice(34, 38), '[p1 ]', '调解室不', SECOND.slice(34, 38)])
  })

  it('stands in its column', async () => {
    const left = column(FIRST.repeat(3), { x: 60, y: 100, width: 18 })
    const right = column(SECOND.repeat(2), { x: 310, y: 180, width: 18 })
    const document = await pages({ texts: [...left, ...right], pictures: [photo({ x: 310, y: 90, width: 216, height: 70 })] })
    expect(outline(document).findIndex((line) => line.startsWith('[p1'))).toBe(left.length)
  })

  it.each([['新华社记者 李某某摄'], ['▲议事亭一角'], ['图1 议事亭的位置']])('has “%s” below it for its caption, in letters of the size of the text too', async (caption) => {
    expect(outline(await pages({ texts: [...text(FIRST, 100), { x: 200, y: 420, text: caption }, ...text(SECOND, 480)], pictures: [photo()] }))).toContain(`[p1 ${caption}]`)
  })

  it('leaves a sub-head below it where it is', async () => {
    expect(outline(await pages({ texts: [...text(FIRST, 100), { x: 200, y: 420, text: '一、搬到门口' }, ...text(SECOND, 480)], pictures: [photo()] }))).toEqual(['城东街道', FIRST.slice(34, 38), '[p1 ]', '一、搬到', '调解室不', SECOND.slice(34, 38)])
  })
})

describe('what is no picture of the text', () => {
  const around = { texts: [...text(FIRST, 100), ...text(SECOND, 480)] }
  it.each([
    ['a mark', photo({ width: 20, height: 20 })],
    ['a rule', photo({ width: 500, height: 40 })],
    ['the page\'s background', photo({ x: 0, y: 0, width: 595, height: 842 })],
    ['what the text stands on', photo({ x: 60, y: 80, width: 480, height: 80 })],
    ['what the file calls decoration', photo({ artifact: true })],
  ])('%s', async (_, picture) => {
    expect(shown(await pages({ ...around, pictures: [picture] }))).toEqual([])
  })

  it('a logo on every page', async () => {
    expect(shown(await pages({ ...around, pictures: [photo()] }, { ...around, pictures: [photo()] }, { ...around, pictures: [photo(), photo({ y: 560, ...jpeg('调解') })] }))).toEqual([['p2', 'image/jpeg']])
  })

  it('strips of one that was cut; it is said that one is missing', async () => {
    const strip = (i: number): Picture => photo({ y: 200 + 50 * i, height: 50, ...jpeg(`第${i}条`) })
    const document = await pages({ ...around, pictures: [strip(0), strip(1), strip(2)] })
    expect([shown(document), document.warnings.map(({ text: said }) => said)]).toEqual([[], ['有 1 张图片没有读入']])
  })

  it('one that cannot be decoded; it is said that one is missing', async () => {
    const document = await pages({ ...around, pictures: [photo({ described: '/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter[/ASCIIHexDecode/DCTDecode]', data: 'ffd8ff00' })] })
    expect([shown(document), document.warnings.map(({ text: said }) => said)]).toEqual([[], ['有 1 张图片没有读入']])
  })
})

it('scans of whole books are not decoded, and it is said', async () => {
  const scan = { described: '/Width 20000/Height 20000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/ASCIIHexDecode', data: '00' }
  const document = await pages({ texts: text(FIRST, 100), pictures: [photo(scan)] })
  expect([shown(document), document.warnings.map(({ text: said }) => said)]).toEqual([[], ['文件里的图片没有读入']])
})

it('a page that is one picture keeps it, and it is said that its words were not read', async () => {
  const document = await pages({ texts: text(FIRST, 100) }, { texts: [], pictures: [photo({ x: 0, y: 0, width: 595, height: 842 })] })
  expect([outline(document).at(-1), document.warnings.map(({ text: said }) => said)]).toEqual(['[p1 ]', ['第 2 页是一整张图，没有文字层']])
})
