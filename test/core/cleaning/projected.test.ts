/** Documents of formats that are not text themselves: tables, notes, pictures, links, what stands beside the article, boundaries. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CleanArticle } from '../../../electron/core/cleaning/article.ts'
import { clean } from '../../../electron/core/cleaning/index.ts'
import type { Inline, Projection } from '../../../electron/core/reading/projection.ts'
import { cleanLawfully, markdown, pictureOf, projected, told } from './documents.ts'
import { expectLawful } from './law.ts'

function only(write: (projection: Projection) => void, pictures: readonly string[] = []): CleanArticle {
  const [article, ...others] = cleanLawfully(projected(write, { pictures: pictures.map(pictureOf) })).articles
  if (!article || others.length > 0) throw new Error('expected one article')
  return article
}
const shown = ({ paragraphs }: CleanArticle): string[] => paragraphs.map(({ kind, text }) => `${kind} ${text}`)
const TEXT = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事。'

describe('a table', () => {
  it('is one paragraph a row, with a tab between cells and empty cells in their columns', () => {
    const article = only((to) => to.table([[['年份'], ['件数'], ['备注']], [['2023'], [], ['全年']], [[], ['41'], []]]))
    expect(shown(article)).toEqual(['table 年份\t件数\t备注', 'table 2023\t\t全年', 'table \t41\t'])
    expect(article.notices).toEqual([])
  })

  it('of Markdown reads the same', () => {
    const [article] = cleanLawfully(markdown('| 年份 | 件数 | 备注 |\n| --- | --- | --- |\n| 2023 |  | 全年 |\n|  | 41 |  |\n')).articles
    expect(article && shown(article)).toEqual(['table 年份\t件数\t备注', 'table 2023\t\t全年', 'table \t41\t'])
  })

  it('keeps a tab inside a cell from beginning another', () => {
    expect(shown(only((to) => to.table([[['甲\t乙'], ['丙']]])))).toEqual(['table 甲 乙\t丙'])
  })
})

describe('links and notes', () => {
  it('refer from where their words stand, also after the line was changed', () => {
    const article = only((to) => {
      to.paragraph(['\u200B详见', { text: '办事指南', href: 'https://example.invalid/a' }, '，共三条', { text: '①', note: 'n1' }, '。'])
      to.note('n1', ['① 数据到2023年底。'])
    })
    expect(shown(article)).toEqual(['paragraph 详见办事指南，共三条①。', 'note ① 数据到2023年底。'])
    expect(article.references).toEqual([
      { kind: 'link', start: 2, end: 6, target: 'https://example.invalid/a' },
      { kind: 'note', start: 10, end: 11, target: 'n1' },
      { kind: 'note-text', start: 13, end: 25, target: 'n1' },
    ])
  })

  it('of Markdown are read alike, by their definitions', () => {
    const [article] = cleanLawfully(markdown('详见[指南][a]，共三条[^注]。\n\n[a]: https://example.invalid/a\n[b]: https://example.invalid/b\n\n[^注]: 数据到2023年底。\n')).articles
    expect(article && shown(article)).toEqual(['paragraph 详见指南，共三条[注]。', 'note [注] 数据到2023年底。'])
    expect(article?.references.map(({ kind, target }) => [kind, target])).toEqual([['link', 'https://example.invalid/a'], ['note', '注'], ['note-text', '注']])
    expect(article?.notices.map(({ before }) => before)).toEqual(['[b]: https://example.invalid/b'])
  })

  it('that lead nowhere or could run something are only words', () => {
    const [article] = cleanLawfully(markdown('[甲](javascript:alert(1))和[乙](a.docx)和[丙](#c)。')).articles
    expect(article?.body).toBe('甲和乙和丙。')
    expect(article?.references).toEqual([])
    expect(article?.notices.map(({ text }) => text)).toEqual(['链接“甲”只保留文字', '链接“乙”只保留文字'])
  })
})

describe('pictures', () => {
  it('are paragraphs of their own, with their words or a sign that stands for them', () => {
    const article = only((to) => {
      to.paragraph([{ text: '', picture: 'p1' }])
      to.paragraph([{ text: '凉亭议事', picture: 'p2' }, '村民在凉亭议事。'])
    }, ['p1', 'p2'])
    expect(shown(article)).toEqual(['picture ［图片］', 'picture 凉亭议事', 'paragraph 村民在凉亭议事。'])
    expect(article.pictures).toEqual([{ id: 'p1', start: 0, end: 4, alt: '' }, { id: 'p2', start: 5, end: 9, alt: '凉亭议事' }])
  })

  it('in the midst of a sentence come after it, and its words with them', () => {
    const article = only((to) => to.paragraph(['点击', { text: '放大镜', picture: 'p1' }, '开始查询', { text: '', picture: 'p2' }, '。']), ['p1', 'p2'])
    expect(shown(article)).toEqual(['paragraph 点击开始查询。', 'picture 放大镜', 'picture ［图片］'])
    expect(told(article, 'picture')).toEqual([{ action: 'moved', before: '放大镜', after: '' }])
  })

  it('in a table come below it', () => {
    expect(shown(only((to) => to.table([[['甲'], [{ text: '印章', picture: 'p1' }]], [['乙'], ['丙']]]), ['p1']))).toEqual(['table 甲\t印章', 'table 乙\t丙', 'picture 印章'])
  })
})

describe('what reading says stands beside the article', () => {
  it('is dropped under its rule, once for what follows each other, and a sentence goes on across it', () => {
    const head = { aside: { rule: 'running-head', reason: '每页上方都是这一行' } } as const
    const article = only((to) => {
      to.paragraph(['青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件'], { wrapped: true })
      to.paragraph(['— 3 —'], head)
      to.paragraph(['青岗治理'], head)
      to.paragraph(['地办，三个月来办成了四十多件实事，群众都说好。'])
      to.paragraph(['草稿'], { aside: { rule: 'watermark', reason: '斜放在页面上的大字' } })
    })
    expect(shown(article)).toEqual(['paragraph 青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事，群众都说好。'])
    expect(article.notices.filter(({ action }) => action === 'dropped').map(({ rule, text, reason }) => [rule, text, reason])).toEqual([
      ['running-head', '删去书眉、页脚或页码“— 3 —”等 2 行', '每页上方都是这一行'],
      ['watermark', '删去水印“草稿”', '斜放在页面上的大字'],
    ])
  })

  it('stays when a person switches the rule off', () => {
    const document = projected((to) => {
      to.paragraph([TEXT])
      to.paragraph(['凉亭治理，第三期。'], { aside: { rule: 'running-head', reason: '页码' } })
    })
    expect(clean(document, { boundaries: null, off: ['running-head'] }).articles[0]?.body).toBe(`${TEXT}\n凉亭治理，第三期。`)
  })
})

describe('boundaries', () => {
  const rows = projected((to) => {
    for (const title of ['凉亭议事', '楼道议事', '田头议事']) {
      to.paragraph([title])
      to.paragraph([TEXT])
    }
  })
  const starts = [0, 1, 2].map((n) => rows.text.indexOf(['凉亭议事', '楼道议事', '田头议事'][n] ?? ''))

  it('that the format tells divide the file, each with its claims', () => {
    const document = { ...rows, boundaries: starts.map((at, n) => ({ at, basis: 'row' as const, title: null, claims: [{ field: 'date' as const, value: `2023-0${n + 1}-01`, from: 'column' as const, raw: null }] })) }
    const { articles } = cleanLawfully(document)
    expect(articles.map(({ boundary }) => [boundary.at, boundary.basis, boundary.confidence])).toEqual(starts.map((at) => [at, 'row', 1]))
  })

  it('that a person gives win over those of the format', () => {
    const document = { ...rows, boundaries: starts.map((at) => ({ at, basis: 'bookmark' as const, title: null, claims: [] })) }
    const cleaned = clean(document, { boundaries: [0, starts[2] ?? 0], off: [] })
    expectLawful(document, cleaned)
    expect(cleaned.articles.map(({ boundary: { at, basis } }) => [at, basis])).toEqual([[0, 'person'], [starts[2], 'person']])
  })
})

it('accounts for every character of any document', () => {
  const words = fc.constantFrom('青岗县', '议事，', '村民都说“好”。', 'Grid ', ' ', '\t', '⻓', '\u200B', '来源：沅平日报', '一、凉亭议事', '（下转四版）', '12', TEXT, '')
  const inline: fc.Arbitrary<Inline> = fc.oneof(words, fc.record({ text: words, picture: fc.constantFrom('p1', 'p2') }), fc.record({ text: words, href: fc.constant('https://example.invalid/') }), fc.record({ text: words, note: fc.constantFrom('n1', 'n2') }), fc.record({ text: words, strong: fc.constant(true) }))
  const line = fc.array(inline, { maxLength: 5 })
  const data = fc.constantFrom(undefined, { aside: { rule: 'running-head' as const, reason: '书眉' } }, { titled: true }, { wrapped: true, page: 2 })
  const block = fc.oneof(
    fc.tuple(line, data).map(([one, hints]) => (to: Projection) => to.paragraph(one, hints)),
    fc.tuple(line, data).map(([one, hints]) => (to: Projection) => to.line(one, hints)),
    line.map((one) => (to: Projection) => to.heading(2, one)),
    fc.array(line, { maxLength: 3 }).map((items) => (to: Projection) => to.list(items)),
    fc.array(line, { maxLength: 3 }).map((items) => (to: Projection) => to.quote(items)),
    fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { maxLength: 3 }).map((cells) => (to: Projection) => to.table(cells)),
    line.map((one) => (to: Projection) => to.note('n1', one)),
  )
  const holds = fc.property(fc.array(block, { minLength: 1, maxLength: 10 }), fc.array(fc.nat(200), { maxLength: 3 }), (blocks, cuts) => {
    const document = projected((to) => blocks.forEach((write) => write(to)), { pictures: ['p1', 'p2'].map(pictureOf) })
    if (document.text.trim() === '') return
    expectLawful(document, clean(document))
    expectLawful(document, clean(document, { boundaries: [0, ...cuts.toSorted((a, b) => a - b)], off: [] }))
  })
  expect(() => fc.assert(holds, { numRuns: 300 })).not.toThrow()
})
