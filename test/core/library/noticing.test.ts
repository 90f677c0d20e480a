import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../../electron/contract/entry.ts'
import { setNotice } from '../../../electron/core/library/noticing.ts'
import { mergeSegments } from '../../../electron/core/library/segments.ts'
import type { EntryState, StoredNotice } from '../../../electron/core/library/state.ts'
import { notice, stateWith } from './states.ts'

const span = (start: number, end: number): Span => ({ start, end })
const atOf = (state: EntryState, id: string) => state.notices.find((one) => one.id === id)?.at

describe('undoing what cleaning did', () => {
  it('breaks a rejoined line again, as the original had it, and joins it as before', () => {
    const state = stateWith('推行“党建+信访”模式。', {
      segments: [{ body: span(0, 6), raw: span(10, 16) }, { body: span(6, 12), raw: span(18, 24) }],
      notices: [notice({ id: 'join', action: 'repaired', before: '\n\n', after: '', raw: span(16, 18), at: span(6, 6) })],
    })
    const { state: undone } = setNotice(state, 'join', false, false)
    expect(undone.body).toBe('推行“党建+\n信访”模式。')
    expect(undone.paragraphs).toEqual([['paragraph', null, 0, 6], ['paragraph', null, 7, 13]])
    expect(undone.segments).toEqual([{ body: span(0, 6), raw: span(10, 16) }, { body: span(7, 13), raw: span(18, 24) }])
    const { state: redone } = setNotice(undone, 'join', true, false)
    expect(redone).toEqual(state)
  })

  it('puts a removed line back as a paragraph of its own, at the end of one', () => {
    const state = stateWith('第一段。\n第二段。', {
      segments: [{ body: span(0, 4), raw: span(0, 4) }, { body: span(5, 9), raw: span(14, 18) }],
      notices: [notice({ id: 'widget', before: '字号：大 中 小', raw: span(5, 13), at: span(4, 4) })],
    })
    const { state: undone } = setNotice(state, 'widget', false, true)
    expect(undone.body).toBe('第一段。\n字号：大 中 小\n第二段。')
    expect(undone.segments).toEqual([{ body: span(0, 4), raw: span(0, 4) }, { body: span(5, 13), raw: span(5, 13) }, { body: span(14, 18), raw: span(14, 18) }])
    expect(undone.notices[0]).toMatchObject({ applied: false, at: span(5, 13) })
    expect(setNotice(undone, 'widget', true, true).state).toEqual(state)
  })

  it.each<[string, string, number, boolean, string]>([
    ['before the first paragraph', '甲。\n乙。', 0, true, '行\n甲。\n乙。'],
    ['before a later paragraph', '甲。\n乙。', 3, true, '甲。\n行\n乙。'],
    ['after the last paragraph', '甲。\n乙。', 5, true, '甲。\n乙。\n行'],
    ['in the middle of a rejoined one', '甲乙。', 1, true, '甲\n行\n乙。'],
    ['into an empty body', '', 0, true, '行'],
    ['inside a line', '甲乙。', 1, false, '甲行乙。'],
    ['at the head of a line', '甲。\n乙。', 3, false, '甲。\n行乙。'],
  ])('a removed text comes back %s', (_, body, at, isLine, expected) => {
    const state = stateWith(body, { notices: [notice({ id: 'n', before: '行', at: span(at, at) })] })
    const { state: undone } = setNotice(state, 'n', false, isLine)
    expect(undone.body).toBe(expected)
    expect(setNotice(undone, 'n', true, isLine).state.body).toBe(body)
  })

  it('keeps the order of two lines that were removed at the same place', () => {
    const state = stateWith('正文。', { notices: [notice({ id: 'first', before: '来源：某报', raw: span(0, 5), at: span(0, 0) }), notice({ id: 'second', before: '作者：某人', raw: span(6, 11), at: span(0, 0) })] })
    const whole = '来源：某报\n作者：某人\n正文。'
    expect(setNotice(setNotice(state, 'first', false, true).state, 'second', false, true).state.body).toBe(whole)
    const both = setNotice(setNotice(state, 'second', false, true).state, 'first', false, true).state
    expect(both.body).toBe(whole)
    const firstAgain = setNotice(both, 'first', true, true).state
    expect(firstAgain.body).toBe('作者：某人\n正文。')
    expect(setNotice(firstAgain, 'second', true, true).state.body).toBe('正文。')
  })

  it('of a remark only marks it as seen to', () => {
    const state = stateWith('and 一处。', { notices: [notice({ id: 'flag', action: 'flagged', before: 'and', after: 'and', at: span(0, 3) })] })
    expect(setNotice(state, 'flag', false, false).state).toEqual({ ...state, notices: [{ ...state.notices[0], applied: false }] })
  })

  it.each<[string, Partial<StoredNotice>]>([
    ['whose place was lost', { at: null }],
    ['whose words have changed', { action: 'repaired', before: '甲', after: '丙', at: span(0, 1) }],
  ])('of a notice %s is refused', (_, change) => {
    expect(() => setNotice(stateWith('甲乙。', { notices: [notice({ id: 'n', before: '行', ...change })] }), 'n', false, true)).toThrow('这条清洗记录已不存在')
  })

  it('and doing it again gives the same entry (property)', () => {
    const word = fc.string({ unit: fc.constantFrom('网', '格', '。', '一', 'a'), minLength: 1, maxLength: 8 })
    const removed = fc.string({ unit: fc.constantFrom('网', '格', '\n', '　', 'b'), minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '')
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.array(fc.record({ before: removed, at: fc.nat(), length: fc.nat({ max: 4 }), isLine: fc.boolean() }), { minLength: 1, maxLength: 4 }), fc.nat(), (lines, drafts, chosen) => {
      const body = lines.join('\n')
      const notices = drafts.map(({ before, at, length, isLine }, index) => {
        const start = at % (body.length + 1)
        const end = isLine ? start : Math.min(body.length, start + length)
        return { isLine, value: notice({ id: String(index), action: 'repaired', before, after: body.slice(start, end), at: span(start, end) }) }
      })
      const state = stateWith(body, { notices: notices.map(({ value }) => value), segments: mergeSegments([{ body: span(0, body.length), raw: span(50, 50 + body.length) }]) })
      const one = notices[chosen % notices.length]
      if (!one) return
      const undone = setNotice(state, one.value.id, false, one.isLine).state
      expect(undone.body.slice(atOf(undone, one.value.id)?.start, atOf(undone, one.value.id)?.end)).toBe(undone.notices.find(({ id }) => id === one.value.id)?.restored?.text)
      const redone = setNotice(undone, one.value.id, true, one.isLine).state
      expect(redone.body).toBe(state.body)
      expect(redone.notices).toEqual(state.notices)
      expect(redone.segments).toEqual(state.segments)
    }), { numRuns: 2000 })
  })
})
