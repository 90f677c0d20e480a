/** Before and after of each repair; every rule can be switched off. */
import { describe, expect, it } from 'vitest'
import { clean, RULES } from '../../../electron/core/cleaning/index.ts'
import { reading } from '../../../renderer/src/i18n/zh/reading.ts'
import { article, cleanLawfully, paragraphs, plain, projected, told } from './documents.ts'

const TEXT = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事。'
const without = (text: string, rule: string): string => clean(plain(text), { boundaries: null, off: [rule] }).articles.map(({ body }) => body).join('\n')

describe('blanks that recognition put between characters', () => {
  it.each([
    ['全 世 界 无 产 者，联合起来。', '全世界无产者，联合起来。'],
    ['村民都说 小 事 不 出 村 。', '村民都说 小事不出村。'],
    ['青岗 县 把 议事 的 地方 搬 到 了 村口 的 凉亭 里 ， 大家 坐 下来 慢慢 说 ， 事情 一件 一件 地 办 。', '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办。'],
  ])('%j becomes %j', (before, after) => {
    const found = article(before)
    expect(found.body).toBe(after)
    expect(found.notices.map(({ rule, action }) => [rule, action])).toEqual([['spaced', 'repaired']])
    expect(without(before, 'spaced')).toBe(before)
  })

  it.each(['简化流程 优化服务 提升效能，群众办事更方便了，凉亭里的议事会月月开，件件有回音。', '一 二 三 四 五，上山打老虎。', '张 璁说，事情要一件一件地办，大家坐下来慢慢说。', '平台叫作 Grid Service Platform，已经运行两年。'])('%j stays', (text) => {
    expect(article(text).body).toBe(text)
  })
})

describe('widths that do not agree', () => {
  it.each([
    ['全县有２０２４个网格,群众满意率达97．6％，都说好。', '全县有2024个网格,群众满意率达97.6％，都说好。'],
    ['大家坐下来慢慢说，事情一件一件地办，村民都说好，小事不出村，大事有人管,心里踏实.', '大家坐下来慢慢说，事情一件一件地办，村民都说好，小事不出村，大事有人管，心里踏实。'],
    ['议事会(每月一次）由村民推选，代表（十五人)轮流主持。', '议事会（每月一次）由村民推选，代表（十五人）轮流主持。'],
    ['村民都说好，，事情一件一件地办。。', '村民都说好，事情一件一件地办。'],
  ])('%j becomes %j', (before, after) => {
    const found = article(before)
    expect(found.body).toBe(after)
    expect(told(found, 'width').map(({ action }) => action)).toEqual(['repaired'])
    expect(without(before, 'width')).toBe(before)
  })

  it.each(['比例为3:2，时间是9:30，详见https://example.invalid/a?b=1,2。', '青岗县把议事的地方搬到了村口,大家坐下来慢慢说,事情一件一件地办,三个月来办成了四十多件实事。', '他说……。。。就走了，再也没有回来。', '议事会(每月一次)由村民推选，十五人轮流主持。'])('%j stays', (text) => {
    expect(article(text).body).toBe(text)
  })
})

describe('what was printed twice', () => {
  it('is halved', () => {
    const before = '关于建建筑筑施施工工许许可可证的说明，请大家看一看。'
    expect(article(before).body).toBe('关于建筑施工许可证的说明，请大家看一看。')
    expect(without(before, 'overprint')).toBe(before)
  })

  it('is not a word that doubles', () => {
    const text = '账目清清楚楚明明白白，群众高高兴兴，都说议事会开得好。'
    expect(article(text).body).toBe(text)
  })
})

describe('a paragraph that stands twice', () => {
  it('in a few foreign words is a refrain', () => {
    expect(article(`${TEXT}\nHURRY UP IT IS TIME\nHURRY UP IT IS TIME\n${TEXT}`).body.match(/HURRY/g)).toHaveLength(2)
  })

  it('in a row goes, and elsewhere is pointed at', () => {
    const other = '村民都说，小事不出村，大事有人管，心里踏实多了。'
    const found = article([TEXT, TEXT, other, TEXT].join('\n'))
    expect(found.paragraphs.map(({ text }) => text)).toEqual([TEXT, other, TEXT])
    expect(found.notices.filter(({ rule }) => rule === 'repeated').map(({ action, before }) => [action, before])).toEqual([['dropped', TEXT], ['flagged', TEXT]])
    expect(without(`${TEXT}\n${TEXT}`, 'repeated')).toBe(`${TEXT}\n${TEXT}`)
  })
})

