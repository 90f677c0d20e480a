import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe as suite, expect, it } from 'vitest'
import { Refusal } from '../../../electron/contract/errors.ts'
import { clean } from '../../../electron/core/cleaning/index.ts'
import { parseCaseFile } from '../../../electron/core/describing/cases/case-file.ts'
import { isOriginalOf, loadCases } from '../../../electron/core/describing/cases/index.ts'
import { describeFile } from '../../../electron/core/describing/index.ts'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { overSharedTexts, shared } from '../../shared.ts'
import { contentFolder, context, gazetteer } from './article.ts'

const cases = loadCases(contentFolder)
const byKey = new Map(cases.map((one) => [one.key, one]))

suite('the bundled summaries', () => {
  it('are of five places, in the order of their keys', () => {
    expect(cases.map(({ key, place }) => [key, place.province, place.city, place.district])).toEqual([
      ['bagongshan', '安徽省', '淮南市', '八公山区'],
      ['huaian', '江苏省', '淮安市', null],
      ['huaibei', '安徽省', '淮北市', null],
      ['huainan', '安徽省', '淮南市', null],
      ['zibo', '山东省', '淄博市', null],
    ])
  })

  it('cite what the source states and nothing else', () => {
    expect(cases.map(({ key, citations }) => [key, ...citations.map(({ media, date, page, authors, title }) => [title === null, media, date, page, authors])])).toEqual([
      ['bagongshan', [false, null, '2024-06-20', '01', ['何婷婷', '蔡莹莹']]],
      ['huaian', [false, '群众·决策资讯', '2022-03-22', null, ['周青']]],
      ['huaibei', [false, null, null, null, ['肖干', '郑言']]],
      ['huainan', [true, null, null, null, []]],
      ['zibo', [true, '齐点淄博', '2022-09-28T17:07', null, []]],
    ])
  })

  it('mark every figure where it stands', () => {
    for (const { body, figures, paragraphs } of cases) {
      expect(figures.map(({ start, end }) => body.slice(start, end))).toEqual(figures.map(({ text }) => text))
      expect(paragraphs.map(({ start, end }) => body.slice(start, end))).toEqual(paragraphs.map(({ text }) => text))
      expect(body).toBe(paragraphs.map(({ text }) => text).join('\n'))
    }
    expect(cases.map(({ figures }) => figures.length)).toEqual([8, 16, 16, 32, 24])
    expect(byKey.get('huaibei')?.figures.map(({ text }) => text)).toEqual(['20多次', '10余次', '480余个', '2285个', '439个', '134个', '97.6%', '15.6万件', '2448个', '2.2万个', '100个', '1100起', '970人', '1.4亿元', '第一', '第三'])
  })

  it('say of what is missing that the source does not state it', () => {
    expect(cases.filter(({ body }) => !body.includes('原文未述')).map(({ key }) => key)).toEqual([])
  })
})

const long = '社区干部说事情要一件一件办，办完再回头问一问。'.repeat(26)
const file = ({ head = '', title = '甲地：先把事情问清楚', place = '安徽省/淮北市', citations = '\n  - { id: bao, title: null, media: null, date: null, page: null, authors: [] }', enough = '3', facts = '[12件, 34起, 56人, 78户, 91次, 甲乙工作室]', body = `[12件](#bao)都已办完。${long}` } = {}) => `---
key: jia
title: ${title}
place: ${place}
keywords: [网格, 调解, 党建, 议事, 热线]
citations: ${citations}
original:
  enough: ${enough}
  facts: ${facts}
${head}---

## 背景

${body}

## 做了什么

略。

## 怎样运转

略。

## 数据

略。

## 局限与原文未述

略。
`
const faultOf = (text: string, name = 'content/cases/jia.md'): string => {
  try {
    parseCaseFile(name, text, gazetteer)
    return ''
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return `${error.code} ${error.fault.details['file']}:${error.fault.details['line']} ${error.fault.details['reason']}`
  }
}

