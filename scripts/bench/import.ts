/**
 * Import and index of many files into a fresh library, through the same door as the window.
 * node scripts/bench/import.ts [--files 30000] [--format txt|html|docx|pdf] [--quiet] [--to FOLDER]
 *   --quiet: nobody searches meanwhile; a folder that is named is kept; PDFs have ten pages each
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { importEvents, importMethods } from '../../electron/contract/importing.ts'
import { Grant } from '../../electron/contract/library.ts'
import { NO_FILTERS } from '../../electron/contract/searching.ts'
import { openCore } from '../../electron/core/services.ts'
import { forkedReader } from '../../electron/workers/readers.ts'
import { helperPeaks } from './helpers.ts'
import type { Written } from './corpus.ts'
import { ASKED } from './dressed.ts'
import { percentile, publish } from './table.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '30000' }, format: { type: 'string', default: 'txt' }, quiet: { type: 'boolean', default: false }, to: { type: 'string' } } })
const root = resolve(import.meta.dirname, '..', '..')
const folder = values.to === undefined ? mkdtempSync(join(tmpdir(), 'casebook-bench-')) : resolve(values.to)
const source = join(folder, 'txt')
const library = join(folder, 'library')

console.log('writing the corpus …')
const format = (['html', 'docx', 'pdf'] as const).find((one) => one === values.format) ?? 'txt'
// In a process of its own: the whole corpus is in memory while it is written, and must not count for the library.
const corpus = JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'write-corpus.ts'), source, values.files, format], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Written

let peak = 0
const helpers = helperPeaks()
let finish: (value: unknown) => void = () => undefined
const finished = new Promise((settled) => { finish = settled })
const core = await openCore(library, {
  content: join(root, 'content'),
  packPage: join(root, 'out', 'pack', 'page.html'),
  now: () => new Date(),
  spawnReader: () => helpers.watched(forkedReader(join(root, 'electron', 'workers', 'reader.ts'), join(root, 'content'))),
  emit: (event, value) => {
    peak = Math.max(peak, process.memoryUsage.rss())
    helpers.look()
    if (event === 'import.finished') finish(value)
    if (event === 'import.progress' && process.stderr.isTTY) {
      const { done, total, perSecond } = importEvents['import.progress'].parse(value)
      process.stderr.write(`\r${done}/${total}  ${perSecond}/s   `)
    }
  },
})

const delay = monitorEventLoopDelay({ resolution: 10 })
const grant = Grant.parse('bench-folder')
delay.enable()
const from = performance.now()
const started = await core.call('import.start', { grants: [grant], confirmed: true }, new Map([[grant, { path: source, name: 'txt', folder: true, temporary: false }]]))
if (!started.ok) throw new Error(started.error.message)

/** A person searches while it runs, four times a second, from a thread of their own as from a window: what the library's thread is busy with is waited for, too. */
const waits: number[] = []
const answers: number[] = []
const person = new Worker("const { parentPort } = require('node:worker_threads'); setInterval(() => parentPort.postMessage(performance.timeOrigin + performance.now()), 250)", { eval: true })
if (!values.quiet) {
  person.on('message', (asked: number) => {
    const heard = performance.now()
    void core.call('search.run', { query: '矛盾 调解', filters: NO_FILTERS, sort: 'relevance', offset: 0, limit: 50 }, new Map()).then(() => {
      const now = performance.now()
      answers.push(now - heard)
      waits.push(performance.timeOrigin + now - asked)
    })
  })
}
const batch = importMethods['import.start'].output.parse(await finished)
await person.terminate()
const seconds = (performance.now() - from) / 1000
delay.disable()
process.stderr.write('\r')
await core.close()

const size = async (file: string): Promise<number> => (await stat(join(library, file)).catch(() => ({ size: 0 }))).size / 2 ** 20
const met = publish(format === 'txt' ? 'import' : `import-${format}`, [
  { what: '文件 files', value: batch.totals.files, unit: '' },
  { what: '导入 imported', value: batch.totals.imported, unit: '' },
  { what: '重复 duplicates', value: batch.totals.duplicates, unit: '' },
  { what: '失败 failed', value: batch.totals.failed, unit: '' },
  { what: '条目 entries', value: batch.totals.entries, unit: '' },
  { what: '用时 time', value: seconds, unit: 's' },
  { what: '速度 files', value: batch.totals.done / seconds, unit: '/s', target: { value: ASKED[format], better: 'more' } },
  { what: '速度 characters', value: corpus.characters / seconds, unit: '/s' },
  { what: '库进程内存峰值 RSS of the library', value: peak / 2 ** 20, unit: 'MB', target: { value: 600, better: 'less' } },
  { what: '读取助手内存峰值 RSS of a helper', value: helpers.most() / 2 ** 20, unit: 'MB', target: { value: 600, better: 'less' } },
  { what: '读取助手个数 helpers started', value: helpers.started(), unit: '' },
  { what: '期间搜索 search meanwhile p50', value: percentile(waits, 0.5), unit: 'ms' },
  { what: '期间搜索 search meanwhile p95', value: percentile(waits, 0.95), unit: 'ms' },
  { what: '其中查询本身 of that the query p95', value: percentile(answers, 0.95), unit: 'ms' },
  { what: '库线程最长占用 longest block', value: delay.max / 1e6, unit: 'ms' },
  { what: 'library.db', value: await size('library.db'), unit: 'MB' },
  { what: 'search.db', value: await size('search.db'), unit: 'MB' },
])
if (values.to === undefined) await rm(folder, { recursive: true, force: true })
process.exitCode = met && batch.state === 'done' ? 0 : 1
