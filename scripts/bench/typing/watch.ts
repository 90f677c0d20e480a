/** Watches the list of the window: what it showed at each frame since a key, when that was painted, and what the window was kept busy with. */
import type { Page } from 'playwright-core'

export interface Watched {
  /** The line above the list: how many were found. */
  readonly total: string
  /** The entry in its first row. */
  readonly first: string
  /** Milliseconds since the key, once that frame was painted; infinite before. */
  readonly ms: number
}

export interface Watch {
  /** From now on: the next change of the box is the key. */
  readonly arm: () => Promise<void>
  /** How long after the key the list looked like this for the first time; `patience` where it never did. */
  readonly until: (look: Omit<Watched, 'ms'>, patience: number) => Promise<number>
  /** Milliseconds of each search asked since the key; empty where that cannot be seen from the page. */
  readonly answers: () => Promise<readonly number[]>
  readonly longest: () => Promise<number>
}

export async function watchKeys(page: Page): Promise<Watch> {
  await page.evaluate(() => {
    const state: { began: number; armed: boolean; seen: { total: string; first: string; ms: number }[]; longest: number } = { began: 0, armed: false, seen: [], longest: 0 }
    Object.assign(window, { keyWatch: state })
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) state.longest = Math.max(state.longest, duration) }).observe({ type: 'longtask' })
    performance.setResourceTimingBufferSize(100_000)
    document.querySelector('#search')?.addEventListener('input', (event) => {
      if (!state.armed) return
      state.armed = false
      state.began = event.timeStamp
      state.seen = []
    }, { capture: true })
    const look = (): void => {
      const total = document.querySelector('.total')?.textContent ?? ''
      const first = document.querySelector('[data-list] [role=option][aria-posinset="1"]')?.id.replace(/^row-/, '') ?? ''
      const last = state.seen.at(-1)
      // The frame in which it stands there is painted behind this call.
      if (state.began > 0 && (last?.total !== total || last.first !== first)) {
        const one = { total, first, ms: Infinity }
        state.seen.push(one)
        setTimeout(() => { one.ms = performance.now() - state.began })
      }
      requestAnimationFrame(look)
    }
    look()
  })
  const seen = (): Promise<readonly Watched[]> => page.evaluate(() => (Reflect.get(window, 'keyWatch') as { seen: Watched[] }).seen)
  return {
    arm: () => page.evaluate(() => {
      Object.assign(Reflect.get(window, 'keyWatch') as object, { armed: true, began: 0, seen: [] })
      performance.clearResourceTimings()
    }),
    until: async ({ total, first }, patience) => {
      const end = performance.now() + patience
      for (;;) {
        const found = (await seen()).find((one) => one.total === total && one.first === first && Number.isFinite(one.ms))
        if (found !== undefined) return Math.min(found.ms, patience)
        if (performance.now() > end) return patience
        await page.waitForTimeout(20)
      }
    },
    answers: () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('search.run')).map(({ duration }) => duration)),
    longest: () => page.evaluate(() => (Reflect.get(window, 'keyWatch') as { longest: number }).longest),
  }
}
