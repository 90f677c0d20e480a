import { describe, expect, it } from 'vitest'
import { NO_FILTERS, type Filters } from '../../electron/contract/searching.ts'
import { ask, chosenIn, inSight, picked, put, standingOf } from '../../renderer/src/screens/library/facets/filtering.ts'
import { prune, type TreeNode } from '../../renderer/src/screens/library/facets/tree.ts'

const place = { facet: 'place', value: '浙江省/绍兴市' } as const

describe('a value of a facet', () => {
  it('is asked for, left out, or neither; never both', () => {
    const chosen = put(NO_FILTERS, place, 'chosen')
    expect([chosen.place, chosen.not.place, standingOf(chosen, 'place', place.value)]).toEqual([['浙江省/绍兴市'], [], 'chosen'])
    const excluded = put(chosen, place, 'excluded')
    expect([excluded.place, excluded.not.place, standingOf(excluded, 'place', place.value)]).toEqual([[], ['浙江省/绍兴市'], 'excluded'])
    const neither = put(excluded, place, null)
    expect(neither).toEqual(NO_FILTERS)
    expect(standingOf(neither, 'place', place.value)).toBe(null)
  })

  it('stands once, however often it is put, and leaves the filters it came from as they were', () => {
    const twice = put(put(NO_FILTERS, place, 'excluded'), place, 'excluded')
    expect(twice.not.place).toEqual(['浙江省/绍兴市'])
    expect(NO_FILTERS.not.place).toEqual([])
  })

  it('is listed in the order of the facets, chosen before left out, and counted with the searches one searches in', () => {
    const filters: Filters = { ...NO_FILTERS, year: ['2023'], place: ['浙江省'], not: { ...NO_FILTERS.not, place: ['安徽省'], kind: ['other'] }, within: ['网格'] }
    expect(picked(filters)).toEqual([
      { facet: 'place', value: '浙江省', excluded: false },
      { facet: 'place', value: '安徽省', excluded: true },
      { facet: 'year', value: '2023', excluded: false },
      { facet: 'kind', value: 'other', excluded: true },
    ])
    expect(chosenIn(filters)).toBe(5)
    expect(chosenIn(NO_FILTERS)).toBe(0)
  })

  it('is asked for with all the others of its facet, or with any', () => {
    const every = ask(ask(NO_FILTERS, 'practice', true), 'practice', true)
    expect(every.every).toEqual(['practice'])
    expect(ask(every, 'brand', true).every).toEqual(['practice', 'brand'])
    expect(ask(every, 'practice', false).every).toEqual([])
  })

  it('stays in sight when nothing holds it, under the places it lies in', () => {
    const values = [{ value: '浙江省', count: 3 }]
    expect(inSight(values, ['浙江省/绍兴市/越城区'], true)).toEqual([{ value: '浙江省', count: 3 }, { value: '浙江省/绍兴市', count: 0 }, { value: '浙江省/绍兴市/越城区', count: 0 }])
    expect(inSight([], ['甲/乙日报'], false)).toEqual([{ value: '甲/乙日报', count: 0 }])
  })
})

describe('looking for a value in a tree', () => {
  const leaf = (name: string): TreeNode => ({ value: name, name, count: 1, children: [] })
  const tree: readonly TreeNode[] = [{ ...leaf('浙江省'), children: [{ ...leaf('绍兴市'), children: [leaf('越城区'), leaf('柯桥区')] }, leaf('杭州市')] }, leaf('安徽省')]
  const names = (nodes: readonly TreeNode[]): unknown[] => nodes.map(({ name, children }) => [name, names(children)])

  it('keeps what fits, what it lies in, and what lies in it', () => {
    expect(names(prune(tree, (name) => name === '柯桥区'))).toEqual([['浙江省', [['绍兴市', [['柯桥区', []]]]]]])
    expect(names(prune(tree, (name) => name === '绍兴市'))).toEqual([['浙江省', [['绍兴市', [['越城区', []], ['柯桥区', []]]]]]])
    expect(prune(tree, () => false)).toEqual([])
  })
})
