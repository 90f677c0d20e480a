/**
 * Boards over a library of made-up cases: 12 cities × 11 practices from 1,000 cases, asked for through the same door as the window.
 * node scripts/bench/compare.ts [--cases 1000] [--rounds 200]
 */
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { CoreMethod, Input, Output } from '../../electron/contract/api.ts'
import { Grant } from '../../electron/contract/library.ts'
import { openCore } from '../../electron/core/services.ts'
import { loadTaxonomy } from '../../electron/core/describing/practices/index.ts'
import { forkedReader } from '../../electron/workers/readers.ts'
import { CITIES, writeBoardTexts } from './board-texts.ts'
import { type Figure, percentile, publish } from './table.ts'

const { values } = parseArgs({ options: { cases: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '200' } } })
const root = resolve(import.meta.dirname, '..', '..')
const content = join(root, 'content')
const REOPENED = 5
const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'))

console.log('writing and importing the cases …')
const { practices } = loadTaxonomy(content)
const characters = await writeBoardTexts(join(folder, 'txt'), Number(values.cases), practices)
let finish: () => void = () => undefined
const finished = new Promise<void>((settled) => { finish = settled })
const library = () => openCore(join(folder, 'library'), {
  content,
  packPage: join(root, 'out', 'pack', 'page.html'),
  now: () => new Date(),
  spawnReader: () => forkedReader(join(root, 'electron', 'workers', 'reader.ts'), content),
  emit: (event) => {
    if (event === 'import.finished') finish()
  },
})
let core = await library()
async function call<M extends CoreMethod>(method: M, input: Input<M>, granted = new Map()): Promise<Output<M>> {
  const reply = await core.call(method, input, granted)
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value as Output<M>
}
const grant = Grant.parse('bench-folder')
await call('import.start', { grants: [grant], confirmed: true }, new Map([[grant, { path: join(folder, 'txt'), name: 'txt', folder: true, temporary: false }]]))
await finished
const practice = practices.find(({ parent }) => parent === null)?.id
if (practice === undefined) throw new Error('no practice')

const units = await call('compare.resolve', { names: [...CITIES] })
const provinces = await call('compare.resolve', { names: [...new Set(CITIES.map((city) => city.slice(0, 3)))] })
const matrix = await call('compare.run', { units, rows: null, sentences: null })
const states = Object.entries(Object.groupBy(matrix.cells, ({ state }) => state)).map(([state, cells]): Figure => ({ what: `cells: ${state}`, value: cells.length, unit: '' }))

/** Milliseconds by the clock, and of processor time: what is left when other programs share the machine. */
async function times(action: () => Promise<unknown>): Promise<{ readonly clock: readonly number[]; readonly worked: readonly number[] }> {
  const clock: number[] = []
  const worked: number[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    const from = performance.now()
    const before = process.threadCpuUsage()
    await action()
    const { user, system } = process.threadCpuUsage(before)
    clock.push(performance.now() - from)
    worked.push((user + system) / 1000)
  }
  return { clock, worked }
}
async function spread(what: string, action: () => Promise<unknown>, target?: number): Promise<Figure[]> {
  const { clock, worked } = await times(action)
  return [
    { what: `${what}: p50`, value: percentile(clock, 0.5), unit: 'ms' },
    { what: `${what}: p95`, value: percentile(clock, 0.95), unit: 'ms', ...(target === undefined ? {} : { target: { value: target, better: 'less' as const } }) },
    { what: `${what}: p95 of processor time`, value: percentile(worked, 0.95), unit: 'ms' },
    { what: `${what}: first`, value: clock[0] ?? 0, unit: 'ms' },
  ]
}

/** The first board after the program was opened, when no entry is read yet. */
const cold: number[] = []
for (let round = 0; round < REOPENED; round++) {
  await core.close()
  core = await library()
  await call('practices.list', {})
  const before = process.threadCpuUsage()
  await call('compare.run', { units, rows: null, sentences: 3 })
  const { user, system } = process.threadCpuUsage(before)
  cold.push((user + system) / 1000)
}

const met = publish('compare', [
  { what: 'cases', value: matrix.columns.reduce((sum, { entries }) => sum + entries, 0), unit: '' },
  { what: 'characters of a case', value: characters / Number(values.cases), unit: '' },
  { what: 'units × practices', value: matrix.cells.length, unit: 'cells' },
  ...states,
  { what: 'sentences behind the cells', value: matrix.cells.reduce((sum, { total }) => sum + total, 0), unit: '' },
  { what: 'the first board after opening: p50 of processor time', value: percentile(cold, 0.5), unit: 'ms' },
  ...(await spread('the board as the window shows it, 3 sentences a cell', () => call('compare.run', { units, rows: null, sentences: 3 }), 100)),
  ...(await spread('all sentences of all cells', () => call('compare.run', { units, rows: null, sentences: null }), 100)),
  ...(await spread('all practices and sub-practices', () => call('compare.run', { units, rows: practices.map(({ id }) => id), sentences: 3 }))),
  ...(await spread('cities and their provinces', () => call('compare.run', { units: [...units, ...provinces], rows: null, sentences: 3 }))),
  ...(await spread('one cell with its entries', () => call('compare.cell', { unit: { kind: 'place', path: '安徽省' }, practice }))),
  ...(await spread('places to choose from', () => call('compare.places', { query: '淮', limit: 50 }))),
])
await core.close()
await rm(folder, { recursive: true, force: true })
process.exitCode = met ? 0 : 1
