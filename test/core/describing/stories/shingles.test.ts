import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mix, shinglesOf } from '../../../../electron/core/describing/stories/shingles.ts'
import { foldText } from '../../../../electron/core/language/index.ts'

/** The same by sets and strings. */
function plainly(text: string): ReadonlySet<number> {
  const plain = foldText(text).replaceAll(/[^\p{Script=Han}\p{L}\p{N}]/gu, '')
  const hashes = Array.from({ length: Math.max(0, plain.length - 3) }, (_, at) => [0, 1, 2, 3].reduce((hash, i) => Math.imul(hash ^ plain.charCodeAt(at + i), 0x01000193), 0x811c9dc5))
  return new Set(hashes.map(mix))
}

test('the shingles of a text are those of its letters, characters and digits, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('网格员', '走访群众', '\ud842', '𠮷', '👪', ' ', '\r\n', '“三治”', '97.6%')), { maxLength: 60 }), (parts) => {
      const found = shinglesOf(parts.join(''))
      expect([...found].sort()).toEqual([...plainly(parts.join(''))].sort())
    }),
    { numRuns: 300 },
  )
})

test('a long text has as many as it has', () => {
  const long = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + (Math.imul(i, 7919) >>> 3) % 20_000)).join('')
  expect(new Set(shinglesOf(long))).toEqual(plainly(long))
  expect(shinglesOf('治'.repeat(100_000))).toHaveLength(1)
})
