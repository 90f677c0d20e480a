/** Where articles begin, moved by a person: lines, bars between them, and the columns of a table. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../electron/core/cleaning/index.ts'
import { guessColumns } from '../../electron/core/reading/sheet/index.ts'
import { zh } from '../../renderer/src/i18n/zh/index.ts'
import { byRows, withField, withSheet } from '../../renderer/src/screens/import/review/reading/columns.ts'
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
  it('hold a field once, but texts, people and the parts of a place may stand in several', () => {
    expect(withField(['place', null, 'body'], 1, 'place')).toEqual(['place', 'place', 'body'])
    expect([withField(['title', null, 'body'], 1, 'title'), withField(['title', null, 'body'], 1, 'body'), withField(['title', 'date', null], 1, null)]).toEqual([[null, 'title', 'body'], ['title', 'body', 'body'], ['title', null, null]])
  })
  describe('that reading knows by other words', () => {
    const rows = [['序号', '案例名称', '报送单位', '日期', '地点', '正文'], ['1', '晒账日', '某某镇', '2024-05-06', '浙江省', '把账本摊在晒谷场上，谁都可以翻，谁都可以问；问住了的当场记下，三天里答复，答复贴在同一面墙上。'], ['2', '敲门问暖', '某某街道', '2024-06-07', '山东省', '每逢降温，楼长挨家敲门，问一声暖气热不热；不热的当晚报修，修好之前先把老人接到邻居家里住下。']]
    const found = guessColumns(rows)
    const fields = [null, 'title', 'media', 'date', 'place', 'body']

    it('are shown as they were read, and one change changes one', () => {
      const shown = byRows(found.guess, found)
      expect([found.guess, shown]).toEqual([{ as: 'rows', header: 0, fields }, { as: 'rows', header: 0, fields }])
      expect(withField(shown.fields, 0, 'page')).toEqual(['page', 'title', 'media', 'date', 'place', 'body'])
    })
    it('are what a person has said, whatever reading takes them for', () => {
      const chosen = { as: 'rows' as const, header: 1, fields: ['page' as const, 'title' as const] }
      expect([byRows(chosen, found), byRows({ as: 'table' }, found)]).toEqual([{ as: 'rows', header: 1, fields: ['page', 'title', null, null, null, null] }, { as: 'rows', header: 0, fields }])
    })
  })
  it('that only lower rows have are kept', () => {
    const chosen = { as: 'rows' as const, header: null, fields: ['title' as const, 'body' as const, 'url' as const] }
    expect(byRows(chosen, guessColumns([['甲', '乙']])).fields).toEqual(['title', 'body', 'url'])
  })
  it('of a table that is no list of articles are all text, under the head that reading found, also below a caption', () => {
    const under = guessColumns([['办件统计'], ['指标', '日期'], ['户数', '2024-03-05'], ['人数', '2024-03-06']])
    expect([under.guess, byRows({ as: 'table' }, under)]).toEqual([{ as: 'table' }, { as: 'rows', header: 1, fields: ['body', 'body'] }])
    expect(byRows({ as: 'table' }, guessColumns([['户数', '12']]))).toEqual({ as: 'rows', header: null, fields: ['body', 'body'] })
  })
  it('of one sheet are said beside those of the others, and left to the rules again', () => {
    const table = { as: 'table' as const }
    expect([withSheet([], 2, table), withSheet([table], 1, table), withSheet([null, null, table], 2, null), withSheet([table, null, table], 2, null)]).toEqual([[null, null, table], [table, table], [], [table]])
  })
})

it('every cleaning rule that can be switched off has a name', () => {
  expect(Object.keys(zh.reading.rules).sort()).toEqual([...RULES].sort())
})
