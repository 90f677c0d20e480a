/** The pure half of the review: who comes next, where the original stands, what a mark is about, what a disagreement changes. */
import { describe, expect, it } from 'vitest'
import type { Entry, Notice } from '../../electron/contract/entry.ts'
import { EntryId } from '../../electron/contract/entry.ts'
import type { QueueItem } from '../../electron/contract/queue.ts'
import { changeTo, claimsOn } from '../../renderer/src/screens/import/review/fields/claimed.ts'
import { around, excerptOf } from '../../renderer/src/screens/import/review/excerpt.ts'
import { rawAt } from '../../renderer/src/screens/import/review/follow.ts'
import { marksOf } from '../../renderer/src/screens/import/review/marks.ts'
import { nextWaiting, PAGE, queueOf, returnedTo } from '../../renderer/src/screens/import/review/queue.ts'

const id = (n: number): EntryId => EntryId.parse(`01${String(n).padStart(24, '0')}`)
const article = (n: number, change: Partial<QueueItem['entry']> = {}): QueueItem => ({
  n: 1, file: '甲.txt', of: 9, first: n === 0,
  entry: { id: id(n), ordinal: n + 1, kind: 'case', title: `第${String(n)}篇`, titleIsProvisional: false, boundary: { at: 0, confidence: 1, basis: 'start', reason: '' }, confidence: 1, confidenceReasons: [], review: 'pending', present: true, ...change },
})
/** A queue of so many of which the pages named are known. */
const known = (total: number, pages: readonly number[], change: (n: number) => Partial<QueueItem['entry']> = () => ({})) =>
  queueOf(new Map(pages.map((page) => [page, { total, items: Array.from({ length: Math.min(PAGE, total - page * PAGE) }, (_, n) => article(page * PAGE + n, change(page * PAGE + n))) }])))

describe('going through a batch', () => {
  const accepted = { review: 'accepted' } as const
  it('knows the articles of the pages that are there, and where each stands', () => {
    const queue = known(1200, [0, 23])
    expect([queue.count, queue.itemAt(49)?.entry.title, queue.itemAt(50), queue.itemAt(1199)?.entry.title, queue.itemAt(1200)]).toEqual([1200, '第49篇', undefined, '第1199篇', undefined])
    expect([queue.indexOf(id(49)), queue.indexOf(id(50)), queue.indexOf(id(1150))]).toEqual([49, -1, 1150])
  })
  it.each([[0, 3], [3, 4], [4, 0], [-1, 0]])('after %i waits %i', (from, next) => {
    const queue = known(6, [0], (n) => (n === 1 ? accepted : n === 2 || n === 5 ? { present: false } : {}))
    expect(nextWaiting(queue, from)?.index).toBe(next)
  })
  it('ends when no other waits', () => {
    const none = known(4, [0], (n) => (n === 2 ? {} : accepted))
    expect([nextWaiting(none, 2), nextWaiting(none, 0)?.index, nextWaiting(known(0, [0]), -1), nextWaiting(known(1, [0]), 0)]).toEqual([null, 2, null, null])
  })
  it('does not guess what stands in pages that are not there', () => {
    const queue = known(120, [0, 2], (n) => (n < 60 ? accepted : {}))
    expect([nextWaiting(queue, 10), nextWaiting(queue, 100)?.index]).toEqual([undefined, 101])
    expect(nextWaiting(known(120, [0, 2], (n) => (n === 119 ? {} : accepted)), 119)).toBeUndefined()
  })
  it('goes back to the article that a step was about, and stays when that is here', () => {
    expect([returnedTo(id(4), [id(3), id(2)]), returnedTo(id(4), [id(1), id(4)]), returnedTo(null, [id(2)]), returnedTo(id(4), [])]).toEqual([id(3), null, id(2), null])
  })
})

describe('the place in the original', () => {
  const segments = [{ body: { start: 0, end: 4 }, raw: { start: 10, end: 14 } }, { body: { start: 5, end: 9 }, raw: { start: 20, end: 28 } }]
  it.each([[0, 10], [3, 13], [4, 14], [5, 20], [7, 24], [50, 28]])('of %i is %i', (at, raw) => {
    expect(rawAt(segments, at)).toBe(raw)
  })
  it('is nowhere without segments', () => {
    expect(rawAt([], 3)).toBeNull()
  })
})

const notice = (change: Partial<Notice>): Notice => ({ id: 'n', rule: 'join', action: 'repaired', text: '', reason: '', before: '甲', after: '', raw: null, at: null, applied: true, ...change })

