import { describe, expect, it } from 'vitest'
import { createMeter } from '../../../electron/core/jobs/progress.ts'

describe('the meter of an import', () => {
  it('tells at most every 200 ms, and the rate of the last five seconds', () => {
    let now = 0
    const rates: number[] = []
    const meter = createMeter(() => now, (perSecond) => void rates.push(perSecond))
    for (let i = 1; i <= 100; i++) {
      now += 50
      meter.tick(i)
    }
    expect(rates.length).toBe(25)
    expect(rates.at(-1)).toBe(20)
    // After a pause of a minute the rate is that of now, not of the whole.
    now += 60_000
    meter.tick(100)
    now += 1000
    meter.tick(300)
    expect(rates.at(-1)).toBe(200)
  })
})
