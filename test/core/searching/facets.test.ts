import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { FACETS, type FacetName, type Filters, type FilterValues, NO_FILTERS } from '../../../electron/contract/searching.ts'
import { openIndex, type SearchIndex } from '../../../electron/core/searching/index.ts'
import { aged, indexed, optionsFor, type Sample, standing } from './library.ts'

const [grid, police, mediation] = ['grid', 'grid.police', 'mediation'].map((id) => PracticeId.parse(id))
const place = (province: string | null, city: string | null = null, district: string | null = null): NonNullable<Sample['place']> => ({ province, city, district })

/** Six made-up write-ups. */
const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '甲', body: '网格员走访，红袖章巡逻。', place: place('安徽省', '淮南市', '八公山区'), date: '2022', practices: ['grid', 'grid.police'], brands: ['红袖章', '槐荫经验'], platforms: ['一网通'], rights: 'open' },
  { seq: 2, title: '乙', body: '网格员登记。', place: place('安徽省', '淮南市'), date: '2023', practices: ['grid'], brands: ['红袖章'], rights: 'internal', review: 'pending' },
  { seq: 3, title: '丙', body: '院坝调解，网格员作证。', place: place('安徽省', '淮北市'), date: '2023', practices: ['mediation', 'grid'], brands: ['槐荫经验'], platforms: ['一网通', '解纷码'] },
  { seq: 4, title: '丁', body: '网格员停水通知。', kind: 'other', place: place('山东省'), status: 'recheck' },
  { seq: 5, title: '戊', body: '网格员旧办法，已经不用。', status: 'retired', brands: ['红袖章'], place: place('山东省') },
  { seq: 6, title: '己', body: '调解旧办法。', status: 'retired', source: '城乡周报' },
]
type Change = { readonly [Name in keyof Filters]?: Name extends 'not' ? { readonly [Facet in FacetName]?: readonly unknown[] } : readonly unknown[] }
const filtersOf = ({ not = {}, ...change }: Change): Filters => ({ ...NO_FILTERS, ...change, not: { ...NO_FILTERS.not, ...not } }) as Filters
const search = (index: SearchIndex, query: string, change: Change = {}) => {
  const { hits, facets, total } = index.search({ query, filters: filtersOf(change), limit: 200 })
  expect(hits.length).toBe(Math.min(200, total))
  return { found: hits.map(({ seq }) => seq).sort(), facets, shown: (name: FacetName) => facets[name].map(({ value, count }) => `${value} ${count}`) }
}
const index = await standing(SAMPLES)

describe('brands, platforms, rights and review', () => {
  test('are counted among what is found', () => {
    const { shown } = search(index, '')
    expect([shown('brand'), shown('platform'), shown('rights'), shown('review')]).toEqual([['槐荫经验 2', '红袖章 2'], ['一网通 2', '解纷码 1'], ['open 1', 'cite 2', 'internal 1'], ['pending 1', 'accepted 3']])
  })

  test.each<[string, Change, number[]]>([
    ['one of two brands', { brand: ['红袖章', '槐荫经验'] }, [1, 2, 3]],
    ['both brands', { brand: ['红袖章', '槐荫经验'], every: ['brand'] }, [1]],
    ['both platforms', { platform: ['一网通', '解纷码'], every: ['platform'] }, [3]],
    ['both practices', { practice: [grid, mediation], every: ['practice'] }, [3]],
    ['a practice that nothing shows beside another', { practice: [police, mediation], every: ['practice'] }, []],
    ['rights', { rights: ['open', 'internal'] }, [1, 2]],
    ['waiting for review', { review: ['pending'] }, [2]],
    ['an unknown brand', { brand: ['没有的'] }, []],
  ])('narrow: %s', (_, change, found) => {
    expect(search(index, '', change).found).toEqual(found)
  })

  test.each<[string, number[]]>([
    ['品牌：红袖', [1, 2]],
    ['品牌：槐荫 平台：解纷码', [3]],
    ['网格员 -品牌:红袖章', [3, 4]],
    ['权利：内部资料', [2]],
    ['权利:注明出处', [3, 4]],
    ['platform:一網通', [1, 3]],
    ['品牌：“红袖”章', [1, 2]],
  ])('are named in a query: %s', (query, found) => {
    expect(search(index, query).found).toEqual(found)
  })
})

