import { describe, expect, it } from 'vitest'
import type { Place } from '../../../electron/contract/entry.ts'
import { inferDate, pageDate, type PageDate } from '../../../electron/core/describing/dates.ts'
import { rightsOf } from '../../../electron/core/describing/rights.ts'
import { inferMedia, type SourceTexts } from '../../../electron/core/describing/source.ts'
import { absences } from '../../../electron/core/describing/absent.ts'
import { NO_PLACE } from '../../../electron/core/describing/places.ts'
import { articleOf, gazetteer } from './article.ts'

describe('the rights level', () => {
  it.each<[statement: string | null, level: string, reason: string]>([
    [null, 'open', '原文未附权利声明'],
    ['本文欢迎阅读。', 'open', '声明没有限制转载'],
    ['转载请注明出处。', 'cite', '声明转载须注明出处：“转载请注明出处”'],
    ['使用本站稿件须标明来源', 'cite', '声明转载须注明出处：“使用本站稿件须标明来源”'],
    ['未经本报授权，任何网站不得转载；已获授权的，转载时注明来源。', 'restricted', '声明未经授权不得转载：“未经本报授权”'],
    ['版权所有 翻印必究', 'restricted', '声明未经授权不得转载：“版权所有”'],
    ['内部资料 免费交流，转载请注明出处', 'internal', '文中写明仅供内部：“内部资料”'],
    ['内部刊物，注意保存', 'internal', '文中写明仅供内部：“内部刊物”'],
  ])('%s', (statement, level, reason) => {
    expect(rightsOf(statement)).toEqual({ level, reason })
  })
})

describe('a date that is only offered', () => {
  const none: PageDate = { year: null, day: null }
  const page: PageDate = { year: { year: '2022', quote: '2022年' }, day: { month: '09', day: '06', quote: '9月6日' } }
  it.each<[name: string, title: string | null, body: string, page: PageDate, expected: [value: string, why: string] | null]>([
    ['the lead dates the event', '协会揭牌', '2023年9月6日上午，协会揭牌。', none, ['2023-09-06', '开头写到“2023年9月6日”，是所记之事的日期，发表当在同日或稍后。']],
    ['title and a day without a year', '我市启动2022年“质量月”', '9月6日上午启动。此前8月30日已部署。', none, ['2022-09', '标题写到“2022年”，正文写到“9月6日”而未写年份。']],
    ['title and 今年', '2022全国论坛侧记', '今年以来，我市推行网格化。', none, ['2022', '标题写到“2022”，正文写到“今年以来”。']],
    ['the page and a day', '协会揭牌', '9月6日上午，协会揭牌。', page, ['2022-09', '同一版面另一篇写到“2022年”，正文写到“9月6日”而未写年份。']],
    ['the page and an earlier day', '媒体报道我市', '8月31日，两家媒体作了报道。', page, ['2022-09', '同一版面另一篇写到“2022年”，同一版面写到的最晚日期是“9月6日”。']],
    ['the page and 今年', '改革综述', '2020年入选。今年7月获奖。', page, ['2022-09', '同一版面另一篇写到“2022年”，同一版面写到的最晚日期是“9月6日”。']],
    ['the page alone says nothing', '改革综述', '2020年入选。', page, null],
    ['years of the story say nothing', '改革综述', '2020年入选。今年7月获奖。', none, null],
    ['a goal is no date', '2025年前建成平安城市', '9月6日上午启动。', none, null],
    ['a span of years is no date', '2021-2023年行动', '9月6日上午启动。', none, null],
    ['no such day', '2022年论坛', '13月40日。', none, null],
    ['empty', null, '', none, null],
  ])('%s', (_name, title, body, given, expected) => {
    const inference = inferDate({ title, body }, given)
    expect(inference === null ? null : [inference.value, inference.why]).toEqual(expected)
  })
})

