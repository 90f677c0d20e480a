import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { createSegmenter } from '../../../electron/core/language/index.ts'
import { NO_ASIDE } from '../../../electron/core/searching/index.ts'
import { type Sample, found, foundSet, indexed, segmenter } from './library.ts'

const place = (province: string | null, city: string | null = null, district: string | null = null): NonNullable<Sample['place']> => ({ province, city, district })

/** Five made-up write-ups. */
const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '楼道议事会解开停车难题', body: '清河街道组织楼道议事会，网格员逐户收集意见。老旧小区车位紧张的矛盾得到化解。', keywords: ['议事会', '停车难'], place: place('江苏省', '淮安市', '清江浦区'), date: '2022-03-22', source: '城乡周报', authors: ['周 青'] },
  { seq: 2, title: '12345热线与网格联动', body: '接到12345热线派单后，网格员十分钟到场，办结率97.6%。手机APP同步反馈。', keywords: ['12345热线', '网格员'], place: place('安徽省', '淮南市'), date: '2022-09', source: '淮畔日报', authors: ['李文', '赵敏'] },
  { seq: 3, title: '党建+信访：把矛盾化在源头', body: '“党\n\n建+信访”机制运行一年，信访积案化解过半。县(区)级中心实体入驻。', place: place('安徽省', '淮南市', '八公山区'), date: '2023-01-05', source: '淮畔日报', kind: 'case', headings: ['综治中心巡礼之三'], notes: ['孙晓岚', '编者按：本栏目持续关注信访工作。'] },
  { seq: 4, title: '全市春季植树活动', body: '植树活动在城郊举行，志愿者五百人参加。', kind: 'other', place: place('山东省'), date: '2021', origin: 'written' },
  { seq: 5, title: '一则没有出处的简讯', body: '网格中心培训网格员，人人会用終端。', kind: 'other', origin: 'bundled' },
]

describe('what is found', () => {
  test.each<[string, number[]]>([
    ['网格员', [1, 2, 5]],
    ['"党建+信访"', [3]],
    ['黨建', [3]],
    ['终端', [5]],
    ['１２３４５', [2]],
    ['"97.6%"', [2]],
    ['97', []],
    ['app', [2]],
    ['ap', []],
    ['ap*', [2]],
    ['123*', [2]],
    ['县(区)级中心', [3]],
    ['楼', [1]],
    ['囧', []],
    ['网格员 矛盾', [1]],
    ['网格员 AND 热线', [2]],
    ['矛盾 OR 植树', [1, 3, 4]],
    ['网格员 NOT 矛盾', [2, 5]],
    ['-网格员', [3, 4]],
    ['(信访 或 热线) 网格', [2]],
    ['标题:网格', [2]],
    ['正文:网格', [1, 2, 5]],
    ['关键词:停车难', [1]],
    ['标题:楼', [1]],
    ['来源:淮畔', [2, 3]],
    ['作者:周青', [1]],
    ['作者:赵敏', [2]],
    ['地区:淮南', [2, 3]],
    ['地区:安徽省淮南市', [2, 3]],
    ['地区:八公山 信访', [3]],
    ['日期:2022', [1, 2]],
    ['日期:2022-04..', [2, 3]],
    ['年份:2021..2022', [1, 2, 4]],
    ['类型:其他', [4, 5]],
    ['类型:案例 网格员', [1, 2]],
    ['孙晓岚', [3]],
    ['"巡礼之三"', [3]],
    ['岚', [3]],
    ['标题:巡礼', [3]],
    ['之三孙', []],
    ['正文:孙晓岚', []],
    ['', [1, 2, 3, 4, 5]],
    ['   ', [1, 2, 3, 4, 5]],
  ])('%s', async (query, seqs) => {
    const { index } = await indexed(SAMPLES)
    expect(foundSet(index, query)).toEqual(seqs)
    expect(index.search({ query }).total).toBe(seqs.length)
  })

  test('boolean queries are set arithmetic over their parts', async () => {
    const { index } = await indexed(SAMPLES)
    const all = SAMPLES.map(({ seq }) => seq)
    const word = fc.constantFrom('网格', '矛盾', '植树', '12345', '标题:网格', '"信访"', '楼', '地区:淮南', '类型:其他', '缺席')
    const leaf = word.map((text): Expression => ({ text, of: (lookUp) => lookUp(text) }))
    const combine = (joint: string, join: (a: readonly number[], b: readonly number[]) => number[]) => (parts: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
      fc.tuple(parts, parts).map(([a, b]) => ({ text: `(${a.text}${joint}${b.text})`, of: (lookUp) => join(a.of(lookUp), b.of(lookUp)) }))
    const operations = [
      combine(' AND ', (a, b) => a.filter((seq) => b.includes(seq))),
      combine(' 或 ', (a, b) => all.filter((seq) => a.includes(seq) || b.includes(seq))),
      combine(' NOT ', (a, b) => a.filter((seq) => !b.includes(seq))),
    ]
    const one = fc.oneof(leaf, ...operations.map((operation) => operation(leaf)))
    const tree = fc.oneof(one, ...operations.map((operation) => operation(one)))
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 3 }), (parts) => {
        const lookUp = (query: string): number[] => foundSet(index, query)
        const expected = parts.map((part) => part.of(lookUp)).reduce((a, b) => a.filter((seq) => b.includes(seq)))
        const query = parts.map(({ text }) => text).join(' ')
        const result = index.search({ query, limit: 200 })
        if (result.hints.some(({ hint }) => hint === 'soft')) return
        expect({ query, seqs: result.hits.map(({ seq }) => seq).sort() }).toEqual({ query, seqs: expected })
      }),
    )
  })
})

