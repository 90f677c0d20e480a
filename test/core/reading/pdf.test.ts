import { describe, expect, it } from 'vitest'
import { read as readFile, type ReadDocument } from '../../../electron/core/reading/index.ts'
import { characterMap } from './character-maps.ts'
import { column, makePdf, type Page } from './pdf-file.ts'
import { refusalOf } from './refusal.ts'

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

describe('what a file says of itself', () => {
  const cases = ['东河社区议事角', '西河社区调解桌', '南河社区红色楼道']
  const lines = (text: string): Page['texts'] => column(`${text}里的事情由居民自己商量，商量好了写在纸上，贴在门口，大家照着做，做不到的也说出来。`, { x: 72, y: 160, width: 30 })
  const collection = cases.map((title) => ({ texts: [{ x: 200, y: 100, text: title, size: 22 }, ...lines(title)] }))
  const starts = ({ boundaries, text }: ReadDocument): readonly unknown[] => boundaries.map(({ at, basis, title }) => [basis, title, text.slice(at, at + 7)])

  it('bookmarks say where articles begin', async () => {
    const document = await read(makePdf({ pages: collection, bookmarks: cases.map((title, i) => ({ title, page: i + 1, y: 80 })) }))
    expect(starts(document)).toEqual([['bookmark', '东河社区议事角', '东河社区议事角'], ['bookmark', '西河社区调解桌', '西河社区调解桌'], ['bookmark', '南河社区红色楼道', '南河社区红色楼']])
  })

  it('bookmarks of chapters hold those of articles', async () => {
    const bookmarks = [{ title: '第一章 党建', page: 1 }, { title: '东河社区议事角', page: 1, below: true }, { title: '西河社区调解桌', page: 2, below: true }, { title: '第二章 共治', page: 3 }, { title: '南河社区红色楼道', page: 3, below: true }]
    expect(starts(await read(makePdf({ pages: collection, bookmarks }))).map((start) => Array.isArray(start) && start[1])).toEqual(cases)
  })

  it('bookmarks of sections divide nothing', async () => {
    const bookmarks = ['一、做法', '二、成效', '三、启示'].map((title, i) => ({ title, page: i + 1 }))
    expect((await read(makePdf({ pages: collection, bookmarks }))).boundaries).toEqual([])
  })

  it('where there are none, a table of contents does', async () => {
    const contents = { texts: [{ x: 260, y: 80, text: '目 录', size: 18 }, ...cases.map((title, i) => ({ x: 72, y: 120 + 24 * i, text: `${title}…………………… ${i + 2}` }))] }
    expect(starts(await pages(contents, ...collection)).map((start) => Array.isArray(start) && start.slice(0, 2))).toEqual(cases.map((title) => ['contents', title]))
  })

  it('a title that the pages bear out is a claim; names of files, offices and typists are none', async () => {
    const claims = async (info: Readonly<Record<string, string>>): Promise<unknown> => (await read(makePdf({ pages: collection, info }))).claims
    expect(await claims({ Title: '东河社区议事角', Author: 'tcx' })).toEqual([{ field: 'title', value: '东河社区议事角', from: 'properties', raw: null }])
    expect(await claims({ Title: 'Microsoft Word - 定稿3.doc' })).toEqual([])
    expect(await claims({ Title: '另一份文件的标题' })).toEqual([])
    expect(await claims({ Title: '东河社区居民委员会', Author: '张三' })).toEqual([])
  })

  it('links keep their address, scripts are none', async () => {
    const links = [{ box: [72, 88, 132, 104] as const, url: 'https://example.org/a' }, { box: [72, 118, 132, 134] as const, url: 'javascript:alert' }]
    const { tree } = await pages({ texts: [{ x: 72, y: 100, text: '全文见这里，请看。' }, { x: 72, y: 130, text: '这里没有链接。' }], links })
    expect(JSON.stringify(tree)).toContain('"url":"https://example.org/a"')
    expect(JSON.stringify(tree)).not.toContain('javascript')
  })
})

describe('a damaged text layer', () => {
  const good = column('调解员把两家人请到一张桌子旁边坐下来，先听，再问，再劝，最后把说定的事写在纸上，双方按了手印，当天就把堵住的路让开了。', { x: 72, y: 100, width: 30 })
  it('is refused when most cannot be read', async () => {
    expect((await refusalOf(pages({ texts: [{ x: 72, y: 100, text: '\uE001\uE002\uE003\uE004\uE005\uE006\uE007\uE008\uE009\uE00A' }, { x: 72, y: 130, text: '少数几个字' }] })))?.code).toBe('BAD_TEXT_LAYER')
    expect((await refusalOf(pages({ texts: column('犃犅犆犇犈犉犌犎犐犑犓犔犕犖犗犘犙犚犛犜犝犞犠犡犢犣犪犫犮犱犲犳犵犺犻犼犽犾犿狀狅狆狇狉狊狋狌狍狏狓狔狕狖狚狛狜狝狟狤狥狦', { x: 72, y: 100, width: 30 }) })))?.code).toBe('BAD_TEXT_LAYER')
  })

  it('is pointed out where a part cannot be read', async () => {
    const { warnings, text } = await pages({ texts: [...good, { x: 72, y: 300, text: '分类号犐犆犛，见附页' }, { x: 72, y: 330, text: '符号\uE001\uE002不明' }] })
    expect(warnings.map(({ rule, raw }) => [rule, text.slice(raw.start, raw.end)])).toEqual([['reading.text-layer', '犐犆犛'], ['reading.text-layer', '\uE001\uE002']])
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
