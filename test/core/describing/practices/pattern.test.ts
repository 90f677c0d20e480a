import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPatternFinder } from '../../../../electron/core/describing/practices/pattern-finder.ts'
import { compilePattern, neededWords, patternFault, wordsOfMatch } from '../../../../electron/core/describing/practices/pattern.ts'

describe('patterns', () => {
  it.each(['网格化?\\+[^，。]{1,8}', '“[一-龥]{2,5}(?:调解室|工作室)”', '(?:红|蓝){2}管家', '警[^，。；]{0,12}网[^，。；]{0,12}格', '(?<!电)网格(?=员)', '\\d{1,6}件', '[\\]]网格', '网格\\*'])('may be %s', (source) => {
    expect(patternFault(source)).toBeNull()
  })

  it.each<[source: string, fault: string]>([
    ['网格[', '不是正确的正则表达式'],
    ['(?:网格)?', '连空文字也会命中'],
    ['网格.+员', '重复次数没有上限，请写成 {0,20} 这样'],
    ['网格[员长]*', '重复次数没有上限，请写成 {0,20} 这样'],
    ['网格.{2,}员', '重复次数没有上限，请写成 {0,20} 这样'],
    ['网格.{0,41}员', '重复次数超过 40'],
    ['网(?:格.{0,3}){1,9}员', '重复之中又有重复'],
    ['(网|格)\\1', '不能回指前面的分组'],
    ['网.{0,39}格.{0,39}员', '同一处的读法多达 1600 种（上限 1000），请缩小重复的次数'],
    ['网(?:员|格.{0,39}长).{0,39}员', '同一处的读法多达 1600 种（上限 1000），请缩小重复的次数'],
  ])('may not be %s', (source, fault) => {
    expect(patternFault(source)).toBe(fault)
  })

  it('that are allowed read 200,000 signs of any text, the worst for them among it, in bounded work', () => {
    const source = '网[^。]{0,30}格[^。]{0,30}员长'
    expect(patternFault(source)).toBeNull()
    for (const text of ['网格员', '网', '格网', '网网格格员'].map((piece) => piece.repeat(200_000 / piece.length))) expect([...text.matchAll(compilePattern(source))]).toEqual([])
  })

  it.each<[source: string, text: string, found: string | null]>([
    ['网格…办结', '网格里的事当天办结', '网格里的事当天办结'],
    ['网格…办结', '网格里，当天办结', null],
    ['网格……办结', '网格里，当天办结', '网格里，当天办结'],
    ['网格……办结', '网格里。当天办结', null],
    ['网格…{2}办结', '网格里都办结', '网格里都办结'],
    ['网格…{2}办结', '网格里全都办结', null],
  ])('%s in “%s”: %s', (source, text, found) => {
    expect(compilePattern(source).exec(text)?.[0] ?? null).toBe(found)
  })

  it.each<[source: string, text: string, words: readonly string[]]>([
    ['网格…办结', '小网格里办结了', ['网格', '办结']],
    ['网格…办结', '网格办结', ['网格办结']],
    ['(?:排查|走访)……纠纷…化解', '走访时，一起纠纷当场化解', ['走访', '纠纷', '化解']],
    ['网格…员|警…格', '警民一格', ['警', '格']],
    ['网格……', '网格里', ['网格']],
  ])('%s in “%s” is said by %j', (source, text, words) => {
    expect([...text.matchAll(compilePattern(source))].flatMap(wordsOfMatch).map(({ start, end }) => text.slice(start, end))).toEqual(words)
  })

  it.each<[source: string, words: readonly (readonly string[])[]]>([
    ['网格…(?:办结|销号)', [['网格'], ['办结', '销号']]],
    ['(?:红黄|三色)预警|赋码', [['红黄', '三色', '赋码']]],
    ['(?:民警)?进网格', [['进网格']]],
    ['[议说]事(?:亭|长廊)', []],
    ['(?<!电)网格(?=员到场)', [['网格']]],
  ])('%s needs %j', (source, words) => {
    expect(neededWords(source)).toEqual(words)
  })

  it('found by their words are all that there are', () => {
    const patterns = ['网格…(?:办结|销号)', '(?:红黄|三色)预警|赋码', '(?:民警)?进网格', '[议说]事(?:亭|长廊)', '(?<!电)网格(?=员到场)', '“[^“”]{2,5}室”……调解', '闭环……{12}(?:处置|办)']
    const find = createPatternFinder(patterns.map((source) => [source, source] as const))
    const pieces = fc.constantFrom('网格', '办结', '销号', '红黄', '三色', '预警', '赋码', '民警', '进', '议事', '亭', '长廊', '电', '员到场', '“', '”', '老马', '室', '调解', '闭环', '处置', '办', '，', '；', '的')
    fc.assert(
      fc.property(fc.array(fc.array(pieces, { maxLength: 12 }), { maxLength: 4 }), (sentences) => {
        const texts = sentences.map((parts) => parts.join(''))
        const units = texts.map((text, at) => ({ start: texts.slice(0, at).join('').length + at, end: texts.slice(0, at).join('').length + at + text.length }))
        const at = (index: number): number => units[index]?.start ?? 0
        const expected = patterns.flatMap((value) => texts.flatMap((text, index) => [...text.matchAll(compilePattern(value))].map((match) => ({ value, words: wordsOfMatch(match).map(({ start, end }) => ({ start: at(index) + start, end: at(index) + end })) }))))
        const order = (found: readonly { readonly value: string; readonly words: readonly { readonly start: number }[] }[]): unknown => [...found].sort((a, b) => patterns.indexOf(a.value) - patterns.indexOf(b.value) || (a.words[0]?.start ?? 0) - (b.words[0]?.start ?? 0))
        expect(order(find(texts.join('\n'), units))).toEqual(order(expected))
      }),
      { numRuns: 500 },
    )
  })

  it('are judged without an error, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('网', '(', ')', '[', ']', '{', '}', '0', ',', '3', '*', '+', '?', '|', '\\', '^', '-', ':', '=', '<', 'a', '.'), { maxLength: 24 }), (signs) => {
        const fault = patternFault(signs.join(''))
        expect(fault === null || /[一-龥]/.test(fault)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
