/**
 * Search in libraries of 10,000, 50,000 and 100,000 documents, beside LIKE, FTS5 trigram and unicode61, MiniSearch and lunr over the same documents.
 * The documents and all indexes are made once into the temporary folder and used again: the first run takes half an hour longer.
 * node scripts/bench/search.ts [--make] [--documents 100000] [--only exact,rivals,headlines,changes,cold] [--slowest]
 * --make only makes what is missing; another number of documents is asked for at a tenth, a half and all of it; --only measures some parts (rivals are told beside our search only behind exact); --slowest names the slowest phrases.
 * Except for the cold start the machine has the files in memory: ours because an open index reads itself ahead, as in the program, the others because they are read through before the first query.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { type Filters, NO_FILTERS } from '../../electron/contract/searching.ts'
import type { SearchIndex } from '../../electron/core/searching/index.ts'
import { anyWord, IN_ANY_STATE, knownItems, ours } from './search/known-items.ts'
import { PHRASES, QUERIES, SENTENCES } from './search/queries.ts'
import { fts5, like, lunrIndex, miniSearch, type Rival } from './search/rivals.ts'
import { entryOf, fill, indexFile, learn, openOver, openTexts, segmenter, SIZES } from './search/shelf.ts'
import { quality, truthOf } from './search/truth.ts'
import { type Figure, percentile, publish } from './table.ts'

const { values } = parseArgs({ options: { make: { type: 'boolean', default: false }, documents: { type: 'string' }, only: { type: 'string' }, slowest: { type: 'boolean', default: false } } })
const wants = (part: 'exact' | 'rivals' | 'headlines' | 'changes' | 'cold'): boolean => values.only === undefined || values.only.split(',').includes(part)
const SLOWEST = 20
const [SMALL, MIDDLE, LARGE] = SIZES
/** p95 of an exact search with its count and twenty snippets, in milliseconds. */
const ASKED: ReadonlyMap<number, number> = new Map([[SMALL, 12], [MIDDLE, 20], [LARGE, 30]])
const BULK = SMALL
const EDITS = 300

const texts = await openTexts()
const files = new Map<number, string>()
for (const size of SIZES) files.set(size, await indexFile(size, texts))
const fileOf = (size: number): string => files.get(size) ?? ''
const rivals: Rival[] = [like(texts, SMALL), like(texts, MIDDLE), like(texts, LARGE), await fts5('trigram', MIDDLE, texts), await fts5('unicode61', MIDDLE, texts)]
if (values.make) {
  await miniSearch(SMALL, texts)
  await lunrIndex(SMALL, texts)
  process.exit(0)
}
segmenter().warm()

const figures: Figure[] = []
const say = (what: string, value: number, unit: string, target?: { readonly value: number; readonly better: 'more' | 'less' }): void => void figures.push({ what, value, unit, ...(target === undefined ? {} : { target }) })
const less = (value: number) => ({ value, better: 'less' as const })
const more = (value: number) => ({ value, better: 'more' as const })
const spread = (what: string, times: readonly number[], target?: number): void => {
  say(`${what}: p50`, percentile(times, 0.5), 'ms')
  say(`${what}: p95`, percentile(times, 0.95), 'ms', target === undefined ? undefined : less(target))
  say(`${what}: max`, Math.max(...times), 'ms')
}
function timed(action: () => unknown): number {
  const from = performance.now()
  action()
  return performance.now() - from
}
const textBytes = (upTo: number): number => texts.db.prepare<[number], number>('SELECT sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))) FROM piece WHERE seq <= ?').pluck().get(upTo) ?? 0
const quoted = (phrase: string): string => `"${phrase.replaceAll('"', '')}"`
/** The count and the first twenty hits with their snippets; what the window asks with every change of the box has the counts of all facets, too. */
const ask = (index: SearchIndex, query: string, facets = true, filters: Filters = NO_FILTERS): unknown => index.search({ query, filters, facets, sort: 'relevance', offset: 0, limit: 20 })

type Truth = ReturnType<typeof truthOf>
const exact = new Map<number, readonly number[]>()
/** The first queries of a process are slow for a reason that is none of theirs: they are compiled. None of these is measured. */
const warmUp = (index: SearchIndex): void => Object.values(QUERIES).flat().filter((query) => !PHRASES.includes(query.replaceAll(/^"|"$/g, ''))).forEach((query) => ask(index, query))

/** The machine forgets what it has of our files in memory, as after a start. */
function forgetFiles(size: number): void {
  for (const file of [fileOf(size), texts.db.name]) spawnSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'])
}

