import * as fc from 'fast-check'
import { encode } from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../../electron/contract/errors.ts'
import { refusalOf } from '../refusal.ts'
import { doc, type DocParts, inCell, para, rowEnd, sprm, summary } from './doc-file.ts'
import { expectLawful, outline, readNamed } from './outline.ts'

const BODY = '青禾街道把网格分到楼栋，每栋有一名楼长，居民的事先在楼里议。'
const STYLES = [{ builtIn: 0, name: '正文' }, { builtIn: 1, name: '标题 1' }, { builtIn: 62, name: '标题' }, { builtIn: 4094, name: '公文小标题', paragraph: sprm(0x2640, 1) }]
const SPECIAL = sprm(0x0855, 1)
const of = async (parts: DocParts): Promise<readonly string[]> => {
  const document = await readNamed('报告.doc', doc(parts))
  expectLawful(document)
  return outline(document)
}

describe('a Word 97–2003 document', () => {
  it('has the headings of its styles and outline levels', async () => {
    expect(await of({ styles: STYLES, main: [para('楼长的一年', { style: 2 }), para('怎样选楼长', { style: 1 }), para(BODY), para('谁来推选', { style: 3 }), para('后来', { sprms: sprm(0x2640, 0) })] })).toEqual(['h1: 楼长的一年', 'h2: 怎样选楼长', `paragraph: ${BODY}`, 'h3: 谁来推选', 'h2: 后来'])
  })
  it('has a title by custom: centred and large', async () => {
    expect(await of({ main: [{ runs: [{ text: '关于推行楼长制的意见', sprms: sprm(0x4a43, 44, 0) }], sprms: sprm(0x2461, 1) }, { runs: [{ text: BODY, sprms: sprm(0x4a43, 32, 0) }] }] })).toEqual(['h1 titled: 关于推行楼长制的意见', `paragraph: ${BODY}`])
  })
  it('has the numbers that Word counts', async () => {
    const numbered = (text: string, level: number) => para(text, { sprms: [...sprm(0x460b, 1, 0), ...sprm(0x260a, level)] })
    const levels = [{ code: 37, text: '\u0000、' }, { code: 0, text: '\u0001.' }]
    expect(await of({ levels, main: [numbered('背景', 0), numbered('登记', 1), numbered('公示', 1), numbered('做法', 0), numbered('议事', 1)] })).toEqual(['paragraph: 一、背景', 'list: 1. 登记\n2. 公示', 'paragraph: 二、做法', 'list: 1. 议事'])
  })
  it('has tables, spans laid out', async () => {
    expect(await of({ main: [inCell('指标'), inCell('数字'), rowEnd([0, 2000, 6000]), inCell('户数'), inCell('60'), inCell('户'), rowEnd([0, 2000, 4000, 6000], [0x60]), inCell('户数'), inCell('61'), inCell('户'), rowEnd([0, 2010, 4000, 6000], [0x20]), para(BODY)] })).toEqual(['table: 指标\t数字\t\n户数\t60\t户\n\t61\t户', `paragraph: ${BODY}`])
  })
  it('shows the results of fields and no hidden or deleted words', async () => {
    const field = [{ text: '\u0013', sprms: SPECIAL }, { text: ' HYPERLINK "https://qinghe.example/" ' }, { text: '\u0014', sprms: SPECIAL }, { text: '全文' }, { text: '\u0015', sprms: SPECIAL }]
    const document = await readNamed('报告.doc', doc({ main: [{ runs: [{ text: '楼长' }, { text: '组长', sprms: sprm(0x0800, 1) }, { text: '秘密', sprms: sprm(0x083c, 1) }, { text: '由居民推选，见' }, ...field, { text: '。' }] }] }))
    expectLawful(document)
    expect(document.text).toBe('楼长由居民推选，见全文。')
    expect(JSON.stringify(document.tree)).toContain('"url":"https://qinghe.example/"')
    expect(document.warnings.map(({ text }) => text)).toEqual(['有 1 处已删除的修订没有读入', '有 1 处隐藏文字没有读入'])
  })
  it('has its notes at the end and its running heads marked', async () => {
    const mark = { text: '\u0002', sprms: SPECIAL }
    expect(await of({ main: [{ runs: [{ text: '满意率98%' }, mark, { text: '。' }] }], footnotes: [[{ runs: [mark, { text: ' 访谈所得。' }] }]], heads: [para('青禾街道工作简报'), para('- 1 -')] })).toEqual(['paragraph: 满意率98%[1]。', 'note: [1] 访谈所得。', 'paragraph running-head: 青禾街道工作简报'])
  })
  it('may keep text without Han in single bytes', async () => {
    expect(await of({ main: [para('Building wardens of Qinghe'), para('2023')], single: true })).toEqual(['paragraph: Building wardens of Qinghe', 'paragraph: 2023'])
  })
  it('states its title and author in the code page of its computer', async () => {
    const properties = summary({ 2: encode('楼长的一年\0', 'gbk'), 4: encode('周青\0', 'gbk') })
    expect((await readNamed('报告.doc', doc({ main: [para(BODY)], summary: properties }))).claims.map(({ field, value, from }) => [field, value, from])).toEqual([['title', '楼长的一年', 'properties'], ['author', '周青', 'properties']])
  })
})

describe('bad Word 97–2003 documents', () => {
  const good = doc({ styles: STYLES, levels: [{ code: 37, text: '\u0000、' }], main: [para('标题', { style: 1 }), para(BODY, { sprms: sprm(0x460b, 1, 0) }), inCell('甲'), inCell('乙'), rowEnd([0, 100, 200])], footnotes: [], heads: [para('页眉')] })
  it.each<[string, string, Uint8Array]>([
    ['behind a password', 'ENCRYPTED', doc({ main: [para(BODY)], flags: 0x0300 })],
    ['of Word 95', 'UNSUPPORTED', doc({ main: [para(BODY)], ident: 0xa5dc })],
    ['of no Word at all', 'CORRUPT', doc({ main: [para(BODY)], ident: 0x1234 })],
    ['without a word', 'EMPTY', doc({ main: [para('')] })],
    ['cut off', 'CORRUPT', good.slice(0, 1500)],
  ])('%s: %s', async (_, code, bytes) => {
    expect((await refusalOf(readNamed('坏.doc', bytes)))?.code).toBe(code)
  })
  it('whatever is changed or cut off, it is read or refused', async () => {
    const change = fc.tuple(fc.oneof(fc.nat(good.length - 1), fc.integer({ min: 512, max: 1600 })), fc.oneof(fc.nat(255), fc.constantFrom(0, 255, 127, 128)))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), fc.oneof(fc.constant(good.length), fc.nat(good.length)), async (changes, length) => {
        const bytes = good.slice(0, Math.max(8, length))
        for (const [at, value] of changes) if (at >= 8) bytes[at % bytes.length] = value
        await readNamed('坏.doc', bytes).then(expectLawful, (error: unknown) => expect(error).toBeInstanceOf(Refusal))
      }),
      { numRuns: 2000 },
    )
  })
})