interface Expression {
  readonly text: string
  readonly of: (lookUp: (query: string) => readonly number[]) => readonly number[]
}

describe('order', () => {
  test('a title tells more than a body, a keyword more than a mention', async () => {
    const { index } = await indexed([
      { seq: 1, title: '甲', body: '调解。'.repeat(5) },
      { seq: 2, title: '人民调解', body: '乙' },
      { seq: 3, title: '丙', body: '调解', keywords: ['调解'] },
    ])
    expect(found(index, '调解')).toEqual([2, 3, 1])
  })

  test('words that stand together come before words that stand apart', async () => {
    const { index } = await indexed([
      { seq: 1, title: '甲', body: `网格${'，其他内容'.repeat(40)}，矛盾` },
      { seq: 2, title: '乙', body: `网格矛盾${'，其他内容'.repeat(40)}` },
    ])
    expect(found(index, '网格 矛盾')).toEqual([2, 1])
  })

  test('of equals the newer comes first, and scores fall', async () => {
    const { index } = await indexed([1, 2, 3].map((seq) => ({ seq, title: '同题', body: '调解', date: seq === 1 ? '2024' : '2020' })))
    const { hits } = index.search({ query: '调解' })
    expect(hits.map(({ seq }) => seq)).toEqual([1, 3, 2])
    expect(hits.map(({ score }) => score)).toEqual([...hits.map(({ score }) => score)].sort((a, b) => b - a))
  })

  test.each<['relevance' | 'imported' | 'date' | 'title' | 'place', number[]]>([
    ['relevance', [5, 4, 3, 2, 1]],
    ['imported', [5, 4, 3, 2, 1]],
    ['date', [3, 2, 1, 4, 5]],
    ['title', [2, 3, 1, 4, 5]],
    ['place', [2, 3, 1, 4, 5]],
  ])('everything by %s', async (sort, seqs) => {
    const { index } = await indexed(SAMPLES)
    expect(index.search({ query: '', sort }).hits.map(({ seq }) => seq)).toEqual(seqs)
  })

  test('an order follows changes', async () => {
    const { index, samples } = await indexed(SAMPLES)
    expect(index.search({ query: '', sort: 'title' }).hits[0]?.seq).toBe(2)
    samples.set(6, { seq: 6, title: '阿尔山的楼院', body: '新', date: '2030' })
    samples.delete(2)
    await index.catchUp()
    expect(index.search({ query: '', sort: 'title' }).hits.map(({ seq }) => seq)).toEqual([6, 3, 1, 4, 5])
    expect(index.search({ query: '', sort: 'date' }).hits.map(({ seq }) => seq)).toEqual([6, 3, 1, 4, 5])
  })

  test('pages follow each other without gap or repetition, also behind the entries whose texts were looked at', async () => {
    const { index } = await indexed(Array.from({ length: 137 }, (_, i) => ({ seq: i + 1, title: i % 7 === 0 ? '调解' : '其他', body: `调解${'。'.repeat(i % 5)}` })))
    const pages = [0, 40, 80, 120].flatMap((offset) => index.search({ query: '调解', offset, limit: 40 }).hits.map(({ seq }) => seq))
    expect(pages.length).toBe(137)
    expect(new Set(pages).size).toBe(137)
    expect(pages).toEqual(found(index, '调解'))
  })

  test('a filter that takes away all of the best leaves the others in their order, each once', async () => {
    const { index } = await indexed(Array.from({ length: 300 }, (_, i) => ({ seq: i + 1, title: '甲', body: `${'调解。'.repeat(1 + (i % 3))}${'走访居民。'.repeat(i % 50)}`, kind: i % 50 < 25 ? ('other' as const) : ('case' as const) })))
    const all = index.all({ query: '调解' })
    const cases = index.all({ query: '调解', filters: { ...NO_FILTERS, kind: ['case'] } })
    expect([all.length, new Set(all).size, cases.length, new Set(cases).size]).toEqual([300, 300, 150, 150])
    const behind = all.slice(80).filter((seq) => cases.indexOf(seq) >= 40)
    expect(cases.filter((seq) => behind.includes(seq))).toEqual(behind)
  })
})

