import { describe, expect, test } from 'vitest'
import { createSegmenter, loadDictionary } from '../../../electron/core/language/index.ts'
import { contentFolder } from '../describing/article.ts'
import { type Sample, indexed } from './library.ts'

const segmenter = createSegmenter({ dictionary: loadDictionary(contentFolder) })

const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '错时停车', body: '老小区停车难，业委会与邻近单位谈妥，夜里借出两百个车位。' },
  { seq: 2, title: '一碗茶', body: '楼上漏水引出邻里纠纷，调解员端来一碗茶，两家当场和解。' },
  { seq: 3, title: '年度小结', body: '怎么办？大家都在问，如何解决好这些问题是年底的作业。' },
  { seq: 4, title: '加装电梯', body: '三楼与六楼的意见不同，社区开了四次协商会。' },
]
const ask = async (query: string) => {
  const { hits, hints } = (await indexed(SAMPLES, { segmenter: () => segmenter })).index.search({ query })
  return { words: hints.find(({ hint }) => hint === 'soft')?.detail ?? null, hits: hits.map(({ seq, missing }) => [seq, missing.join(' ')]) }
}

describe('a question is about what it asks for', () => {
  test.each<[string, string, [number, string][]]>([
    ['怎么解决停车难', '停车难', [[1, '']]],
    ['停车难怎么办？', '停车难', [[1, '']]],
    ['如何化解邻里纠纷', '化解 邻里纠纷', [[2, '化解']]],
    ['请问邻里纠纷如何处理呢', '邻里纠纷', [[2, '']]],
    ['小区加装电梯有没有什么好办法', '小区 加装电梯', [[4, '小区'], [1, '加装电梯']]],
  ])('%s', async (query, words, hits) => {
    expect(await ask(query)).toEqual({ words, hits })
  })

  test('outside of a question the same words count', async () => {
    expect((await ask('停车难 解决电梯')).words).toBe('停车难 解决 电梯')
  })
})
