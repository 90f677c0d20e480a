import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from '../../../electron/core/language/index.ts'

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end))

test('sentences end at their stop, with the quotation marks that belong to it', () => {
  expect(cut('他说：“好。”大家同意了！真的吗？是的……完')).toEqual(['他说：“好。”', '大家同意了！', '真的吗？', '是的……', '完'])
})

test('a line ends its sentence, decimals do not', () => {
  expect(cut('一、概况\n化解率97.6%，群众满意。\n\n 二、做法 ')).toEqual(['一、概况', '化解率97.6%，群众满意。', '二、做法'])
})

test('of any text, nothing but blanks lies between sentences', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('网格', '。', '！', '”', '\n', ' ', '；', '…', 'a', '.'), { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      let end = 0
      for (const span of sentences(text)) {
        expect(text.slice(end, span.start).trim()).toBe('')
        expect(span.end).toBeGreaterThan(span.start)
        end = span.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
  )
})
