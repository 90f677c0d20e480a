import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeClone, encodeClone } from './codec.js'

describe('the stand-in\'s structured clone', () => {
  it('brings back what structuredClone brings back', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true })
    fc.assert(fc.property(anything, (given) => {
      expect(isDeepStrictEqual(decodeClone(encodeClone(given)), structuredClone(given))).toBe(true)
    }), { numRuns: 500 })
  })

  it('keeps cycles, and one object that stands twice as one', () => {
    const shared = { a: 1 }
    const given: Record<string, unknown> = { first: shared, second: shared }
    given['self'] = given
    const got = decodeClone(encodeClone(given)) as Record<string, unknown>
    expect([got['self'] === got, got['first'] === got['second']]).toEqual([true, true])
  })

  it('keeps what an error is and says', () => {
    const got = decodeClone(encodeClone(new TypeError('甲'))) as Error
    expect([got instanceof TypeError, got.message]).toEqual([true, '甲'])
  })

  it.each([['a function', () => 1], ['a symbol', Symbol('x')], ['a promise', Promise.resolve()], ['a function inside', { deep: [() => 1] }], ['a weak map', new WeakMap()]])('refuses %s as Electron does', (_name, value) => {
    expect(() => encodeClone(value)).toThrow('An object could not be cloned.')
  })
})
