import { describe, expect, it } from 'vitest'
import { readHtml } from '../../../../electron/core/reading/html/index.ts'
import { titlesOf } from '../../../../electron/core/reading/html/claims.ts'
import { creditsIn, isCredit, reporterIn } from '../../../../electron/core/reading/html/printed.ts'
import { dateIn, isNameList, nameList } from '../../../../electron/core/reading/html/values.ts'
import { NO_TOOLS } from '../character-maps.ts'

const PROSE = '青禾街道把议事桌搬进楼栋，居民先提、网格员后办，七天内答复，去年一共办结三百二十件。'
const story = Array.from({ length: 5 }, (_, i) => `<p>第${i + 1}段：${PROSE}</p>`).join('')
const claims = (html: string): readonly string[] => readHtml({ name: '页.html', bytes: new TextEncoder().encode(html) }, NO_TOOLS, {}).claims.map(({ field, from, value }) => `${field} ${from} ${value}`)

describe('what a page says of its article', () => {
  it('an authority says it in its own meta tags first', () => {
    const head = '<title>议事桌进楼栋_青禾市人民政府</title><meta name="SiteName" content="青禾市人民政府"><meta name="ArticleTitle" content="议事桌进楼栋"><meta name="PubDate" content="2024-03-05 09:30"><meta name="ContentSource" content="青禾日报"><meta name="Author" content="周青">'
    expect(claims(`${head}<h1>青禾市人民政府</h1><h2>议事桌进楼栋</h2><p>来源：青禾网 发布时间：2024-03-06</p>${story}`)).toEqual([
      'title government-meta 议事桌进楼栋', 'date government-meta 2024-03-05T09:30', 'media government-meta 青禾日报', 'author government-meta 周青',
      'media printed 青禾网', 'date printed 2024-03-06',
      'title heading 议事桌进楼栋',
      'title page-title 议事桌进楼栋',
    ])
  })

  it('a number is no author, a date in the story is not its day, and a column is no title', () => {
    expect(claims(`<title>新闻动态</title><meta name="author" content="104363"><div><p>2019年2月27日下午，${PROSE}</p>${story}</div><p>发布日期：2019-03-06 责任编辑：周青</p>`)).toEqual(['editor printed 周青', 'date printed 2019-03-06'])
  })

  it('Open Graph and JSON-LD are heard last', () => {
    expect(claims(`<title>甲乙丙丁戊</title><meta property="og:title" content="议事桌进楼栋_青禾网"><meta property="article:published_time" content="2024-03-05T01:30:00Z"><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"议事桌进楼栋","author":{"name":"周青"}}]}</script>${story}`)).toEqual([
      'title open-graph 议事桌进楼栋', 'date open-graph 2024-03-05', 'title json-ld 议事桌进楼栋', 'author json-ld 周青', 'title page-title 甲乙丙丁戊',
    ])
  })

  it('JSON-LD that is none, or that reaches for prototypes, says nothing', () => {
    expect(claims(`<script type="application/ld+json">{"__proto__":{"@type":"Article","headline":"甲"}}</script><script type="application/ld+json">{</script>${story}`)).toEqual([])
  })
})

describe('a title in <title>', () => {
  it.each<[string, string]>([
    ['议事桌进楼栋_青禾网', '议事桌进楼栋'],
    ['议事桌进楼栋--青禾日报--政务', '议事桌进楼栋'],
    ['议事桌进楼栋 | 青禾发布', '议事桌进楼栋'],
    ['议事桌进楼栋-青禾新闻网', '议事桌进楼栋'],
    ['议事桌进楼栋——青禾市的做法', '议事桌进楼栋——青禾市的做法'],
    ['5G-A 进小区', '5G-A 进小区'],
    ['青禾市人民政府 - 议事桌进楼栋 居民先提网格员后办', '议事桌进楼栋 居民先提网格员后办'],
    ['', ''],
  ])('%s', (title, expected) => {
    expect(titlesOf(title)[0] ?? '').toBe(expected)
  })
})

describe('lines round a story', () => {
  it.each<[string, readonly string[]]>([
    ['2019-09-26 12:11来源：青禾网作者：周青', ['date 2019-09-26T12:11', 'media 青禾网', 'author 周青']],
    ['来源： 青禾网 - 文化频道 2019年06月15日08:18', ['media 青禾网-文化频道', 'date 2019-06-15T08:18']],
    ['2019-09-07 15:10:53 字号：A- A A+ 来源：青禾观察 最后更新: 2019-09-07 15:14:21', ['date 2019-09-07T15:10', 'media 青禾观察']],
    ['2020-02-29 18:34:31　来源: 新青社举报', ['date 2020-02-29T18:34', 'media 新青社']],
    ['2019-09-26 10:56:28 青禾时报网', ['date 2019-09-26T10:56', 'media 青禾时报网']],
    ['(责编：汤青、丁禾)', ['editor 汤青、丁禾']],
    ['责任编辑：李青_NN2587', ['editor 李青']],
    ['（责任编辑： HN666）', []],
    ['（资料来源：参考消息）', []],
    ['——2026年1月27日在青禾市第三届人民代表大会上', []],
    ['时间：是最公正的评判者。', []],
    ['甲'.repeat(400), []],
  ])('%s', (line, expected) => {
    expect(creditsIn(line).map(({ field, value }) => `${field} ${value}`)).toEqual(expected)
    if (expected.length > 0) expect(isCredit(line)).toBe(true)
  })

  it('reporters stand in brackets at the head of the story', () => {
    expect(reporterIn('青禾网10月4日讯（记者陈禾 整合） 长假过半，')).toBe('陈禾')
    expect(reporterIn('本报讯（记者 陈禾 李青）昨天，')).toBe('陈禾、李青')
    expect(reporterIn('昨天（星期三），记者来到青禾。')).toBe(null)
  })
})

describe('values', () => {
  it.each<[string, string | null]>([
    ['2024年3月5日', '2024-03-05'], ['2024/3/5 09:30', '2024-03-05T09:30'], ['20240305', '2024-03-05'], ['20240305093000', '2024-03-05T09:30'], ['2024-02-30', null],
    ['2024-03-05T20:30:00Z', '2024-03-06'], ['2024-03-05T09:30:00+08:00', '2024-03-05T09:30'], ['2024-03-05 00:00', '2024-03-05'], ['电话 0375-2024-1234', null],
  ])('%s is %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected)
  })
  it('names are people or one desk', () => {
    expect([nameList('汤青 丁禾'), nameList('汤青，丁禾'), nameList('（汤青）')]).toEqual(['汤青 丁禾', '汤青、丁禾', '汤青'])
    expect(['汤青、丁禾', '编写组', 'T. S. Eliot'].map(isNameList)).toEqual([true, true, true])
    expect(['104363', 'admin', '他说，这是好事。', ''].map(isNameList)).toEqual([false, false, false, false])
  })
})
