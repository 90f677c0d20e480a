import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText } from '../../../electron/core/language/fold.ts'
import { NO_ASIDE } from '../../../electron/core/searching/index.ts'
import { type Sample, foundSet, indexed } from './library.ts'

/** Pieces that meet in every way: Chinese, letters, digits, decimals, signs, blanks and line breaks. */
const PIECES = ['网格', '网', '员', '治理', '理', '调解', '2022', '9', '5', '.', '6', '%', '+', '年', '月', 'app', 'a', 'E', ' ', '\n', '，', '、', '。', '“', '”', '-', '𠮷', '①', '㎡', '½', '(', ')', '*', '_', '|', '"']
const piece = fc.constantFrom(...PIECES)
const prose = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(''))
const samples = fc.array(fc.record({ title: prose, body: prose }), { minLength: 1, maxLength: 12 }).map((all): Sample[] => all.map((sample, i) => ({ seq: i + 1, ...sample })))

/** A run of letters and digits, a decimal point between digits included, is one unit; every other sign is one. */
const UNIT = /(?:[a-z0-9\u00df-\u024f\u0370-\u052f]|(?<=[0-9])\.(?=[0-9]))+|[^]/g
const units = (text: string): string[] => foldText(text).match(UNIT) ?? []

/** What is found, told in another way than the program does: the units of the words stand in a row among those of title or body. */
const holders = (all: readonly Sample[], words: string): number[] => {
  const wanted = units(words)
  const standsIn = (text: string): boolean => {
    const given = units(text)
    return given.some((_, at) => wanted.every((unit, i) => given[at + i] === unit))
  }
  return all.filter(({ title, body }) => standsIn(title) || standsIn(body)).map(({ seq }) => seq)
}

describe('a quoted phrase is found exactly where its text stands', () => {
  test('whatever the text, whatever the phrase', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.array(fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('').replaceAll('"', '')), { minLength: 1, maxLength: 40, size: 'max' }), async (all, phrases) => {
        const { index } = await indexed(all)
        for (const phrase of phrases) {
          if (foldText(phrase).trim() === '') continue
          const result = index.search({ query: `"${phrase}"`, limit: 200 })
          expect({ phrase, found: result.hits.map(({ seq }) => seq).sort((a, b) => a - b) }).toEqual({ phrase, found: holders(all, phrase) })
          expect(result).toMatchObject({ exact: true, total: result.hits.length })
        }
      }),
      { numRuns: 40 },
    )
  })

  /** A sign such as ½ is marked whole, also for its 1. */
  test('a piece cut out of a text is found in it, and marked there', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.array(fc.record({ which: fc.nat(), from: fc.nat(), length: fc.integer({ min: 1, max: 8 }) }), { minLength: 1, maxLength: 8, size: 'max' }), async (all, cuts) => {
        const { index } = await indexed(all)
        for (const { which, from, length } of cuts) {
          const sample = all[which % all.length]
          if (!sample) continue
          const characters = [...sample.body]
          const words = characters.slice(from % (characters.length + 1)).slice(0, length).join('').replaceAll('"', '')
          if (foldText(words).trim() === '' || !holders(all, words).includes(sample.seq)) continue
          expect(foundSet(index, `"${words}"`)).toContain(sample.seq)
          for (const [start, end] of index.marks(`"${words}"`, { ...sample, ...NO_ASIDE }).body) expect(foldText(sample.body.slice(start, end))).toContain(foldText(words))
        }
      }),
      { numRuns: 40 },
    )
  })
})
