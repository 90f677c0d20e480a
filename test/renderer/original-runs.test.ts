import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runsOfAccounts, runsOfSegments } from '../../renderer/src/parts/original-runs.ts'

describe('the original, painted', () => {
  it('shows each stretch with its fate and leaves blank lines plain', () => {
    const text = '来源：某报\n\n正文一\n字号 大 中 小'
    expect(runsOfAccounts(text, [
      { start: 0, end: 5, fate: 'moved', rule: 'label', ordinal: 1 },
      { start: 5, end: 7, fate: 'dropped', rule: 'whitespace', ordinal: 1 },
      { start: 7, end: 10, fate: 'kept', rule: null, ordinal: 1 },
      { start: 10, end: 11, fate: 'dropped', rule: 'whitespace', ordinal: 1 },
      { start: 11, end: 19, fate: 'dropped', rule: 'furniture', ordinal: 1 },
    ]).map(({ text: run, tone }) => [run, tone])).toEqual([['来源：某报\n\n', 'moved'], ['正文一\n', 'kept'], ['字号 大 中 小', 'dropped']])
  })

  it('marks what belongs to other entries, what was dropped and what was repaired', () => {
    const text = '别篇。甲\n乙丙丁。别篇。'
    const body = '甲乙丁。'
    expect(runsOfSegments({ file: 'a.txt', encoding: 'utf-8', text, range: { start: 3, end: 9 }, segments: [{ body: { start: 0, end: 2 }, raw: { start: 3, end: 6 } }, { body: { start: 2, end: 4 }, raw: { start: 7, end: 9 } }] }, body, []).map(({ text: run, tone }) => [run, tone]))
      .toEqual([['别篇。', 'outside'], ['甲\n乙', 'repaired'], ['丙', 'dropped'], ['丁。', 'kept'], ['别篇。', 'outside']])
  })

  it('says which notice took something out of the body', () => {
    const text = '本报讯 甲乙。 字号大小'
    const view = { file: 'a.txt', encoding: 'utf-8' as const, text, range: { start: 0, end: 12 }, segments: [{ body: { start: 0, end: 3 }, raw: { start: 4, end: 7 } }] }
    const notices = [{ action: 'dropped', text: '页面控件', raw: { start: 8, end: 12 } }, { action: 'moved', text: '电头', raw: { start: 0, end: 3 } }, { action: 'flagged', text: '可疑', raw: { start: 4, end: 5 } }] as const
    expect(runsOfSegments(view, '甲乙。', notices).map(({ text: run, tone, rule }) => [run, tone, rule])).toEqual([['本报讯 ', 'moved', '电头'], ['甲乙。 ', 'kept', null], ['字号大小', 'dropped', '页面控件']])
  })

  it('never loses a character', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60, unit: fc.constantFrom('甲', '乙', ' ', '\n', 'a') }), fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
      const edges = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
      const accounts = edges.slice(1).map((end, index) => ({ start: edges[index] ?? 0, end, fate: index % 2 === 0 ? 'kept' as const : 'dropped' as const, rule: null, ordinal: null }))
      expect(runsOfAccounts(text, accounts).map((run) => run.text).join('')).toBe(text)
    }))
  })
})
