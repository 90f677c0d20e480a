import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { grouped, storiesOf } from '../../../electron/core/searching/grouping.ts'
import { indexed, optionsFor, type Sample } from './library.ts'

const SAMPLES: readonly Sample[] = [1, 2, 3, 4, 5, 6].map((seq) => ({ seq, title: seq === 3 ? '议事亭' : `第${seq}篇`, body: seq === 6 ? '植树' : '槐树下的议事亭', kind: seq === 2 ? 'other' : 'case' }))
const over = async (pairs: readonly (readonly [number, number])[]) => {
  const { library } = optionsFor(new Map(SAMPLES.map((sample) => [sample.seq, sample])))
  return (await indexed(SAMPLES, { library: { ...library, stories: () => pairs } })).index
}

describe('a grouped search', () => {
  test('shows the best of a story, behind it the others that were found', async () => {
    const index = await over([[1, 2], [2, 3], [4, 6]])
    const { hits, total, entries } = index.search({ query: '议事亭', grouped: true })
    expect(hits.map(({ seq, alike }) => [seq, alike])).toEqual([[3, [2, 1]], [5, []], [4, []]])
    expect([total, entries]).toEqual([3, 5])
    expect(index.search({ query: '议事亭' })).toMatchObject({ total: 5, entries: 5, hits: [{ seq: 3, alike: [] }, {}, {}, {}, {}] })
  })

  test('joins what is left when the one between is filtered away, and pages by stories', async () => {
    const index = await over([[1, 2], [2, 3]])
    const request = { query: '议事亭', grouped: true, filters: { ...NO_FILTERS, kind: ['case' as const] } }
    expect(index.search(request).hits.map(({ seq, alike }) => [seq, alike])).toEqual([[3, [1]], [5, []], [4, []]])
    expect(index.search({ ...request, offset: 1, limit: 1 }).hits.map(({ seq }) => seq)).toEqual([5])
    expect(index.search({ ...request, query: '', sort: 'imported' }).hits.map(({ seq, alike }) => [seq, alike])).toEqual([[6, []], [5, []], [4, []], [3, [1]]])
    expect(index.all(request)).toEqual([3, 5, 4, 1])
  })
})

test('entries belong together exactly when pairs lead from one to the other', () => {
  const seq = fc.integer({ min: 1, max: 12 })
  fc.assert(
    fc.property(fc.array(fc.tuple(seq, seq).filter(([a, b]) => a !== b), { maxLength: 15 }), fc.shuffledSubarray(Array.from({ length: 12 }, (_, i) => i + 1)), (pairs, listed) => {
      const reach = (from: number, known: number[] = [from]): number[] => {
        const next = pairs.flatMap(([a, b]) => (known.includes(a) && !known.includes(b) ? [b] : known.includes(b) && !known.includes(a) ? [a] : []))
        return next.length === 0 ? known : reach(from, [...known, ...new Set(next)])
      }
      const groups = grouped(listed, storiesOf(pairs))
      expect(groups.flatMap(({ seq: one, alike }) => [one, ...alike]).sort((a, b) => a - b)).toEqual([...listed].sort((a, b) => a - b))
      for (const { seq: one, alike } of groups) {
        expect([one, ...alike]).toEqual(listed.filter((other) => reach(one).includes(other)))
      }
    }),
  )
})
