import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../electron/contract/errors.ts'
import { inReadingOrder } from '../../../../electron/core/reading/pptx/order.ts'
import { refusalOf } from '../refusal.ts'
import { PNG, relation } from './docx-file.ts'
import { expectLawful, outline, readNamed } from './outline.ts'
import { at, para, place, pptx, type PptxParts, shape } from './pptx-file.ts'

const of = async (parts: PptxParts): Promise<readonly string[]> => {
  const document = await readNamed('讲稿.pptx', pptx(parts))
  expectLawful(document)
  return outline(document)
}

describe('a presentation', () => {
  it('is read slide by slide in its order, titles first, the speaker’s words behind each', async () => {
    const slides = [
      { shapes: shape('青禾街道', '', place('subTitle', 1)) + shape('楼长的一年', '', place('ctrTitle')) },
      { shapes: shape('居民推选。', at(0, 50)) + shape('怎样选楼长', at(0, 90), place('title')), notes: '这里讲一个例子。' },
      { shapes: shape('谢谢', at(0, 0)) },
    ]
    expect(await of({ slides })).toEqual(['h1 page 1: 楼长的一年', 'paragraph titled page 1: 青禾街道', 'h2 page 2: 怎样选楼长', 'paragraph page 2: 居民推选。', 'blockquote page 2: 这里讲一个例子。', 'paragraph page 3: 谢谢'])
  })
  it('is read from top to bottom and from left to right, where the layout places what the slide does not', async () => {
    const shapes = shape('右', at(200, 101)) + shape('下', '', place('body', 7)) + shape('左', at(0, 100)) + shape('上', at(0, 0, 300))
    expect(await of({ slides: [{ shapes }], layout: shape('', at(0, 300), place('body', 7)) })).toEqual(['上', '左', '右', '下'].map((words) => `paragraph page 1: ${words}`))
  })
  it('has the marks and numbers of its lists, those of the master too', async () => {
    const numbered = '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>'
    const own = shape(para('登记', numbered) + para('公示', numbered) + para('其他', '<a:pPr><a:buChar char="–"/></a:pPr>'), at(0, 0))
    const inherited = shape(para('甲') + para('无', '<a:pPr><a:buNone/></a:pPr>'), at(0, 100), place('body', 3))
    expect(await of({ slides: [{ shapes: own + inherited }], bodyStyle: '<a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr>' })).toEqual(['list page 1: 1. 登记\n2. 公示\n– 其他\n• 甲', 'paragraph page 1: 无'])
  })
  it('has tables and pictures', async () => {
    const cell = (words: string, properties = ''): string => `<a:tc${properties}><a:txBody>${para(words)}</a:txBody></a:tc>`
    const table = `<p:graphicFrame><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic><a:graphicData><a:tbl><a:tr>${cell('指标', ' gridSpan="2"')}${cell('', ' hMerge="1"')}</a:tr><a:tr>${cell('户数')}${cell('60')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
    const picture = (id: string): string => `<p:pic><p:nvPicPr><p:cNvPr id="2" name="图片 2" descr="楼长入户"/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/></p:blipFill><p:spPr>${at(0, 100)}</p:spPr></p:pic>`
    const document = await readNamed('讲稿.pptx', pptx({ slides: [{ shapes: table + picture('i') + picture('out'), relations: relation('i', 'image', '../media/1.png') + relation('out', 'image', 'file:///etc/passwd', true) }], extra: [{ name: 'ppt/media/1.png', data: PNG }] }))
    expectLawful(document)
    expect(outline(document)).toEqual(['table page 1: 指标\t\n户数\t60', 'paragraph page 1: 楼长入户'])
    expect(document.pictures.map(({ mime }) => mime)).toEqual(['image/png'])
    expect(document.warnings.map(({ text }) => text)).toEqual(['有 1 张图片没有读入'])
  })
  it('has what stands on every slide once, at the end, without numbers of slides', async () => {
    const shapes = shape('议事', at(0, 0)) + shape('青禾街道', '', place('ftr')) + shape('2', '', place('sldNum'))
    expect(await of({ slides: [{ shapes }, { shapes }], master: shape('内部培训', at(0, 0)) })).toEqual(['paragraph page 1: 议事', 'paragraph page 2: 议事', 'paragraph running-head: 青禾街道', 'paragraph running-head: 内部培训'])
  })
})

describe('bad presentations', () => {
  it.each<[string, string, Uint8Array]>([
    ['without a word', 'EMPTY', pptx({ slides: [{ shapes: '' }] })],
    ['with a declaration of entities', 'DOCTYPE', pptx({ slides: [{ shapes: shape('a') }], prolog: '<!DOCTYPE p [<!ENTITY a "b">]>' })],
    ['nested too deep', 'TOO_DEEP', pptx({ slides: [{ shapes: '<p:grpSp>'.repeat(300) + '</p:grpSp>'.repeat(300) }] })],
    ['cut off', 'CORRUPT', pptx({ slides: [{ shapes: shape('a') }] }).subarray(0, 1500)],
  ])('%s: %s', async (_, code, bytes) => {
    expect((await refusalOf(readNamed('坏.pptx', bytes)))?.code).toBe(code)
  })
  it('whatever stands on a slide, it is read or refused', async () => {
    const piece = fc.constantFrom('<p:sp>', '</p:sp>', '<p:txBody>', '</p:txBody>', '<a:p>', '</a:p>', para('字'), shape('甲', at(0, 0)), shape('乙', at(-5, 99999999999999)), shape('丙', '', place('title')), '<p:grpSp>', '</p:grpSp>', '<a:tbl>', '</a:tbl>', '<a:tr>', '</a:tr>', '<p:pic>', '</p:pic>')
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 20 }), async (pieces) => {
        await readNamed('坏.pptx', pptx({ slides: [{ shapes: pieces.join('') }] })).then(expectLawful, (error: unknown) => expect(error).toBeInstanceOf(Refusal))
      }),
      { numRuns: 300 },
    )
  })
})

describe('the order of what stands on a slide', () => {
  it('loses and doubles nothing', () => {
    const box = fc.option(fc.record({ x: fc.nat(100), y: fc.nat(100), width: fc.nat(50), height: fc.nat(50) }), { nil: null })
    fc.assert(
      fc.property(fc.array(box, { maxLength: 30 }), (boxes) => {
        const order = inReadingOrder(boxes.map((box, item) => ({ item, box })))
        expect(order.toSorted((a, b) => a - b)).toEqual(boxes.map((_, i) => i))
      }),
    )
  })
})
