import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { portions } from '../../../electron/core/searching/index.ts'
import { entryOf, indexed, type Sample } from './library.ts'

const sized = (seq: number, size: number) => {
  const entry = entryOf({ seq, title: '甲', body: '' })
  return { ...entry, index: { ...entry.index, body: 'x'.repeat(size) } }
}
const sizes = (all: readonly number[]): number[][] => [...portions(all.map((size, i) => sized(i + 1, size)))].map((portion) => portion.map(({ index }) => index.body.length))

describe('many entries', () => {
  test('are written in portions of some 40,000 characters of tokens; a longer one ends its portion', () => {
    expect(sizes([])).toEqual([])
    expect(sizes([100, 200])).toEqual([[100, 200]])
    expect(sizes([20_000, 19_999, 1, 500])).toEqual([[20_000, 19_999, 1], [500]])
    expect(sizes([3000, 700_000, 10, 40_000])).toEqual([[3000, 700_000], [10, 40_000]])
    expect(sizes(Array.from({ length: 130 }, () => 1)).map(({ length }) => length)).toEqual([64, 64, 2])
  })

  test('come all, in their order', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 60_000 }), { maxLength: 30 }), (all) => { expect(sizes(all).flat()).toEqual(all) }))
  })

  test('are found as in an index made anew after each portion', async () => {
    const places = ['槐荫', '柳荫', '桐荫']
    const sample = (seq: number): Sample => ({ seq, title: `${places[seq % 3] ?? ''}议事亭之${seq}`, body: Array.from({ length: 60 }, (_, n) => `第${seq}次议事说到第${seq * 60 + n}件事，${places[(seq + n) % 3] ?? ''}社区的网格员记下。`).join('') })
    const samples = Array.from({ length: 60 }, (_, i) => sample(i + 1))
    const { index, samples: library } = await indexed([])
    let number = 0
    for (const portion of portions(samples.map(entryOf))) {
      number++
      for (const { seq } of portion) library.set(seq, sample(seq))
      index.add(portion)
      if (number % 3 !== 1) continue
      const { index: anew } = await indexed([...library.values()])
      for (const query of ['', '槐荫', '网格员 议事', '"第61件"', '事', '标题:柳荫', '柳荫社区的网格员记下了什么']) {
        const { tookMs: _, ...found } = index.search({ query })
        const { tookMs: __, ...expected } = anew.search({ query })
        expect(found).toEqual(expected)
      }
    }
    expect([number > 3, index.count]).toEqual([true, 60])
    index.verify()
  })
})
