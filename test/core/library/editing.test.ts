import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryChange } from '../../../electron/contract/library.ts'
import { keptRuns, relocator } from '../../../electron/core/library/anchoring.ts'
import { applyChange } from '../../../electron/core/library/editing.ts'
import type { EntryState } from '../../../electron/core/library/state.ts'
import { notice, stateWith } from './states.ts'

const edit = (state: EntryState, change: EntryChange) => applyChange(state, change, () => ['新词'])
/** Few letters and line breaks: edits of such texts meet every ambiguity a diff can have. */
const someText = fc.string({ unit: fc.constantFrom('网', '格', '员', '。', '𠮷', '\n', 'a'), maxLength: 60 })

describe('a field that a person sets', () => {
  const state = stateWith('正文。', {
    absent: { date: 'not-stated', 'place.city': 'not-stated', 'source.media': 'not-checked', authors: 'not-stated' },
    inferences: [{ field: 'date', value: '2022', why: '文中提到 2022 年' }, { field: 'source.media', value: '淮南日报', why: '版面' }],
    place: { province: '安徽省', city: null, district: null, basis: 'inferred' },
  })

  it.each<[string, EntryChange, Partial<EntryState>]>([
    ['a date', { date: '2022-09' }, { date: { value: '2022-09', precision: 'month', basis: 'user' }, absent: { 'place.city': 'not-stated', 'source.media': 'not-checked', authors: 'not-stated' }, inferences: [{ field: 'source.media', value: '淮南日报', why: '版面' }] }],
    ['a city', { city: ' 淮南市 ' }, { place: { province: '安徽省', city: '淮南市', district: null, basis: 'user' }, absent: { date: 'not-stated', 'source.media': 'not-checked', authors: 'not-stated' } }],
    ['no province any more', { province: null }, { place: { province: null, city: null, district: null, basis: null }, absent: { ...state.absent, 'place.province': 'not-stated' } }],
    ['a source', { media: '淮南日报' }, { source: { media: '淮南日报', page: null, url: null }, absent: { date: 'not-stated', 'place.city': 'not-stated', authors: 'not-stated' } }],
    ['authors', { authors: [{ name: '张三', role: 'author', note: null }] }, { authors: [{ name: '张三', role: 'author', note: null }], absent: { date: 'not-stated', 'place.city': 'not-stated', 'source.media': 'not-checked' } }],
    ['a blank kicker', { kicker: '  ' }, { kicker: null, absent: { ...state.absent, kicker: 'not-stated' } }],
    ['a title', { title: '新标题' }, { title: '新标题', titleIsProvisional: false, keywords: ['新词'] }],
    ['a shelf life', { status: 'recheck', reviewBy: '2027-01-31' }, { status: 'recheck', reviewBy: '2027-01-31', absent: state.absent }],
    ['a kind', { kind: 'other' }, { kind: 'other', kindReason: '由使用者指定' }],
  ])('%s is theirs, and what a rule offered is settled', (_, change, expected) => {
    const { state: edited, lost } = edit(state, change)
    expect(edited).toMatchObject(expected)
    if (expected.absent) expect(edited.absent).toEqual(expected.absent)
    expect(lost).toEqual([])
  })

  it.each(['2022-13', '2022-02-30', '2023-02-29', '2022-09-28T24:00'])('the day %s does not exist', (date) => {
    expect(() => edit(state, { date })).toThrow(`没有“${date}”这个日期`)
  })
  it.each(['2024-02-29', '2022-12-31T23:59'])('the day %s does', (date) => {
    expect(edit(state, { date }).state.date.value).toBe(date)
  })
})

