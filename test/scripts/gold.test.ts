import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../electron/contract/fact.ts'
import type { GoldArticle, GoldIndicator, Named } from '../../scripts/gold/gold-file.ts'
import { spanToRaw, toRaw } from '../../scripts/gold/read-case.ts'
import { f1, precision, recall, together } from '../../scripts/gold/score.ts'
import { scoreIndicators } from '../../scripts/gold/score-indicators.ts'
import { scoreNames } from '../../scripts/gold/score-names.ts'
import { sameMeasure } from '../../scripts/gold/words.ts'

const at = { start: 0, end: 3 }
const named = (name: string, fields: Partial<Named> = {}): Named => ({ name, text: `“${name}”`, required: true, ...at, ...fields })

describe('what is found by name', () => {
  it('counts once, whatever its quotes and line breaks', () => {
    expect(scoreNames('platforms', [named('一网通平台')], [{ name: '“一网\n通”平台', raw: at }, { name: '一网通平台', raw: at }])).toEqual({ kind: 'platforms', right: 1, wanted: 1, found: 1, misses: [], wrong: [] })
  })
  it('optional ones count neither way; others are false or missed', () => {
    const score = scoreNames('formulas', [named('三个一'), named('零距离', { required: false })], [{ name: '零距离', raw: at }, { name: '五步法', raw: at }])
    expect(score).toEqual({ kind: 'formulas', right: 0, wanted: 1, found: 1, misses: ['三个一'], wrong: ['五步法'] })
    expect([precision(score), recall(score), f1(score)]).toEqual([0, 0, 0])
  })
  it('an aim returned as an award is false', () => {
    expect(scoreNames('honours', [named('示范城市')], [{ name: '示范城市', raw: at, contrary: true }])).toMatchObject({ right: 0, wrong: ['示范城市'] })
  })
})

describe('two wordings of a measure', () => {
  it.each([
    ['矛盾纠纷调处成功率', '纠纷调处成功率', true],
    ['排查各类矛盾纠纷', '排查矛盾纠纷', true],
    ['共治平台阵地', '群团共治平台阵地', true],
    ['矛盾纠纷', '调解员', false],
    ['按时办结率', '群众满意率', false],
    ['', '群众', false],
  ])('%s, %s: %s', (found, wanted, same) => {
    expect(sameMeasure(found, wanted)).toBe(same)
  })
})

describe('numbers', () => {
  const wanted: GoldIndicator = { start: 10, end: 14, value: '346件', number: 346, unit: '件', qualifier: 'exact', measures: '排查矛盾纠纷', kind: 'output', period: '2023年以来', required: true }
  const gold: GoldArticle = { title: null, body: { ...at, first15: '', last15: '' }, practice_tags: [], indicators: [wanted, { ...wanted, start: 20, end: 22, required: false }], coverage_claims: [], mediation_brands: [], platforms: [], formulas: [], honours: [], people: [], quotes: [], documents: [], not_indicators: [] }
  const of: Indicator = { value: '346件', number: 346, upper: null, unit: '件', qualifier: 'exact', measures: '矛盾纠纷', kind: 'count', direction: 'none', period: { text: '2023年以来', from: '2023', to: null }, scope: null, scopeLevel: null, denominator: null, suspect: null }
  const rows = (found: Parameters<typeof scoreIndicators>[1]): Record<string, readonly number[]> => Object.fromEntries(scoreIndicators(gold, found).map((score) => [score.kind, [score.right, score.wanted, score.found]]))

  it('are found where spans overlap and the number is the same; the rest is asked of those', () => {
    expect(rows([{ of, raw: { start: 9, end: 12 } }])).toMatchObject({ 'indicator values': [1, 1, 1], 'indicator measures': [1, 1, 1], 'indicator periods': [1, 1, 1], 'indicator kinds': [1, 1, 1], 'indicator units': [1, 1, 1] })
    expect(rows([{ of: { ...of, number: 34 }, raw: { start: 10, end: 12 } }])).toMatchObject({ 'indicator values': [0, 1, 1], 'indicator measures': [0, 0, 0] })
    expect(rows([{ of: { ...of, period: null, unit: '人' }, raw: { start: 10, end: 14 } }])).toMatchObject({ 'indicator periods': [0, 1, 0], 'indicator units': [0, 1, 0] })
  })
  it('optional ones count neither way', () => {
    expect(rows([{ of, raw: { start: 20, end: 22 } }])).toMatchObject({ 'indicator values': [0, 1, 0] })
  })
  it('scores of several articles add up', () => {
    const [one] = scoreIndicators(gold, [])
    expect(together(one === undefined ? [] : [one, one])).toEqual([{ kind: 'indicator values', right: 0, wanted: 2, found: 0, misses: ['346件', '346件'], wrong: [] }])
  })
})

it('a place in the body is told in the raw file, in repaired stretches as near as can be', () => {
  const segments = [{ body: { start: 0, end: 4 }, raw: { start: 10, end: 14 } }, { body: { start: 4, end: 7 }, raw: { start: 20, end: 22 } }]
  expect([0, 3, 4, 5, 6].map((place) => toRaw({ segments }, place))).toEqual([10, 13, 20, 21, 21])
  expect([spanToRaw({ segments }, { start: 3, end: 5 }), spanToRaw({ segments }, { start: 2, end: 2 })]).toEqual([{ start: 13, end: 21 }, { start: 12, end: 12 }])
})
