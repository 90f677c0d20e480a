import { describe, expect, it } from 'vitest'
import { emptyCard, type Card, type Standing } from '../../electron/contract/card.ts'
import { FACT_KINDS, FactValue } from '../../electron/contract/fact.ts'
import { countOf, linesOf, rejectedOf, sentenceOf, withoutPeriod } from '../../renderer/src/screens/library/reader/card/arrange.ts'
import { draftOf, FIELDS, newDraft, valueOf } from '../../renderer/src/screens/library/reader/card/fields.ts'

const body = '推行“四个一”：一张网、一支队伍。老马调解室在甲区，老马调解室又得奖。'
const standing = (text: string, change: Partial<Standing> = {}): Standing => ({ id: `x@${String(body.indexOf(text))}:${text}`, start: body.indexOf(text), end: body.indexOf(text) + text.length, text, sentence: '老马调解室在甲区。', sentenceStart: 17, basis: 'stated', state: 'draft', decided: null, judgements: [], differ: false, refused: null, ...change })
const card = (change: Partial<Card>): Card => ({ ...emptyCard(), ...change })
const brand = (name: string, change: Partial<Standing> = {}) => ({ name, kind: 'person' as const, place: null, ...standing(name, change) })

describe('the lines of a card', () => {
  it('hold a name once, with how often it comes again; what a person confirmed stands for all', () => {
    const confirmed = brand('老马调解室', { id: 'b', state: 'confirmed' })
    expect(linesOf(card({ brands: [brand('老马调解室'), confirmed] }), 'brands').lines).toEqual([{ fact: confirmed, more: 1 }])
    expect(countOf(card({ brands: [brand('老马调解室'), confirmed, brand('甲区')] }))).toBe(2)
  })

  it('leave out what was rejected, which is listed apart', () => {
    const rejected = brand('老马调解室', { state: 'rejected' })
    expect([linesOf(card({ brands: [rejected] }), 'brands').lines, rejectedOf(card({ brands: [rejected] }))]).toEqual([[], [{ list: 'brands', fact: rejected }]])
  })

  it('lead to the sentence; an author of the byline has none', () => {
    expect(sentenceOf(brand('老马调解室'))).toEqual({ start: 17, end: 26 })
    expect(sentenceOf(brand('老马调解室', { sentence: '', sentenceStart: 0 }))).toBe(null)
  })
})

describe('what has no period in the text', () => {
  const figure = (period: string | null) => ({ value: '3件', number: 3, upper: null, unit: '件', qualifier: 'exact' as const, measures: '排查', kind: 'count' as const, direction: 'none' as const, period: period === null ? null : { text: period, from: null, to: null }, scope: null, scopeLevel: null, denominator: null, suspect: null, ...standing('甲区') })
  const said = (...periods: readonly (string | null)[]) => withoutPeriod(linesOf(card({ indicators: periods.map(figure) }), 'indicators'))

  it('is said once for all or for the rest, and in the line itself where there is one only', () => {
    expect([said(null, null), said('去年', null, null), said('去年', null), said(null), said('去年'), withoutPeriod(linesOf(card({ brands: [brand('老马调解室'), brand('甲区')] }), 'brands'))]).toEqual(['all', 'rest', null, null, null, null])
  })
})

describe('the form of a fact', () => {
  it.each(FACT_KINDS)('of kind %s states a value once its fields are filled', (kind) => {
    const filled = Object.fromEntries(FIELDS[kind].map((field) => [field.name, field.type === 'choice' ? field.options[0] : field.type === 'number' ? '12.5' : '一张网']))
    const value = valueOf(kind, filled, body, null)
    expect(value?.kind).toBe(kind)
    expect(FactValue.safeParse(value).success).toBe(true)
  })

  it('finds the parts of a formula in the text, and refuses others', () => {
    expect(valueOf('formula', { name: '四个一', kind: 'numeric', components: '一张网\n 一支队伍 ' }, body, null)?.of).toEqual({ name: '四个一', kind: 'numeric', components: ['一张网', '一支队伍'], componentSpans: [{ start: 8, end: 11 }, { start: 12, end: 16 }] })
    expect(valueOf('formula', { name: '四个一', kind: 'numeric', components: '一个平台' }, body, null)).toBe(null)
  })

  it('takes a number only where there is one, and a name only where it is not blank', () => {
    expect(valueOf('indicator', { ...newDraft('indicator', '346件'), measures: '排查纠纷', unit: '件' }, body, null)?.of).toMatchObject({ value: '346件', number: 346, unit: '件', measures: '排查纠纷', period: null, scope: null })
    expect([valueOf('indicator', { ...newDraft('indicator', '三百余件'), measures: '排查纠纷' }, body, null), valueOf('brand', { name: '  ', kind: 'person' }, body, null)]).toEqual([null, null])
  })

  it('keeps what it does not show when a fact is put right', () => {
    const fact = { value: '3至5件', number: 3, upper: 5, unit: '件', qualifier: 'range' as const, measures: '排查', kind: 'count' as const, direction: 'none' as const, period: { text: '2023年以来', from: '2023-01-01', to: null }, scope: '甲区', scopeLevel: 'district' as const, denominator: null, suspect: null, ...standing('甲区') }
    expect(valueOf('indicator', { ...draftOf(fact), measures: '排查纠纷' }, body, fact)?.of).toEqual({ value: '3至5件', number: 3, upper: 5, unit: '件', qualifier: 'range', measures: '排查纠纷', kind: 'count', direction: 'none', period: { text: '2023年以来', from: '2023-01-01', to: null }, scope: '甲区', scopeLevel: 'district', denominator: null, suspect: null })
  })
})
