import { describe, expect, it } from 'vitest'
import { read as readFile, type ReadDocument } from '../../../electron/core/reading/index.ts'
import { characterMap } from './character-maps.ts'
import { column, makePdf, type Page, type Placed } from './pdf-file.ts'

const pages = (...pages: readonly Page[]): Promise<ReadDocument> => readFile({ name: '材料.pdf', bytes: makePdf({ pages }) }, { characterMap })
const slice = ({ text }: ReadDocument, { position }: ReadDocument['tree']['children'][number]): string => text.slice(position?.start.offset, position?.end.offset)
const nodes = (document: ReadDocument): readonly (readonly [string, string])[] => document.tree.children.map((node) => [node.type, slice(document, node)])
const asides = (document: ReadDocument): readonly (readonly [string, string])[] => document.tree.children.flatMap((node) => (node.data?.aside ? [[node.data.aside.rule, slice(document, node)] as const] : []))
const body = (document: ReadDocument): string => document.tree.children.flatMap((node) => (node.data?.aside ? [] : [slice(document, node)])).join('').replaceAll(/\s/g, '')

const LEFT = '东河社区把楼道里的空房间收拾出来，办起了议事角，谁家有事都可以来坐一坐，说一说，十天里解决了七件小事，大家都说这个角落管用。'
const RIGHT = '西河社区请退休教师当调解员，每周三下午在树下摆桌子，听街坊讲道理，三个月里没有一件事闹到街道去，邻里的关系也近了许多。'

describe('columns', () => {
  it('are read one after the other', async () => {
    const document = await pages({ texts: [...column(LEFT, { x: 60, y: 100, width: 18 }), ...column(RIGHT, { x: 310, y: 100, width: 18 })] })
    expect(body(document)).toBe(LEFT + RIGHT)
  })

  it('though their lines stand on different heights', async () => {
    const document = await pages({ texts: [...column(LEFT, { x: 60, y: 100, width: 18 }), ...column(RIGHT, { x: 310, y: 107, width: 18, step: 19 })] })
    expect(body(document)).toBe(LEFT + RIGHT)
  })

  it('a sentence goes on from one to the next', async () => {
    const lines = column(LEFT + RIGHT, { x: 60, y: 100, width: 18 })
    const document = await pages({ texts: [...lines.slice(0, 4), ...lines.slice(4).map((line) => ({ ...line, x: line.x + 250, y: line.y - 80 }))] })
    expect(body(document)).toBe(LEFT + RIGHT)
    expect(document.tree.children.map(({ data }) => data?.wrapped ?? false)).toEqual(Array.from({ length: lines.length }, (_, i) => i < lines.length - 1))
  })

  it('below a headline over both, and above a paragraph over both', async () => {
    const last = '以上两个社区的做法将在全市推广，具体安排由市里另行通知，请各街道做好准备，并于月底之前报送计划。'
    const document = await pages({ texts: [{ x: 150, y: 70, text: '两个社区的小角落', size: 24 }, ...column(LEFT, { x: 60, y: 120, width: 18 }), ...column(RIGHT, { x: 310, y: 120, width: 18 }), ...column(last, { x: 60, y: 260, width: 38 })] })
    expect(body(document)).toBe(`两个社区的小角落${LEFT}${RIGHT}${last}`)
    expect(nodes(document)[0]).toEqual(['heading', '两个社区的小角落'])
  })

  it('of several articles on one page, each below its own headline', async () => {
    const texts: Placed[] = [
      { x: 60, y: 80, text: '议事角管用', size: 22 },
      ...column(LEFT, { x: 60, y: 120, width: 14 }),
      { x: 300, y: 80, text: '树下的调解桌', size: 22 },
      ...column(RIGHT.slice(0, 30), { x: 300, y: 120, width: 10, size: 12 }),
      ...column(RIGHT.slice(30), { x: 440, y: 120, width: 10, size: 12 }),
    ]
    expect(body(await pages({ texts }))).toBe(`议事角管用${LEFT}树下的调解桌${RIGHT}`)
  })
})

