import { expect, it } from 'vitest'
import { secondsLeft } from '../../renderer/src/screens/import/ProgressCard.tsx'

it.each([
  ['the first file', { done: 1, total: 300, perSecond: 0.1 }, null],
  ['nothing that moves', { done: 40, total: 300, perSecond: 0 }, null],
  ['the fifth', { done: 5, total: 300, perSecond: 10 }, 30],
  ['the last', { done: 300, total: 300, perSecond: 10 }, 0],
])('how long an import still takes is told from the fifth file on: %s', (_, progress, left) => {
  expect(secondsLeft(progress)).toBe(left)
})
