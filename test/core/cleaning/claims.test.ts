/** Several sources for one field: which is believed, what becomes of the others, and of the lines that say it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClaimField, ClaimFrom, type Claim } from '../../../electron/contract/claim.ts'
import type { CleanArticle } from '../../../electron/core/cleaning/article.ts'
import type { Projection } from '../../../electron/core/reading/projection.ts'
import { cleanLawfully, projected } from './documents.ts'

const TEXT = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，三个月来办成了四十多件实事。'
const claim = (field: ClaimField, value: string, from: ClaimFrom, raw: Claim['raw'] = null): Claim => ({ field, value, from, raw })
function claimed(claims: readonly Claim[], write: (to: Projection) => void = (to) => to.paragraph([TEXT])): CleanArticle {
  const [article] = cleanLawfully(projected(write, { claims, format: 'html' })).articles
  if (!article) throw new Error('expected an article')
  return article
}
const told = ({ notices }: CleanArticle): string[] => notices.map(({ rule, action, text }) => `${action} ${rule} ${text}`)

describe('the better source', () => {
  it('fills the field whatever the order, and the other is kept beside it', () => {
    const official = claim('date', '2024-03-05', 'government-meta')
    const shared = claim('date', '2024-03-07', 'open-graph')
    for (const claims of [[official, shared], [shared, official]]) {
      const article = claimed(claims)
      expect(article.date).toEqual({ value: '2024-03-05', precision: 'day', basis: 'stated' })
      expect(article.disagreements).toEqual([{ field: 'date', taken: '2024-03-05', takenFrom: 'government-meta', other: '2024-03-07', otherFrom: 'open-graph' }])
      expect(told(article)).toEqual(['inferred claims 日期取自网页自带的标签', 'flagged disagreement 日期有两种说法：取“2024-03-05”，另有“2024-03-07”'])
    }
  })

  it('stands before what is printed in the text only when it is a tag of an authority’s page', () => {
    const write = (to: Projection): void => {
      to.paragraph(['来源：沅平日报　时间：2024-03-06'])
      to.paragraph([TEXT])
    }
    expect(claimed([claim('date', '2024-03-05', 'government-meta'), claim('media', '沅平晚报', 'json-ld')], write)).toMatchObject({ date: { value: '2024-03-05' }, source: { media: '沅平日报' } })
  })

  it('is not contradicted by one that says the same in other words', () => {
    const article = claimed([
      claim('title', '凉亭里的议事会', 'heading'), claim('title', '凉亭里的议事会_沅平网', 'page-title'), claim('media', '沅平日报', 'printed'), claim('media', '沅平日报客户端', 'open-graph'),
      claim('date', '2024-03-05', 'government-meta'), claim('date', '2024-03-05T09:30', 'json-ld'), claim('reporter', '温若川', 'printed'), claim('author', '温若川', 'json-ld'),
    ])
    expect(article.disagreements).toEqual([])
    expect(article).toMatchObject({ title: '凉亭里的议事会', source: { media: '沅平日报' }, date: { value: '2024-03-05T09:30', precision: 'minute' }, authors: [{ name: '温若川', role: 'reporter' }] })
  })

  it('leaves a disagreement about an author where both name people', () => {
    const article = claimed([claim('author', '温若川', 'printed'), claim('author', '邱岚', 'json-ld')])
    expect(article.authors).toEqual([{ name: '温若川', role: 'author', note: null }])
    expect(article.disagreements).toEqual([{ field: 'author', taken: '温若川', takenFrom: 'printed', other: '邱岚', otherFrom: 'json-ld' }])
  })
})

describe('what is no author', () => {
  it.each(['104363', 'HN666', '系统管理员', 'admin', '青岗县把议事的地方搬到了村口。'])('%j is refused', (value) => {
    expect(claimed([claim('author', value, 'government-meta'), claim('editor', value, 'printed')]).authors).toEqual([])
  })

  it('is the name of a site or company that a program put there', () => {
    expect(claimed([claim('author', '沅平在线', 'open-graph'), claim('author', '沅平市科技有限公司', 'properties')]).authors).toEqual([])
  })

  it('is the number an editing system puts behind a name', () => {
    expect(claimed([claim('editor', '聂小鱼_NN2587', 'printed')]).authors).toEqual([{ name: '聂小鱼', role: 'editor', note: null }])
  })
})

describe('the day of publication', () => {
  it('is not a day in the story', () => {
    expect(claimed([], (to) => to.paragraph(['2023年2月27日，青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说。'])).date.value).toBeNull()
  })

  it('is offered, not stated, when only the document’s own day is known', () => {
    const article = claimed([claim('date', '2023-11-02', 'properties')])
    expect(article.date).toEqual({ value: null, precision: null, basis: null })
    expect(article.offers).toEqual([{ field: 'date', value: '2023-11-02', why: '文件属性记着这份文件建于 2023-11-02；原文没有写明发表日期时可以参考' }])
  })
})

describe('a title', () => {
  it('that stands in the first lines too is moved out of them', () => {
    const article = claimed([claim('title', '凉亭里的议事会 议出四十件实事', 'heading')], (to) => {
      to.paragraph(['凉亭里的议事会'])
      to.paragraph(['议出四十件实事'])
      to.paragraph(['——青岗县基层治理观察'])
      to.paragraph([TEXT])
    })
    expect([article.title, article.subtitle, article.body]).toEqual(['凉亭里的议事会 议出四十件实事', '青岗县基层治理观察', TEXT])
  })

  it('of a document’s properties gives way to the one printed over its text', () => {
    const article = claimed([claim('title', '附件一', 'properties')], (to) => {
      to.paragraph(['凉亭里的议事会'])
      to.paragraph([TEXT])
    })
    expect([article.title, article.body]).toEqual(['凉亭里的议事会', TEXT])
    expect(article.disagreements).toEqual([{ field: 'title', taken: '凉亭里的议事会', takenFrom: 'printed', other: '附件一', otherFrom: 'properties' }])
  })

  it('of the page’s heading leaves another short first line where it is', () => {
    const article = claimed([claim('title', '凉亭里的议事会', 'heading')], (to) => {
      to.paragraph(['从一件小事说起'])
      to.paragraph([TEXT])
    })
    expect([article.title, article.body]).toEqual(['凉亭里的议事会', `从一件小事说起\n${TEXT}`])
  })
})

describe('a line beside the article that says whose it is', () => {
  it('is moved to the fields instead of being dropped with the rest of the page', () => {
    const beside = { aside: { rule: 'furniture' as const, reason: '在正文区之外' } }
    const write = (to: Projection): void => {
      to.paragraph(['首页 > 要闻'], beside)
      to.paragraph(['2024-03-05 来源：沅平日报'], beside)
      to.paragraph([TEXT])
    }
    const line = { start: 9, end: 27 }
    const article = claimed([claim('date', '2024-03-05', 'printed', line), claim('media', '沅平日报', 'printed', line)], write)
    expect(told(article)).toEqual(['dropped furniture 删去网页部件“首页 > 要闻”', 'moved claims “2024-03-05 来源：沅平日报”移入日期、来源'])
  })
})

it('a place is handed on as the file says it, and rights are kept', () => {
  expect(claimed([claim('place', '沅平市青岗县', 'column'), claim('rights', '未经许可不得转载', 'column')])).toMatchObject({ statedPlace: '沅平市青岗县', rightsStatement: '未经许可不得转载' })
})

it('believes by source, never by order', () => {
  const claims = fc.array(fc.record({ field: fc.constantFrom(...ClaimField.options), value: fc.constantFrom('凉亭议事', '楼道议事', '2024-03-05', '2023-01', '温若川', '邱岚、沈默', '沅平日报', 'https://example.invalid/a'), from: fc.constantFrom(...ClaimFrom.options), raw: fc.constant(null) }), { maxLength: 8 })
  fc.assert(fc.property(claims, (stated) => {
    const [one, other] = [claimed(stated), claimed(stated.toReversed())]
    for (const { field, taken, takenFrom, otherFrom } of one.disagreements) {
      expect(taken).not.toBe('')
      expect(ClaimFrom.options.indexOf(takenFrom), field).toBeLessThanOrEqual(ClaimFrom.options.indexOf(otherFrom))
    }
    const best = (article: CleanArticle): unknown => [article.date.value?.slice(0, 10), article.disagreements.length]
    if (new Set(stated.map(({ field, from }) => `${field}${from}`)).size === stated.length) expect(best(one)).toEqual(best(other))
  }), { numRuns: 200 })
})
