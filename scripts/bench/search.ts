/**
 * Search in a large library: how fast it is indexed, how large the index is, how fast it answers, against LIKE in the same run.
 * node scripts/bench/search.ts [--files 30000]
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { type Filters, NO_FILTERS } from '../../electron/contract/searching.ts'
import { createSegmenter, loadDictionary } from '../../electron/core/language/index.ts'
import { type IndexEntry, NO_ASIDE, type SearchIndex, indexText, openIndex } from '../../electron/core/searching/index.ts'
import { pieces } from './corpus.ts'
import { QUERIES, SENTENCES } from './search-queries.ts'
import { type Figure, percentile, publish } from './table.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '30000' } } })
const root = resolve(import.meta.dirname, '..', '..')
const BATCH = 32
const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

interface Row {
  readonly seq: number
  readonly title: string
  readonly body: string
  readonly keywords: string
  readonly date: string | null
}

console.log('reading the corpus and cutting keywords …')
const segmenter = createSegmenter({ dictionary: loadDictionary(join(root, 'content')) })
segmenter.warm()
const rows: Row[] = []
const seen = new Set<string>()
let cuttingMs = 0
for await (const { id, title, text } of pieces()) {
  if (rows.length >= Number(values.files)) break
  if (seen.has(id)) continue
  seen.add(id)
  const from = performance.now()
  const keywords = segmenter.keywords(title, text).join(' ')
  cuttingMs += performance.now() - from
  const [, year, month, day] = /-(\d{4})(\d{2})(\d{2})-/.exec(id) ?? []
  rows.push({ seq: rows.length + 1, title, body: text, keywords, date: year ? `${year}-${month}-${day}` : null })
}
const characters = rows.reduce((sum, { title, body }) => sum + title.length + body.length, 0)
const bytes = rows.reduce((sum, { title, body }) => sum + Buffer.byteLength(title) + Buffer.byteLength(body), 0)

const texts = new Database(join(folder, 'texts.db'))
texts.exec('CREATE TABLE piece(seq INTEGER PRIMARY KEY, title TEXT, body TEXT, keywords TEXT) STRICT')
const insert = texts.prepare('INSERT INTO piece VALUES (@seq, @title, @body, @keywords)')
texts.transaction(() => rows.forEach(({ seq, title, body, keywords }) => insert.run({ seq, title, body, keywords })))()
const one = texts.prepare<[number], Row>('SELECT seq, title, body, keywords FROM piece WHERE seq = ?')

const PLACES = [['山东省', '枣庄市', null], ['安徽省', '淮南市', '八公山区'], ['江苏省', '淮安市', null], ['浙江省', '绍兴市', '诸暨市'], ['上海市', null, null], [null, null, null]] as const
const FILED = { tags: 1, keywords: [], brands: [], platforms: [], rights: 'cite', status: 'active', review: 'accepted' } as const
/** Some ten practices an entry of the 68 that the taxonomy knows. */
const practicesOf = (seq: number): string[] => Array.from({ length: 10 }, (_, n) => `p${String.fromCharCode(97 + ((seq * 7 + n * 11) % 26))}.${n}`)

function entryOf({ seq, title, body, keywords, date }: Row): IndexEntry {
  const [province = null, city = null, district = null] = PLACES[seq % PLACES.length] ?? []
  return { seq, revision: 1, kind: seq % 3 === 0 ? 'other' : 'case', origin: 'imported', title, place: { province, city, district }, date, source: date === null ? null : '新闻联播', authors: [], practices: practicesOf(seq), ...FILED, index: indexText({ title, keywords: keywords.split(' '), body, ...NO_ASIDE }) }
}

const file = join(folder, 'search.db')
const open = (): SearchIndex =>
  openIndex(file, {
    library: {
      texts: (seqs) => seqs.flatMap((seq) => one.get(seq) ?? []).map((row) => ({ ...row, keywords: row.keywords.split(' '), ...NO_ASIDE })),
      revisions: () => rows.map(({ seq }) => ({ seq, revision: 1, ...FILED })),
      load: (seqs) => seqs.flatMap((seq) => rows[seq - 1] ?? []).map(entryOf),
      tagged: () => [],
      stories: () => [],
    },
    segmenter: () => segmenter,
  })

function timed(action: () => void): number {
  const from = performance.now()
  action()
  return performance.now() - from
}
/** Milliseconds of processor time: what is left when other programs share the machine. */
function worked(action: () => void): number {
  const from = process.threadCpuUsage()
  action()
  const { user, system } = process.threadCpuUsage(from)
  return (user + system) / 1000
}

