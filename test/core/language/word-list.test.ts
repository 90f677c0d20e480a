import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatWordList, parseWordList } from '../../../electron/core/language/index.ts'

describe('a list of words', () => {
  test('is words with frequency, tag and note, synonyms both ways and downwards, and what is off', () => {
    expect(parseWordList('\ufeff# 本县\r\n青藤议站\t900\tgrid\t河东的叫法\n议站\n!说理点\n\n议站 = 议事站＝议事小站\n议站 > 青藤议站、河东议站\n！甲站 = 乙站\nsame\t丙站\t丁站\n')).toEqual({
      words: [{ text: '青藤议站', frequency: 900, note: '河东的叫法' }, { text: '议站', frequency: null, note: '' }],
      off: ['说理点'],
      groups: [
        { relation: 'same', words: ['议站', '议事站', '议事小站'], on: true },
        { relation: 'narrower', words: ['议站', '青藤议站', '河东议站'], on: true },
        { relation: 'same', words: ['甲站', '乙站'], on: false },
        { relation: 'same', words: ['丙站', '丁站'], on: true },
      ],
      errors: [],
    })
  })

  test.each([
    ['青 藤', '词“青 藤”里有空白'],
    ['青藤\t很多', '词频“很多”不是正整数'],
    ['青藤\t1\ta\tb\tc', '一行最多四栏（词、词频、标签、备注），以制表符分隔'],
    ['青', '“青”只有一个字，不必收进词典'],
    ['青藤 = ', '有一栏是空的'],
    ['青藤 = 青藤', '词“青藤”在这一组里出现了两次'],
    ['= =', '有一栏是空的'],
  ])('with the line %j says where and why', (line, reason) => {
    expect(parseWordList(`# 一\n${line}\n`)).toMatchObject({ words: [], groups: [], errors: [{ line: 2, reason }] })
  })

  test('names the line of the first of two', () => {
    expect(parseWordList('青藤\n议站\n青藤').errors).toEqual([{ line: 3, reason: '词“青藤”已在第 1 行' }])
  })
})

const word = fc.stringMatching(/^[\u4e00-\u9fff]{2,6}$/)
const list = fc.record({
  words: fc.uniqueArray(fc.record({ text: word, frequency: fc.option(fc.integer({ min: 1, max: 999_999_999 })), note: fc.stringMatching(/^[\u4e00-\u9fff]{0,5}$/) }), { selector: ({ text }) => text, maxLength: 5 }),
  off: fc.constant<string[]>([]),
  groups: fc.array(fc.record({ relation: fc.constantFrom('same' as const, 'narrower' as const), words: fc.uniqueArray(fc.oneof(word, word.map((one) => `${one}>1`)), { minLength: 2, maxLength: 4 }), on: fc.boolean() }), { maxLength: 4 }),
})

test('what is written is read again as it was', () => {
  fc.assert(fc.property(list, (all) => {
    expect(parseWordList(formatWordList(all))).toEqual({ ...all, errors: [] })
  }), { numRuns: 200 })
})

test('any text is read without throwing', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('!', '=', '>', '\t', '\n', '、', ' ', '青', 'a', '1', '\ud800', '#') }), (text) => {
    expect(parseWordList(text).errors.every(({ line }) => line > 0)).toBe(true)
  }))
})