function slowest(size: number, times: readonly number[]): void {
  const rows = PHRASES.map((phrase, i) => ({ phrase, ms: times[i] ?? 0 })).sort((a, b) => b.ms - a.ms)
  for (const { phrase, ms } of rows.slice(0, SLOWEST)) console.log(`  ${size}: ${ms.toFixed(1)} ms  ${phrase}`)
}

async function askExactly(): Promise<void> {
  for (const size of SIZES) {
    console.log(`asking ${size} documents …`)
    const index = openOver(fileOf(size), texts)
    say(`${size} documents, everything, all facets, first asked`, timed(() => ask(index, '')), 'ms')
    if (size === SMALL) warmUp(index)
    await index.readAhead()
    // The counts of the facets are asked for right behind the hits they belong to: each by itself, and both as one.
    const asked = PHRASES.map((phrase) => ({ hits: timed(() => ask(index, quoted(phrase), false)), facets: timed(() => ask(index, quoted(phrase))) }))
    const times = asked.map(({ hits }) => hits)
    exact.set(size, times)
    if (values.slowest) slowest(size, times)
    spread(`${size} documents, exact search with count and 20 snippets`, times, ASKED.get(size))
    spread(`${size} documents, its facet counts`, asked.map(({ facets }) => facets), size === LARGE ? 60 : undefined)
    spread(`${size} documents, both together`, asked.map(({ hits, facets }) => hits + facets))
    spread(`${size} documents, as typed (synonyms, words, operators, fields)`, Object.values(QUERIES).flat().map((query) => timed(() => ask(index, query))))
    spread(`${size} documents, sentences nothing holds`, SENTENCES.map((query) => timed(() => ask(index, query))))
    const narrowed: Filters = { ...NO_FILTERS, place: ['山东省'], brand: ['品牌31'], not: { ...NO_FILTERS.not, year: ['2020'], practice: ['pa.0' as Filters['practice'][number]] } }
    spread(`${size} documents, narrowed by four facets, with all their counts`, PHRASES.map((phrase) => timed(() => ask(index, quoted(phrase), true, narrowed))))
    const bytes = textBytes(size)
    say(`${size} documents, text`, bytes / 1e6, 'MB')
    say(`${size} documents, index on disk`, statSync(fileOf(size)).size / 1e6, 'MB')
    say(`${size} documents, index of the text`, statSync(fileOf(size)).size / bytes, '×', less(1.7))
    index.close()
  }

  const large = openOver(fileOf(LARGE), texts)
  forgetFiles(LARGE)
  spread(`${LARGE} documents, exact search before the machine has the files in memory`, PHRASES.map((phrase) => timed(() => ask(large, quoted(phrase), false))))
  large.close()
}

function askForQuality(truth: Truth): void {
  const middle = openOver(fileOf(MIDDLE), texts)
  const own = quality(truth, MIDDLE, (phrase) => middle.all({ query: quoted(phrase), filters: IN_ANY_STATE }))
  say('ours: recall of quoted phrases', own.recall, '', more(1))
  say('ours: precision of quoted phrases', own.precision, '', more(1))
  middle.close()
}

async function askRivals(truth: Truth): Promise<void> {
  for (const rival of [...rivals, await miniSearch(SMALL, texts), await lunrIndex(SMALL, texts)]) {
    console.log(`asking ${rival.name} over ${rival.documents} …`)
    const label = `${rival.name}, ${rival.documents} documents`
    const phrases = rival.name === 'LIKE' && rival.documents > SMALL ? PHRASES.filter((_, i) => i % 4 === 0) : PHRASES
    // Once through all of it: LIKE reads every text with each query, the others no more than they need.
    rival.ask(PHRASES[0] ?? '')
    if (rival.file !== null) readFileSync(rival.file)
    const times = phrases.flatMap((phrase) => {
      let answered = true
      const ms = timed(() => (answered = rival.ask(phrase) !== null))
      return answered ? [ms] : []
    })
    spread(label, times)
    const { recall, precision, unanswered } = quality(new Map([...truth].filter(([phrase]) => phrases.includes(phrase))), rival.documents, rival.documents > MIDDLE ? () => null : rival.all)
    if (rival.documents <= MIDDLE) {
      say(`${label}: recall`, recall, '')
      say(`${label}: precision`, precision, '')
      say(`${label}: cannot answer`, unanswered, '')
    }
    if (rival.bytes > 0) {
      say(`${label}: on disk`, rival.bytes / 1e6, 'MB')
      say(`${label}: built in`, rival.buildSeconds, 's')
      say(`${label}: opened in`, rival.loadMs, 'ms')
    }
    if (rival.name === 'LIKE' && rival.documents === MIDDLE && exact.has(MIDDLE)) {
      const same = (exact.get(MIDDLE) ?? []).filter((_, i) => i % 4 === 0)
      say(`LIKE takes, of our search at ${MIDDLE}: p50`, percentile(times, 0.5) / percentile(same, 0.5), '×', more(40))
      say(`LIKE takes, of our search at ${MIDDLE}: p95`, percentile(times, 0.95) / percentile(same, 0.95), '×', more(15))
    }
    if (rival.name === 'FTS5 trigram') say('our index, of the trigram index', statSync(fileOf(MIDDLE)).size / rival.bytes, '×', less(0.8))
    rival.close()
  }
}

