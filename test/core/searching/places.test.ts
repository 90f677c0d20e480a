import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from '../../../electron/core/language/fold.ts'
import { placesIn } from '../../../electron/core/searching/places.ts'

describe('looking through texts on screen', () => {
  it('finds any part of a word, in each text by itself', () => {
    expect(placesIn(['网格员走网格', '没有', '12345热线'], '网格')).toEqual([[[0, 2], [4, 6]], [], []])
    expect(placesIn(['12345热线'], '234')).toEqual([[[1, 4]]])
    expect(placesIn(['ABCabc'], 'bC')).toEqual([[[1, 3], [4, 6]]])
  })

  it('takes other widths, cases and 繁体 for the same, and marks what is written', () => {
    expect(placesIn(['１２３４５ 熱線，治理'], '12345')).toEqual([[[0, 5]]])
    expect(placesIn(['社會治理，社会治理'], '社会')).toEqual([[[0, 2], [5, 7]]])
    expect(placesIn(['𠮷家网格'], '家网')).toEqual([[[2, 4]]])
  })

  it('takes no sign for an operator', () => {
    expect(placesIn(['“一站式”（试点）a.b'], '“一站式”')).toEqual([[[0, 5]]])
    expect(placesIn(['a.b axb'], 'a.b')).toEqual([[[0, 3]]])
    expect(placesIn(['网格 非 物业'], '非')).toEqual([[[3, 4]]])
  })

  it('finds nothing where nothing is looked for', () => {
    expect(placesIn(['网格', ''], ' ')).toEqual([[], []])
  })

  it('marks rising stretches that fold to what is looked for', () => {
    const text = fc.string({ unit: fc.constantFrom('网', '格', '網', 'a', 'Ａ', '½', '𠮷', ' ', '“', '\ud800'), maxLength: 40 })
    fc.assert(fc.property(text, fc.string({ unit: fc.constantFrom('网', '格', 'a', '𠮷'), minLength: 1, maxLength: 2 }), (one, words) => {
      let last = 0
      for (const [start, end] of placesIn([one], words)[0] ?? []) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(foldText(one.slice(start, end))).toContain(foldText(words))
        last = end
      }
    }))
  })
})