describe('a sub-head in the line of its text', () => {
  const before = ['建强基层队伍 ', '织密服务网络　'].map((head) => head + TEXT).join('\n')

  it('gets a line of its own when there are several', () => {
    const found = article(before)
    expect(found.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([['heading', '建强基层队伍'], ['paragraph', TEXT], ['heading', '织密服务网络'], ['paragraph', TEXT]])
    expect(without(before, 'run-in')).toBe(before)
  })

  it.each([['第一条', '第二条'], ['青岗县委政法委书记', '白石街道网格员'], ['沅平大学社会学教授', '凉亭社区居民']])('is neither %s and the like', (...heads) => {
    const text = heads.map((head) => `${head} ${TEXT}`).join('\n')
    expect(paragraphs(text)).toEqual(text.split('\n'))
  })

  it('alone stays in it', () => {
    const text = `建强基层队伍 ${TEXT}`
    expect(paragraphs(text)).toEqual([text])
  })
})

describe('running heads and page numbers of a plain file', () => {
  const pages = [1, 2, 3, 4].map((page) => `凉亭治理研究\n${TEXT.slice(page)}\n— ${page} —`)

  it('go, and nothing else does', () => {
    const found = article(pages.join('\n'))
    expect(found.paragraphs.map(({ text }) => text)).toEqual([1, 2, 3, 4].map((page) => TEXT.slice(page)))
    // The first may be the title of all of it.
    expect(found.title).toBe('凉亭治理研究')
    expect(told(found, 'running-head').map(({ before }) => before)).toEqual(['— 1 —', '凉亭治理研究', '— 2 —', '凉亭治理研究', '— 3 —', '凉亭治理研究', '— 4 —'])
  })

  it('are not numbers that do not go up', () => {
    expect(paragraphs(`${TEXT}\n— 3 —\n${TEXT.slice(2)}\n— 3 —\n${TEXT.slice(4)}`)).toContain('— 3 —')
  })
})

describe('what a page puts round an article', () => {
  it.each(['上一篇：楼道里的调解员', '浏览次数：[128]次', '【加入收藏】【打印此文】【关闭】', '某ICP备05000000号', '某公网安备 34040000000000号', '政府网站标识码：3404000001', '长按识别二维码', '欢迎关注“平安沅平”微信公众号', '轻触阅读原文', '（本文来自沅平新闻，更多原创资讯请下载“沅平新闻”APP）', '阅读 1.2万', '广告'])('%j goes', (line) => {
    const found = article(`${TEXT}\n${TEXT.slice(3)}\n${line}\n分享到：`)
    expect(found.body).toBe(`${TEXT}\n${TEXT.slice(3)}`)
    expect(without(`${TEXT}\n${line}`, 'furniture')).toContain(line)
  })
})

describe('lines about the article that a program ran together', () => {
  it.each([
    ['2019-09-26 12:11来源：沅平日报作者：温若川', { media: '沅平日报', date: '2019-09-26T12:11', names: ['温若川'] }],
    ['沅平在线2016年10月14日07:17', { media: '沅平在线', date: '2016-10-14T07:17', names: [] }],
    ['来源：沅平日报　2022-09-28', { media: '沅平日报', date: '2022-09-28', names: [] }],
    ['聂小鱼 来源：沅平日报 责任编辑：聂小鱼_NN2587', { media: '沅平日报', date: null, names: ['聂小鱼'] }],
    ['发布时间：２０２４年３月５日', { media: null, date: '2024-03-05', names: [] }],
  ])('%j', (line, { media, date, names }) => {
    const found = article(`${line}\n${TEXT}`)
    expect([found.source.media, found.date.value, found.authors.map(({ name }) => name), found.body]).toEqual([media, date, names, TEXT])
  })

  it('that are only about the page leave it too', () => {
    expect(article(`${TEXT}\n${TEXT.slice(3)}\n原标题：凉亭里的议事会`).body).toBe(`${TEXT}\n${TEXT.slice(3)}`)
  })

  it('and the day under a letter is its date, and stays', () => {
    const found = article(`关于凉亭议事的函\n白石街道：\n${TEXT}\n此函。\n青岗县人民政府办公室\n2024年3月5日`)
    expect(found.date).toEqual({ value: '2024-03-05', precision: 'day', basis: 'stated' })
    expect(found.body.endsWith('2024年3月5日')).toBe(true)
  })
})

it('a line that says only the month gives the date, and stays', () => {
  const found = article(`凉亭里的议事会\n二〇二〇年十二月\n${TEXT}`)
  expect(found.date).toEqual({ value: '2020-12', precision: 'month', basis: 'stated' })
  expect(found.body).toContain('二〇二〇年十二月')
  expect(article(`凉亭里的议事会\n2020年12月3日\n${TEXT}`).body).toBe(TEXT)
})

it('the day on a cover stays there, and is its date', () => {
  const found = article('凉亭议事规程\n青岗县民政局\n2024年3月5日')
  expect(found.date.value).toBe('2024-03-05')
  expect(found.body).toContain('2024年3月5日')
})

it('a mark of continuation between two halves leaves the text', () => {
  const found = article(`${TEXT}（上接第一版）${TEXT}（下转四版）`)
  expect(found.body).toBe(TEXT + TEXT)
  expect(found.incompleteReason).toBe('原文标有“下转四版”，后文登在另一版，不在这里；原文标有“上接第一版”，前文登在另一版，不在这里')
})

it('paragraphs of a format that knows them are joined only where a mark says so', () => {
  const lines = ['青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办', '三个月来办成了四十多件实事', '，村民都说好。']
  const [found] = cleanLawfully(projected((to) => lines.forEach((line) => to.paragraph([line])))).articles
  expect(found?.paragraphs.map(({ text }) => text)).toEqual([lines[0], `${lines[1] ?? ''}${lines[2] ?? ''}`])
})

it('names every rule once, on screen too, and each can be switched off', () => {
  expect(new Set(RULES).size).toBe(RULES.length)
  expect(RULES.filter((rule) => !Object.hasOwn(reading.reading.rules, rule))).toEqual([])
  const page = '首页 > 要闻\n来源：沅平日报\n青 岗 县 的 凉 亭，，村民都说好。\n分享到：'
  for (const rule of RULES) expect(clean(plain(page), { boundaries: null, off: [rule] }).accounts.some((account) => account.rule === rule)).toBe(false)
})
