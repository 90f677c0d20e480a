/**
 * Typing: from a key in the search box to the list painted for it, over a large library, in the real window of both hosts; what the answer alone takes, and the longest task meanwhile.
 *
 *   node scripts/bench/typing.ts [ENTRIES]
 *
 * The library is made once into the temporary folder and used again; the program must be built (`node scripts/build.mjs`).
 */
import type { CDPSession, Page } from 'playwright-core'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { valueOf } from '../../test/e2e/choose.ts'
import { launch, type Kind, type Running } from '../../test/e2e/launch.ts'
import { acceptNotice } from '../../test/e2e/window.ts'
import { largeLibrary } from './large-library.ts'
import { percentile, publish, type Figure } from './table.ts'
import { watchKeys, type Watched } from './typing/watch.ts'

const entries = Number(process.argv[2] ?? 100_000)
/** Typed a character at a time, as out of an input method; the first word only warms up. */
const TYPED = ['基层治理', '矛盾纠纷', '网格员', '调解 社区', '智慧平台', '群众满意', '党建引领', '乡村振兴', '老旧小区', '12345热线'] as const
/** Between two keys, in ms. */
const REST = 180
/** A key whose list is not there by then counts as this long. */
const PATIENCE = 5000

interface Run {
  /** Milliseconds of each key that changed the list. */
  readonly keys: readonly number[]
  /** What the window's own thread was busy with for each of them, in ms. */
  readonly busy: readonly number[]
  /** What the answer to each of them took, in ms; empty where the page cannot be watched asking. */
  readonly answers: readonly number[]
  readonly longest: number
  readonly closing: number
}

/** Through an input method, which hands over each character when it is done; digits and spaces are keys. */
async function press(page: Page, ime: CDPSession, character: string): Promise<void> {
  if (/[ -~]/.test(character)) return page.keyboard.press(character === ' ' ? 'Space' : character)
  await ime.send('Input.insertText', { text: character })
}
const compose = (ime: CDPSession, character: string): Promise<unknown> =>
  /[ -~]/.test(character) ? Promise.resolve() : ime.send('Input.imeSetComposition', { text: 'pin', selectionStart: 3, selectionEnd: 3 })

/** What the list shows once it has settled on `query`: asked afterwards, so that nothing is answered from what this question left behind. */
async function wanted(app: Running, query: string): Promise<Pick<Watched, 'total' | 'first'>> {
  const result = valueOf(await app.call('search.run', { query, filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 1, facets: false }))
  return { total: `${result.exact ? '' : '约 '}${String(result.total)} 条`, first: result.hits[0]?.id ?? '' }
}

const busyMs = async (session: CDPSession): Promise<number> => 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)

async function typing(kind: Kind, library: string): Promise<Run> {
  const app = await launch(kind, { library })
  const { page } = app
  await acceptNotice(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const watch = await watchKeys(page)
  const keys: number[] = []
  const busy: number[] = []
  const answers: number[] = []
  for (const [round, text] of TYPED.entries()) {
    await page.locator('#search').fill('')
    await page.waitForTimeout(1000)
    await page.locator('#search').focus()
    let before: Pick<Watched, 'total' | 'first'> = { total: '', first: '' }
    for (let at = 0; at < text.length; at++) {
      const character = text.charAt(at)
      await compose(session, character)
      await watch.arm()
      const idle = await busyMs(session)
      await press(page, session, character)
      await page.waitForTimeout(REST)
      const spent = await busyMs(session) - idle
      const want = await wanted(app, text.slice(0, at + 1))
      const ms = await watch.until(want, PATIENCE)
      // A list that looks as the one before says nothing, and where nothing is found there is none.
      if (round > 0 && want.first !== '' && (want.total !== before.total || want.first !== before.first)) {
        keys.push(ms)
        busy.push(spent)
        answers.push(...await watch.answers())
      }
      before = want
    }
  }
  const longest = await watch.longest()
  const began = performance.now()
  await app.close()
  return { keys, busy, answers, longest, closing: performance.now() - began }
}

const library = await largeLibrary(entries)
const figures: Figure[] = []
for (const kind of ['stand-in', 'browser host'] as const) {
  const { keys, busy, answers, longest, closing } = await typing(kind, library)
  figures.push(
    { what: `${kind}: key to painted list, p50 (${String(entries)} entries, ${String(keys.length)} keys)`, value: percentile(keys, 0.5), unit: 'ms' },
    { what: `${kind}: key to painted list, p95`, value: percentile(keys, 0.95), unit: 'ms', target: { value: 100, better: 'less' } },
    { what: `${kind}: slowest key`, value: Math.max(0, ...keys), unit: 'ms' },
    ...(answers.length === 0 ? [] : [{ what: `${kind}: the answer alone, p50`, value: percentile(answers, 0.5), unit: 'ms' }, { what: `${kind}: the answer alone, p95`, value: percentile(answers, 0.95), unit: 'ms' }]),
    { what: `${kind}: the window's thread, busy for a key and its rest, p50`, value: percentile(busy, 0.5), unit: 'ms' },
    { what: `${kind}: longest task of the window meanwhile`, value: longest, unit: 'ms', target: { value: 100, better: 'less' } },
    { what: `${kind}: closing`, value: closing, unit: 'ms' },
  )
}
process.exitCode = publish('typing', figures) ? 0 : 1
