import { describe, expect, test } from 'vitest'
import { type Filters, NO_FILTERS } from '../../../electron/contract/searching.ts'
import { indexed, type Sample, standing } from './library.ts'

const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '议事亭', body: '网格员收集意见。', place: { province: '安徽省', city: null, district: null }, brands: ['槐荫经验'] },
  { seq: 2, title: '院坝会', body: '调解员上门。', kind: 'other' },
  { seq: 3, title: '旧办法', body: '铜锣喊话。', status: 'retired' },
]
const index = await standing(SAMPLES)
const help = (query: string, filters: Partial<Filters> = {}) => index.search({ query, filters: { ...NO_FILTERS, ...filters } }).help

describe('when nothing is found', () => {
  test.each<[string, string[]]>([
    ['网格员 与 无人机', ['无人机']],
    ['"网格员" "调解员"', []],
    ['无人机 与 机器狗', ['无人机', '机器狗']],
    ['无人机 或 "机器狗"', ['无人机', '"机器狗"']],
    ['(无人机 或 网格员) "调解员"', []],
    ['网格员 -意见', []],
    ['来源:晨报 网格员', ['来源:晨报']],
    ['品牌：枫桥', ['品牌：枫桥']],
    ['标题:网格员', ['标题:网格员']],
    ['日期:1999 意见', ['日期:1999']],
    ['无人机 无人机', ['无人机']],
    ['囧', ['囧']],
  ])('%s: the parts that nothing holds are named', (query, failing) => {
    expect(help(query)).toEqual({ failing, nearest: [], withoutFilters: null })
  })

  test('in the chosen values, it is said what is there without them', () => {
    expect(help('网格员', { kind: ['other'] })).toEqual({ failing: [], nearest: [], withoutFilters: 1 })
    expect(help('', { year: ['1999'] })).toEqual({ failing: [], nearest: [], withoutFilters: 2 })
    expect(help('院坝', { within: ['网格员'] })).toEqual({ failing: [], nearest: [], withoutFilters: 1 })
    expect(help('', { within: ['网格员', '院坝'] })).toEqual({ failing: [], nearest: [], withoutFilters: 2 })
    expect(help('网格员', { not: { ...NO_FILTERS.not, place: ['安徽省'] } })?.withoutFilters).toBe(1)
  })

  test('nothing is said when something was found, or nothing was asked for', async () => {
    expect([help('网格员'), help('')]).toEqual([null, null])
    expect((await indexed([])).index.search({ query: '' }).help).toBe(null)
  })

  test('the nearest wordings are asked for what failed, and told how much another query finds', async () => {
    const { index: asking } = await indexed(SAMPLES, { nearest: (query, failing, total) => [{ word: failing[0] ?? '', text: '网格员', from: 'dictionary', query: `${query}→`, total: total('网格员') + total('铜锣') }] })
    expect(asking.search({ query: '网格园' }).help?.nearest).toEqual([{ word: '网格园', text: '网格员', from: 'dictionary', query: '网格园→', total: 1 }])
    expect(asking.search({ query: '网格员', filters: { ...NO_FILTERS, kind: ['other'] } }).help?.nearest).toEqual([])
  })
})
