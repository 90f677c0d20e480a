import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startBackground, type Background, type Progress } from '../../../electron/core/services/background.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate'] }))
afterEach(() => void vi.useRealTimers())

/** Texts 1 to `last`, read one a group. */
function reading(last: number, change: Partial<Background> = {}) {
  const read: number[] = []
  const told: Progress[] = []
  const run = startBackground({
    name: 'test',
    left: () => last - read.length,
    group: (after) => {
      if (after >= last) return { seqs: [], failed: [], next: null }
      read.push(after + 1)
      return { seqs: [after + 1], failed: [], next: after + 1 }
    },
    followed: () => undefined,
    report: (progress) => void told.push(progress),
    finished: () => undefined,
    ...change,
  })
  return { run, read, told }
}

describe('work in the background', () => {
  it('gives way before it begins and between groups, and goes on when nothing goes first any more', async () => {
    let importing = true
    const { run, read, told } = reading(3, { giveWay: () => importing, group: (after) => {
      if (after >= 3) return { seqs: [], failed: [], next: null }
      read.push(after + 1)
      // An import begins after the first text.
      if (after === 0) importing = true
      return { seqs: [after + 1], failed: [], next: after + 1 }
    } })
    await vi.advanceTimersByTimeAsync(5000)
    expect(read).toEqual([])
    importing = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(read).toEqual([1])
    expect(run.state().state).toBe('running')
    importing = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(read).toEqual([1, 2, 3])
    expect(told.at(-1)).toEqual({ state: 'ready', done: 3, total: 3, skipped: 0 })
    await run.close()
  })

  it('closes while it gives way', async () => {
    const { run, read } = reading(3, { giveWay: () => true })
    await vi.advanceTimersByTimeAsync(1000)
    const closed = run.close()
    await vi.advanceTimersByTimeAsync(0)
    await closed
    expect(read).toEqual([])
  })

  it('waits for quiet before it begins', async () => {
    const { run, read } = reading(2, { patience: 500 })
    await vi.advanceTimersByTimeAsync(400)
    run.resume()
    await vi.advanceTimersByTimeAsync(400)
    expect(read).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(read).toEqual([1, 2])
    await run.close()
  })
})
