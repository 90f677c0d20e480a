import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_ASIDE } from '../../../electron/core/searching/index.ts'
import { Texts } from '../../../electron/core/searching/texts.ts'

const MANY = 40
/** Room is for twenty-six of them. */
const long = '网'.repeat(150_000)

test('whatever was asked for before, every text that is there is given, in the order asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.integer({ min: 1, max: MANY }), { maxLength: MANY }), { minLength: 2, maxLength: 4 }), (questions) => {
      const texts = new Texts((seqs) => seqs.filter((seq) => seq % 7 !== 0).map((seq) => ({ seq, title: '', body: long, keywords: [], ...NO_ASIDE })))
      for (const seqs of questions) expect(texts.of(seqs).map(({ seq }) => seq)).toEqual(seqs.filter((seq) => seq % 7 !== 0))
    }),
    { numRuns: 20 },
  )
})

test('a text that was asked for long ago makes room, and is not lost to the question that needs it', () => {
  const texts = new Texts((seqs) => seqs.map((seq) => ({ seq, title: '', body: long, keywords: [], ...NO_ASIDE })))
  texts.of(Array.from({ length: 26 }, (_, i) => i + 1))
  expect(texts.of([27, 28, 1, 2]).map(({ seq }) => seq)).toEqual([27, 28, 1, 2])
})