async function askHeadlines(): Promise<void> {
  console.log('headlines …')
  const all = knownItems(texts, 400, MIDDLE)
  const large = openOver(fileOf(LARGE), texts)
  await large.readAhead()
  // A headline whose parts all stand in another document is answered by that document: exact search has found what was asked for.
  const items = all.filter(({ title }) => large.search({ query: title, filters: IN_ANY_STATE, limit: 1 }).hints.some(({ hint }) => hint === 'soft'))
  const mine = ours(large, items)
  large.close()
  const any = anyWord(fileOf(LARGE), items)
  say('headlines', items.length, '')
  say('headlines that another document answers exactly, left out', all.length - items.length, '')
  say(`headline → article at ${LARGE}: MRR@10`, mine.mrr, '', more(any.mrr))
  say(`headline → article at ${LARGE}: first`, mine.first, '')
  say(`headline → article at ${LARGE}: in the first ten`, mine.ten, '')
  spread(`headline → article at ${LARGE}`, mine.times, 40)
  say('any of the words (bm25, same index): MRR@10', any.mrr, '')
  spread('any of the words (bm25, same index)', any.times)
}

function change(): void {
  console.log('indexing, changing …')
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const base = new Database(join(folder, 'base.db'))
  base.pragma('journal_mode = WAL')
  base.exec('CREATE TABLE piece(seq INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL) STRICT')
  const insert = base.prepare('INSERT INTO piece VALUES (@seq, @title, @body)')
  const fresh = openOver(join(folder, 'search.db'), texts)
  const bulkMs = timed(() => {
    for (let at = 0; at < BULK; at += 32) {
      const rows = texts.page(at, 32)
      base.transaction(() => rows.forEach(({ seq, title, body }) => insert.run({ seq, title, body })))()
      fill(fresh, texts, at, at + 32)
    }
  })
  fresh.close()
  say('bulk index with base table', (BULK / bulkMs) * 1000, 'documents/s', more(500))
  // A copy: the next run is to find the index as the documents left it.
  const copy = join(folder, 'changing.db')
  copyFileSync(fileOf(LARGE), copy)
  const changing = openOver(copy, texts)
  spread(`one document changed, at ${LARGE}`, Array.from({ length: EDITS }, (_, i) => texts.of(1 + Math.floor((i * LARGE) / EDITS))).flatMap((row) => (row ? [timed(() => changing.put([entryOf({ ...row, body: `${row.body}网格员走访。` })]))] : [])), 15)

  console.log('a new word …')
  const before = changing.search({ query: '"码上直通车"' }).total
  learn('码上直通车')
  changing.wordsChanged()
  say('texts indexed anew by a new word', changing.difference().missing.length, '', less(0))
  if (changing.search({ query: '"码上直通车"' }).total !== before) throw new Error('a new word changed what is found')
  changing.close()
}

function startCold(): void {
  console.log('cold …')
  for (const size of SIZES) {
    forgetFiles(size)
    const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'search', 'cold.ts'), fileOf(size), '"矛盾纠纷"', '--documents', String(LARGE)], { encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    const { openMs, firstMs } = JSON.parse(stdout) as { openMs: number; firstMs: number }
    say(`${size} documents, cold: opening the index`, openMs, 'ms')
    say(`${size} documents, cold: first search`, firstMs, 'ms')
    say(`${size} documents, cold: opening the index and first search`, openMs + firstMs, 'ms', less(500))
  }
}

if (wants('exact')) await askExactly()
if (wants('exact') || wants('rivals')) {
  console.log('looking through all texts for the truth …')
  const truth = truthOf(PHRASES, MIDDLE, texts)
  if (wants('exact')) askForQuality(truth)
  if (wants('rivals')) await askRivals(truth)
}
if (wants('headlines')) await askHeadlines()
if (wants('changes')) change()
if (wants('cold')) startCold()
texts.close()
process.exitCode = publish(values.only === undefined ? 'search' : 'search-some', figures) ? 0 : 1
