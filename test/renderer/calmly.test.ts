import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { calmly } from '../../renderer/src/api/calmly.ts'

describe('a call made calmly', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('works at once, rests, and does not lose the last call', () => {
    const work = vi.fn<() => void>()
    const call = calmly(work, 700)
    call()
    expect(work).toHaveBeenCalledTimes(1)
    for (let i = 0; i < 50; i++) call()
    expect(work).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(700)
    expect(work).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(5_000)
    expect(work).toHaveBeenCalledTimes(2)
    call()
    expect(work).toHaveBeenCalledTimes(3)
  })
})
