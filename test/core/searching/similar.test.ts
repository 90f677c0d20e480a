import { describe, expect, test } from 'vitest'
import { type Sample, indexed } from './library.ts'

const sample = (seq: number, keywords: readonly string[], more: Partial<Sample> = {}): Sample => ({ seq, title: `第${seq}篇`, body: '一段话。', keywords, ...more })
const like = async (samples: readonly Sample[], seq: number, limit = 10) => (await indexed(samples)).index.similar(seq, limit)

describe('similar cases', () => {
  test('share telling words: what few entries hold tells most', async () => {
    const samples = [sample(1, ['槐荫议事', '网格员', '停车难']), sample(2, ['网格员', '停车难']), sample(3, ['槐荫议事', '停车难']), sample(4, ['网格员', '消防']), sample(5, ['网格员']), sample(6, ['植树'])]
    expect((await like(samples, 1)).map(({ seq, keywords }) => ({ seq, keywords }))).toEqual([
      { seq: 3, keywords: ['槐荫议事', '停车难'] },
      { seq: 2, keywords: ['停车难', '网格员'] },
    ])
  })

  test('one word in common is chance, with a practice it is not', async () => {
    const samples = [sample(1, ['楼长', '网格员'], { practices: ['grid'] }), sample(2, ['楼长']), sample(3, ['楼长'], { practices: ['grid'] }), sample(4, ['植树'], { practices: ['grid'] })]
    expect((await like(samples, 1)).map(({ seq, keywords, practices }) => [seq, keywords, practices])).toEqual([[3, ['楼长'], ['grid']]])
  })

  test('a brand in common counts for more than a word', async () => {
    const samples = [sample(1, ['楼长', '评理'], { brands: ['红袖章'] }), sample(2, ['楼长', '评理']), sample(3, ['楼长'], { brands: ['红袖章'] }), sample(4, ['植树'])]
    expect((await like(samples, 1)).map(({ seq }) => seq)).toEqual([3, 2])
  })

  test('equals stand newest first, the most like first, and never more than asked for', async () => {
    const samples = [sample(1, ['甲词', '乙词', '丙词']), sample(2, ['甲词', '乙词']), sample(3, ['甲词', '乙词']), sample(4, ['甲词', '乙词', '丙词']), sample(5, ['丁词'])]
    expect((await like(samples, 1)).map(({ seq, score }) => [seq, score])).toEqual([[4, 1], [3, 0.397], [2, 0.397]])
    expect((await like(samples, 1, 2)).map(({ seq }) => seq)).toEqual([4, 3])
    expect(await like(samples, 5)).toEqual([])
    expect(await like(samples, 99)).toEqual([])
  })

  test('leave out what is hidden or out of use, and follow changes', async () => {
    const samples = [sample(1, ['甲词', '乙词']), sample(2, ['甲词', '乙词'], { origin: 'bundled' }), sample(3, ['甲词', '乙词'], { status: 'retired' }), sample(4, ['甲词', '乙词'], { status: 'recheck' })]
    const { index } = await indexed(samples)
    expect(index.similar(1, 10).map(({ seq }) => seq)).toEqual([4, 2])
    index.hide(['bundled'])
    expect(index.similar(1, 10).map(({ seq }) => seq)).toEqual([4])
    index.remove([4])
    expect(index.similar(1, 10)).toEqual([])
  })
})