describe('an excluded value', () => {
  test.each<[string, Change, number[]]>([
    ['of a place takes its districts along', { not: { place: ['安徽省/淮南市'] } }, [3, 4]],
    ['of the place not stated', { not: { place: [''] } }, [1, 2, 3, 4]],
    ['of a year', { not: { year: ['2023'] } }, [1, 4]],
    ['of a practice takes what is under it along', { not: { practice: [grid] } }, [4]],
    ['of a brand', { not: { brand: ['红袖章'] } }, [3, 4]],
    ['beside a chosen one', { place: ['安徽省'], not: { place: ['安徽省/淮南市/八公山区'] } }, [2, 3]],
    ['of several facets', { not: { kind: ['other'], rights: ['open'] } }, [2, 3]],
    ['that is also chosen', { brand: ['红袖章'], not: { brand: ['红袖章'] } }, []],
  ])('%s', (_, change, found) => {
    expect(search(index, '', change).found).toEqual(found)
  })

  test('is listed with what it keeps away; the others count without it', () => {
    const { shown } = search(index, '', { not: { place: ['安徽省/淮南市'], brand: ['红袖章'] } })
    expect(shown('place')).toEqual(['安徽省 1', '安徽省/淮北市 1', '山东省 1', '安徽省/淮南市 0'])
    expect(search(index, '', { not: { place: ['安徽省/淮南市'] } }).shown('place')).toEqual(['安徽省/淮南市 2', '安徽省 1', '安徽省/淮北市 1', '安徽省/淮南市/八公山区 1', '山东省 1'])
    expect(search(index, '', { not: { brand: ['红袖章'] } }).shown('brand')).toEqual(['红袖章 2', '槐荫经验 1'])
  })
})

describe('entries that are out of use', () => {
  test('are left out, counted, and found when they are asked for', () => {
    expect(search(index, '').found).toEqual([1, 2, 3, 4])
    expect(search(index, '').shown('status')).toEqual(['active 3', 'recheck 1', 'retired 2'])
    expect(search(index, '旧办法', { status: ['retired'] }).found).toEqual([5, 6])
    expect(search(index, '', { status: ['retired', 'recheck'] }).found).toEqual([4, 5, 6])
    expect(search(index, '状态：停用 网格员').found).toEqual([5])
    expect(search(index, '状态：停用 或 登记').found).toEqual([2, 5, 6])
    expect(search(index, '网格员 -状态:停用').found).toEqual([1, 2, 3, 4])
    expect(search(index, '', { not: { status: ['active'] } }).found).toEqual([4])
    expect(search(index, '网格员', { within: ['状态:停用'] }).found).toEqual([5])
  })

  test('of them alone the search finds nothing, and the facet says where they are', () => {
    const { found, shown } = search(index, '已经不用')
    expect([found, shown('status')]).toEqual([[], ['retired 1']])
  })
})

describe('searching in what was found', () => {
  test.each<[string, readonly string[], number[]]>([
    ['登记', ['网格员'], [2]],
    ['调解', ['网格员'], [3]],
    ['登记', ['网格员', '调解'], []],
    ['', ['网格员', '调解'], [3]],
    ['调解', ['', '  '], [3]],
    ['院坝', ['"网格员" -停水'], [3]],
  ])('%s in %j', (query, within, found) => {
    expect(search(index, query, { within }).found).toEqual(found)
  })

  test('with nothing typed keeps the order and the marks of what was searched last', () => {
    const { hits, chips, hints } = index.search({ query: ' ', filters: filtersOf({ within: ['网格员', '停水'] }) })
    expect([hits.map(({ seq }) => seq), hits[0]?.snippets[0]?.marks, chips, hints]).toEqual([[4], [[3, 5]], [], []])
  })

  test('counts the facets of what is left', () => {
    expect(search(index, '', { within: ['网格员', '院坝'] }).shown('brand')).toEqual(['槐荫经验 1'])
  })
})

