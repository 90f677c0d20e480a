/**
 * Start: from the command to the first results on screen, with 1,000 entries, in the window, in a browser and by `npm start` once it has built, and how the window bears an import of 5,000 documents.
 *
 *   node scripts/bench/start.ts [ENTRIES] [IMPORTED]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { answerOpenDialog, valueOf } from '../../test/e2e/choose.ts'
import { startBrowserHost, startByNpm } from '../../test/e2e/launch-browser-host.ts'
import { launch, root } from '../../test/e2e/launch.ts'
import { findBrowser } from '../testing/browser.ts'
import { writeCorpus } from './corpus.ts'
import { percentile, publish, type Figure } from './table.ts'

const entries = Number(process.argv[2] ?? 1000)
const imported = Number(process.argv[3] ?? 5000)
const STARTS = 5

const work = mkdtempSync(join(tmpdir(), 'casebook-bench-start-'))
const library = join(work, 'library')
const first = join(work, 'first')
const more = join(work, 'more')

/** Waits until the list shows a hit; answers the milliseconds since `began`. */
async function firstResult(page: Page, began: number): Promise<number> {
  await page.locator('[role=option]').first().waitFor({ timeout: 30_000 })
  return performance.now() - began
}

/** Runs `once` one time more than it counts: the first start fills caches. */
async function several(once: () => Promise<number>): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n <= STARTS; n++) took.push(await once())
  return took.slice(1)
}

/** The window and its browser engine together, as Electron starts them. */
const windowStarts = (): Promise<number[]> =>
  several(async () => {
    const began = performance.now()
    const app = await launch('stand-in', { library })
    const ms = await firstResult(app.page, began)
    await app.close()
    return ms
  })

/** In a browser that is open already, as a person's is; `start` is the program alone, or `npm start` as a person types it. */
async function pageStarts(start: typeof startBrowserHost): Promise<number[]> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  const env = { ...process.env, CASEBOOK_HOME: join(work, 'home'), CASEBOOK_LIBRARY: library }
  const took = await several(async () => {
    const page = await browser.newPage()
    const began = performance.now()
    const host = await start(Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined)))
    await page.goto(host.address)
    const ms = await firstResult(page, began)
    await page.close()
    await host.stop()
    return ms
  })
  await browser.close()
  return took
}

interface Watched {
  readonly longest: number
  readonly count: number
  readonly seconds: number
}

/** Long tasks of the window, in ms, while the batch runs; somebody types a query every second meanwhile. */
async function whileImporting(folder: string): Promise<Watched> {
  const app = await launch('stand-in')
  const { page } = app
  await page.getByRole('dialog').getByRole('button').click()
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { longTasks: tasks })
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) tasks.push(entry.duration) }).observe({ type: 'longtask' })
  })
  await answerOpenDialog(app, [folder])
  const began = performance.now()
  const grants = valueOf(await app.call('files.pick', { what: 'folder' })).map(({ grant }) => grant)
  const { id } = valueOf(await app.call('import.start', { grants, confirmed: true }))
  const finished = async (): Promise<boolean> => valueOf(await app.call('import.files', { id, offset: 0, limit: 1 })).batch.state !== 'running'
  for (let n = 0; !(await finished()); n++) {
    await page.locator('#search').fill(['治理', '网格员', '会议', ''][n % 4] ?? '')
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  const seconds = (performance.now() - began) / 1000
  const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[])
  await app.close()
  return { longest: Math.max(0, ...tasks), count: tasks.length, seconds }
}

await writeCorpus(first, entries)
execFileSync(process.execPath, [join(root, 'out/main/cli.js'), 'import', first, '--library', library], { stdio: ['ignore', 'ignore', 'inherit'] })
const figures: Figure[] = []
for (const [kind, took] of [['stand-in', await windowStarts()], ['browser host', await pageStarts(startBrowserHost)], ['npm start', await pageStarts(startByNpm)]] as const) {
  figures.push({ what: `${kind}: command to first results, median of ${String(STARTS)} (${String(entries)} entries)`, value: percentile(took, 0.5), unit: 'ms', target: { value: 1500, better: 'less' } })
  figures.push({ what: `${kind}: slowest of ${String(STARTS)}`, value: Math.max(...took), unit: 'ms' })
}
await writeCorpus(more, imported)
const watched = await whileImporting(more)
figures.push({ what: `longest task of the window while ${String(imported)} documents import`, value: watched.longest, unit: 'ms', target: { value: 100, better: 'less' } })
figures.push({ what: 'tasks over 50 ms meanwhile', value: watched.count, unit: '' })
figures.push({ what: 'documents a second meanwhile', value: imported / watched.seconds, unit: '/s' })
const ok = publish('start', figures)
rmSync(work, { recursive: true, force: true })
process.exitCode = ok ? 0 : 1
