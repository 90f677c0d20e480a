import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FactValue } from '../../../../../electron/contract/fact.ts'
import { figuresOf } from './numbers-of.ts'

const SIGNS = [...'0123456789０９%％,.，。；：、（）()“”"《》一二三四五六七八九十百千万亿两零第年月日个件名人家起率达近约超过余多成分之至到-—~+以上分别同比下降增长共的和及在', '调解', '化解', '网格员', '成功率', '截至目前', '今年以来', '全市', '省级', '排查', '建成', 'A', 'z', ' ', '\n', '\ud83d\ude00']
const texts = fc.array(fc.constantFrom(...SIGNS), { maxLength: 300 }).map((signs) => signs.join(''))

describe('whatever the text', () => {
  it('every number and formula stands in the body, is what the contract allows, and the same text gives the same', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 200 })), fc.constantFrom(null, '2024', '2024-02', '2024-02-29', '2024-02-29T08:30'), (text, date) => {
        const found = figuresOf(text, date, text.slice(0, 40))
        for (const { start, end, sentence, basis: _, ...value } of found) {
          expect(FactValue.safeParse(value).error).toBeUndefined()
          expect(0 <= start && start < end && end <= text.length).toBe(true)
          expect(sentence.start <= start && start < sentence.end).toBe(true)
          if (value.kind === 'indicator') expect(value.of.value).toBe(text.slice(start, end))
        }
        expect(figuresOf(text, date, text.slice(0, 40))).toEqual(found)
      }),
      { numRuns: 1500 },
    )
  })

  it.each<[string, string]>([
    ['digits', '1'], ['commas', '1,'], ['Chinese digits', '一'], ['scales', '万'], ['quotes', '“'], ['book marks', '《'], ['brackets', '（'], ['ordinals', '第'], ['years', '2023年'], ['lists', '3个、'], ['a sentence of numbers', '调解纠纷3件，'],
    ['分别', '分别3个、4个'], ['spans', '以来'], ['Latin', 'a'], ['pluses', '1+'], ['dots', '1.'], ['shares', '百分之'], ['formulas', '“四个一”'], ['ranks', '全省第'], ['blanks', ' '], ['parallel parts', '一个中心、'], ['titles', '率达'], ['ends', '\n'], ['ages', '68岁'], ['bare ages', '岁'], ['book titles', '全市《甲》'], ['months', '4月份，'], ['ranks in a row', '全省第六，设区市第二，'], ['wide names', '3个社区与'], ['money', '投入3万元，'], ['superlatives', '最多的达3人，'], ['comparisons', '比去年同期的3起，'], ['somebody else', '全市他3件。'], ['spells', '3年未发生'],
  ])('two hundred thousand characters of %s are read to the end', (_, piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length))
    expect(Array.isArray(figuresOf(text))).toBe(true)
  }, 20_000)
})
