/** Where articles begin, moved by a person: lines, bars between them, and the columns of a table. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../electron/core/cleaning/index.ts'
import { zh } from '../../renderer/src/i18n/zh/index.ts'
import { guess, sampleOf, withField } from '../../renderer/src/screens/import/review/reading/columns.ts'
import { addAt, cutAt, cutsOf, join, moveTo } from '../../renderer/src/screens/import/review/reading/cuts.ts'
import { lineAt, lineFrom, linesOf } from '../../renderer/src/screens/import/review/reading/lines.ts'

const TEXT = '第一篇\n\n正文一\n第二篇\n　　\n正文二\n尾'
const LINES = linesOf(TEXT)

describe('lines of a text', () => {
  it('are those that say something, with where they begin and whether they stand apart', () => {
    expect(LINES.map(({ start, text, apart }) => [start, text, apart])).toEqual([[0, '第一篇', false], [5, '正文一', true], [9, '第二篇', false], [16, '正文二', true], [20, '尾', false]])
  })
  it.each([[0, 0], [3, 0], [4, 0], [5, 1], [8, 1], [15, 2], [16, 3], [99, 4]])('%i stands in line %i', (at, line) => {
    expect(lineAt(LINES, at)).toBe(line)
  })
  it.each([[4, 1], [12, 3], [9, 2], [20, 4]])('what begins at %i begins with line %i', (at, line) => {
    expect(lineFrom(LINES, at)).toBe(line)
  })
  it('hold every letter of the text but the blanks', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('甲', '乙', ' ', '\n', '　'), { maxLength: 40 }).map((parts) => parts.join('')), (text) => {
      const lines = linesOf(text)
      for (const { start, text: line } of lines) expect(text.slice(start, start + line.length)).toBe(line)
      expect(lines.map(({ text: line }) => line).join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
    }))
  })
})

describe('where articles begin', () => {
  const cuts = [0, 9]
  it('is in order and begins with the text, whatever stands before the first article', () => {
    expect([cutsOf([9, 3, 20]), cutsOf([]), cutsOf([0, 9, 9])]).toEqual([[0, 9, 20], [0], [0, 9]])
  })
  it('is known by its line', () => {
    expect([cutAt(cuts, LINES, 0), cutAt(cuts, LINES, 1), cutAt(cuts, LINES, 2)]).toEqual([0, null, 1])
  })
  it('can be another line, once', () => {
    expect([addAt(cuts, LINES, 1), addAt(cuts, LINES, 2), addAt(cuts, LINES, 9)]).toEqual([[0, 5, 9], cuts, cuts])
  })
  it('can go, but for the first', () => {
    expect([join(cuts, 1), join(cuts, 0), join(cuts, 5)]).toEqual([[0], cuts, cuts])
  })
  it('moves between its neighbours and not past them', () => {
    const three = [0, 9, 20]
    expect([moveTo(three, LINES, 1, 1), moveTo(three, LINES, 1, 3), moveTo(three, LINES, 1, 4), moveTo(three, LINES, 1, 0), moveTo(three, LINES, 0, 1), moveTo(three, LINES, 2, 3)]).toEqual([[0, 5, 20], [0, 16, 20], three, three, three, [0, 9, 16]])
  })
  it('stays in order and keeps the first, whatever is done', () => {
    const text = Array.from({ length: 12 }, (_, n) => `第${String(n)}行`).join('\n\n')
    const lines = linesOf(text)
    const step = fc.record({ what: fc.constantFrom('add', 'join', 'move'), a: fc.nat(13), b: fc.nat(13) })
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const end = steps.reduce((now, { what, a, b }) => (what === 'add' ? addAt(now, lines, a) : what === 'join' ? join(now, a) : moveTo(now, lines, a, b)), [0] as readonly number[])
      expect(end[0]).toBe(0)
      expect([...new Set(end)].sort((x, y) => x - y)).toEqual(end)
    }))
  })
})

describe('the columns of a table', () => {
  it('hold a field once, but texts and authors may stand in several', () => {
    expect([withField(['title', null, 'body'], 1, 'title'), withField(['title', null, 'body'], 1, 'body'), withField(['title', 'date', null], 1, null)]).toEqual([[null, 'title', 'body'], ['title', 'body', 'body'], ['title', null, null]])
  })
  it('are guessed from their heads; the text is the column that holds most', () => {
    const labels = { title: '标题', kicker: '肩题', subtitle: '副题', body: '正文', author: '作者', editor: '编辑', media: '来源', page: '版次', url: '网址', date: '日期', place: '地区', rights: '权利', keywords: '关键词' }
    expect(guess([['案例标题', '发布日期', '编号', '主要做法'], ['晒账日', '2024', '1', '把账本摊在晒谷场上']], labels)).toEqual(['title', 'date', null, 'body'])
    expect(guess([['标题', '正文', '备注'], ['甲', '乙', '很长很长的备注']], labels)).toEqual(['title', 'body', null])
  })
  it('are shown by the first table of the file', () => {
    const paragraph = (kind: 'table' | 'heading', text: string) => ({ n: 1, kind, level: null, text, start: 0, end: 0 })
    expect(sampleOf([{ paragraphs: [paragraph('heading', '台账'), paragraph('table', '甲\t乙'), paragraph('table', '丙\t'), paragraph('heading', '附表'), paragraph('table', '丁')] }], 20)).toEqual([['甲', '乙'], ['丙', '']])
  })
})

it('every cleaning rule that can be switched off has a name', () => {
  expect(Object.keys(zh.reading.rules).sort()).toEqual([...RULES].sort())
})
