import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tally } from '../../../electron/core/searching/tally.ts'

const nameOf = (number: number): string => `第${number}个`

test('only what was met is listed, with its name', () => {
  const tally = Tally.of(Uint32Array.from([0, 3, 0, 1, 2]), nameOf)
  expect([tally.size, [...tally.atLeast(1)], [...tally.atLeast(2)]]).toEqual([3, [['第1个', 3], ['第3个', 1], ['第4个', 2]], [['第1个', 3], ['第4个', 2]]])
  expect([tally.count('第4个'), tally.count('第0个'), tally.has('第3个'), tally.has('没有')]).toEqual([2, 0, true, false])
})

test('names are looked up only for what is met often enough', () => {
  const asked: number[] = []
  const tally = Tally.of(Uint32Array.from([5, 1, 7]), (number) => (asked.push(number), nameOf(number)))
  expect([[...tally.atLeast(5)], asked]).toEqual([[['第0个', 5], ['第2个', 7]], [0, 2]])
})

test('a floor is reached by at least as many values as are asked for, and is 0 where there are no more', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (counts, most) => {
      const tally = Tally.named(new Map(counts.map((count, number) => [nameOf(number), count])))
      const floor = tally.floor(most)
      const reaching = [...tally.atLeast(floor)]
      if (counts.length <= most) expect([floor, reaching.length]).toEqual([0, counts.length])
      else expect([floor > 0, reaching.length >= most, counts.filter((count) => count > floor).length < most || floor === 1024]).toEqual([true, true, true])
    }),
  )
})
