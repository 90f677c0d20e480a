/** How far an import is, and how fast; told at most five times a second. */

export interface Meter {
  /** Calls `tell` unless it was called less than 200 ms ago. */
  readonly tick: (done: number) => void
  readonly perSecond: (done: number) => number
}

const INTERVAL = 200
/** The rate of the last five seconds: a rate since the start lies after a pause. */
const MEMORY = 5000

export function createMeter(now: () => number, tell: (perSecond: number) => void): Meter {
  const marks: { readonly at: number; readonly done: number }[] = [{ at: now(), done: 0 }]
  let told = -Infinity
  const perSecond = (done: number): number => {
    const at = now()
    marks.push({ at, done })
    while (marks.length > 2 && at - (marks[0]?.at ?? at) > MEMORY) marks.shift()
    const first = marks[0] ?? { at, done }
    return at > first.at ? Math.round(((done - first.done) / (at - first.at)) * 10_000) / 10 : 0
  }
  return {
    perSecond,
    tick: (done) => {
      const at = now()
      if (at - told < INTERVAL) return
      told = at
      tell(perSecond(done))
    },
  }
}
