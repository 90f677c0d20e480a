/** Halves of one article on two pages, and what only looks like them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, joinContinued, jumpsIn } from '../../../electron/core/cleaning/index.ts'
import type { CleanArticle } from '../../../electron/core/cleaning/article.ts'
import { article, plain } from './documents.ts'

const half = (head: string, text: string): CleanArticle => article(`凉亭里的议事会\n${head}\n${text}\n`)
const FIRST = '青岗县把议事的地方搬到了村口的凉亭里，大家坐下来慢慢说，事情一件一件地办，谁家有难处都能当面讲清楚，讲清楚了就有人去办，三个月来'
const SECOND = '办成了四十多件实事。村民都说，小事不出村，大事有人管，心里踏实多了。'
const first = half('沅平日报 2024-03-05 01版', `${FIRST}（下转四版）`)
const second = half('沅平日报 2024-03-05 04版', `（上接第1版）${SECOND}`)

describe('two halves of an article', () => {
  it('are one, joined in the sentence where the page ended', () => {
    expect([first.incompleteReason, second.incompleteReason].map(jumpsIn)).toEqual([[{ to: 'later', page: 4 }], [{ to: 'earlier', page: 1 }]])
    expect(joinContinued(first, second)).toEqual({
      body: FIRST + SECOND,
      paragraphs: [{ n: 1, kind: 'paragraph', level: null, text: FIRST + SECOND, start: 0, end: FIRST.length + SECOND.length }],
      references: [],
      pictures: [],
      incompleteReason: null,
      confidence: 0.99,
      reasons: ['前一篇标有“下转”，后一篇标有“上接”', '前一篇要转的版，正是后一篇所在的版', '后一篇所接的版，正是前一篇所在的版', '同一天', '同一家媒体', '题目相同或互相包含'],
    })
  })

  it('keep a paragraph each when the first was finished', () => {
    const joined = joinContinued(half('沅平日报 2024-03-05 01版', `${SECOND}（下转四版）`), second)
    expect(joined?.paragraphs.map(({ n, text }) => [n, text])).toEqual([[1, SECOND], [2, SECOND]])
    for (const { text, start, end } of joined?.paragraphs ?? []) expect(joined?.body.slice(start, end)).toBe(text)
  })

  it('are not those that other pages, days or titles part', () => {
    expect(joinContinued(second, first)).toBeNull()
    expect(joinContinued(first, half('沅平日报 2024-03-05 05版', `（上接第1版）${SECOND}`))).toBeNull()
    expect(joinContinued(first, half('沅平日报 2024-03-06 04版', `（上接第1版）${SECOND}`))).toBeNull()
    expect(joinContinued(first, half('沅平日报 2024-03-05 04版', `（上接第2版）${SECOND}`))).toBeNull()
    expect(joinContinued(first, { ...second, title: '楼道里的调解员' })).toBeNull()
    expect(joinContinued(first, { ...second, incompleteReason: null })).toBeNull()
  })

  it('leave what else is missing in the reason', () => {
    const middle = { ...second, incompleteReason: `${second.incompleteReason ?? ''}；${(first.incompleteReason ?? '').replace('四', '六')}` }
    expect(joinContinued(first, middle)?.incompleteReason).toBe('原文标有“下转六版”，后文登在另一版，不在这里')
  })
})

it('reads every way papers number a page', () => {
  expect(['下转四版', '下转第12版', '上接A04版', '紧转十二版', '转二十版', '上接一版'].map((mark) => jumpsIn(`原文标有“${mark}”，后文登在另一版，不在这里`)[0]?.page)).toEqual([4, 12, 4, 12, 20, 1])
})

it('keeps every offset whatever the halves', () => {
  const line = fc.constantFrom(FIRST, SECOND, '（一）谁来议', '村民都说“好')
  fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), fc.array(line, { minLength: 1, maxLength: 5 }), (one, other) => {
    const [a] = clean(plain(`${one.join('\n')}（下转四版）`)).articles
    const [b] = clean(plain(`（上接一版）${other.join('\n')}`)).articles
    const joined = a && b ? joinContinued(a, b) : null
    if (!joined) return
    expect(joined.paragraphs.map(({ text }) => text).join('\n')).toBe(joined.body)
    joined.paragraphs.forEach(({ n, text, start, end }, index) => expect([n, joined.body.slice(start, end)]).toEqual([index + 1, text]))
  }), { numRuns: 100 })
})
