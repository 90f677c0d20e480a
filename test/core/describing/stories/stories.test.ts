import fc from 'fast-check'
import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { fingerprint, likeness, tellsTheSame } from '../../../../electron/core/describing/stories/index.ts'
import { LANTERN_LANE, WELL_SQUARE } from '../../../fixtures/stories/texts.ts'

const meets = (a: string, b: string): boolean => {
  const keys = new Set(fingerprint(a))
  return fingerprint(b).some((key) => keys.has(key))
}
const found = (a: string, b: string): boolean => meets(a, b) && tellsTheSame(likeness(a, b))

describe('a text tells the same story', () => {
  it.each<[string, string]>([
    ['in other lines', LANTERN_LANE.replaceAll('\n', '').replaceAll(/.{23}/gsu, '$&\n')],
    ['with other quotation marks and blanks', LANTERN_LANE.replaceAll(/[“”]/gu, '"').replaceAll('，', '， ')],
  ])('%s: word for word', (_, other) => {
    expect(found(LANTERN_LANE, other)).toBe(true)
    expect(likeness(LANTERN_LANE, other)).toEqual({ contained: 1, length: 1, same: true })
  })

  it('in 繁体, but for characters that have several', () => {
    const other = Converter({ from: 'cn', to: 'tw' })(LANTERN_LANE)
    expect(found(LANTERN_LANE, other)).toBe(true)
    expect(likeness(LANTERN_LANE, other).contained).toBeCloseTo(0.979, 3)
  })

  it('shortened, and behind a new lead', () => {
    const paragraphs = LANTERN_LANE.split('\n')
    expect(found(LANTERN_LANE, paragraphs.slice(0, 4).join('\n'))).toBe(true)
    expect(found(LANTERN_LANE, `转载自兄弟单位内刊，标题为编者所拟，供各街道参考。\n${paragraphs.slice(1).join('\n')}`)).toBe(true)
  })

  it('is not another story of the same work, nor a sentence quoted', () => {
    expect(found(LANTERN_LANE, WELL_SQUARE)).toBe(false)
    expect(found(LANTERN_LANE, `${WELL_SQUARE}\n${LANTERN_LANE.split('\n')[1] ?? ''}`)).toBe(false)
  })

  it('is no digest that holds it among others', () => {
    const digest = [WELL_SQUARE, LANTERN_LANE.slice(0, 200), WELL_SQUARE.split('').toReversed().join(''), LANTERN_LANE.split('').toReversed().join('')].join('\n')
    expect(likeness(LANTERN_LANE.slice(0, 200), digest)).toMatchObject({ contained: 1, same: false })
    expect(tellsTheSame(likeness(LANTERN_LANE.slice(0, 200), digest))).toBe(false)
  })
})

describe('a fingerprint', () => {
  it('stays what it is: libraries keep it', () => {
    expect(fingerprint(LANTERN_LANE).slice(0, 3)).toEqual([4248034974, 4539868933, 10231963219])
  })
  it('has twenty keys, one for each band', () => {
    expect(fingerprint(WELL_SQUARE).map((key) => Math.floor(key / 2 ** 32))).toEqual(Array.from({ length: 20 }, (_, band) => band))
  })
  it('is none for a formula or a caption', () => {
    expect(fingerprint('图为网格员走访居民。')).toEqual([])
    expect(fingerprint('')).toEqual([])
    expect(likeness('', LANTERN_LANE)).toEqual({ contained: 0, length: 0, same: false })
  })
  it('is the same whatever blanks and signs stand between the characters', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: LANTERN_LANE.length }), fc.constantFrom(' ', '\n', '\u3000', '…', '、', '\u200B')), { maxLength: 30 }), (marks) => {
      let text = LANTERN_LANE
      for (const [at, mark] of marks) text = text.slice(0, at) + mark + text.slice(at)
      expect(fingerprint(text)).toEqual(fingerprint(LANTERN_LANE))
    }))
  })
  it('and likeness do not depend on which text comes first, whatever the texts', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 }), (a, b) => {
      expect(likeness(a, b)).toEqual(likeness(b, a))
      expect(fingerprint(a)).toEqual(fingerprint(a))
    }))
  })
})
