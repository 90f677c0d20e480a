import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern, patternFault } from '../../../../electron/core/describing/practices/pattern.ts'

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
