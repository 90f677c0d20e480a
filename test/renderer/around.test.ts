import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aroundHit } from '../../renderer/src/screens/library/list/around.ts'

const passage = (text: string, word: string) => ({ text, start: 0, cutBefore: false, cutAfter: true, marks: [...text.matchAll(new RegExp(word, 'g'))].map(({ index }): [number, number] => [index, index + word.length]) })
const shown = (text: string, word: string) => {
  const { text: left, cutBefore, marks } = aroundHit(passage(text, word))
  return [cutBefore ? `…${left}` : left, ...marks.map(([start, end]) => left.slice(start, end))]
}

describe('the passage of a row', () => {
  it.each([
    ['网格员每天走访，事情不过夜。', '网格员', ['网格员每天走访，事情不过夜。', '网格员']],
    ['街道把辖区里的楼栋、商户和单位一个不漏地编进册子，再由社区的网格员逐户核对，网格员签字。', '网格员', ['…再由社区的网格员逐户核对，网格员签字。', '网格员', '网格员']],
    ['这是一句从头到尾没有停顿而且相当长相当长的话直到最后才提到网格员', '网格员', ['…顿而且相当长相当长的话直到最后才提到网格员', '网格员']],
  ])('%s', (text, word, expected) => {
    expect(shown(text, word)).toEqual(expected)
  })

  it('keeps every mark on its words, cuts no character in two, and has the first hit near its beginning', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('𠮷', '，', '街', '。', '\n', '区'), maxLength: 80 }), (before) => {
      const { text, marks: [mark] } = aroundHit(passage(`${before}网格员`, '网格员'))
      expect([text.slice(...(mark ?? [0, 0])), text.isWellFormed(), (mark?.[0] ?? 99) <= 18]).toEqual(['网格员', true, true])
    }))
  })
})