console.log('building the index …')
let index = open()
const batches: number[] = []
const buildMs = timed(() => {
  for (let at = 0; at < rows.length; at += BATCH) batches.push(worked(() => index.put(rows.slice(at, at + BATCH).map(entryOf))))
})
index.close()
const openMs = timed(() => (index = open()))

/** As the window calls it: what is meant, the count, all facets, the order, 20 hits with snippets and exact marks. */
const ask = (query: string, filters: Filters = NO_FILTERS): void => void index.search({ query, filters, sort: 'relevance', offset: 0, limit: 20 })
const queries = Object.values(QUERIES).flat()
ask('')
const busy: number[] = []
const groups = Object.entries(QUERIES).map(([name, group]) => ({ name, times: group.map((query) => timed(() => void busy.push(worked(() => ask(query))))) }))
const first = groups.flatMap(({ times }) => times)
const soft = SENTENCES.map((query) => timed(() => ask(query)))
const filtered = queries.map((query) => timed(() => ask(query, { ...NO_FILTERS, place: ['山东省'], year: ['2023'] })))
const lists = (['relevance', 'date', 'title', 'place'] as const).map((sort) => ({ sort, ms: worked(() => void index.search({ query: '', sort, limit: 50 })) }))

const like = texts.prepare<[string, string], number>('SELECT seq FROM piece WHERE title LIKE ? OR body LIKE ?').pluck()
const likes = queries.filter((_, i) => i % 4 === 0).map((query) => `%${query.replaceAll(/["“”]|.*:/g, '').split(/\s/)[0] ?? ''}%`).map((words) => timed(() => void like.all(words, words)))

const updates = Array.from({ length: 300 }, (_, i) => rows[Math.floor((i * rows.length) / 300)]).flatMap((row) => (row ? [worked(() => index.put([entryOf({ ...row, body: `${row.body}网格员走访。` })]))] : []))
const again = queries.map((query) => timed(() => ask(query)))
index.close()
texts.close()

const spread = (what: string, times: readonly number[], target?: number): Figure[] => [
  { what: `${what}: p50`, value: percentile(times, 0.5), unit: 'ms' },
  { what: `${what}: p95`, value: percentile(times, 0.95), unit: 'ms', ...(target === undefined ? {} : { target: { value: target, better: 'less' as const } }) },
  { what: `${what}: max`, value: Math.max(...times), unit: 'ms' },
]
const met = publish('search', [
  { what: 'documents', value: rows.length, unit: '' },
  { what: 'text', value: characters / 1e6, unit: 'M characters' },
  { what: 'text, UTF-8', value: bytes / 1e6, unit: 'MB' },
  { what: 'keywords by segmentation', value: characters / cuttingMs * 1000, unit: 'characters/s' },
  { what: 'index: documents', value: (rows.length / buildMs) * 1000, unit: '/s', target: { value: 150, better: 'more' } },
  { what: 'index: characters', value: (characters / buildMs) * 1000, unit: '/s' },
  { what: 'index on disk', value: statSync(file).size / 1e6, unit: 'MB' },
  { what: 'index on disk, of the text', value: statSync(file).size / bytes, unit: '×' },
  ...spread(`one transaction of ${BATCH} documents, processor time`, batches),
  { what: 'opening the index', value: openMs, unit: 'ms' },
  ...groups.map(({ name, times }): Figure => ({ what: `search, ${name}: p95`, value: percentile(times, 0.95), unit: 'ms' })),
  ...spread('search: count, facets, order, 20 snippets', first, 20),
  ...spread('of it processor time', busy),
  ...spread('the same with two filters chosen', filtered),
  ...spread('the same after 300 changes', again),
  ...spread('soft search (sentences)', soft),
  ...lists.map(({ sort, ms }): Figure => ({ what: `everything, by ${sort}: first time, processor time`, value: ms, unit: 'ms' })),
  ...spread('one document changed, processor time', updates),
  ...spread('LIKE: no folding, order, snippets or facets', likes),
  { what: 'LIKE takes, of a search: p50', value: percentile(likes, 0.5) / percentile(first, 0.5), unit: '×' },
  { what: 'LIKE takes, of a search: p95', value: percentile(likes, 0.95) / percentile(first, 0.95), unit: '×' },
])
process.exitCode = met ? 0 : 1