suite('a file of content/cases', () => {
  it('is read when nothing is wrong with it', () => {
    expect(faultOf(file())).toBe('')
  })

  it('takes dates and names in quotation marks for no figures', () => {
    expect(faultOf(file({ body: `2022年3月1日起推行“1+N”，到2023年底共办[12件](#bao)。${long}` }))).toBe('')
  })

  it.each<[what: string, text: string, fault: string]>([
    ['no front matter', '## 背景\n', ':1 缺少文件头（--- 之间的字段）'],
    ['an unknown field', file({ head: 'note: 甲\n' }), ':11 没有名为“note”的字段'],
    ['a missing field of a citation', file({ citations: '\n  - { id: bao, title: null }' }), ':6 缺少字段“citations.0.media”'],
    ['a date that is none', file({ citations: '\n  - { id: bao, title: null, media: null, date: 2022年, page: null, authors: [] }' }), ':7 “citations.0.date”的写法不对'],
    ['a place nobody knows', file({ place: '安徽省/乌有市' }), ':4 地名库里没有“安徽省/乌有市”；要写“省/市”或“省/市/区县”的全称'],
    ['a place without its city', file({ place: '安徽省' }), ':4 地名库里没有“安徽省”；要写“省/市”或“省/市/区县”的全称'],
    ['a figure without a citation', file({ body: `共办12件。${long}` }), ':15 数字“12”没有出处；请写成 [12](#出处)'],
    ['a figure of an unknown citation', file({ body: `共办[12件](#wang)。${long}` }), ':15 “12件”的出处“#wang”不在文件头的 citations 里'],
    ['a link that leads elsewhere', file({ body: `共办[12件](https://a.invalid)。${long}` }), ':15 “12件”的出处“https://a.invalid”不在文件头的 citations 里'],
    ['a marked word that is no figure', file({ body: `共办[许多](#bao)。${long}` }), ':15 “许多”不是数据，不能标出处'],
    ['a citation without a figure', file({ body: long }), ':7 没有一处数据出自“bao”'],
    ['emphasis', file({ body: `**共办**[12件](#bao)。${long}` }), ':15 这里不能用“strong”'],
    ['a table', file({ body: `[12件](#bao)。${long}\n\n| 甲 |\n| - |\n| 乙 |` }), ':17 正文里不能用“table”'],
    ['a broken line', file({ body: `[12件](#bao)。\n${long}` }), ':15 一段要写在一行里'],
    ['too short a text', file({ body: '[12件](#bao)都已办完。' }), ':32 正文要有 600–1200 字，现有 35 字'],
    ['a missing section', file().replace('## 怎样运转', '## 数据'), ':21 这里应是“怎样运转”一节，而不是“数据”'],
    ['more facts than there are', file({ enough: '7' }), ':9 “enough”多于 facts 的条数（6）'],
    ['a sentence for a fact', file({ facts: '[12件, 34起, 56人, 78户, 91次, 社区干部一件一件把事情办完办好]' }), ':10 “社区干部一件一件把事情办完办好”是原文的句子，不是事实'],
    ['a fact said twice', file({ facts: '[12件, 34起, 56人, 78户, 12件, 91次]' }), ':10 “12件”重复'],
  ])('is refused with its line for %s', (_what, text, fault) => {
    expect(faultOf(text)).toBe(`MALFORMED content/cases/jia.md${fault}`)
  })

  it('bears the name of its key', () => {
    expect(faultOf(file(), 'content/cases/yi.md')).toBe('MALFORMED content/cases/yi.md:2 “jia”要与文件名一致')
  })
})

suite('the original of a summary', () => {
  const place = { province: '安徽省', city: '淮北市', district: null, basis: 'stated' } as const
  const summary = { place, original: { enough: 3, facts: ['12.5%', '34起', '56人', '甲乙工作室'] } }

  it.each<[text: string, is: boolean]>([
    ['化解率１２．５％，受理３４起，抓获56人。', true],
    ['“甲 乙工作室”受理34起，抓获56人。', true],
    ['受理34起，抓获56人。', false],
    ['化解率112.5%，受理134起，抓获56人，甲乙工作室。', false],
  ])('%s: %s', (body, is) => {
    expect(isOriginalOf(summary, { place, body })).toBe(is)
  })

  it('is of the same place', () => {
    const body = '化解率12.5%，受理34起，抓获56人。'
    expect(isOriginalOf(summary, { place: { ...place, city: '淮南市' }, body })).toBe(false)
    expect(isOriginalOf(summary, { place: { ...place, district: '相山区' }, body })).toBe(true)
    expect(isOriginalOf({ ...summary, place: { ...place, district: '相山区' } }, { place, body })).toBe(false)
  })
})

suite.skipIf(!shared)(overSharedTexts('the real originals'), () => {
  const folder = join(shared ?? '', 'seeds')
  const articles = (shared === null ? [] : readdirSync(folder).sort()).flatMap((name) => {
    const cleaned = clean(read({ name, bytes: readFileSync(join(folder, name)) })).articles
    return describeFile(cleaned, { ...context, fileName: name }).map(({ place }, index) => ({ name: `${name.slice(0, 3)}-${index + 1}`, place, body: cleaned[index]?.body ?? '' }))
  })

  it('are recognised, each by its own summary and by no other', () => {
    expect(articles.flatMap((article) => cases.filter((one) => isOriginalOf(one, article)).map(({ key }) => [article.name, key]))).toEqual([
      ['000-1', 'huaibei'],
      ['001-1', 'huainan'],
      ['002-1', 'zibo'],
      ['003-1', 'bagongshan'],
      ['004-1', 'huaian'],
    ])
  })

  it('lend a summary no run of 14 characters', () => {
    const han = (text: string): string => text.replaceAll(/[^\p{Script=Han}]/gu, '')
    const originals = articles.map(({ body }) => han(body))
    const shares = (text: string): readonly string[] => Array.from({ length: Math.max(0, text.length - 13) }, (_, at) => text.slice(at, at + 14)).filter((run) => originals.some((original) => original.includes(run)))
    expect(cases.flatMap(({ body }) => shares(han(body)))).toEqual([])
  })

  it('are not seen in other texts, even of the same place', () => {
    const lines = shared === null ? [] : gunzipSync(readFileSync(join(shared, 'corpus/sample-500.jsonl.gz'))).toString().trim().split('\n')
    const texts = lines.map((line) => Object.values(JSON.parse(line) as Record<string, unknown>).filter((value) => typeof value === 'string').join('\n'))
    expect(texts.length).toBe(500)
    expect(texts.flatMap((body) => cases.filter((one) => isOriginalOf(one, { place: { ...one.place, basis: 'stated' }, body })))).toEqual([])
  })
})
