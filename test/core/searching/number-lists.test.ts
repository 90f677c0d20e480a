import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bits } from '../../../electron/core/searching/bits.ts'
import { Labels } from '../../../electron/core/searching/labels.ts'
import { NumberLists } from '../../../electron/core/searching/number-lists.ts'
import { Ordered } from '../../../electron/core/searching/ordered.ts'

test('lists that are set, replaced and removed are what a map of them would hold', () => {
  const step = fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.option(fc.array(fc.nat({ max: 0xffffffff }), { maxLength: 9 })))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300, size: 'max' }), fc.integer({ min: 1, max: 30 }), (steps, rounds) => {
      const [lists, known] = [new NumberLists(), new Map<number, readonly number[]>()]
      for (let round = 0; round < rounds; round++) {
        for (const [seq, list] of steps) {
          if (list === null) {
            lists.remove(seq)
            known.delete(seq)
          } else {
            lists.set(seq, list)
            known.set(seq, list)
          }
        }
      }
      for (const [seq] of steps) expect([...lists.of(seq)]).toEqual(known.get(seq) ?? [])
      const seen: number[] = []
      lists.forEach((seq, numbers) => numbers.length > 0 && seen.push(seq))
      expect(seen).toEqual([...known].filter(([, list]) => list.length > 0).map(([seq]) => seq).sort((a, b) => a - b))
    }),
    { numRuns: 60 },
  )
})

test('names are counted and found by what entries bear now', () => {
  const labels = new Labels()
  labels.put(1, '["甲","乙","甲"]')
  labels.put(2, '["乙"]')
  labels.put(1, '["丙"]')
  labels.put(70_000, '["乙","丙"]')
  labels.remove(2)
  expect(Object.fromEntries(labels.counts(Bits.from([1, 2, 70_000])).atLeast(1))).toEqual({ 丙: 2, 乙: 1 })
  expect(Object.fromEntries(labels.counts(Bits.from([1])).atLeast(1))).toEqual({ 丙: 1 })
  expect([[...labels.of('丙')], [...labels.of('甲')], [...labels.where((name) => name >= '乙')]]).toEqual([[1, 70_000], [], [70_000]])
})

test('the highest of a set of numbers, and all of them in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 5000 })), fc.nat({ max: 60 }), (numbers, limit) => {
      const [bits, rising] = [Bits.from(numbers), [...numbers].sort((a, b) => a - b)]
      expect([...bits.toArray()]).toEqual(rising)
      expect(bits.highest(limit)).toEqual(rising.reverse().slice(0, limit))
    }),
  )
})

test('an order made in pieces is read as one, and its rest is made only when asked for', () => {
  let made = 0
  const lazy = (head: number[], rest: number[] | null): Ordered => new Ordered(head, rest && (() => (made++, rest)))
  const order = lazy([1, 2], null).followedBy(lazy([3], [4, 5])).followedBy(lazy([6], [7]))
  expect([order.slice(0, 3), made]).toEqual([[1, 2, 3], 0])
  expect([order.slice(2, 6), order.slice(5, Infinity)]).toEqual([[3, 4, 5, 6], [6, 7]])
})

test('of an order some are left out, and those of its rest only when they are asked for', () => {
  let made = 0
  const order = new Ordered([5, 2, 4], () => (made++, [3, 1, 6])).among((seq) => seq % 2 === 0)
  expect([order.slice(0, 2), made]).toEqual([[2, 4], 0])
  expect([order.slice(0, 9), order.slice(1, 3), made]).toEqual([[2, 4, 6], [4, 6], 1])
  expect(new Ordered([5, 2]).among((seq) => seq > 2).slice(0, 9)).toEqual([5])
})
