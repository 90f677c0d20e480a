import { describe, expect, test } from 'vitest'
import { phraseOf } from '../../../electron/core/searching/phrase.ts'
import { indexText, indexTokens } from '../../../electron/core/searching/tokens.ts'

describe('index tokens of folded text', () => {
  test.each([
    ['one Chinese run', '网格员', '网格 格员 员'],
    ['one character', '网', '网'],
    ['a number and the character that follows it', '2022年9月', '2022 2022_年 年 9 9_月 月'],
    ['a decimal is one number', '97.6%', '97_6 _25'],
    ['a sign parts what it stands between', '党建+信访', '党建 建 _2b 信访 访'],
    ['punctuation too', '区,县', '区 _2c 县'],
    ['letters', '手机app', '手机 机 app'],
    ['two words of letters', 'open data', 'open _20 data'],
    ['characters beyond the basic plane', '𠮷野家', '𠮷野 野家 家'],
    ['a picture', 'a😀b', 'a _1f600 b'],
    ['what looks like a token of ours', '_25', '_5f 25'],
    ['a very long run by its beginning', `${'x'.repeat(100)}县`, `${'x'.repeat(64)} ${'x'.repeat(64)}_县 县`],
    ['nothing', '', ''],
  ])('%s', (_, text, tokens) => {
    expect(indexTokens(text)).toBe(tokens)
  })

  test('headings, keywords and notes do not run into each other', () => {
    expect(indexText({ title: '網格', headings: ['县里'], keywords: ['网格员', 'APP'], body: '员\n工', notes: ['周　青', '李文'] })).toEqual({
      title: '网格 格 _7c 县里 里',
      keywords: '网格 格员 员 _7c app',
      body: '员工 工',
      notes: '周青 青 _7c 李文 文',
      characters: '网 格 县 里 员 工 周 青 李 文',
    })
  })
})

describe('a phrase', () => {
  test.each([
    ['网格员', '"网格 格员"'],
    ['网', '"网"*'],
    ['2022年', '"2022 2022_年"'],
    ['2022年度', '"2022 2022_年 年度"'],
    ['年9月', '"年 9 9_月"'],
    ['区,县', '"区 _2c 县"*'],
    ['党建+', '"党建 建 _2b"'],
    ['', null],
  ])('%s', (text, match) => {
    expect(phraseOf(text)).toMatchObject({ match, partial: false })
  })

  test('a prefix opens the last run of letters or digits only', () => {
    expect(phraseOf('手机ap', true).match).toBe('"手机 机 ap"*')
    expect(phraseOf('网格', true).match).toBe('"网格"')
  })

  test('a long one is looked up by its beginning', () => {
    const long = phraseOf('治理'.repeat(500))
    expect(long.partial).toBe(true)
    expect(long.match?.split(' ').length).toBe(48)
  })
})
