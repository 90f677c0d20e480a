/** Collections divided into their articles, and single articles left whole. Every text here is made up. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cleaned } from '../../../electron/core/cleaning/article.ts'
import type { Projection } from '../../../electron/core/reading/projection.ts'
import { cleanLawfully, markdown, plain, projected } from './documents.ts'

const HAN_NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十', '二十一', '二十二', '二十三', '二十四', '二十五']
const PLACES = ['沅平市青岗县', '沅平市白石街道', '临川区柳坝镇', '汶阳县云门镇', '桐江市双河社区', '北屏区鹤山街道', '清渠县石坝乡', '双河区凉亭社区']
const THINGS = ['把议事会开到凉亭里', '推行楼院“小小调解员”', '用一张清单管住小微权力', '让网格员当好信息员', '积分换来邻里和', '老兵调解室化解多年积怨', '夜间议事会让上班族也能参加', '村规民约管住大操大办']
const SENTENCES = ['大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事。', '网格员每天走访，发现问题当天登记，第二天就有人上门。', '县里把各部门的人员集中到一处，群众只进一扇门。', '村民都说，小事不出村，大事有人管，心里踏实多了。', '镇里每月开一次调度会，把没有办成的事一件件过。']
const title = (n: number): string => `${PLACES[n % PLACES.length] ?? ''}${THINGS[(n * 3 + Math.floor(n / 8)) % THINGS.length] ?? ''}`
const prose = (n: number, length = 4): string => Array.from({ length }, (_, index) => SENTENCES[(n + index) % SENTENCES.length] ?? '').join('')
const sections = (n: number): readonly string[] => ['一、主要做法', prose(n), '二、取得成效', prose(n + 1)]
const titles = ({ articles }: Cleaned): (string | null)[] => articles.map((article) => article.title)
const count = fc.integer({ min: 3, max: 25 })
const all = (n: number): string[] => Array.from({ length: n }, (_, index) => title(index))

describe('a collection comes apart into exactly its cases', () => {
  it('when they are numbered 案例一, 案例二, with the title in the line or below it', () => {
    fc.assert(fc.property(count, fc.boolean(), fc.constantFrom('案例', '典型案例'), (n, below, word) => {
      const text = all(n).map((name, index) => [`${word}${HAN_NUMBERS[index] ?? ''}${below ? '' : `：${name}`}`, ...(below ? [name] : []), prose(index), ...sections(index)].join('\n')).join('\n\n')
      const cleaned = cleanLawfully(plain(`沅平市基层治理案例选编\n\n${text}\n`))
      expect(titles(cleaned)).toEqual(all(n))
      expect(cleaned.articles.slice(1).every(({ boundary }) => boundary.basis === 'heading' && boundary.confidence >= 0.9)).toBe(true)
      expect(cleaned.articles.flatMap(({ paragraphs }) => paragraphs.filter(({ text: one }) => one.includes('案例')))).toEqual([])
    }), { numRuns: 30 })
  })

  it('when they are headings of one level, each with its own numbering', () => {
    fc.assert(fc.property(count, fc.constantFrom<1 | 2>(1, 2), (n, depth) => {
      const write = (to: Projection): void => {
        to.paragraph(['全市社会治理优秀案例汇编'], { titled: true })
        all(n).forEach((name, index) => {
          to.heading(depth, [name])
          to.paragraph([prose(index)])
          for (const line of sections(index)) to.paragraph([line])
        })
      }
      expect(titles(cleanLawfully(projected(write)))).toEqual(all(n))
    }), { numRuns: 30 })
  })

  it('under the headings of its parts, which belong to none of them', () => {
    const write = (to: Projection): void => {
      for (const [part, name] of ['党建引领', '多元解纷'].entries()) {
        to.heading(1, [`第${HAN_NUMBERS[part] ?? ''}部分 ${name}`])
        for (let index = part * 3; index < part * 3 + 3; index++) {
          to.heading(2, [title(index)])
          for (const line of [prose(index), ...sections(index)]) to.paragraph([line])
        }
      }
    }
    const cleaned = cleanLawfully(projected(write))
    expect(titles(cleaned)).toEqual(all(6))
    expect(cleaned.articles.every(({ body }) => !body.includes('部分'))).toBe(true)
  })

  it('by its table of contents, which is dropped', () => {
    fc.assert(fc.property(count, fc.constantFrom('……', '\t', '    ', '.......'), (n, leaders) => {
      const contents = all(n).map((name, index) => `${name}${leaders}${index * 3 + 1}`)
      const text = ['基层治理案例集', '目  录', ...contents, ...all(n).flatMap((name, index) => [name, prose(index), ...sections(index)])].join('\n')
      const cleaned = cleanLawfully(plain(text))
      expect(titles(cleaned)).toEqual(all(n))
      expect(cleaned.articles.map(({ boundary }) => boundary.basis).slice(1).every((basis) => basis === 'contents')).toBe(true)
      expect(cleaned.articles.every(({ body }) => !body.includes('目'))).toBe(true)
    }), { numRuns: 30 })
  })

  it('when it is a digest whose items have their own leads', () => {
    const text = ['# 每日要闻', '', ...all(6).flatMap((name, index) => [`## ${name}`, '', `沅平日报讯 （记者 温若川）4月12日，${prose(index)}`, ''])].join('\n')
    expect(titles(cleanLawfully(markdown(text)))).toEqual(all(6))
  })

  it.each([
    ['above the table of contents', (note: readonly string[], contents: readonly string[]) => [...note, ...contents]],
    ['below it', (note: readonly string[], contents: readonly string[]) => [...contents, ...note]],
  ])('and gives the editor’s note before them, %s, to the first, whose confidence the front matter leaves alone', (_, order) => {
    for (const [note, said] of [
      [['编者按：这本册子收录各地的做法。'], '这本册子收录各地的做法。'],
      [['编者按', `这本册子收录各地的做法。${prose(1)}`], `这本册子收录各地的做法。${prose(1)}`],
      [['【编者按】', '这本册子收录各地的做法。', prose(2)], `这本册子收录各地的做法。\n${prose(2)}`],
    ] as const) {
      const contents = ['目  录', ...all(4).map((name, index) => `${name}……${index * 3 + 1}`)]
      const cleaned = cleanLawfully(plain(['基层治理案例集', ...order(note, contents), ...all(4).flatMap((name, index) => [name, ...sections(index)])].join('\n')))
      expect(titles(cleaned)).toEqual(all(4))
      expect(cleaned.articles.map(({ editorNote }) => editorNote)).toEqual([said, null, null, null])
      expect([cleaned.articles[0]?.confidence, cleaned.articles[0]?.confidenceReasons]).toEqual([1, []])
    }
  })

  it('and keeps a preface as an article of its own', () => {
    const cases = all(4).flatMap((name, index) => [`案例${HAN_NUMBERS[index] ?? ''}　${name}`, prose(index), ...sections(index)])
    const cleaned = cleanLawfully(plain(['前言', `${prose(3)}为推广各地经验，编成这本册子。`, ...cases].join('\n')))
    expect(cleaned.articles).toHaveLength(5)
    expect(titles(cleaned).slice(1)).toEqual(all(4))
  })
})

describe('one article stays one', () => {
  const numbered = (mark: (n: number) => string) => (n: number): string[] => Array.from({ length: n }, (_, index) => [`${mark(index)}${['建强基层队伍', '织密服务网络', '用好民间智慧', '让规矩立起来', '把账算给群众听'][index % 5] ?? ''}`, prose(index), prose(index + 1)]).flat()
  const styles: readonly (readonly [string, (n: number) => string[]])[] = [
    ['一、', numbered((n) => `${HAN_NUMBERS[n] ?? ''}、`)], ['（一）', numbered((n) => `（${HAN_NUMBERS[n] ?? ''}）`)], ['1.', numbered((n) => `${n + 1}. `)], ['no mark', numbered(() => '')],
  ]

  it.each(styles)('with sections marked %s', (_, lines) => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 12 }), fc.boolean(), (n, named) => {
      const text = [named ? '沅平市青岗县凉亭议事的探索' : '2024年沅平市政府工作报告', ...lines(n)].join('\n')
      expect(cleanLawfully(plain(text)).articles).toHaveLength(1)
    }), { numRuns: 20 })
  })

  it.each([1, 2] as const)('with sections that are headings of level %i', (depth) => {
    const write = (heads: readonly string[]) => (to: Projection): void => {
      to.paragraph(['沅平市青岗县凉亭议事的探索'], { titled: true })
      heads.forEach((head, index) => {
        to.heading(depth, [head])
        to.paragraph([prose(index)])
      })
    }
    for (const heads of [['一、工作背景', '二、主要做法', '三、取得成效', '四、经验启示'], ['工作背景', '主要做法', '取得成效'], ['建强基层队伍', '织密服务网络', '用好民间智慧'], ['第一章 总则', '第二章 议事', '第三章 附则']]) expect(cleanLawfully(projected(write(heads))).articles).toHaveLength(1)
  })

  it('with a table of contents of its own sections', () => {
    const heads = ['一、过去五年的工作', '二、今后五年的目标', '三、今年的重点任务']
    const text = ['政府工作报告', '目录', ...heads.map((head, index) => `${head}……${index + 1}`), ...heads.flatMap((head, index) => [head, prose(index), prose(index + 2)])].join('\n')
    const cleaned = cleanLawfully(plain(text))
    expect(cleaned.articles).toHaveLength(1)
    expect(cleaned.articles[0]?.title).toBe('政府工作报告')
    expect(cleaned.articles[0]?.notices.filter(({ action }) => action === 'dropped').map(({ rule, text: told }) => [rule, told])).toEqual([['contents', '删去目录“目录”等 4 行']])
  })

  it('with two examples called 案例一 and 案例二', () => {
    const text = ['沅平市青岗县凉亭议事的探索', prose(1), '案例一：张家和李家的墙', '两家为一堵墙争了三年。', '案例二：村口的路灯', '路灯坏了没人修。', prose(2), prose(3)].join('\n')
    const cleaned = cleanLawfully(plain(text))
    expect(cleaned.articles).toHaveLength(1)
  })

  it('when the bookmarks of its format name its sections; they are offered', () => {
    const heads = ['一、工作背景', '二、主要做法', '三、取得成效']
    const document = projected((to) => heads.forEach((head, index) => {
      to.paragraph([head])
      to.paragraph([prose(index)])
    }))
    const boundaries = heads.map((head) => ({ at: document.text.indexOf(head), basis: 'bookmark' as const, title: head, claims: [] }))
    const cleaned = cleanLawfully({ ...document, boundaries })
    expect(cleaned.articles).toHaveLength(1)
    expect(cleaned.possible.map(({ at, confidence, basis }) => [at, confidence, basis])).toEqual(boundaries.map(({ at }) => [at, 0.3, 'bookmark']))
  })
})

it('what is not sure enough divides nothing and is offered, with why', () => {
  const heads = ['沅平市青岗县的凉亭', '沅平市白石街道的楼院', '临川区柳坝镇的田头']
  const write = (to: Projection): void => heads.forEach((head, index) => {
    to.heading(2, [head])
    to.paragraph([prose(index, 8)])
  })
  const document = projected(write)
  const cleaned = cleanLawfully(document)
  expect(cleaned.articles).toHaveLength(1)
  expect(cleaned.possible).toEqual(heads.map((head) => ({ at: document.text.indexOf(head), confidence: 0.3, basis: 'heading', reason: '与另外 2 处同属第 2 级标题，题目各写一地' })))
})

describe('lines that end in a number', () => {
  const entries = (gap: string): readonly string[] => ['受理矛盾纠纷', '上门走访', '当场化解', '转街道办理', '回访群众'].map((name, index) => `${name}${gap}${index * 7}`)
  it('are figures, not a table of contents', () => {
    const cleaned = cleanLawfully(plain(`${title(0)}\n\n${prose(0)}\n\n${entries('\t').join('\n')}\n\n${prose(1)}`))
    expect(cleaned.articles[0]?.body).toContain(entries('\t').slice(1).join('\n'))
  })
  it('are a table of contents without its heading when the text goes on with what they name, or leaders lead to the numbers', () => {
    const named = ['受理矛盾纠纷', '上门走访', '当场化解', '转街道办理', '回访群众']
    const contents = named.map((name, index) => `${name}\t${index + 1}`)
    const cleaned = cleanLawfully(plain([...contents, ...named.flatMap((name, index) => [name, prose(index)])].join('\n\n')))
    expect(cleaned.accounts.filter(({ rule }) => rule === 'contents').length).toBeGreaterThan(0)
    const led = cleanLawfully(plain(`${named.map((name, index) => `${name}……${index + 1}`).join('\n')}\n\n${prose(1)}`))
    expect(led.accounts.filter(({ rule }) => rule === 'contents').length).toBeGreaterThan(0)
  })
})
