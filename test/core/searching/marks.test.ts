import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../../electron/core/language/fold.ts'
import { marksIn, snippetOf } from '../../../electron/core/searching/marks.ts'
import { NO_ASIDE } from '../../../electron/core/searching/index.ts'
import { indexed } from './library.ts'

const needle = (text: string, prefix = false): { text: string; prefix: boolean } => ({ text: foldText(text), prefix })
const marked = (text: string, ...words: string[]): string[] => marksIn(text, words.map((word) => needle(word))).map(([start, end]) => text.slice(start, end))

describe('marks', () => {
  test.each([
    ['across a broken line', '推行“党\n\n建+信访”机制', '党建+信访', ['党\n\n建+信访']],
    ['in traditional characters', '人民調解與熱線', '调解', ['調解']],
    ['in full width', '办结率９７．６％。', '97.6%', ['９７．６％']],
    ['whole characters beyond the basic plane', '𠮷野家的网格', '野家', ['野家']],
    ['every occurrence', '网格员进网格，网格长也进', '网格', ['网格', '网格', '网格']],
    ['no part of a number', '112345与12345', '12345', ['12345']],
    ['a sign whole', '面积5½亩', '½', ['½']],
    ['not the blanks around', '  网格 员 ', '网格员', ['网格 员']],
  ])('%s', (_, text, words, found) => {
    expect(marked(text, words)).toEqual(found)
  })

  test('of several words rise and never lie in each other', () => {
    expect(marked('专职网格员走访网格', '网格', '网格员', '格员走')).toEqual(['网格员走', '网格'])
  })

  test('a prefix is marked as far as it was typed', () => {
    expect(marksIn('拨打12345', [needle('123', true)])).toEqual([[2, 5]])
  })

  test('those of a query leave out what it takes away and what belongs to another field', async () => {
    const { index } = await indexed([])
    const text = { title: '网格与信访', body: '网格员走访，信访下降。', ...NO_ASIDE }
    expect(index.marks('网格 -信访', text)).toEqual({ title: [[0, 2]], body: [[0, 2]] })
    expect(index.marks('标题:网格 正文:信访', text)).toEqual({ title: [[0, 2]], body: [[6, 8]] })
    expect(index.marks('', text)).toEqual({ title: [], body: [] })
    expect(index.marks('类型:案例', text)).toEqual({ title: [], body: [] })
  })

  test('a sentence that stands nowhere in the text is marked by its words', async () => {
    const { index } = await indexed([])
    const body = '停车矛盾得到化解。'
    expect(index.marks('居民停车矛盾怎么化解', { title: '', body, ...NO_ASIDE }).body.map(([start, end]) => body.slice(start, end))).toEqual(['停车', '矛盾', '化解'])
  })
})

describe('a snippet', () => {
  const filler = '这是一段不相干的文字，讲的是别的事情。'
  const of = (body: string, ...words: string[]): { text: string; marks: string[] } => {
    const snippet = snippetOf(body, marksIn(body, words.map((word) => needle(word))))
    return { text: snippet?.text ?? '', marks: (snippet?.marks ?? []).map(([start, end]) => snippet?.text.slice(start, end) ?? '') }
  }

  test('begins with the sentence of its first mark and ends with a sentence', () => {
    expect(of(`${filler.repeat(10)}网格员每天走访。${filler.repeat(9)}`, '走访')).toEqual({ text: `网格员每天走访。${filler.repeat(5)}`, marks: ['走访'] })
    expect(of(`${filler}他说：“网格员每天走访。”${'随后说到的事情很长'.repeat(20)}。`, '走访').text).toBe('他说：“网格员每天走访。”')
    expect(of(`第一行网格\n${'第二行很长'.repeat(40)}`, '网格').text).toBe('第一行网格')
  })

  test('does not stop behind a greeting', () => {
    const clause = '我们小区自去年以来一直存在临时用电与物业管理方面的问题，'
    expect(snippetOf(`尊敬的书记：您好！${clause.repeat(8)}请予解决。`, [])).toMatchObject({ text: `尊敬的书记：您好！${clause.repeat(3)}`, cutAfter: true })
  })

  test('goes on a little to the end of a sentence', () => {
    const long = `网格员走访，${'说明情况'.repeat(33)}。`
    expect([long.length, of(`${long}${filler.repeat(9)}`, '走访').text]).toEqual([139, long])
  })

  test('ends behind a comma, and says so, when its sentence is too long', () => {
    const clause = '网格员走访，接着说明来意，'
    const snippet = snippetOf(`${filler}${clause}${'后面的话没有停顿'.repeat(30)}。`, [[23, 25]])
    expect(snippet).toEqual({ text: clause, start: 19, cutBefore: false, cutAfter: true, marks: [[4, 6]] })
  })

  test('is cut where there is nothing to end with, and says so', () => {
    expect(snippetOf(`网格${'话'.repeat(300)}`, [[0, 2]])).toMatchObject({ start: 0, cutBefore: false, cutAfter: true, text: `网格${'话'.repeat(118)}` })
    expect(snippetOf(`${'话'.repeat(300)}网格`, [[300, 302]])).toEqual({ text: `${'话'.repeat(40)}网格`, start: 260, cutBefore: true, cutAfter: false, marks: [[40, 42]] })
  })

  test('begins after a comma when the sentence begins too far away, and says so', () => {
    expect(snippetOf(`${'很长的铺陈'.repeat(20)}，网格员每天走访。`, [[106, 108]])).toEqual({ text: '网格员每天走访。', start: 101, cutBefore: true, cutAfter: false, marks: [[5, 7]] })
  })

  test('shows where the most marks stand together', () => {
    expect(of(`网格。${filler.repeat(12)}网格员与网格长，都进网格。${filler.repeat(12)}`, '网格')).toMatchObject({ marks: ['网格', '网格', '网格'] })
  })

  test('without marks, shows how the body begins', () => {
    expect(snippetOf(`\n ${filler.repeat(20)}`, [])).toMatchObject({ start: 2, marks: [] })
    expect(snippetOf('', [])).toBe(null)
  })

  test('is a slice of the body with its marks in it, whatever the text', () => {
    const body = fc.array(fc.constantFrom('网格', '员', '𠮷', '。', '，', '\n', '走访', '其他文字'.repeat(9)), { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(body, fc.constantFrom('网格', '走访', '𠮷', '其他文字其他文字其他文字其他文字'.repeat(3), '缺席'), (text, word) => {
        const marks = marksIn(text, [needle(word)])
        const snippet = snippetOf(text, marks)
        if (!snippet) return
        expect(text.slice(snippet.start, snippet.start + snippet.text.length)).toBe(snippet.text)
        expect(snippet.text.length).toBeLessThanOrEqual(160)
        expect(snippet.text).toBe(snippet.text.trimEnd())
        expect(snippet.cutAfter || /[。\n]$/.test(snippet.text) || /^\s*(\n|$)/.test(text.slice(snippet.start + snippet.text.length))).toBe(true)
        if (!snippet.cutBefore) expect(/(^|[。\n])$/.test(text.slice(0, snippet.start))).toBe(true)
        expect(snippet.text.isWellFormed()).toBe(true)
        expect(snippet.marks.length > 0).toBe(marks.length > 0)
        for (const [start, end] of snippet.marks) {
          expect(0 <= start && start < end && end <= snippet.text.length).toBe(true)
          expect(foldText(word).startsWith(foldText(snippet.text.slice(start, end)))).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