describe('a word of very many entries', () => {
  test('leads to titles and new entries first, is counted exactly, and every entry can be reached', async () => {
    const { index } = await indexed(Array.from({ length: 4100 }, (_, i) => ({ seq: i + 1, title: i === 6 ? '调解' : '甲', body: '调解', kind: i % 2 === 0 ? 'case' : 'other' })))
    const { total, hits } = index.search({ query: '调解', limit: 3 })
    expect(total).toBe(4100)
    expect(hits.map(({ seq }) => seq)).toEqual([7, 4100, 4099])
    const reached = Array.from({ length: 21 }, (_, page) => index.search({ query: '调解', offset: page * 200, limit: 200 }).hits.map(({ seq }) => seq)).flat()
    expect([reached.length, new Set(reached).size]).toEqual([4100, 4100])
    expect(index.search({ query: '调解', limit: 2, filters: { ...NO_FILTERS, kind: ['other'] } })).toMatchObject({ total: 2050, hits: [{ seq: 4100 }, { seq: 4098 }] })
    expect(index.search({ query: '调解 甲', limit: 1 })).toMatchObject({ total: 4099, hits: [{ seq: 4100 }] })
  })
})

describe('facets', () => {
  test('count what is found, every level of a place, and 原文未述 last', async () => {
    const { index } = await indexed(SAMPLES)
    expect(index.search({ query: '网格员' }).facets).toEqual({
      place: [{ value: '安徽省', count: 1 }, { value: '安徽省/淮南市', count: 1 }, { value: '江苏省', count: 1 }, { value: '江苏省/淮安市', count: 1 }, { value: '江苏省/淮安市/清江浦区', count: 1 }, { value: '', count: 1 }],
      practice: [],
      year: [{ value: '2022', count: 2 }, { value: '', count: 1 }],
      source: [{ value: '城乡周报', count: 1 }, { value: '淮畔日报', count: 1 }, { value: '', count: 1 }],
      kind: [{ value: 'case', count: 2 }, { value: 'other', count: 1 }],
      origin: [{ value: 'imported', count: 2 }, { value: 'bundled', count: 1 }],
      brand: [],
      platform: [],
      label: [],
      rights: [{ value: 'cite', count: 3 }],
      status: [{ value: 'active', count: 3 }],
      review: [{ value: 'accepted', count: 3 }],
      opinion: [],
    })
  })

  test('values of one are joined by or, several by and; a city includes its districts', async () => {
    const { index } = await indexed(SAMPLES)
    const only = (filters: Partial<typeof NO_FILTERS>): number[] => index.search({ query: '', filters: { ...NO_FILTERS, ...filters } }).hits.map(({ seq }) => seq).sort()
    expect(only({ place: ['安徽省/淮南市'] })).toEqual([2, 3])
    expect(only({ place: ['安徽省/淮南市/八公山区', '山东省'] })).toEqual([3, 4])
    expect(only({ place: ['安徽省'], year: ['2023'] })).toEqual([3])
    expect(only({ place: [''] })).toEqual([5])
    expect(only({ year: [''] })).toEqual([5])
    expect(only({ source: ['淮畔日报', ''] })).toEqual([2, 3, 4, 5])
    expect(only({ kind: ['other'], origin: ['written'] })).toEqual([4])
    expect(only({ place: ['安徽'] })).toEqual([])
  })

  test('a facet counts as if nothing were chosen in it, and lists what is chosen even when nothing is left', async () => {
    const { index } = await indexed(SAMPLES)
    const { facets, total } = index.search({ query: '网格员', filters: { ...NO_FILTERS, year: ['2022', '1999'], kind: ['other'] } })
    expect(total).toBe(0)
    expect(facets.kind).toEqual([{ value: 'case', count: 2 }, { value: 'other', count: 0 }])
    expect(facets.year).toEqual([{ value: '2022', count: 0 }, { value: '1999', count: 0 }, { value: '', count: 1 }])
    expect(facets.origin).toEqual([])
  })

  test('add up, whatever is chosen', async () => {
    const { index } = await indexed(SAMPLES)
    const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.subarray(values)
    fc.assert(
      fc.property(fc.constantFrom('', '网格员', '矛盾'), some('安徽省', '江苏省', '安徽省/淮南市', ''), some('2022', '2023', ''), some<'case' | 'other'>('case', 'other'), (query, places, year, kind) => {
        const filters = { ...NO_FILTERS, place: places, year, kind }
        const { total, facets } = index.search({ query, filters })
        expect(index.search({ query, filters, limit: 200 }).hits.length).toBe(total)
        const without = { ...filters, year: [] }
        expect(facets.year.reduce((sum, { count }) => sum + count, 0)).toBe(index.search({ query, filters: without }).total)
        for (const { value, count } of facets.place) expect(index.search({ query, filters: { ...filters, place: [value] } }).total).toBe(count)
      }),
    )
  })
})

