import * as fc from 'fast-check'
import { describe as suite, expect, it } from 'vitest'
import { describe, describeFile } from '../../../electron/core/describing/index.ts'
import { createSegmenter, loadDictionary } from '../../../electron/core/language/index.ts'
import { articleOf, contentFolder, context } from './article.ts'
import { EVENTS, TITLED_CASE, UNTITLED_CASE } from './texts.ts'

const where = ({ place }: { readonly place: ReturnType<typeof describe>['place'] }): string => [place.province, place.city, place.district, place.basis].map((part) => part ?? '-').join(' ')

suite('one article', () => {
  it('without a title is described from its own words', () => {
    const description = describe(articleOf(UNTITLED_CASE), context)
    expect(description).toEqual({
      title: '滁州市：党建引领 · 网格化管理 · 矛盾纠纷多元调处',
      titleIsProvisional: true,
      kind: 'case',
      kindReason: '治理用语 13 处（党建引领、网格化治理、矛盾纠纷化解），基层日常用语 13 种（楼道、楼栋、小区等），创新、机制一类的做法表述 6 处，写明由基层单位来做 3 处，成效 4 处，写到从前的难处与现在的变化。',
      place: { province: '安徽省', city: '滁州市', district: null, basis: 'stated' },
      rightsLevel: 'open',
      inferences: [],
      absent: {
        title: 'not-stated', kicker: 'not-stated', subtitle: 'not-stated', authors: 'not-stated', editorNote: 'not-stated', 'source.media': 'not-stated', 'source.page': 'not-stated',
        'source.url': 'not-stated', date: 'not-stated', 'place.district': 'not-applicable', 'rights.statement': 'not-stated',
      },
      practices: [],
      keywords: ['', String(UNTITLED_CASE.join('\n').length)],
    })
  })

  it('keeps the title it states', () => {
    const description = describe(articleOf(TITLED_CASE.lines, { title: TITLED_CASE.title }), context)
    expect([description.title, description.titleIsProvisional, description.kind, where(description)]).toEqual([TITLED_CASE.title, false, 'case', '安徽省 宣城市 宣州区 stated'])
  })

  it('has keywords, cut with the governance dictionary', () => {
    const segmenter = createSegmenter({ dictionary: loadDictionary(contentFolder) })
    const { keywords } = describe(articleOf(TITLED_CASE.lines, { title: TITLED_CASE.title }), { ...context, segmenter })
    expect(keywords).toHaveLength(20)
    expect(keywords.slice(0, 8)).toEqual(expect.arrayContaining(['议事协商']))
  })

  it.each(EVENTS)('that reports a happening is no case: %s', (title, ...lines) => {
    expect(describe(articleOf(lines, { title }), context).kind).toBe('other')
  })

  it('takes kind and place that the head of the file states', () => {
    const description = describe(articleOf(['天气晴朗。'], { title: '晴' }), { ...context, frontMatter: { kind: 'case', province: '安徽省', city: '宣城市', district: '', title: 5 } })
    expect([description.kind, description.kindReason, where(description)]).toEqual(['case', '文件头的 kind 字段写明。', '安徽省 宣城市 - stated'])
  })

  it('offers what a name could mean instead of choosing', () => {
    const description = describe(articleOf(['鼓楼区推行网格化，鼓楼区居民点赞。'], { title: '网格进楼' }), context)
    expect([where(description), description.inferences]).toEqual([
      '- - - -',
      [{ field: 'place.district', value: '鼓楼区', why: '文中写到“鼓楼区”，同名的有 江苏省/南京市/鼓楼区、江苏省/徐州市/鼓楼区、福建省/福州市/鼓楼区、河南省/开封市/鼓楼区，原文没有说明是哪一个。' }],
    ])
  })

  it('offers a place it names but no table lists, and says that it was not checked, not that it was not stated', () => {
    const description = describe(articleOf(['沅平市青岗县把网格划小。网格员说好。']), context)
    const why = '文中写到“沅平市青岗县”，这一地名不在行政区划表中，须核对。'
    expect(where(description)).toBe('- - - -')
    expect(description.inferences).toEqual([{ field: 'place.city', value: '沅平市', why }, { field: 'place.district', value: '青岗县', why }])
    expect([description.absent['place.province'], description.absent['place.city'], description.absent['place.district']]).toEqual(['not-stated', 'not-checked', 'not-checked'])
  })

  it('never throws and keeps its promises, whatever the text', () => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...UNTITLED_CASE, '## 小标题', '9月6日，我市', '2022年“质量月”'))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.option(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (lines, title, fileName) => {
        const description = describe(articleOf(lines, { title }), { ...context, fileName })
        expect(description.title.trim()).not.toBe('')
        expect(description.titleIsProvisional).toBe(title === null || title.trim() === '')
        expect(description.kindReason).toMatch(/。$/u)
        expect(description.inferences.every(({ value, why }) => value !== '' && why !== '')).toBe(true)
      }),
    )
  })

  it.each<[name: string, body: string]>([
    ['one line without a stop', '治'.repeat(200_000)],
    ['verbs without an object', '创新打造推行'.repeat(33_000)],
    ['openings that never close', '“'.repeat(200_000)],
    ['digits', '9'.repeat(200_000)],
    ['blanks', ' '.repeat(200_000)],
    ['names', '淮南市八公山区'.repeat(28_000)],
    ['ranks without an end', '沅平市青'.repeat(50_000)],
    ['from so many to so many', '由九到从八减'.repeat(33_000)],
    ['rules', '规定凡每周由'.repeat(33_000)],
    ['years', '2022年9月6日'.repeat(20_000)],
    ['a held event that is never held', '在淮南'.repeat(60_000)],
  ])('of 200,000 characters is described: %s', (_name, body) => {
    expect(describe(articleOf([body]), context).titleIsProvisional).toBe(true)
  })
})

