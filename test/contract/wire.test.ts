import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from '../../electron/contract/wire.ts'

const leaf = fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.date({ noInvalidDate: true }), fc.uint8Array())
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('value')), fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('$', 'value', '__proto__', 'constructor', 'toString')), tie('value'), { noNullPrototype: true })),
}))

describe('the wire format', () => {
  it('brings back every value the contract can hold', () => {
    fc.assert(fc.property(value, (given) => {
      expect(isDeepStrictEqual(parse(stringify(given)), given)).toBe(true)
    }), { numRuns: 500 })
  })

  it.each([
    ['bytes', new Uint8Array([0, 255, 128]), '{"$":"bytes","value":"AP+A"}'],
    ['no bytes', new Uint8Array(), '{"$":"bytes","value":""}'],
    ['a date', new Date(0), '{"$":"date","value":0}'],
    ['undefined', undefined, '{"$":"undefined"}'],
    ['an object that looks like a tag', { $: 'date', value: 1 }, '{"$":"object","value":{"$":"date","value":1}}'],
    ['a lone surrogate', '\ud800', '"\\ud800"'],
  ])('writes %s', (_name, given, text) => {
    expect(stringify(given)).toBe(text)
    expect(parse(text)).toEqual(given)
  })

  it('carries megabytes of bytes', () => {
    const bytes = new Uint8Array(1_000_000).map((_, n) => n % 251)
    expect(Buffer.from(parse(stringify(bytes)) as Uint8Array).equals(bytes)).toBe(true)
  })

  it('never changes a prototype', () => {
    const got = parse('{"__proto__":{"admin":true}}')
    expect(Object.getPrototypeOf(got)).toBe(Object.prototype)
    expect(Reflect.get(Object(got), 'admin')).toBeUndefined()
    expect(Object.hasOwn(Object(got), '__proto__')).toBe(true)
    expect(Reflect.get({}, 'admin')).toBeUndefined()
  })

  it.each(['', '{', '{"$":"function"}', '{"$":1}', '{"$":"bytes","value":"%"}'])('refuses %j', (text) => {
    expect(() => parse(text)).toThrow(Error)
  })
})
