import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadReader, type Reader } from '../../../electron/core/language/pinyin.ts'
import { WordTable } from '../../../electron/core/searching/word-table.ts'

let reader: Reader
beforeAll(async () => {
  reader = await loadReader()
})

const tableOf = (...words: readonly string[]): WordTable => {
  const table = new WordTable()
  for (const word of words) table.push(word)
  table.readMore(reader, 'words', Infinity)
  return table
}
const heard = (table: WordTable, letters: string, open = false) => [...table.sounding(letters, open)].map(({ row, text, whole, begins, initials }) => `${row} ${text}${whole ? ' whole' : begins ? ' begins' : ''}${initials ? ' initials' : ''}`)

describe('a table of words', () => {
  test('finds rows by a piece, the newest first, each once', () => {
    const table = tableOf('网格员', '全科网格', '楼长', '网格网格')
    expect([...table.holding('网格')]).toEqual([{ row: 3, begins: true }, { row: 1, begins: false }, { row: 0, begins: true }])
    expect([...table.holding('员')]).toEqual([{ row: 0, begins: false }])
    expect([...table.holding('')]).toEqual([])
    expect([...table.holding('\n')]).toEqual([])
    expect([0, 1, 2, 3, 4].map((row) => table.text(row))).toEqual(['网格员', '全科网格', '楼长', '网格网格', ''])
  })

  test('finds them by sound, at the borders of syllables', () => {
    const table = tableOf('网格员', '西安', '先进', '新时代"枫桥经验"', '楼道议事会开张')
    expect(heard(table, 'wanggeyuan')).toEqual(['0 网格员 whole'])
    expect(heard(table, 'wangge')).toEqual(['0 网格 begins'])
    expect(heard(table, 'angge')).toEqual([])
    expect(heard(table, 'wanggeyua')).toEqual([])
    expect(heard(table, 'wanggeyua', true)).toEqual(['0 网格员 whole'])
    expect(heard(table, 'xian')).toEqual(['2 先 begins', '1 西安 whole'])
    expect(heard(table, 'yishihui')).toEqual(['4 议事会'])
    expect(heard(table, 'daifengqiaojingyan')).toEqual(['3 代"枫桥经验'])
    expect(heard(table, 'wgy')).toEqual(['0 网格员 whole initials'])
    expect(heard(table, 'ysh')).toEqual(['4 议事会 initials'])
  })

  test('knows only what was read', () => {
    const table = new WordTable()
    for (const word of ['甲', '乙', '丙']) table.push(word)
    expect([table.readMore(reader, 'words', 2), table.read, table.size]).toEqual([2, 2, 3])
    expect(heard(table, 'jia')).toEqual(['0 甲 whole'])
    expect(heard(table, 'bing')).toEqual([])
    expect([table.readMore(reader, 'words', 2), table.readMore(reader, 'words', 2)]).toEqual([1, 0])
    expect(heard(table, 'bing')).toEqual(['2 丙 whole'])
  })

  test('grows beyond a segment', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `第${i}条`)
    const table = tableOf(...words)
    expect([...table.holding('第4999条')]).toEqual([{ row: 4999, begins: true }])
    expect([...table.holding('第7条')]).toEqual([{ row: 7, begins: true }])
    expect(heard(table, 'di4097tiao')).toEqual(['4097 第4097条 whole'])
  })

  test('finds every piece of every row, and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('网', '格', '员', 'a', '1', '"', ' ', '\n', '𠮷'), maxLength: 5 }), { maxLength: 8 }), fc.string({ unit: fc.constantFrom('网', '格', '员', 'a', '1', '\n'), maxLength: 3 }), (words, needle) => {
        const table = tableOf(...words)
        const expected = words.flatMap((word, row) => (needle !== '' && !needle.includes('\n') && word.replaceAll('\n', ' ').includes(needle) ? [row] : []))
        expect([...table.holding(needle)].map(({ row }) => row).sort((a, b) => a - b)).toEqual(expected)
        for (const letters of ['a', 'wang', 'wg', '1']) for (const { row, text } of table.sounding(letters, true)) expect(table.text(row)).toContain(text)
      }),
    )
  })
})