describe('paragraphs without indents', () => {
  const flush = (text: string, y: number): readonly Placed[] => Array.from({ length: Math.ceil(text.length / 30) }, (_, i) => ({ x: 72, y: y + 18 * i, text: text.slice(30 * i, 30 * i + 30) }))
  const full = `${LEFT.slice(0, 29)}。${RIGHT.slice(0, 29)}。`

  it('begin below a wider gap, though the line above is full', async () => {
    expect((await pages({ texts: [...flush(full, 100), ...flush(RIGHT, 161)] })).text.split('\n\n')).toHaveLength(2)
  })

  it('go on after a full stop at the edge', async () => {
    const { tree } = await pages({ texts: [...flush(full + RIGHT, 100), ...flush(LEFT, 197)] })
    expect(tree.children.slice(0, 3).map(({ data }) => data?.wrapped ?? false)).toEqual([true, true, true])
  })
})

describe('what stands on every page', () => {
  const text = (i: number): readonly Placed[] => column(`第${'一二三四'.charAt(i)}页的正文说的是${'东南西北'.charAt(i)}河社区的事情，这里的居民每个月开一次会，商量楼道里的事，记在本子上。`, { x: 72, y: 120, width: 30 })
  const four = (extra: (i: number) => readonly Placed[]): Promise<ReadDocument> => pages(...Array.from({ length: 4 }, (_, i) => ({ texts: [...text(i), ...extra(i)] })))

  it('a running head and page numbers are marked, and stay in the text', async () => {
    const document = await four((i) => [{ x: 72, y: 50, text: '社区治理工作简报', size: 9 }, { x: 280, y: 800, text: `— ${i + 1} —` }])
    expect(asides(document).map(([, words]) => words)).toEqual(['社区治理工作简报', '— 1 —', '社区治理工作简报', '— 2 —', '社区治理工作简报', '— 3 —', '社区治理工作简报', '— 4 —'])
    expect(new Set(asides(document).map(([rule]) => rule))).toEqual(new Set(['running-head']))
  })

  it('numbers alone, where they count the pages', async () => {
    expect(asides(await four((i) => [{ x: 290, y: 800, text: String(i + 1), size: 9 }]))).toHaveLength(4)
  })

  it('a line that only two pages share is text', async () => {
    expect(asides(await four((i) => (i < 2 ? [{ x: 72, y: 50, text: '编者的话', size: 9 }] : [])))).toEqual([])
  })

  it('a watermark, slanting or straight', async () => {
    const slanting = await four(() => [{ x: 150, y: 500, text: '内部资料', size: 60, turned: 315 }])
    expect(asides(slanting).filter(([rule]) => rule === 'watermark')).toHaveLength(4)
    expect(asides(await four(() => [{ x: 150, y: 500, text: '样稿', size: 60 }])).map(([rule]) => rule)).toEqual(Array.from({ length: 4 }, () => 'watermark'))
  })

  it('what the file marks as beside its text', async () => {
    expect(asides(await pages({ texts: [...text(0), { x: 72, y: 820, text: '印制单位：城东街道', size: 9, artifact: true }] }))).toEqual([['running-head', '印制单位：城东街道']])
  })

  it('unless it marks most of a page so', async () => {
    expect(asides(await pages({ texts: text(0).map((one) => ({ ...one, artifact: true })) }))).toEqual([])
  })

  it('does not part a sentence that goes on over the page', async () => {
    const lines = column(LEFT, { x: 72, y: 740, width: 30 })
    const foot = (i: number): Placed => ({ x: 280, y: 810, text: `— ${i} —` })
    const document = await pages({ texts: [...lines.slice(0, 2), foot(1)] }, { texts: [...lines.slice(2).map((line) => ({ ...line, y: 100 })), foot(2)] })
    const [, second, number] = document.tree.children
    expect([second?.data?.wrapped, number?.data?.aside?.rule]).toEqual([true, 'running-head'])
  })
})

