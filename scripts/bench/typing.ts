/**
 * Typing: from a key in the search box to the list painted for it, in the real window over a large library, and the longest task meanwhile.
 *
 *   node scripts/bench/typing.ts [ENTRIES]
 *
 * The library is made once into the temporary folder and used again; the program must be built (`node scripts/build.mjs`).
 */
import type { Page } from 'playwright-core'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { valueOf } from '../../test/e2e/choose.ts'
import { launch } from '../../test/e2e/launch.ts'
import { acceptNotice } from '../../test/e2e/window.ts'
import { largeLibrary } from './large-library.ts'
import { percentile, publish } from './table.ts'

const entries = Number(process.argv[2] ?? 100_000)
/** Typed a character at a time, as after an input method. */
const TYPED = ['基层治理', '矛盾纠纷', '网格员', '调解 社区', '智慧平台', '群众满意', '党建引领', '乡村振兴', '老旧小区', '12345热线'] as const
/** Between two keys, in ms. */
const REST = 180
/** A key whose list is not there by then counts as this long. */
const PATIENCE = 5000

interface Wanted {
  readonly total: string
  readonly first: string
}

/** Types one character; answers how long it took until the list that belongs to it was painted. */
async function key(page: Page, character: string, { total, first }: Wanted): Promise<number> {
  const painted = page.evaluate(([count, title, patience]) => new Promise<number>((resolve) => {
    document.querySelector('#search')?.addEventListener('input', () => {
      const began = performance.now()
      const look = (): void => {
        const here = document.querySelector('.total')?.textContent?.startsWith(count) === true && (document.querySelector('[role=option][aria-posinset="1"] .result-title')?.textContent ?? '') === title
        const ms = performance.now() - began
        // The frame in which it stands there is painted behind this call.
        if (here || ms > patience) setTimeout(() => resolve(performance.now() - began))
        else requestAnimationFrame(look)
      }
      look()
    }, { once: true, capture: true })
  }), [total, first, PATIENCE] as const)
  await page.keyboard.insertText(character)
  return painted
}

const library = await largeLibrary(entries)
const app = await launch('stand-in', { library })
const { page } = app
await acceptNotice(page)
await page.evaluate(() => {
  const tasks: number[] = []
  Object.assign(window, { longTasks: tasks })
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) tasks.push(entry.duration) }).observe({ type: 'longtask' })
})
const found = async (query: string): Promise<Wanted> => {
  const result = valueOf(await app.call('search.run', { query, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 1 }))
  return { total: `${result.exact ? '' : '约 '}${String(result.total)} 条`, first: result.hits[0]?.title ?? '' }
}
const took: number[] = []
for (const [round, text] of TYPED.entries()) {
  let before: Wanted = { total: '', first: '' }
  await page.locator('#search').fill('')
  await page.waitForTimeout(1000)
  await page.locator('#search').focus()
  for (let at = 0; at < text.length; at++) {
    const wanted = await found(text.slice(0, at + 1))
    // Where nothing is found there is no list to wait for; in a library of this size that is rare.
    if (wanted.first === '') {
      await page.keyboard.insertText(text.charAt(at))
      await page.waitForTimeout(REST)
      before = wanted
      continue
    }
    const ms = await key(page, text.charAt(at), wanted)
    // A list that looks as the one before says nothing; the first word only warms up.
    if (round > 0 && (wanted.total !== before.total || wanted.first !== before.first)) took.push(ms)
    before = wanted
    await page.waitForTimeout(REST)
  }
}
const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[])
await app.close()
const ok = publish('typing', [
  { what: `key to painted list, p50 (${String(entries)} entries, ${String(took.length)} keys)`, value: percentile(took, 0.5), unit: 'ms' },
  { what: 'key to painted list, p95', value: percentile(took, 0.95), unit: 'ms', target: { value: 100, better: 'less' } },
  { what: 'slowest key', value: Math.max(...took), unit: 'ms' },
  { what: 'longest task of the window meanwhile', value: Math.max(0, ...tasks), unit: 'ms', target: { value: 100, better: 'less' } },
])
process.exitCode = ok ? 0 : 1