describe('own labels', () => {
  const LABELS = [{ id: 'a', name: '讲课用', parent: null }, { id: 'b', name: '开场', parent: 'a' }, { id: 'c', name: '存疑', parent: null }]
  const labelled: readonly Sample[] = [
    { seq: 1, title: '甲', body: '网格员走访。', labels: ['a'] },
    { seq: 2, title: '乙', body: '网格员登记。', labels: ['b', 'c'] },
    { seq: 3, title: '丙', body: '院坝调解。', labels: ['c', 'gone'] },
    { seq: 4, title: '丁', body: '停水通知。' },
  ]

  test('are counted among what is found, with those that stand under them; what was taken away is not', async () => {
    const own = await standing(labelled, { labels: () => LABELS })
    expect([search(own, '').shown('label'), search(own, '登记').shown('label')]).toEqual([['a 2', 'c 2', 'b 1'], ['a 1', 'b 1', 'c 1']])
  })

  test.each<[string, Change, number[]]>([
    ['one, and what stands under it', { label: ['a'] }, [1, 2]],
    ['any of two', { label: ['b', 'c'] }, [2, 3]],
    ['both', { label: ['a', 'c'], every: ['label'] }, [2]],
    ['one that is left out', { not: { label: ['a'] } }, [3, 4]],
    ['one that was taken away', { label: ['gone'] }, []],
  ])('narrow: %s', async (_, change, found) => {
    expect(search(await standing(labelled, { labels: () => LABELS }), '', change).found).toEqual(found)
  })

  test.each<[string, number[]]>([['标签：讲课用', [1, 2]], ['label:开场', [2]], ['标签:课', [1, 2]], ['网格员 -标签:存疑', [1]], ['标签：没有的', []]])('are named in a query: %s', async (query, found) => {
    expect(search(await standing(labelled, { labels: () => LABELS }), query).found).toEqual(found)
  })

  test('follow the codebook without anything being written', async () => {
    let labels: readonly { readonly id: string; readonly name: string; readonly parent: string | null }[] = LABELS
    const own = await standing(labelled, { labels: () => labels })
    expect(search(own, '标签：存疑').found).toEqual([2, 3])
    labels = [{ id: 'b', name: '导入', parent: null }, { id: 'c', name: '疑问', parent: 'b' }]
    own.wordsChanged()
    expect([search(own, '标签：存疑').found, search(own, '标签：导入').found, search(own, '').shown('label')]).toEqual([[], [2, 3], ['b 2', 'c 2']])
  })

  test('are learnt by an index that did not know them, and its words are kept', async () => {
    const samples = new Map(labelled.map((sample) => [sample.seq, sample]))
    const file = await aged(samples, 'ALTER TABLE doc DROP COLUMN labels; PRAGMA user_version = 6')
    const options = optionsFor(samples)
    const old = openIndex(file, { ...options, labels: () => LABELS, library: { ...options.library, load: () => expect.unreachable() }, onDamaged: () => expect.unreachable() })
    expect([search(old, '网格员').found, search(old, '').shown('label')]).toEqual([[1, 2], []])
    await old.catchUp()
    expect(search(old, '').shown('label')).toEqual(['a 2', 'c 2', 'b 1'])
    old.close()
  })
})

describe('entries that people judge differently', () => {
  test('are counted, chosen and left out, as the library has them now', async () => {
    let differing: readonly number[] = [2, 3, 9]
    const index = await standing([1, 2, 3].map((seq): Sample => ({ seq, title: '篇', body: seq === 3 ? '停水通知。' : '网格员走访。' })), { differing: () => differing })
    expect([search(index, '').shown('opinion'), search(index, '网格员').shown('opinion')]).toEqual([['differ 2'], ['differ 1']])
    expect([search(index, '', { opinion: ['differ'] }).found, search(index, '', { not: { opinion: ['differ'] } }).found]).toEqual([[2, 3], [1]])
    expect(search(index, '网格员', { opinion: ['differ'] }).found).toEqual([2])
    differing = [1]
    expect([search(index, '').shown('opinion'), search(index, '', { opinion: ['differ'] }).found, search(index, '网格员', { opinion: ['differ'] }).found]).toEqual([['differ 1'], [1], [1]])
  })
})

