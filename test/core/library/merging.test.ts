import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntryChange } from '../../../electron/contract/library.ts'
import { applyChange } from '../../../electron/core/library/editing.ts'
import { spansAgree } from '../../../electron/core/library/checking.ts'
import { carrier, nearlySame, pair } from '../../../electron/core/library/matching.ts'
import { mergeReading } from '../../../electron/core/library/merging.ts'
import { setNotice } from '../../../electron/core/library/noticing.ts'
import type { EntryState } from '../../../electron/core/library/state.ts'
import { notice, stateWith } from './states.ts'

const keywords = (title: string, body: string): readonly string[] => [`${title}|${body.length}`]
const edit = (state: EntryState, change: EntryChange): EntryState => applyChange(state, change, keywords).state
const merge = (base: EntryState, own: EntryState, read: EntryState, before = '', after = before) => mergeReading({ base, own, read, before, after }, keywords)

describe('which article is which entry', () => {
  const span = (start: number, end: number) => ({ start, end })
  it('is told by what they share; each is one thing only', () => {
    expect(pair([span(0, 10), span(10, 30)], [span(0, 30)], (one) => one)).toEqual({ articles: [null, 0], added: [] })
    expect(pair([span(0, 30)], [span(0, 10), span(10, 30)], (one) => one)).toEqual({ articles: [1], added: [0] })
    expect(pair([span(0, 10), span(20, 30)], [span(20, 30), span(0, 10), span(40, 50)], (one) => one)).toEqual({ articles: [1, 0], added: [2] })
  })
  it('finds its place in another text: what both share stands fast, the rest is measured out', () => {
    expect(carrier('甲乙丙丁', '甲乙丙丁')(span(1, 3))).toEqual(span(1, 3))
    expect(carrier('第一行。\n一二三四\n第三行。', '第一行。\n一二三四五六七八\n第三行。')(span(10, 14))).toEqual(span(14, 18))
    expect(carrier('abcdefgh', 'ABCDEFGHIJKLMNOP')(span(2, 4))).toEqual(span(4, 8))
  })
  it('nearly the same are two that share four fifths of the longer', () => {
    expect([nearlySame(span(0, 10), span(2, 10)), nearlySame(span(0, 10), span(3, 10))]).toEqual([true, false])
  })
})

describe('a new reading', () => {
  const base = stateWith('网格员上门。\n调解中心成立。', { title: '旧题', absent: { date: 'not-stated' }, inferences: [{ field: 'date', value: '2022', why: '文中提到' }] })
  const read = stateWith('网格员每周上门。\n调解中心成立。', { title: '新题', kicker: '肩题', date: { value: '2023', precision: 'year', basis: 'stated' }, keywords: ['新'] })

  it('is taken whole where nobody has changed anything', () => {
    expect(merge(base, base, read)).toEqual({ state: read, kept: [] })
  })

  it('never overwrites what a person set, and says where it would', () => {
    const own = edit(base, { title: '人写的题', date: '2022-05', kind: 'other', city: '淮南市', status: 'retired', reviewBy: '2027-01-31' })
    const { state, kept } = merge(base, own, read)
    expect(state).toMatchObject({ status: 'retired', reviewBy: '2027-01-31', title: '人写的题', titleIsProvisional: false, kicker: '肩题', body: read.body, date: { value: '2022-05', basis: 'user' }, kind: 'other', kindReason: '由使用者指定', place: { city: '淮南市', basis: 'user' }, keywords: ['人写的题|16'] })
    expect(kept).toEqual([{ field: 'kind', own: 'other', read: 'case' }, { field: 'title', own: '人写的题', read: '新题' }, { field: 'date', own: '2022-05', read: '2023' }, { field: 'place', own: '淮南市', read: '' }])
  })

  it('keeps a body that a person wrote, with its paragraphs; its links and pictures stand where the words do', () => {
    const linked = { ...read, references: [{ kind: 'link' as const, start: 9, end: 13, target: 'https://a.example/' }] }
    const own = edit(base, { body: '人改过的第一段。\n调解中心成立。' })
    const { state, kept } = merge(base, own, linked)
    expect([state.body, state.paragraphs, state.references, kept]).toEqual([own.body, own.paragraphs, [{ kind: 'link', start: 9, end: 13, target: 'https://a.example/' }], [{ field: 'body', own: own.body, read: read.body }]])
  })

  it('undoes again what a person undid of cleaning', () => {
    const text = '网格员上门。\n关闭窗口\n调解中心成立。'
    const dropped = notice({ id: 'furniture@7', rule: 'furniture', before: '关闭窗口', raw: { start: 7, end: 11 }, at: { start: 6, end: 6 } })
    const first = { ...base, notices: [dropped] }
    const own = setNotice(first, dropped.id, false, true).state
    expect(own.body).toBe('网格员上门。\n关闭窗口\n调解中心成立。')
    const next = { ...read, notices: [{ ...dropped, at: { start: 8, end: 8 } }] }
    const { state, kept } = merge(first, own, next, text)
    expect([state.body, state.notices.map(({ applied }) => applied), kept]).toEqual(['网格员每周上门。\n关闭窗口\n调解中心成立。', [false], []])
    // Where the rules no longer take it away, there is nothing to undo; where another rule does, the person's text stays.
    expect(merge(first, own, read, text).state.body).toBe(own.body)
  })
})

const someBody = fc.array(fc.string({ unit: fc.constantFrom('网', '格', '员', '。', 'a'), minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'))
const someState = fc.record({ body: someBody, title: fc.constantFrom('甲', '乙', '丙'), kicker: fc.constantFrom(null, '肩'), media: fc.constantFrom(null, '报'), date: fc.constantFrom<EntryState['date']>({ value: null, precision: null, basis: null }, { value: '2022', precision: 'year', basis: 'stated' }) })
  .map(({ body, media, ...fields }) => stateWith(body, { ...fields, source: { media, page: null, url: null } }))
const someChange: fc.Arbitrary<EntryChange> = fc.record({ body: someBody, title: fc.constantFrom('题', '新题'), kicker: fc.constantFrom(null, '人'), media: fc.constantFrom(null, '人报'), date: fc.constantFrom(null, '2020-01') }, { requiredKeys: [] })

it('whatever is read, no edited field and no edited body is lost, and every span stands', () => {
  fc.assert(fc.property(someState, fc.array(someChange, { maxLength: 3 }), fc.array(someState, { minLength: 1, maxLength: 3 }), (first, changes, readings) => {
    const edited = changes.reduce(edit, first)
    let [base, own] = [first, edited]
    for (const read of readings) {
      const { state } = merge(base, own, read, base.body, read.body)
      expect(spansAgree({ state })).toBe(true)
      expect(state.body).toBe(own.body === base.body ? read.body : own.body)
      expect(state.title).toBe(own.title === base.title ? read.title : own.title)
      expect(state.kicker).toBe(own.kicker === base.kicker && own.absent.kicker === base.absent.kicker ? read.kicker : own.kicker)
      expect(state.source.media).toBe(own.source.media === base.source.media && own.absent['source.media'] === base.absent['source.media'] ? read.source.media : own.source.media)
      ;[base, own] = [read, state]
    }
  }))
})