describe('soft search', () => {
  test('a title that has some of the words comes behind a text that has nearly all', async () => {
    const { index } = await indexed([
      { seq: 1, title: '无题', body: '河边的老厂区改成菜场，摊位由居民抽签，租金公开。' },
      { seq: 2, title: '菜场摊位抽签记', body: '菜场的摊位，菜场的抽签。', keywords: ['菜场', '摊位', '抽签'] },
      ...[3, 4, 5].map((seq) => ({ seq, title: '别处', body: '居民交了租金。' })),
    ])
    expect(index.search({ query: '菜场摊位居民抽签租金减免' }).hits.map(({ seq }) => seq)).toEqual([1, 2])
  })

  const sentence = '居民楼道停车矛盾怎么化解'

  test('answers a sentence that no entry has, says so, and names what each lacks', async () => {
    const { index } = await indexed(SAMPLES)
    const { hits, hints, total } = index.search({ query: sentence })
    expect(hits[0]?.seq).toBe(1)
    expect(hits[0]?.missing).toEqual(['居民楼'])
    expect(hints).toEqual([{ hint: 'soft', detail: '居民楼 停车 矛盾 化解' }])
    expect(total).toBe(hits.length)
  })

  describe('a name typed without the quotation marks that texts write in it', () => {
    const samples = [
      { seq: 1, title: '楼道里的“议事角”', body: '柳坝镇坚持和发展新时代“槐荫经验”，设立“板凳”议事会四十二个。' },
      { seq: 2, title: '槐荫经验', body: '新时代的槐荫经验在别处也有人学。' },
    ]
    test.each([
      ['新时代槐荫经验', '新时代“槐荫经验'],
      ['发展新时代槐荫经验', '发展新时代“槐荫经验'],
      ['设立板凳议事会', '设立“板凳”议事会'],
    ])('%s is found and marked', async (query, mark) => {
      const { index } = await indexed(samples)
      const { hits, hints, total } = index.search({ query })
      expect([total, hits[0]?.seq, hints]).toEqual([1, 1, []])
      const body = samples[0]?.body ?? ''
      expect(index.marks(query, { title: '', body, ...NO_ASIDE }).body.map(([start, end]) => body.slice(start, end))).toEqual([mark])
      expect(hits[0]?.snippets[0]?.marks.map(([start, end]) => hits[0]?.snippets[0]?.text.slice(start, end))).toEqual([mark])
    })
    test('is not called missing in a sentence of which other words are', async () => {
      const { index } = await indexed(samples, { segmenter: () => createSegmenter({ dictionary: [{ word: '新时代槐荫经验', frequency: 2000 }] }) })
      expect(index.search({ query: '植树活动怎样坚持新时代槐荫经验' }).hits[0]).toMatchObject({ seq: 1, missing: expect.not.arrayContaining(['新时代槐荫经验']) })
    })
    test('quoted in the query, it is exact', async () => {
      const { index } = await indexed(samples)
      expect(index.search({ query: '"新时代槐荫经验"' })).toMatchObject({ total: 0, hits: [], hints: [] })
    })
  })

  test('several words that no entry has all of', async () => {
    const { index } = await indexed(SAMPLES)
    const { hits, hints } = index.search({ query: '植树 信访 积案' })
    expect(hints[0]?.hint).toBe('soft')
    expect(hits[0]).toMatchObject({ seq: 3, missing: ['植树'] })
  })

  test.each(['矛盾大厅', '"居民楼道停车矛盾怎么化解"', '植树 AND 信访', '标题:植树信访积案', '植树 -志愿者', '囧'])('%s is exact: finding nothing is the answer', async (query) => {
    const { index } = await indexed(SAMPLES)
    expect(index.search({ query })).toMatchObject({ total: 0, hits: [], hints: [] })
  })

  test('never asks for words while an exact query answers', async () => {
    let asked = 0
    const { index } = await indexed(SAMPLES, {
      segmenter: () => {
        asked++
        return segmenter
      },
    })
    for (const query of ['', '网格员', '"党建+信访"', '网格员 矛盾', '标题:网格', '囧', '矛盾大厅']) {
      index.search({ query })
      index.marks(query, { title: SAMPLES[0]?.title ?? '', body: SAMPLES[0]?.body ?? '', ...NO_ASIDE })
    }
    expect(asked).toBe(0)
    index.search({ query: sentence })
    expect(asked).toBeGreaterThan(0)
  })

  test('an empty index is asked for no words, and no nearest wordings', async () => {
    const never = (): never => {
      throw new Error('the dictionary was loaded')
    }
    const { index } = await indexed([], { segmenter: never, nearest: never })
    expect(index.search({ query: sentence })).toMatchObject({ total: 0, hits: [], hints: [], help: { failing: [sentence], nearest: [], withoutFilters: null } })
  })
})