describe('titles and headings', () => {
  const text = column(LEFT, { x: 72, y: 200, width: 36 })
  const more = column(RIGHT, { x: 72, y: 300, width: 36 })

  it('a large line in the middle is a title, two of them one title', async () => {
    const document = await pages({ texts: [{ x: 167, y: 80, text: '关于在全市推广小角落议', size: 22 }, { x: 222, y: 110, text: '事做法的通知', size: 22 }, ...text, ...more] })
    expect(nodes(document)[0]).toEqual(['heading', '关于在全市推广小角落议事做法的通知'])
    expect(document.tree.children[0]?.data).toEqual({ page: 1, titled: true })
  })

  it('a short line in another face is a heading below it', async () => {
    const document = await pages({ texts: [{ x: 150, y: 80, text: '小角落里的大事情', size: 22 }, ...text, ...more, { x: 72, y: 400, text: '一个做法', face: 'F2' }, ...column(LEFT + RIGHT, { x: 72, y: 420, width: 36 })] })
    const found = document.tree.children.flatMap((node) => (node.type === 'heading' ? [[node.depth, slice(document, node)]] : []))
    expect(found).toEqual([[1, '小角落里的大事情'], [2, '一个做法']])
  })

  it('a document number and a date are none', async () => {
    const document = await pages({ texts: [{ x: 200, y: 80, text: '东街办〔2025〕7号', size: 16 }, ...text, ...more, { x: 400, y: 500, text: '2025年7月12日', size: 16 }] })
    expect(document.tree.children.filter(({ type }) => type === 'heading')).toEqual([])
  })
})

describe('tables', () => {
  const cells = (rows: readonly (readonly string[])[], y = 300): readonly Placed[] => rows.flatMap((row, i) => row.map((text, k) => ({ x: 80 + k * 150, y: y + i * 24, text })))

  it('rows of short cells below each other', async () => {
    const document = await pages({ texts: [...column(LEFT, { x: 72, y: 100, width: 36 }), ...cells([['社区', '件数', '办结'], ['东河', '12', '11'], ['西河', '9', '9'], ['南河', '15', '14']])] })
    expect(nodes(document).at(-1)).toEqual(['table', '社区\t件数\t办结\n东河\t12\t11\n西河\t9\t9\n南河\t15\t14'])
  })

  it('a cell of two lines is one', async () => {
    const document = await pages({ texts: [...cells([['社区', '做法'], ['东河', '在楼道里办议事角'], ['西河', '在树下摆调解桌']]), { x: 230, y: 370, text: '每周三下午开' }] })
    expect(nodes(document)[0]?.[1]).toContain('西河\t在树下摆调解桌每周三下午开')
  })

  it('two lines with a gap are none', async () => {
    const document = await pages({ texts: [...cells([['主持：王老师', '记录：李老师'], ['地点：东河社区', '时间：周三']])] })
    expect(document.tree.children.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
  })
})

describe('footnotes', () => {
  it('stand at the foot in small print, and their marks refer to them', async () => {
    const document = await pages({ texts: [...column(LEFT, { x: 72, y: 100, width: 36 }), { x: 72, y: 200, text: '议事角' }, { x: 108, y: 195, text: '①', size: 7 }, { x: 116, y: 200, text: '开了三年。' }, { x: 72, y: 760, text: '① 议事角：社区公共空间的俗称。', size: 9 }] })
    expect(document.text).toContain('议事角①开了三年。')
    const note = document.tree.children.find((node) => node.type === 'footnoteDefinition')
    expect(note && [note.label, slice(document, note)]).toEqual(['①', '① 议事角：社区公共空间的俗称。'])
    expect(JSON.stringify(document.tree)).toContain('"type":"footnoteReference"')
  })
})

describe('a table of contents', () => {
  it('is marked line for line', async () => {
    const list: readonly Placed[] = [{ x: 250, y: 80, text: '目录', size: 18 }, ...['议事角', '调解桌', '红色楼道'].map((title, i) => ({ x: 72, y: 120 + 24 * i, text: `${title}……………………${i + 2}` }))]
    const document = await pages({ texts: list }, ...['议事角', '调解桌', '红色楼道'].map((title) => ({ texts: [{ x: 240, y: 80, text: title, size: 20 }, ...column(LEFT, { x: 72, y: 120, width: 36 })] })))
    expect(asides(document).map(([rule]) => rule)).toEqual(['contents', 'contents', 'contents', 'contents'])
  })
})

describe('every character is accounted for', () => {
  it('nodes follow each other without overlap, and text nodes are their slices', async () => {
    const document = await pages({ texts: [{ x: 150, y: 80, text: '小角落里的大事情', size: 22 }, ...column(LEFT, { x: 72, y: 120, width: 20 }), ...column(RIGHT, { x: 330, y: 120, width: 18 })] })
    let end = 0
    for (const node of document.tree.children) {
      const start = node.position?.start.offset ?? -1
      expect(document.text.slice(end, start).trim()).toBe('')
      end = node.position?.end.offset ?? -1
    }
    expect(end).toBe(document.text.length)
  })
})
