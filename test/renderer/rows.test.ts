import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, namesColumns, together } from '../../renderer/src/parts/rows.ts'

describe('the cells of a row', () => {
  it.each([
    ['社区\t户数\t办结', 10, [[10, '社区'], [13, '户数'], [16, '办结']]],
    ['\t空格\t', 0, [[0, ''], [1, '空格'], [4, '']]],
    ['整行一格', 7, [[7, '整行一格']]],
  ])('%j from %i', (text, start, cells) => {
    expect(cellsOf(text, start).map((cell) => [cell.start, cell.text])).toEqual(cells)
  })

  it('are each found again where they begin, whatever they hold', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), fc.array(fc.string({ maxLength: 12 }).map((cell) => cell.replaceAll('\t', '')), { minLength: 1, maxLength: 8 }), (before, cells) => {
      const row = cells.join('\t')
      const body = `${before}${row}\n下一段`
      const found = cellsOf(row, before.length)
      expect(found.map(({ text }) => text)).toEqual(cells)
      for (const { start, text } of found) expect(body.slice(start, start + text.length)).toBe(text)
    }))
  })
})

it('rows that follow each other are drawn together, everything else by itself', () => {
  const kinds = ['paragraph', 'table', 'table', 'list', 'list', 'table', 'note'] as const
  expect(together(kinds.map((kind, n) => ({ kind, n })), ({ kind }) => kind).map((group) => group.map(({ n }) => n))).toEqual([[0], [1, 2], [3], [4], [5], [6]])
})

describe('a first row', () => {
  const names = (...rows: readonly string[]): boolean => namesColumns(rows.map((row) => cellsOf(row, 0)))
  it.each([
    ['of words above others names the columns', ['社区\t调解件数', '柳坝社区\t318'], true],
    ['alone does not', ['社区\t调解件数'], false],
    ['with a figure in it does not', ['柳坝社区\t318', '白石社区\t97'], false],
    ['with a date in it does not', ['2024年3月\t柳坝社区', '2024年4月\t白石社区'], false],
    ['with an empty cell does not', ['\t调解件数', '柳坝社区\t318'], false],
    ['shorter than the next does not', ['调解台账\t附表', '柳坝社区\t318\t是'], false],
    ['of one cell does not: it is a caption', ['调解台账', '柳坝社区'], false],
  ])('%s', (_name, rows, expected) => {
    expect(names(...rows)).toBe(expected)
  })
})
