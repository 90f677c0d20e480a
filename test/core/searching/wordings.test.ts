import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NO_FILTERS } from '../../../electron/contract/searching.ts'
import { editDistance } from '../../../electron/core/searching/edit-distance.ts'
import type { KnownWords } from '../../../electron/core/searching/vocabulary.ts'
import { type Sample, found, indexed } from './library.ts'

const SAMPLES: readonly Sample[] = [
  { seq: 1, title: '楼道议事会解开停车难题', body: '清河街道的网格员逐户收集意见，调解员到场。', keywords: ['网格员', '议事会', '调解'], place: { province: '江苏省', city: '淮安市', district: '清江浦区' }, authors: ['单晓明'], notes: ['单晓明'] },
  { seq: 2, title: '一碗茶里的和解', body: '调解工作室的马友利端出一碗茶，微网格里的事不出巷。', keywords: ['调解', '微网格'], place: { province: '安徽省', city: '六安市', district: null }, brands: ['红袖章'], people: ['马友利'] },
  { seq: 3, title: '信访代办员的一天', body: '代办员替老人跑腿，初信初访有回音。', keywords: ['信访', '代办员'], place: { province: '山东省', city: '菏泽市', district: '单县' } },
]
const WORDS: KnownWords = { dictionary: ['网格员', '网格', '调解', '信访', '综治中心'], practices: ['网格化治理', '纠纷调解'], labels: ['上课讲的'] }
const open = async (samples: readonly Sample[] = SAMPLES, words: () => KnownWords = () => WORDS) => {
  const { index } = await indexed(samples, { words })
  await index.wordings?.learned()
  return index
}

describe('letters for sounds', () => {
  test.each<[string, number[], string]>([
    ['wanggeyuan', [1], '网格员'],
    ['wgy', [1], '网格员'],
    ['WangGeYuan', [1], '网格员'],
    ['wang ge yuan', [1], '网格员'],
    ['tiaojie', [1, 2], '调解'],
    ['xinfang', [3], '信访'],
    ['luan', [], ''],
    ['shanxiaoming', [1], '单晓明'],
    ['mayouli', [2], '马友利'],
    ['myl', [2], '马友利'],
    ['hongxiuzhang', [], ''],
    ['louidao', [], ''],
    ['yishihui', [1], '议事会'],
    ['yiwancha', [2], '一碗茶'],
    ['zongzhizhongxin', [], ''],
    ['wg', [], ''],
  ])('%s', async (query, seqs, means) => {
    const index = await open()
    const { hits, chips } = index.search({ query })
    expect(hits.map(({ seq }) => seq)).toEqual(seqs)
    expect(chips.filter(({ kind }) => kind === 'pinyin').flatMap(({ alternatives }) => alternatives).join(' ')).toBe(means)
  })

  test('a chip says what the letters mean, and they are taken as letters when asked to', async () => {
    const index = await open()
    const { chips } = index.search({ query: 'tiaojie 一碗茶' })
    expect(chips.map(({ kind, label, start, end, word }) => ({ kind, label, start, end, word }))).toEqual([
      { kind: 'words', label: 'tiaojie', start: 0, end: 8, word: null },
      { kind: 'pinyin', label: '调解', start: 0, end: 7, word: 'tiaojie' },
      { kind: 'words', label: '一碗茶', start: 7, end: 11, word: null },
    ])
    expect(index.search({ query: 'tiaojie', filters: { ...NO_FILTERS, literal: ['tiaojie'] } }).total).toBe(0)
    expect(found(index, '"tiaojie"')).toEqual([])
  })

  test('what holds the letters stands first, and many of those leave no room for sounds', async () => {
    const lan = (seq: number): Sample => ({ seq, title: `第${seq}篇`, body: '平台叫 tiaojie，人人会用。' })
    expect(found(await open([...SAMPLES, lan(4)]), 'tiaojie')).toEqual([4, 1, 2])
    expect(found(await open([...SAMPLES, lan(4), lan(5), lan(6)]), 'tiaojie')).toEqual([6, 5, 4])
  })

  test('bodies are not compared by sound', async () => {
    expect(found(await open(), 'paotui')).toEqual([])
  })

  test('without words to learn from, letters are letters', async () => {
    const { index } = await indexed(SAMPLES)
    expect([index.wordings, found(index, 'wanggeyuan')]).toEqual([null, []])
  })
})

