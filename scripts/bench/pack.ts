/**
 * The portable pack: making one of 1,000 cases without holding up the library, its size, and how it opens and searches in Chromium from a disk.
 *
 *   node scripts/bench/pack.ts [--cases 1000] [--keep FILE]
 */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { importMethods } from '../../electron/contract/importing.ts'
import { Grant } from '../../electron/contract/library.ts'
import { MOST_PACKED, packMethods } from '../../electron/contract/packing.ts'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { openCore } from '../../electron/core/services.ts'
import { forkedReader } from '../../electron/workers/readers.ts'
import { findBrowser } from '../testing/browser.ts'
import { pieces } from './corpus.ts'
import { percentile, publish } from './table.ts'

const { values } = parseArgs({ options: { cases: { type: 'string', default: String(MOST_PACKED) }, keep: { type: 'string' } } })
const cases = Number(values.cases)
/** UTF-16 units of one case: what write-ups of governance cases have. */
const [LEAST, MOST] = [3000, 4000]
const OPENINGS = 5
/** What people look for: brands, words, numbers, sentences, single characters, and what stands nowhere. */
const QUERIES = ['网格员', '警网融合', '枫桥经验', '矛盾纠纷多元化解', '调解 成功率', '97.6%', '12345热线', '社会治理现代化', '雪亮工程', '一站式', '未成年人保护', '党建引领基层治理', 'e治理', '物业', '安徽 网格', '的', '治', '社区怎样调解物业和业主的矛盾纠纷', '“新时代枫桥经验”', '没有的词组甲乙丙丁']

const root = resolve(import.meta.dirname, '..', '..')
const work = await mkdtemp(join(tmpdir(), 'casebook-bench-pack-'))
const texts = join(work, 'txt')
await mkdir(texts)

/** Different real texts, put together until each is as long as a case. */
async function writeCases(): Promise<number> {
  let [count, characters, title, text] = [0, 0, '', '']
  for await (const piece of pieces()) {
    if (text === '') title = piece.title
    text += `${piece.text}\n\n`
    if (text.length < LEAST) continue
    const body = text.slice(0, MOST)
    await writeFile(join(texts, `${String(count)}.txt`), `${title}\n\n${body}`)
    characters += body.length
    text = ''
    if (++count === cases) break
  }
  return characters
}

const characters = await writeCases()
let finish: (value: unknown) => void = () => undefined
const finished = new Promise((settled) => { finish = settled })
const core = await openCore(join(work, 'library'), {
  content: join(root, 'content'),
  packPage: join(root, 'out', 'pack', 'page.html'),
  now: () => new Date(),
  spawnReader: () => forkedReader(join(root, 'electron', 'workers', 'reader.ts'), join(root, 'content')),
  emit: (event, value) => { if (event === 'import.finished') finish(value) },
})
const grant = Grant.parse('bench-folder')
const granted = (path: string) => new Map([[grant, { path, name: 'folder', folder: true, temporary: false }]])
await core.call('import.start', { grants: [grant], confirmed: true }, granted(texts))
const { totals } = importMethods['import.start'].output.parse(await finished)

const choice = { by: 'search', query: '', filters: NO_FILTERS } as const
const planFrom = performance.now()
const planned = await core.call('pack.plan', { choice }, new Map())
const planMs = performance.now() - planFrom
if (!planned.ok) throw new Error(planned.error.message)
// The dictionary is loaded once in a session, by the first who needs words.
const dictionaryFrom = performance.now()
await core.call('search.segment', { text: '网格员' }, new Map())
const dictionaryMs = performance.now() - dictionaryFrom
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const from = performance.now()
const reply = await core.call('pack.write', { choice, title: '便携包', name: 'pack', folder: grant, split: true }, granted(work))
const buildMs = performance.now() - from
delay.disable()
await core.close()
if (!reply.ok) throw new Error(reply.error.message)
const { files } = packMethods['pack.write'].output.parse(reply.value)
const [first] = files
if (first === undefined) throw new Error('no pack was written')

interface Opened {
  readonly ready: number
  /** What each query took, in the order of QUERIES. */
  readonly queries: readonly number[]
  readonly requests: number
  readonly heap: number
}

/** Opens the pack in a browser that has never seen it; types every query and waits until the page has drawn the answer. */
async function open(file: string): Promise<Opened> {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--enable-precise-memory-info'] })
  const page = await browser.newPage()
  let requests = -1
  page.on('request', () => { requests++ })
  const began = performance.now()
  await page.goto(pathToFileURL(file).href, { waitUntil: 'commit' })
  await page.locator('[data-ready]').waitFor()
  const ready = performance.now() - began
  const searched = await page.evaluate((queries) => {
    const box = document.querySelector('input')
    return queries.map((query) => {
      const start = performance.now()
      if (box !== null) box.value = query
      box?.dispatchEvent(new Event('input', { bubbles: true }))
      // Layout is part of what a person waits for.
      document.body.getBoundingClientRect()
      return performance.now() - start
    })
  }, QUERIES)
  const heap = await page.evaluate(() => Number(Reflect.get(Reflect.get(performance, 'memory') ?? {}, 'usedJSHeapSize') ?? 0) / 2 ** 20)
  await browser.close()
  return { ready, queries: searched, requests, heap }
}

const opened: Opened[] = []
for (let n = 0; n < OPENINGS; n++) opened.push(await open(first.file))
/** Of each query the median of all openings; the first of an opening finds nothing warm. */
const typical = QUERIES.map((query, n) => ({ query, ms: percentile(opened.map(({ queries }) => queries[n] ?? 0), 0.5) }))
const worst = typical.reduce((one, other) => (other.ms > one.ms ? other : one))
if (values.keep !== undefined) await copyFile(first.file, values.keep)
const ok = publish('pack', [
  { what: '条目 entries', value: totals.entries, unit: '' },
  { what: '字数 characters', value: characters, unit: '' },
  { what: '计划 plan', value: planMs, unit: 'ms' },
  { what: '词典 dictionary, once in a session', value: dictionaryMs, unit: 'ms' },
  { what: '生成 build', value: buildMs, unit: 'ms' },
  { what: '期间库线程最长占用 longest block of the library', value: delay.max / 1e6, unit: 'ms' },
  { what: '文件数 files', value: files.length, unit: '' },
  { what: '大小 size', value: first.bytes / 1e6, unit: 'MB', target: { value: 12, better: 'less' } },
  { what: `打开，${String(OPENINGS)} 次中最慢 ready, slowest`, value: Math.max(...opened.map(({ ready }) => ready)), unit: 'ms', target: { value: 2000, better: 'less' } },
  { what: `最慢查询，各次的中位数 slowest query, median of ${String(OPENINGS)}: ${worst.query}`, value: worst.ms, unit: 'ms', target: { value: 50, better: 'less' } },
  { what: '查询中位数 median query', value: percentile(typical.map(({ ms }) => ms), 0.5), unit: 'ms' },
  { what: '请求 requests', value: Math.max(...opened.map(({ requests }) => requests)), unit: '', target: { value: 0, better: 'less' } },
  { what: '内存 heap', value: Math.max(...opened.map(({ heap }) => heap)), unit: 'MB' },
])
await rm(work, { recursive: true, force: true })
process.exitCode = ok ? 0 : 1