describe('the counts', () => {
  const VALUES: Readonly<Record<FacetName, readonly string[]>> = {
    place: ['安徽省', '安徽省/淮南市', '安徽省/淮南市/八公山区', '山东省', ''], year: ['2022', '2023', ''], source: ['城乡周报', ''], kind: ['case', 'other'], origin: ['imported'],
    practice: ['grid', 'grid.police', 'mediation'], label: ['l1', 'l2', 'l3'], brand: ['红袖章', '槐荫经验'], platform: ['一网通', '解纷码'], rights: ['open', 'cite', 'internal'], status: ['active', 'recheck', 'retired'], review: ['pending', 'accepted'], opinion: ['differ'],
  }
  // Each facet has its key; Object.fromEntries forgets them.
  const some = fc.record(Object.fromEntries(FACETS.map((name) => [name, fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray([...VALUES[name]]) })]))) as unknown as fc.Arbitrary<FilterValues>
  const wide = standing(Array.from({ length: 120 }, (_, i): Sample => {
    const pick = <T>(of: readonly T[], by: number): T => of[(i * by + (i >> 2)) % of.length] as T
    const [province, city, district] = pick(VALUES.place, 3).split('/')
    return { seq: i + 1, title: `第${i}篇`, body: pick(['网格员', '调解', '网格员调解'], 5), place: place(province || null, city ?? null, district ?? null), date: pick(VALUES.year, 7) || null, source: pick(VALUES.source, 3) || null, kind: pick(['case', 'other'], 3), practices: VALUES.practice.filter((_value, n) => (i >> n) % 3 === 0), labels: VALUES.label.filter((_value, n) => (i >> n) % 4 === 0), brands: VALUES.brand.filter((_value, n) => (i >> n) % 2 === 0), platforms: VALUES.platform.filter((_value, n) => (i >> n) % 5 < 2), rights: pick(['open', 'cite', 'internal'], 7), status: pick(['active', 'active', 'recheck', 'retired'], 5), review: pick(['pending', 'accepted'], 11) }
  }), { labels: () => [{ id: 'l1', name: '待办', parent: null }, { id: 'l2', name: '要复核', parent: 'l1' }, { id: 'l3', name: '好例子', parent: null }], differing: () => [3, 4, 30, 31, 77, 1000] })

  test('say what a click would find, whatever is chosen, joined and excluded', async () => {
    const large = await wide
    fc.assert(
      fc.property(fc.constantFrom('', '网格员', '调解'), some, some, fc.subarray(['practice', 'label', 'brand', 'platform'] as const), (query, chosen, not, every) => {
        const filters: Filters = { ...NO_FILTERS, ...chosen, not, every }
        const { facets, total } = large.search({ query, filters, limit: 1 })
        const isOut = (name: FacetName, value: string): boolean => not[name].some((one) => value === one || (name === 'place' && one !== '' && value.startsWith(`${one}/`)))
        for (const name of FACETS) {
          for (const { value, count } of facets[name]) {
            const joined = (every as readonly FacetName[]).includes(name) ? [...chosen[name], value] : [value]
            const clicked = { ...filters, [name]: joined, not: isOut(name, value) ? { ...not, [name]: [] } : not } as Filters
            expect({ name, value, count }).toEqual({ name, value, count: large.search({ query, filters: clicked, limit: 1 }).total })
          }
        }
        expect(total).toBe(large.search({ query, filters, limit: 200 }).hits.length)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a facet of very many values', () => {
  test('lists the two hundred most frequent and what is chosen', async () => {
    const { index: large } = await indexed(Array.from({ length: 300 }, (_, i) => ({ seq: i + 1, title: '甲', body: '乙', brands: [`品牌${String(i).padStart(3, '0')}`, '都有的'], source: `媒体${i}` })))
    const { facets } = search(large, '', { brand: ['都有的', '品牌299'] })
    expect([facets.brand.length, facets.brand[0], facets.brand.at(-1)]).toEqual([202, { value: '都有的', count: 300 }, { value: '品牌299', count: 1 }])
    expect(facets.brand.slice(1, 3)).toEqual([{ value: '品牌000', count: 1 }, { value: '品牌001', count: 1 }])
    expect(search(large, '').facets.source.length).toBe(200)
  })
})

describe('what an entry is filed under', () => {
  test('is followed without its words being read again', async () => {
    const { index: own, samples } = await indexed(SAMPLES)
    samples.set(2, { ...SAMPLES[1], seq: 2, title: '乙', body: '网格员登记。', review: 'accepted', status: 'retired', rights: 'open', brands: ['新牌子'], tags: 7 })
    expect(own.difference()).toEqual({ missing: [], behind: [2], extra: [] })
    await own.catchUp()
    expect(own.difference().behind).toEqual([])
    expect(search(own, '', { status: ['retired'], brand: ['新牌子'], rights: ['open'], review: ['accepted'] }).found).toEqual([2])
  })

  test.each<[string, Partial<Sample>]>([['review', { review: 'accepted' }], ['status', { status: 'recheck' }], ['tags', { tags: 3 }]])('a change of its %s alone is noticed', async (_, change) => {
    const { index: own, samples } = await indexed(SAMPLES)
    samples.set(2, { ...SAMPLES[1], seq: 2, title: '乙', body: '网格员登记。', ...change })
    expect(own.difference().behind).toEqual([2])
  })

  test('is learnt by an index that knew practices only, and its words are kept', async () => {
    const samples = new Map(SAMPLES.map((sample) => [sample.seq, sample]))
    const file = await aged(samples, `${['brands', 'platforms', 'rights', 'status', 'review', 'keywords', 'people', 'labels'].map((column) => `ALTER TABLE doc DROP COLUMN ${column}`).join('; ')}; PRAGMA user_version = 2`)
    let loaded = 0
    const options = optionsFor(samples)
    const old = openIndex(file, { ...options, library: { ...options.library, load: (seqs) => options.library.load(seqs.filter(() => ++loaded)) }, onDamaged: () => expect.unreachable() })
    expect(old.search({ query: '网格员' }).total).toBe(5)
    await old.catchUp()
    expect([search(old, '网格员').found, search(old, '').shown('brand'), loaded]).toEqual([[1, 2, 3, 4], ['槐荫经验 2', '红袖章 2'], 0])
    old.close()
  })
})

describe('facets that nobody looks at', () => {
  test('are not counted: they come empty, and all else is the same', () => {
    const request = { query: '网格员', filters: filtersOf({ brand: ['红袖章'] }) }
    const { facets, ...found } = index.search(request)
    const { facets: none, ...same } = index.search({ ...request, facets: false })
    expect({ ...same, tookMs: 0 }).toEqual({ ...found, tookMs: 0 })
    expect([facets.place.length, Object.values(none).flat()]).toEqual([3, []])
  })

  test('and those of a further page are those of the first, until something changes', async () => {
    const { index: own } = await indexed(SAMPLES)
    const page = (offset: number) => own.search({ query: '网格员', offset, limit: 1 }).facets.brand
    expect([page(0), page(2)]).toEqual([page(1), [{ value: '槐荫经验', count: 2 }, { value: '红袖章', count: 2 }]])
    own.retag([{ seq: 2, tags: 9, practices: [], labels: [], brands: [], platforms: [], people: [], keywords: [], rights: 'cite', status: 'active', review: 'accepted' }])
    expect(page(2)).toEqual([{ value: '槐荫经验', count: 2 }, { value: '红袖章', count: 1 }])
  })
})
