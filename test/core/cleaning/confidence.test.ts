import { describe, expect, it } from 'vitest'
import { readText as read } from '../../../electron/core/reading/index.ts'
import { article, cleanLawfully, fixture, plain, projected } from './documents.ts'

const TEXT = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事。村民都说，小事不出村，大事有人管。'
const judged = ({ confidence, confidenceReasons }: { readonly confidence: number; readonly confidenceReasons: readonly string[] }): unknown => [confidence, confidenceReasons]

describe('how sure the rules are of an article', () => {
  it('is fully, when nothing speaks against it', () => {
    expect(judged(article(`凉亭里的议事会\n来源：沅平日报\n${TEXT}`))).toEqual([1, []])
  })

  it('is less for each thing a person should look at, and each is said', () => {
    expect(judged(article(TEXT))).toEqual([0.8, ['没有找到题目，题目是暂拟的']])
    expect(judged(article(`凉亭里的议事会\n${TEXT}（下转四版）`))).toEqual([0.9, ['原文登在几处，这里不完整']])
    expect(judged(article(`凉亭里的议事会\n${TEXT}\uE000\n村民都说好。`))).toEqual([0.8, ['原文有 1 处缺损或乱码']])
    expect(judged(article('凉亭里的议事会\n村民都说好，大家坐下来慢慢说，事情一件一件地办。'))).toEqual([0.56, ['没有找到题目，题目是暂拟的', '正文只有 32 个字']])
  })

  it('is less where the encoding was a guess', () => {
    const [first] = cleanLawfully(read({ name: '甲.txt', bytes: Uint8Array.from([0xbc, 0xd3, 0xbf, 0xec]) })).articles
    expect(first?.confidenceReasons).toContain('文字编码是推断的，请核对文字是否通顺')
  })

  it('is less where an article was parted from others by its lines alone', () => {
    const { articles } = cleanLawfully(plain(fixture('page.txt')))
    expect(articles.slice(0, 2).map(judged)).toEqual([[1, []], [0.95, ['从这里分篇的把握为 95%：标题下有署名行“■ 记者 顾一帆”，正文以电头开始']]])
  })

  it('is less where more articles may be in the file, or two dates', () => {
    const heads = ['沅平市青岗县的凉亭', '沅平市白石街道的楼院', '临川区柳坝镇的田头']
    const document = projected((to) => heads.forEach((head) => {
      to.heading(2, [head])
      to.paragraph([TEXT + TEXT])
    }), { claims: [{ field: 'title', value: '三地议事', from: 'heading', raw: null }, { field: 'date', value: '2024-03-05', from: 'printed', raw: null }, { field: 'date', value: '2024-04-05', from: 'json-ld', raw: null }] })
    const [first] = cleanLawfully(document).articles
    expect(first && judged(first)).toEqual([0.63, ['这份文件里可能不止一篇，没有把握自动分开', '日期有两种说法']])
  })
})
