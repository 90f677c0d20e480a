import { describe, expect, it } from 'vitest'
import { steps } from '../../../electron/core/reading/ofd/glyphs.ts'
import { resolvePath } from '../../../electron/core/reading/ofd/package.ts'
import { read as readFile, type ReadDocument } from '../../../electron/core/reading/index.ts'
import { makeOfd, ofdPage, ofdTexts, textObject } from './ofd-file.ts'
import { refusalOf } from './refusal.ts'

const read = (bytes: Uint8Array): Promise<ReadDocument> => readFile({ name: '公文.ofd', bytes }, { characterMap: () => null })
const page = (...pages: readonly string[]): Promise<ReadDocument> => read(makeOfd({ pages }))
const told = async (document: Promise<ReadDocument>): Promise<string> => (await document).text.replaceAll(/\s/g, '')

describe('text objects are read where they stand', () => {
  it('whatever order they are written in', async () => {
    const { text, tree } = await page(ofdTexts({ x: 30, y: 60, text: '城东街道每周五开放议事厅，居民先' }, { x: 30, y: 68, text: '到先说。' }, { x: 70, y: 30, text: '议事厅开放告知' }))
    expect(text).toBe('议事厅开放告知\n\n城东街道每周五开放议事厅，居民先\n到先说。')
    expect(tree.children.map(({ data }) => data?.wrapped ?? false)).toEqual([false, true, false])
  })

  it('letter-spacing is no blank, a gap of a character is one', async () => {
    expect(await told(page(ofdTexts({ x: 30, y: 30, text: '便民服务中心', deltaX: 'g 5 6' })))).toBe('便民服务中心')
    expect((await page(ofdTexts({ x: 30, y: 30, text: '第一章总则', deltaX: '4 4 8 4' }))).text).toBe('第一章 总则')
  })

  it('characters printed twice for bold count once', async () => {
    const twice = [...'施工许可'].flatMap((text, i) => [{ x: 30 + 4 * i, y: 30, text }, { x: 30.1 + 4 * i, y: 30.1, text }])
    expect(await told(page(ofdTexts(...twice)))).toBe('施工许可')
  })

  it('vertical writing goes from right to left', async () => {
    expect(await told(page(ofdTexts({ x: 100, y: 30, text: '邻里有事', deltaY: 'g 3 4' }, { x: 120, y: 30, text: '好商好量', deltaY: 'g 3 4' })))).toBe('好商好量邻里有事')
  })

  it('a line turned by its matrix is read along its turn', async () => {
    expect(await told(page(ofdTexts({ x: 100, y: 30, text: '侧面一行字', more: 'CTM="0 1 -1 0 0 0"' })))).toBe('侧面一行字')
  })

  it('in blocks and in composites', async () => {
    const unit = `<ofd:CompositeGraphicUnit ID="70" Width="100" Height="20"><ofd:Content>${textObject({ x: 0, y: 0, text: '组合里的字' })}</ofd:Content></ofd:CompositeGraphicUnit>`
    const bytes = makeOfd({
      pages: [ofdPage(`<ofd:PageBlock ID="6">${textObject({ x: 30, y: 30, text: '块里的字' })}</ofd:PageBlock><ofd:CompositeObject ID="7" Boundary="30 60 100 20" ResourceID="70"/>`)],
      common: '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>',
      members: [{ name: 'Doc_0/PublicRes.xml', text: `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits>${unit}</ofd:CompositeGraphicUnits></ofd:Res>` }],
    })
    expect(await told(read(bytes))).toBe('块里的字组合里的字')
  })

  it('what is not shown is not read', async () => {
    expect(await told(page(ofdTexts({ x: 30, y: 30, text: '看得见' }, { x: 30, y: 60, text: '看不见', more: 'Visible="false"' })))).toBe('看得见')
  })
})

describe('steps between characters', () => {
  it.each([
    ['4 5', 3, [4, 5]],
    ['g 2 4 9', 4, [4, 4, 9]],
    ['g 2000000000 4', 4, [4, 4, 4, 4]],
    ['g 2', 4, [0, 0]],
    ['g -5 4 7', 4, [7]],
    ['x NaN 4', 4, [0, 0, 4]],
  ])('%s', (list, characters, found) => {
    expect(steps(list, characters)).toEqual(found)
  })
})