suite('the articles of one page', () => {
  const page = [
    articleOf(TITLED_CASE.lines, { title: TITLED_CASE.title }),
    articleOf(['宣城市各社区办起读书会。居民说好。'], { title: '宣城：读书会开进社区', ordinal: 2 }),
    articleOf(['本报讯 9月6日，我市启动2022年“质量月”活动。'], { title: '我市启动2022年“质量月”', ordinal: 3 }),
    articleOf(['9月1日，市总工会联合市公安局到企业宣传网络安全。'], { title: '网络安全知识进企业', ordinal: 4, authors: [{ name: '甲', role: 'photographer', note: null }] }),
    articleOf(['本报讯 博览会在山东省枣庄市举行。我市七家企业参展。'], { title: '我市组团参加博览会', ordinal: 5 }),
    articleOf(['国际要闻两则。'], { title: '国际要闻', ordinal: 6 }),
  ]
  const descriptions = describeFile(page, context)

  it('lend their city to those that speak of 我市', () => {
    expect(descriptions.map(where)).toEqual(['安徽省 宣城市 宣州区 stated', '安徽省 宣城市 - stated', '安徽省 宣城市 - inferred', '安徽省 宣城市 - inferred', '安徽省 宣城市 - inferred', '- - - -'])
  })

  it('lend their year, and the city paper is offered, never filled in', () => {
    expect(descriptions.map(({ inferences }) => inferences.map(({ field, value }) => `${field}=${value}`).join(' '))).toEqual(['', '', 'source.media=宣城日报 date=2022-09', 'date=2022-09', 'source.media=宣城日报', ''])
    expect(descriptions[3]?.inferences[0]?.why).toBe('同一版面另一篇写到“2022年”，同一版面写到的最晚日期是“9月6日”。')
  })

  it('lend nothing when a single neighbour names a city, or when they name several', () => {
    const near = (city: string, ordinal: number) => articleOf([`${city}各社区办起读书会。居民说好。`], { title: `${city}：读书会开进社区`, ordinal })
    const last = articleOf(['本报讯 9月6日，我市启动质量月活动。'], { title: '我市启动质量月', ordinal: 4 })
    expect(describeFile([near('宣城市', 1), last], context).map(where)).toEqual(['安徽省 宣城市 - stated', '- - - -'])
    expect(describeFile([near('宣城市', 1), near('宣城市', 2), near('滁州市', 3), near('淮南市', 3), last], context).map(where).at(-1)).toBe('- - - -')
  })

  it('are described alike alone, but for what they lend each other', () => {
    expect(describe(page[0] ?? articleOf([]), context)).toEqual(descriptions[0])
    expect(describeFile([], context)).toEqual([])
  })
})
