import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { found, indexed, type Sample } from './library.ts'

const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '网格里的调解', body: '网格员上门。调解员坐堂，调解当天办结。', keywords: ['调解'], date: '2025', headings: ['调解故事'], notes: ['李调解'] },
  { seq: 2, title: '一则消息', body: `调解。${'别的事情。'.repeat(60)}网格也有。`, date: '2010' },
  { seq: 3, title: '网格调解', body: '网格 调解' },
  { seq: 4, title: '植树', body: '植树活动' },
]
const parts = ({ parts: all }: { parts: readonly { part: string; value: number; detail: string }[] }) => all.map(({ part, value, detail }) => `${part} ${value} ${detail}`)

test('an explanation names what a hit owes its place to', async () => {
  const { index } = await indexed(SAMPLES)
  expect(parts(index.explain(1, { query: '网格 调解' }))).toEqual(['together 5.126 2/2', 'title 5 网格、调解', 'words 2.794 网格、调解×2', 'keywords 0.75 调解'])
})

test('its parts add up to the score of the hit, whatever is asked', async () => {
  const { index } = await indexed(SAMPLES)
  fc.assert(
    fc.property(fc.array(fc.constantFrom('网格', '调解', '标题:调解', '关键词:调解', '"当天办结"', '植树', '或', '-消息', '居民停车矛盾怎么调解'), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')), (query) => {
      for (const { seq, score } of index.search({ query }).hits) {
        const explanation = index.explain(seq, { query })
        expect(explanation.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(explanation.score, 6)
        expect(Math.abs(explanation.score - score)).toBeLessThan(0.005)
        expect(explanation.parts.map(({ value }) => value)).toEqual(explanation.parts.map(({ value }) => value).sort((a, b) => b - a))
      }
    }),
  )
})

test('nothing is explained where nothing was asked by words, or the entry is not found', async () => {
  const { index } = await indexed(SAMPLES)
  for (const [seq, query] of [[1, ''], [1, '类型:案例'], [4, '网格'], [99, '网格']] as const) expect(index.explain(seq, { query })).toEqual({ score: 0, parts: [] })
  expect(index.explain(1, { query: '', filters: { ...NO_FILTERS, within: ['网格'] } }).parts.length).toBeGreaterThan(0)
})

test('the same question has the same answer, in an index made anew too', async () => {
  const query = '网格 调解'
  const [one, other] = [await indexed(SAMPLES), await indexed([...SAMPLES].reverse())]
  expect(found(one.index, query)).toEqual(found(other.index, query))
  expect(one.index.explain(1, { query })).toEqual(other.index.explain(1, { query }))
})
