import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Filters, NO_FILTERS } from '../../../electron/contract/searching.ts'
import { PracticeId } from '../../../electron/contract/practice-tag.ts'
import { openIndex, type SearchIndex } from '../../../electron/core/searching/index.ts'
import { aged, folder, indexed, optionsFor, type Sample } from './library.ts'

const [grid, police, mediation] = ['grid', 'grid.police', 'mediation'].map((id) => PracticeId.parse(id))
const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '甲', body: '网格员走访', practices: ['grid', 'grid.police'], tags: 1, place: { province: '安徽省', city: '淮南市', district: null } },
  { seq: 2, title: '乙', body: '网格员登记', practices: ['grid'], tags: 1, kind: 'other', place: { province: '安徽省', city: '淮北市', district: null } },
  { seq: 3, title: '丙', body: '院坝调解', practices: ['mediation'], tags: 1 },
  { seq: 4, title: '丁', body: '网格员停水通知' },
]
const FILED = { keywords: [], brands: [], platforms: [], people: [], labels: [], rights: 'cite', status: 'active', review: 'accepted' } as const
const search = (index: SearchIndex, query: string, filters: { readonly [Name in keyof Filters]?: readonly unknown[] } = {}) => {
  const { hits, facets, total, hints } = index.search({ query, filters: { ...NO_FILTERS, ...filters } as Filters })
  return { found: hits.map(({ seq }) => seq).sort(), practice: facets.practice.map(({ value, count }) => `${value} ${count}`), facets, total, hints: hints.map(({ hint }) => hint) }
}

describe('the practices of entries', () => {
  test('are counted among what is found, and narrow it', async () => {
    const { index } = await indexed(SAMPLES)
    expect(search(index, '').practice).toEqual(['grid 2', 'grid.police 1', 'mediation 1'])
    expect(search(index, '登记').practice).toEqual(['grid 1'])
    expect(search(index, '', { practice: [grid] })).toMatchObject({ found: [1, 2], total: 2 })
    expect(search(index, '网格员', { practice: [police, mediation] })).toMatchObject({ found: [1], total: 1 })
  })

  test('are counted as if none were chosen; the other facets as chosen', async () => {
    const { index } = await indexed(SAMPLES)
    const { practice, facets } = search(index, '', { practice: [police], kind: ['case'] })
    expect(practice).toEqual(['grid 1', 'grid.police 1', 'mediation 1'])
    expect([facets.kind, facets.place.map(({ value }) => value)]).toEqual([[{ value: 'case', count: 1 }], ['安徽省', '安徽省/淮南市']])
    expect(search(index, '停水', { practice: [grid] }).practice).toEqual(['grid 0'])
  })

  test('add up, whatever is chosen', async () => {
    const { index } = await indexed(SAMPLES)
    const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.subarray(values)
    fc.assert(
      fc.property(fc.constantFrom('', '网格员', '调解'), some(grid, police, mediation), some('安徽省', '安徽省/淮北市', ''), some('case', 'other'), (query, practice, place, kind) => {
        const { facets } = search(index, query, { practice, place, kind })
        for (const { value, count } of facets.practice) expect(search(index, query, { practice: [value], place, kind }).total).toBe(count)
        for (const { value, count } of facets.kind) expect(search(index, query, { practice, place, kind: [value] }).total).toBe(count)
      }),
    )
  })

  test('can be named in a query', async () => {
    const names = new Map([['警网融合', ['grid.police']], ['grid', ['grid']], ['治理', ['grid', 'mediation']]])
    const { index } = await indexed(SAMPLES, { practicesNamed: (text) => names.get(text) ?? [] })
    expect(search(index, '做法：警网融合').found).toEqual([1])
    expect(search(index, 'practice:GRID 登记').found).toEqual([2])
    expect(search(index, '非 做法：治理').found).toEqual([4])
    expect(search(index, '做法：没有的')).toMatchObject({ found: [], hints: [] })
    expect(index.search({ query: '做法：警网融合' }).chips).toEqual([{ label: '做法：警网融合', kind: 'field', start: 0, end: 7, group: null, word: null, alternatives: [] }])
  })
})

describe('a change of what an entry shows', () => {
  test('is followed at once, without its words being read again', async () => {
    const { index } = await indexed(SAMPLES, { practicesNamed: () => ['mediation'] })
    expect(search(index, '做法：调解').found).toEqual([3])
    index.retag([{ ...FILED, seq: 4, tags: 2, practices: ['mediation'] }, { ...FILED, seq: 3, tags: 2, practices: [] }])
    expect([search(index, '做法：调解').found, search(index, '', { practice: [mediation] }).found, search(index, '停水').found]).toEqual([[4], [4], [4]])
  })

  test('that the index missed is found when it is brought level, as is an entry that is gone', async () => {
    const { index, samples } = await indexed(SAMPLES)
    samples.set(2, { ...SAMPLES[1], seq: 2, title: '乙', body: '网格员登记', practices: ['mediation'], tags: 5 })
    samples.delete(3)
    expect(index.difference()).toEqual({ missing: [], behind: [2], extra: [3] })
    await index.catchUp()
    expect([index.difference(), search(index, '').practice]).toEqual([{ missing: [], behind: [], extra: [] }, ['grid 1', 'grid.police 1', 'mediation 1']])
  })

  test('is there after the index is opened again, and after it is made anew', async () => {
    const file = join(folder(), 'search.db')
    const samples = new Map(SAMPLES.map((sample) => [sample.seq, sample]))
    const first = openIndex(file, optionsFor(samples))
    await first.catchUp()
    first.retag([{ ...FILED, seq: 4, tags: 2, practices: ['grid'] }])
    samples.set(4, { seq: 4, title: '丁', body: '网格员停水通知', practices: ['grid'], tags: 2 })
    first.close()
    const second = openIndex(file, optionsFor(samples))
    expect([second.difference(), search(second, '', { practice: [grid] }).found]).toEqual([{ missing: [], behind: [], extra: [] }, [1, 2, 4]])
    await second.rebuild()
    expect(search(second, '', { practice: [grid] }).found).toEqual([1, 2, 4])
    second.close()
  })
})

test('an index of the version before, which knew of no practices, keeps its words and learns them', async () => {
  const samples = new Map(SAMPLES.map((sample) => [sample.seq, sample]))
  const file = await aged(samples, `${['practices', 'tags', 'brands', 'platforms', 'rights', 'status', 'review', 'keywords', 'people', 'labels'].map((column) => `ALTER TABLE doc DROP COLUMN ${column}`).join('; ')}; PRAGMA user_version = 1`)
  const index = openIndex(file, { ...optionsFor(samples), onDamaged: () => expect.unreachable() })
  expect([search(index, '网格员').found, index.difference()]).toEqual([[1, 2, 4], { missing: [], behind: [1, 2, 3, 4], extra: [] }])
  await index.catchUp()
  expect(search(index, '').practice).toEqual(['grid 2', 'grid.police 1', 'mediation 1'])
  index.close()
})