describe('marks in the result', () => {
  const paragraphs = [{ n: 1, kind: 'paragraph' as const, level: null, text: '一二三', start: 0, end: 3 }, { n: 2, kind: 'paragraph' as const, level: null, text: '四五', start: 4, end: 6 }]
  it('stand over words, at places, and once in each paragraph', () => {
    const marks = marksOf(paragraphs, [notice({ id: 'b', at: { start: 2, end: 5 } }), notice({ id: 'a', at: { start: 3, end: 3 } }), notice({ id: 'none' }), notice({ id: 'told', action: 'inferred', at: { start: 0, end: 0 } })])
    expect(marks.map(({ key, start, end }) => [key, start, end])).toEqual([['b-1', 2, 3], ['a-1', 3, 3], ['b-2', 4, 5]])
  })
  it('are one for all that was taken from one place', () => {
    const taken = (id: string) => notice({ id, action: 'moved', at: { start: 0, end: 0 } })
    expect(marksOf(paragraphs, [taken('a'), notice({ id: 'c', at: { start: 0, end: 1 } }), taken('b')]).map(({ start, end, notices }) => [start, end, notices.map((one) => one.id)])).toEqual([[0, 0, ['a', 'b']], [0, 1, ['c']]])
  })
})

describe('the excerpt of an original', () => {
  it('begins and ends with lines, a few around the article', () => {
    const text = Array.from({ length: 40 }, (_, n) => `第${String(n)}行`).join('\n')
    const [from, to] = around(text, text.indexOf('第20行'), text.indexOf('第22行') - 1)
    expect([text.slice(from).split('\n')[0], text.slice(0, to).split('\n').at(-1)]).toEqual(['第12行', '第29行'])
    expect(around('一行', 0, 2)).toEqual([0, 2])
  })

  it('knows the notice of each removal, also of one that was put back, and of two side by side', () => {
    const text = '题目\n页眉广告正文'
    const view = { file: 'a.txt', encoding: null, text, range: { start: 0, end: 9 }, segments: [{ body: { start: 0, end: 2 }, raw: { start: 7, end: 9 } }] }
    const notices = [
      notice({ id: 'title', action: 'moved', raw: { start: 0, end: 2 } }),
      notice({ id: 'head', action: 'dropped', raw: { start: 3, end: 5 } }),
      notice({ id: 'advert', action: 'dropped', raw: { start: 5, end: 7 } }),
      notice({ id: 'back', action: 'dropped', raw: { start: 7, end: 8 }, applied: false }),
    ]
    const runs = excerptOf(view, { body: '正文', notices } as Pick<Entry, 'body' | 'notices'>)
    expect(runs.map((run) => [run.text.trim(), run.tone, run.notice?.id ?? null]).filter(([words]) => words !== '')).toEqual([['题目', 'moved', 'title'], ['页眉', 'dropped', 'head'], ['广告', 'dropped', 'advert'], ['正', 'kept', 'back'], ['文', 'kept', null]])
    expect(runs.map((run) => run.text).join('')).toBe(text)
  })
})

describe('what a file says otherwise', () => {
  const said = (field: 'title' | 'date' | 'place' | 'reporter' | 'editor', other: string) => ({ field, taken: '', takenFrom: 'printed' as const, other, otherFrom: 'page-title' as const })
  const entry = { authors: [{ name: '何小满', role: 'reporter' as const, note: null }, { name: '周大河', role: 'editor' as const, note: null }] }
  it('stands at the field it is about', () => {
    const all = [said('title', '甲'), said('reporter', '乙'), said('editor', '丙')]
    expect([claimsOn('title', all), claimsOn('authors', all), claimsOn('date', all)].map((some) => some.map(({ other }) => other))).toEqual([['甲'], ['乙', '丙'], []])
  })
  it('is taken with one change; people of other roles stay', () => {
    expect(changeTo(entry, said('title', '新题'))).toEqual({ title: '新题' })
    expect(changeTo(entry, said('date', '2024-03'))).toEqual({ date: '2024-03' })
    expect(changeTo(entry, said('reporter', '林小满、温若川'))).toEqual({ authors: [{ name: '周大河', role: 'editor', note: null }, { name: '林小满', role: 'reporter', note: null }, { name: '温若川', role: 'reporter', note: null }] })
  })
  it('of a place is left to a person: it is three fields', () => {
    expect(changeTo(entry, said('place', '青禾市柳坝镇'))).toBeNull()
  })
})