describe('an edited body', () => {
  it('keeps one paragraph per line, empty lines gone, and each line of the kind it grew from', () => {
    const state = stateWith('一、做法\n网格员上门。\n二、成效', { paragraphs: [['heading', 2, 0, 4], ['paragraph', null, 5, 11], ['heading', 2, 12, 16]] })
    const { state: edited } = edit(state, { body: '一、主要做法\r\n\r\n网格员上门走访。\n新写的一段。\n二、成效\n' })
    expect(edited.body).toBe('一、主要做法\n网格员上门走访。\n新写的一段。\n二、成效')
    expect(edited.paragraphs).toEqual([['heading', 2, 0, 6], ['paragraph', null, 7, 15], ['paragraph', null, 16, 22], ['heading', 2, 23, 27]])
  })

  it('keeps the lines of a table together', () => {
    const state = stateWith('前言。\n甲 1\n乙 2\n结语。', { paragraphs: [['paragraph', null, 0, 3], ['table', null, 4, 11], ['paragraph', null, 12, 15]] })
    expect(edit(state, { body: '前言改过。\n甲 1\n乙 2\n结语。' }).state.paragraphs).toEqual([['paragraph', null, 0, 5], ['table', null, 6, 13], ['paragraph', null, 14, 17]])
  })

  it('finds notices again, also in a paragraph that was moved, and lists what it cannot find', () => {
    const body = '网格员王敏逐户走访独居老人。\n“党建+信访”机制运转良好。\n本段将被删去，连同其中的疑点。'
    const state = stateWith(body, {
      notices: [
        notice({ id: 'moved', action: 'repaired', after: '“党建+信访”', at: { start: 15, end: 22 } }),
        notice({ id: 'gone', action: 'flagged', after: '疑点', at: { start: 40, end: 42 } }),
        notice({ id: 'dropped', at: { start: 14, end: 14 } }),
      ],
    })
    expect(body.slice(15, 22)).toBe('“党建+信访”')
    const { state: edited, lost } = edit(state, { body: '“党建+信访”机制运转良好。\n网格员王敏逐户走访独居老人。' })
    expect(edited.notices.map(({ id, at }) => [id, at])).toEqual([['moved', { start: 0, end: 7 }], ['gone', null], ['dropped', { start: 29, end: 29 }]])
    expect(lost).toEqual([{ what: 'notice', label: '记录 gone', quote: body.slice(40, 42) }])
  })

  it('does not choose between two places that look alike', () => {
    const body = '一听。\n二看。\n三办。\n上门走访独居老人。'
    const state = stateWith(body, { notices: [notice({ id: 'n', action: 'flagged', after: '上门走访独居老人', at: { start: 12, end: 20 } })] })
    const { state: edited, lost } = edit(state, { body: '上门走访独居老人。\n上门走访独居老人。\n一听。\n二看。\n三办。' })
    expect([edited.notices[0]?.at, lost.map(({ quote }) => quote)]).toEqual([null, ['上门走访独居老人']])
  })

  it('lists a stretch of the original that is no longer in the body', () => {
    const state = stateWith('第一段保留。\n第二段删去。', { segments: [{ body: { start: 0, end: 6 }, raw: { start: 10, end: 16 } }, { body: { start: 7, end: 13 }, raw: { start: 20, end: 26 } }] })
    const { state: edited, lost } = edit(state, { body: '第一段保留。' })
    expect(edited.segments).toEqual([{ body: { start: 0, end: 6 }, raw: { start: 10, end: 16 } }])
    expect(lost).toEqual([{ what: 'segment', label: '正文', quote: '第二段删去。' }])
  })

  it('has its words counted anew, and only then', () => {
    expect(edit(stateWith('甲。', { keywords: ['旧词'] }), { body: '乙。' }).state.keywords).toEqual(['新词'])
    expect(edit(stateWith('甲。', { keywords: ['旧词'] }), { body: '甲。', media: '报' }).state.keywords).toEqual(['旧词'])
  })

  it('never points at other words than before (property)', () => {
    fc.assert(fc.property(someText, someText, fc.nat(), fc.nat(), (before, after, a, b) => {
      const state = edit(stateWith(''), { body: before }).state
      const start = a % (state.body.length + 1)
      const end = start + (b % (state.body.length - start + 1))
      const quote = state.body.slice(start, end)
      const segment = { body: { start, end }, raw: { start: 100 + start, end: 100 + end } }
      const marked: EntryState = { ...state, notices: [notice({ id: 'n', after: quote, at: { start, end } })], segments: start < end ? [segment] : [] }
      const { state: edited, lost } = edit(marked, { body: after })
      const at = edited.notices[0]?.at
      if (at) expect(edited.body.slice(at.start, at.end)).toBe(quote)
      else expect(lost.some(({ what }) => what === 'notice')).toBe(true)
      for (const { body, raw } of edited.segments) expect(edited.body.slice(body.start, body.end)).toBe(state.body.slice(raw.start - 100, raw.end - 100))
      expect(edited.paragraphs.map(([, , from, to]) => edited.body.slice(from, to)).join('\n')).toBe(edited.body)
      expect(edited.paragraphs.every(([, , from, to]) => from < to)).toBe(true)
    }), { numRuns: 1000 })
  })
})

describe('what two texts share', () => {
  it('is the same in both, in order, and never half a character (property)', () => {
    fc.assert(fc.property(someText, someText, (before, after) => {
      let was = 0
      let is = 0
      for (const run of keptRuns(before, after)) {
        expect(run.length > 0 && run.before >= was && run.after >= is).toBe(true)
        const text = before.slice(run.before, run.before + run.length)
        expect(after.slice(run.after, run.after + run.length)).toBe(text)
        expect(text).toBe(text.toWellFormed())
        was = run.before + run.length
        is = run.after + run.length
      }
    }), { numRuns: 1000 })
  })

  it('leaves a span alone when nothing changed (property)', () => {
    fc.assert(fc.property(someText, fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % (text.length + 1)
      const span = { start, end: start + (b % (text.length - start + 1)) }
      expect(relocator(text, text)(span)).toEqual(span)
    }))
  })
})