describe('the date of a page', () => {
  it.each<[name: string, articles: { title: string; body: string }[], expected: [year: string | null, day: string | null]]>([
    ['one year and the latest day', [{ title: '2022中国论坛', body: '8月31日。' }, { title: '我市启动2022年“质量月”', body: '9月6日上午，9月2日。' }], ['2022年', '9月6日']],
    ['years that differ', [{ title: '2022年论坛', body: '' }, { title: '2023年论坛', body: '' }], [null, null]],
    ['nothing', [{ title: '论坛', body: '12月40日' }], [null, null]],
  ])('%s', (_name, articles, expected) => {
    const { year, day } = pageDate(articles)
    expect([year?.quote ?? null, day?.quote ?? null]).toEqual(expected)
  })
})

describe('a source that is only offered', () => {
  const place: Place = { province: '安徽省', city: '宣城市', district: null, basis: 'stated' }
  const base: SourceTexts = { body: '本报讯 9月6日，我市启动质量月。', rightsStatement: null, page: true, ownReporter: false }
  it.each<[name: string, change: Partial<SourceTexts>, where: Place, media: string | null]>([
    ['a page, 我市 and 本报讯', {}, place, '宣城日报'],
    ['a page, 我市 and a reporter', { body: '我市启动质量月。', ownReporter: true }, place, '宣城日报'],
    ['the notice names the paper', { page: false, rightsStatement: '网站未经宣城晚报社授权，不得转载。凡宣城晚报社记者署名的作品，版权归宣城晚报社。' }, place, '宣城晚报'],
    ['two papers in the notice', { page: false, rightsStatement: '宣城日报社、宣城晚报社声明' }, place, null],
    ['no page', { page: false }, place, null],
    ['no 我市', { body: '本报讯 会议召开。' }, place, null],
    ['no place', {}, NO_PLACE, null],
    ['nothing of its own', { body: '我市启动质量月。' }, place, null],
  ])('%s', (_name, change, where, media) => {
    expect(inferMedia({ ...base, ...change }, where, gazetteer)?.value ?? null).toBe(media)
  })

  it('says why', () => {
    expect(inferMedia(base, place, gazetteer)?.why).toBe('同一版面有多篇报道，文中称“我市”，文中有“本报讯”，地点为宣城市；当地党报多以“市名＋日报”为名，须核对。')
    expect(inferMedia({ ...base, body: '', rightsStatement: '宣城日报社声明', ownReporter: true }, place, gazetteer)?.why).toBe('权利声明写明“宣城日报社”，文前有记者署名。')
  })
})

describe('why a field is null', () => {
  it('of a bare text: nothing is stated', () => {
    expect(absences(articleOf(['正文。']), NO_PLACE)).toEqual({
      title: 'not-stated',
      kicker: 'not-stated',
      subtitle: 'not-stated',
      authors: 'not-stated',
      editorNote: 'not-stated',
      'source.media': 'not-stated',
      'source.page': 'not-stated',
      'source.url': 'not-stated',
      date: 'not-stated',
      'place.province': 'not-stated',
      'place.city': 'not-stated',
      'place.district': 'not-stated',
      'rights.statement': 'not-stated',
    })
  })

  it('of an incomplete printed page: what stands at the end could not be checked, an address does not apply', () => {
    const article = articleOf(['正文。'], { title: '标题', incomplete: true, source: { media: '某报', page: '01', url: null } })
    expect(absences(article, { province: '安徽省', city: '宣城市', district: null, basis: 'stated' })).toEqual({
      kicker: 'not-stated',
      subtitle: 'not-stated',
      authors: 'not-checked',
      editorNote: 'not-stated',
      'source.url': 'not-applicable',
      date: 'not-stated',
      'place.district': 'not-applicable',
      'rights.statement': 'not-checked',
    })
  })

  it('of a full one: nothing is absent', () => {
    const article = articleOf(['正文。'], {
      title: '标题', kicker: '肩题', subtitle: '副题', authors: [{ name: '甲', role: 'author', note: null }], editorNote: '按', rightsStatement: '声明',
      source: { media: '某报', page: '1', url: 'https://example.invalid/' }, date: { value: '2024', precision: 'year', basis: 'stated' },
    })
    expect(absences(article, { province: '安徽省', city: '宣城市', district: '宣州区', basis: 'stated' })).toEqual({})
  })
})
