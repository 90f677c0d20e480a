import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePlainText } from '../../../electron/core/reading/plain-text.ts'
import { SIMPLIFIED } from '../../fixtures/reading/texts.ts'

const lines = (text: string): unknown => parsePlainText(text).children.map(({ position }) => [position?.start.line, position?.start.offset, text.slice(position?.start.offset, position?.end.offset)])

describe('plain text becomes one paragraph per line with something to read', () => {
  it.each<[string, string, unknown]>([
    ['LF', '甲\n乙', [[1, 0, '甲'], [2, 2, '乙']]],
    ['CRLF counts once', '甲\r\n乙\r\n', [[1, 0, '甲'], [2, 3, '乙']]],
    ['CR', '甲\r乙', [[1, 0, '甲'], [2, 2, '乙']]],
    ['the separators of Unicode', '甲\u2028乙\u2029丙\u0085丁', [[1, 0, '甲'], [2, 2, '乙'], [3, 4, '丙'], [4, 6, '丁']]],
    ['a form feed', '甲\f乙', [[1, 0, '甲'], [2, 2, '乙']]],
    ['blank and invisible lines are none', '\n\u3000\n\u200B\n 甲 \n', [[4, 5, ' 甲 ']]],
    ['indents stay', '\u3000\u3000甲', [[1, 0, '\u3000\u3000甲']]],
    ['a character of two units', '𠮷\n乙', [[1, 0, '𠮷'], [2, 3, '乙']]],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected)
  })

  it('whatever the text: positions are exact, in order, and leave out only blanks and breaks', () => {
    const piece = fc.oneof(fc.constantFrom('\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\f', '\u3000', ' ', '\t', ...SIMPLIFIED), fc.string({ unit: 'binary', maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const node of parsePlainText(text).children) {
          const { position } = node
          const start = position?.start.offset ?? -1
          const end = position?.end.offset ?? -1
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(last, start)).toMatch(/^[\s\p{Z}\p{Cc}\p{Cf}\p{Cn}\p{Cs}]*$/u)
          expect(node).toEqual({ type: 'paragraph', position, children: [{ type: 'text', value: text.slice(start, end), position }] })
          expect(text.slice(start, end)).not.toMatch(/[\n\r\f\u0085\u2028\u2029]/)
          last = end
        }
        expect(text.slice(last)).toMatch(/^[\s\p{Z}\p{Cc}\p{Cf}\p{Cn}\p{Cs}]*$/u)
      }),
      { numRuns: 500 },
    )
  })

  it('a line of five million characters and a million empty lines', () => {
    expect(parsePlainText('治'.repeat(5_000_000)).children[0]?.position?.end.offset).toBe(5_000_000)
    expect(lines(`${'\n'.repeat(1_000_000)}末`)).toEqual([[1_000_001, 1_000_000, '末']])
  })
})