describe('suggestions', () => {
  const suggest = async (typed: string, recent: readonly string[] = [], limit = 8) => ((await open()).wordings?.suggest(typed, recent, limit) ?? []).map(({ from, text, query, seq }) => `${from} ${text}${query === text ? '' : ` → ${query}`}${seq === null ? '' : ` #${seq}`}`)

  test('go on as typed, words before pieces before titles', async () => {
    expect(await suggest('网格')).toEqual(['dictionary 网格员', 'practice 网格化治理 → 做法：网格化治理', 'keyword 微网格'])
    expect(await suggest('议事')).toEqual(['keyword 议事会', 'title 楼道议事会解开停车难题 #1'])
    expect(await suggest('马友')).toEqual(['name 马友利'])
    expect(await suggest('上课')).toEqual(['label 上课讲的 → 标签：上课讲的'])
    expect(await suggest('六安')).toEqual(['place 六安市 → 地区：六安市'])
  })

  test('follow sounds and first letters', async () => {
    expect(await suggest('wangg')).toEqual(['dictionary 网格', 'dictionary 网格员', 'practice 网格化治理 → 做法：网格化治理', 'keyword 微网格'])
    expect(await suggest('dby')).toEqual(['keyword 代办员'])
    expect(await suggest('luan')).toEqual(['place 六安市 → 地区：六安市'])
    expect(await suggest('yiwan')).toEqual(['title 一碗茶里的和解 #2'])
  })

  test('begin with earlier searches, which are all there is before anything is typed', async () => {
    expect(await suggest('网', ['网格 停车', '信访'], 3)).toEqual(['recent 网格 停车', 'dictionary 网格', 'dictionary 网格员'])
    expect(await suggest('', ['网格 停车', '信访'])).toEqual(['recent 网格 停车', 'recent 信访'])
  })

  test('follow the library', async () => {
    const { index, samples } = await indexed(SAMPLES, { words: () => WORDS })
    await index.wordings?.learned()
    const { entryOf } = await import('./library.ts')
    const changed: Sample = { seq: 2, title: '两碗茶', body: '一碗给你，一碗给他。', keywords: ['喝茶'], revision: 2 }
    samples.set(2, changed)
    index.put([entryOf(changed)])
    index.remove([3])
    await index.wordings?.learned()
    const texts = (typed: string) => index.wordings?.suggest(typed, [], 8).map(({ text }) => text)
    expect([texts('碗茶'), texts('微网'), texts('喝'), texts('代办')]).toEqual([['两碗茶'], [], ['喝茶'], []])
  })

  test('are not waited for where there is always something new', async () => {
    const { index } = await indexed(SAMPLES, { words: () => ({ ...WORDS }) })
    await expect(index.wordings?.learned(20)).resolves.toBeUndefined()
    index.close()
  })

  test('never throw', async () => {
    const index = await open()
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void expect((index.wordings?.suggest(typed, ['网格'], 5) ?? []).length).toBeLessThanOrEqual(5)))
  })
})

describe('nearest wording', () => {
  const nearest = async (query: string) => (await open()).search({ query }).help?.nearest.map(({ word, text, from, query: put, total }) => `${word} → ${text} (${from}) ${put} ${total}`)

  test.each<[string, string[]]>([
    ['网各员', ['网各员 → 网格员 (dictionary) 网格员 1']],
    ['格网', ['格网 → 网格 (dictionary) 网格 2']],
    ['网格圆', ['网格圆 → 网格员 (dictionary) 网格员 1', '网格圆 → 网格 (dictionary) 网格 2']],
    ['调节', ['调节 → 调解 (dictionary) 调解 2']],
    ['代办院', ['代办院 → 代办员 (keyword) 代办员 1']],
    ['马有利', ['马有利 → 马友利 (name) 马友利 1']],
    ['议会事', ['议会事 → 议事会 (keyword) 议事会 1']],
    ['停车南题', ['停车南题 → 停车难题 (title) 停车难题 1']],
    ['"一碗茶" 与 调节', ['调节 → 调解 (dictionary) "一碗茶" 与 调解 1']],
    ['标题:停车南题', ['停车南题 → 停车难题 (title) 标题:停车难题 1']],
    ['综治中新', []],
    ['囧', []],
  ])('%s', async (query, offers) => {
    expect(await nearest(query)).toEqual(offers)
  })

  test.each<[string, number, string[]]>([
    ['网格员', 1, []],
    ['网各员 或 信访', 1, ['网各员 → 网格员 (dictionary) 网格员 或 信访 2']],
    ['"网各员" 或 标题：停车南题 或 信访', 1, ['网各员 → 网格员 (dictionary) "网格员" 或 标题：停车南题 或 信访 2', '停车南题 → 停车难题 (title) "网各员" 或 标题：停车难题 或 信访 2']],
    ['信访 或 无人机', 1, []],
    ['信访 或 -网各员', 3, []],
    ['微王格替老人逐户收集意见', 1, ['微王格 → 微网格 (keyword) 微网格替老人逐户收集意见 1']],
    ['微网格替老人逐户收集意见', 1, []],
  ])('%s finds %i: what nothing holds is put right beside it', async (query, total, offers) => {
    const result = (await open()).search({ query })
    expect([result.total, result.help?.nearest.map(({ word, text, from, query: put, total: count }) => `${word} → ${text} (${from}) ${put} ${count}`) ?? []]).toEqual([total, offers])
  })

  test('says what nothing holds only where something else is near', async () => {
    expect((await open()).search({ query: '信访 或 网各员 或 无人机' }).help).toMatchObject({ failing: ['网各员', '无人机'], withoutFilters: null })
    expect((await open()).search({ query: '信访 或 无人机' }).help).toBeNull()
    expect((await open()).search({ query: '网格员' }).help).toBeNull()
  })

  test('never throws', async () => {
    const index = await open()
    fc.assert(fc.property(fc.string({ unit: fc.oneof(fc.constantFrom('网', '格', '员', '"', '：', '(', ' ', '-', '$&', '标题:'), fc.string({ unit: 'binary', maxLength: 1 })), maxLength: 8 }), (query) => void index.search({ query })), { numRuns: 300 })
  })
})

describe('the distance of two words', () => {
  test.each<[string, string, number]>([['网格员', '网格员', 0], ['网各员', '网格员', 1], ['格网', '网格', 1], ['网格', '网格员', 1], ['网格员', '网员', 1], ['调解室', '司法所', 3], ['', '网', 1], ['𠮷', '网', 1]])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(Math.min(distance, 3))
    expect(editDistance(b, a, 2)).toBe(Math.min(distance, 3))
  })
})
