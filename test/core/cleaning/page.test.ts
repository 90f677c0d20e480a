import { describe, expect, it } from 'vitest'
import { cleanLawfully, fixture, plain, told } from './documents.ts'

const { articles } = cleanLawfully(plain(fixture('page.txt')))
const headings = (index: number): (readonly [number | null, string])[] => (articles[index]?.paragraphs ?? []).filter(({ kind }) => kind === 'heading').map(({ level, text }) => [level, text])

describe('a newspaper page', () => {
  it('is divided into its articles, with titles, kicker and subtitle told apart', () => {
    expect(articles.map(({ kicker, title, subtitle }) => [kicker, title, subtitle])).toEqual([
      [null, '把难事办在楼道口 让邻里走得更近', '沅平市白石街道楼院议事改革综述'],
      [null, '市第三小学组织学生走进社区当“小小调解员”', null],
      [null, '全市乡村治理现场推进会在柳坝镇召开', null],
      [null, '守护夜归人的“小桔灯”', null],
      ['简化流程 优化服务 提升效能', '我市开展“无证明城市”建设攻坚行动', null],
    ])
  })

  it('names who signed each of them, also below a picture', () => {
    expect(articles.map(({ authors }) => authors.map(({ name, role, note }) => [name, role, note]))).toEqual([
      [['温若川', 'reporter', '首席记者'], ['邱岚', 'correspondent', null]],
      [['顾一帆', 'reporter', null]],
      [['温若川', 'reporter', null], ['陶然', 'correspondent', null]],
      [['程野', 'photographer', '摄影记者'], ['覃小虎', 'correspondent', null]],
      [['顾一帆', 'reporter', null], ['沈默', 'correspondent', null]],
    ])
  })

  it('makes one heading of a sub-head in two lines', () => {
    expect(headings(0)).toEqual([
      [2, '理顺议事规矩 压实办理责任'],
      [2, '培育楼院能人 汇聚多方力量'],
      [2, '坚持数字赋能 提升“一键”成效'],
    ])
    expect([1, 2, 3, 4].flatMap(headings)).toEqual([])
  })

  it('keeps every paragraph as it stands', () => {
    const lines = new Set(fixture('page.txt').split('\n'))
    for (const { paragraphs } of articles) for (const { kind, text } of paragraphs) if (kind === 'paragraph') expect(lines).toContain(text)
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([9, 3, 4, 2, 3])
    expect(articles.flatMap((article) => told(article, 'join'))).toEqual([])
  })

  it('says of each article that it was divided from the others, why, and how surely', () => {
    expect(articles.map(({ notices }) => notices.filter(({ rule }) => rule === 'split').map(({ id, action, text, reason }) => [id, action, text, reason]))).toEqual([
      [['split@1', 'inferred', '从同一文件分出 5 篇，本文是第 1 篇', '标题下有署名行“■ 首席记者 温若川 通讯员 邱岚”（把握：高）']],
      [['split@982', 'inferred', '从同一文件分出 5 篇，本文是第 2 篇', '标题下有署名行“■ 记者 顾一帆”，正文以电头开始（把握：高）']],
      [['split@1296', 'inferred', '从同一文件分出 5 篇，本文是第 3 篇', '标题下有署名行“■ 记者 温若川 通讯员 陶然”，正文以电头开始（把握：高）']],
      [['split@1755', 'inferred', '从同一文件分出 5 篇，本文是第 4 篇', '标题下的文字以图片署名行“■ 摄影 记者 程野 通讯员 覃小虎”结束（把握：中）']],
      [['split@1913', 'inferred', '从同一文件分出 5 篇，本文是第 5 篇', '标题下有署名行“■ 记者 顾一帆 通讯员 沈默”，正文以电头开始（把握：高）']],
    ])
  })

  it('flags a foreign word left in a sentence and does not touch it', () => {
    const [last] = articles.slice(-1)
    expect(last?.notices.filter(({ rule }) => rule === 'stray-word').map(({ action, before, after, at }) => [action, before, after, at && last.body.slice(at.start, at.end)])).toEqual([['flagged', 'with', 'with', 'with']])
    expect(last?.body).toContain('将选取 with 群众')
  })

  it('gives each article the part of the file that is its own', () => {
    const ends = articles.map(({ raw }) => raw)
    for (const [index, { start }] of ends.entries()) expect(start).toBeGreaterThanOrEqual(ends[index - 1]?.end ?? 0)
  })
})

describe('one article is not divided', () => {
  it.each([
    ['with its own byline', '居民议事有了新地方\n\n本报记者 顾一帆\n\n青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事，群众很满意。'],
    ['with a byline and a lead', '居民议事有了新地方\n■ 记者 顾一帆\n本报讯 青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说。'],
    ['that quotes reporters and names', '“记者同志，你看这路修得多好！”村民覃大山拉着记者的手说。\n记者走访发现，村里的路灯全部换成了新的。\n记者 在村口看到，孩子们正在新修的操场上打球。'],
    ['with sub-heads and a second reporter below', '居民议事有了新地方\n本报记者 顾一帆\n青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，件件有回音。\n凉亭里的新规矩\n谁家有事谁先说，说完大家一起想办法，最后举手表决，结果贴在墙上。\n（记者 顾一帆 通讯员 沈默）'],
  ])('%s', (_, text) => {
    const { articles: found } = cleanLawfully(plain(text))
    expect(found).toHaveLength(1)
    expect(found.flatMap((one) => told(one, 'split'))).toEqual([])
  })
})
