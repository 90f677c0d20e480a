import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pieces } from '../../renderer/src/screens/library/reader/body/pieces.ts'

const figure = (start: number, end: number) => ({ start, end, text: '', citation: 'bao' })
const cut = (text: string, start: number, spans: readonly (readonly [number, number])[]) => pieces(text, start, spans.map(([from, to]) => figure(from, to))).map((piece) => (piece.inset === null ? piece.text : `[${piece.text}]`))

it.each<[text: string, start: number, spans: readonly (readonly [number, number])[], expected: readonly string[]]>([
  ['共办12件，成了9件。', 0, [[2, 5], [8, 10]], ['共办', '[12件]', '，成了', '[9件]', '。']],
  ['共办12件', 100, [[102, 105]], ['共办', '[12件]']],
  ['12件', 7, [[7, 10]], ['[12件]']],
  ['甲乙', 0, [], ['甲乙']],
  ['甲乙丙', 10, [[2, 4], [11, 20]], ['甲乙丙']],
  ['共办12件', 5, [[5, 5], [7, 10], [8, 9], [10, 10]], ['[]', '共办', '[12件]', '[]']],
])('%s at %i', (text, start, spans, expected) => {
  expect(cut(text, start, spans)).toEqual(expected)
})

it('loses nothing and repeats nothing, whatever the spans', () => {
  fc.assert(fc.property(fc.string({ maxLength: 40 }), fc.nat(50), fc.array(fc.tuple(fc.nat(90), fc.nat(90))), (text, start, spans) => {
    const found = pieces(text, start, spans.map(([from, length]) => figure(from, from + length)))
    expect(found.map((piece) => piece.text).join('')).toBe(text)
    for (const piece of found) expect(text.slice(piece.start - start, piece.start - start + piece.text.length)).toBe(piece.text)
  }))
})