describe('paths stay inside the package', () => {
  it.each([
    ['/Doc_0/Document.xml', 'Pages/Page_0/Content.xml', '/Doc_0/Pages/Page_0/Content.xml'],
    ['/Doc_0/Document.xml', '/Doc_0/./Pages\\P.xml', '/Doc_0/Pages/P.xml'],
    ['/Doc_0/Document.xml', '../Other/P.xml', '/Other/P.xml'],
    ['/Doc_0/Document.xml', '../../../secret', null],
    ['/OFD.xml', 'file:///secret', null],
    ['/OFD.xml', ' ', null],
  ])('%s names %s', (base, loc, path) => {
    expect(resolvePath(base, loc)).toBe(path)
  })

  it('a page outside of it is left out, the others are read', async () => {
    const bytes = makeOfd({ pages: [ofdTexts({ x: 30, y: 30, text: '这一页在里面' })], common: '<ofd:TemplatePage ID="8" BaseLoc="../../../secret"/>', document: '<ofd:Annotations>/../../secret.xml</ofd:Annotations>' })
    expect(await told(read(bytes))).toBe('这一页在里面')
  })
})

describe('what is refused', () => {
  const good = ofdTexts({ x: 30, y: 30, text: '正文一行' })
  it.each<[string, Uint8Array, string]>([
    ['pages of pictures only', makeOfd({ pages: [ofdPage('<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>')] }), 'NO_TEXT'],
    ['entities', makeOfd({ pages: [good.replace('?>', '?><!DOCTYPE x [<!ENTITY e "x">]>')] }), 'DOCTYPE'],
    ['an encrypted package', makeOfd({ pages: [good], members: [{ name: 'Encryptions.xml', text: '<a/>' }] }), 'ENCRYPTED'],
    ['no document inside', makeOfd({ pages: [good], ofd: '<OFD/>' }), 'CORRUPT'],
    ['XML cut short', makeOfd({ pages: [good.slice(0, -20)] }), 'CORRUPT'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf(read(bytes)))?.code).toBe(code)
  })
})

describe('pictures', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001149444154789c63f8cfc0004460e23f03001df003fda03309890000000049454e44ae426082', 'hex').toString('latin1')
  const resources = '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016" BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="20" Type="Image"><ofd:MediaFile>议事.png</ofd:MediaFile></ofd:MultiMedia><ofd:MultiMedia ID="21" Type="Image"><ofd:MediaFile>没有.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>'
  const words = [textObject({ x: 25, y: 30, text: '东河社区在楼下腾出一间屋子，给邻居们商量事情用。' }), textObject({ x: 60, y: 112, text: '图为东河社区的议事角', size: 3 }), textObject({ x: 25, y: 130, text: '这间屋子周末也开着，谁都可以进来坐坐。' })].join('')
  const image = (more: string): string => `<ofd:ImageObject ID="30" ResourceID="20" Boundary="50 50 80 60" ${more}/>`
  const withPictures = (...pages: readonly string[]) => read(makeOfd({ pages, common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>', members: [{ name: 'Doc_0/DocumentRes.xml', text: resources }, { name: 'Doc_0/Res/议事.png', text: PNG, latin1: true }] }))

  it('stand where the page shows them, with their caption', async () => {
    for (const more of ['', 'CTM="80 0 0 60 0 0"']) {
      const document = await withPictures(ofdPage(words + image(more)))
      expect(document.text.split('\n\n')).toEqual(['东河社区在楼下腾出一间屋子，给邻居们商量事情用。', '图为东河社区的议事角', '这间屋子周末也开着，谁都可以进来坐坐。'])
      expect(document.tree.children.map((node) => (node.type === 'paragraph' ? node.children[0]?.type : node.type))).toEqual(['text', 'image', 'text'])
      expect(document.pictures.map(({ name, mime, bytes }) => [name, mime, Buffer.from(bytes).toString('latin1')])).toEqual([['议事.png', 'image/png', PNG]])
    }
  })

  it('that are hidden are not shown, and one that is not in the package is missed', async () => {
    const document = await withPictures(ofdPage(words + image('Visible="false"') + image('').replace('"20"', '"21"')))
    expect([document.pictures, document.warnings.map(({ text }) => text)]).toEqual([[], ['有 1 张图片没有读入']])
  })
})