describe('any query', () => {
  test('is answered', async () => {
    const { index } = await indexed(SAMPLES)
    for (const query of ['(', ')', '"', '""', '-', '--', '*', 'AND', 'OR NOT', 'NEAR(网 格)', 'b : 网格', '{t b}: x', '^网格', "'; DROP TABLE doc; --", '\0', '网\0格员', '\ud842', '𠮷', '😀', '网'.repeat(10_000), '网格员，'.repeat(2500), `"${'网格员逐户'.repeat(2000)}"`, '( '.repeat(5000), 'x'.repeat(10_000), ' '.repeat(10_000), '网 '.repeat(5000)]) {
      const { total, hits } = index.search({ query })
      expect(total).toBeGreaterThanOrEqual(hits.length)
    }
    expect(foundSet(index, '网\0格员')).toEqual([1, 2, 5])
  })

  test('a long phrase is found where all of it stands, not where it begins', async () => {
    const long = '网格员逐户走访，收集意见。'.repeat(200)
    const { index } = await indexed([
      { seq: 1, title: '甲', body: `前言。${long}结尾` },
      { seq: 2, title: '乙', body: `${long.slice(0, 1500)}另一段` },
    ])
    expect(foundSet(index, `"${long}"`)).toEqual([1])
    expect(foundSet(index, `"${long.slice(0, 1400)}"`)).toEqual([1, 2])
    const run = 'x'.repeat(100)
    const other = await indexed([{ seq: 1, title: '甲', body: `${run}a` }, { seq: 2, title: '乙', body: `${run}b，县里` }])
    expect(foundSet(other.index, `"${run}b"`)).toEqual([2])
    expect(foundSet(other.index, `"${run}b，县"`)).toEqual([2])
  })

  test('where too many would have to be verified, the count is an estimate and says so', async () => {
    const long = '网格员逐户走访，收集意见。'.repeat(20)
    const { index } = await indexed(Array.from({ length: 310 }, (_, i) => ({ seq: i + 1, title: '甲', body: `${long}${i % 2}` })))
    const query = `"${long}1"`
    expect(index.search({ query })).toMatchObject({ exact: false })
    expect(index.search({ query: `${query} 甲` })).toMatchObject({ exact: false })
    expect(index.search({ query: '甲' })).toMatchObject({ exact: true, total: 310 })
  })
})
