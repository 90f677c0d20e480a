/** What the bench of search stands on, made once and kept: the documents in a base table, our index at each size, and the indexes of others. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { createSegmenter, createThesaurus, loadDictionary, loadSynonyms, type Segmenter, type Thesaurus } from '../../../electron/core/language/index.ts'
import { FOLD_VERSION } from '../../../electron/core/language/fold.ts'
import { indexText, type IndexEntry, NO_ASIDE, openIndex, type SearchIndex, TOKEN_VERSION } from '../../../electron/core/searching/index.ts'
import { LAYOUT_VERSION } from '../../../electron/core/searching/store.ts'
import { type Document, documents, DOCUMENTS_VERSION } from './documents.ts'

/** `--documents 2000` is a tenth, a half and all of 2,000: to see that every row comes out, not to measure. */
const { values } = parseArgs({ options: { documents: { type: 'string', default: '100000' } }, strict: false })
const most = Number(values.documents)
export const SIZES: readonly [number, number, number] = [most / 10, most / 2, most]
const BATCH = 32
/** Of so many characters keywords are taken: cutting all of 200 million would take minutes and change no figure. */
const CUT = 600

export const root = resolve(import.meta.dirname, '..', '..', '..')
export const shelf = join(tmpdir(), `casebook-search-${DOCUMENTS_VERSION}-${FOLD_VERSION}-${TOKEN_VERSION}${most === 100_000 ? '' : `-${most}`}`)

export interface Row extends Document {
  readonly keywords: string
}

export const segmenter = (): Segmenter => (made ??= createSegmenter({ dictionary: loadDictionary(join(root, 'content')) }))
let made: Segmenter | null = null
/** The segmenter is another from now on: one that knows `word`. */
export function learn(word: string): void {
  made = createSegmenter({ dictionary: [...loadDictionary(join(root, 'content')), { word, frequency: 2000 }] })
}

/** Makes `file` unless it is there; what was begun and not finished is begun again. */
async function once(file: string, make: (part: string) => Promise<void> | void): Promise<string> {
  if (existsSync(file)) return file
  mkdirSync(shelf, { recursive: true })
  const part = `${file}.part`
  for (const left of [part, `${part}-wal`, `${part}-shm`]) rmSync(left, { force: true })
  console.log(`making ${file} …`)
  const from = performance.now()
  await make(part)
  renameSync(part, file)
  console.log(`  ${((performance.now() - from) / 1000).toFixed(0)} s`)
  return file
}

/** All documents with their keywords. */
export const textsFile = (): Promise<string> =>
  once(join(shelf, 'texts.db'), async (part) => {
    const db = new Database(part)
    db.pragma('journal_mode = OFF')
    db.exec('CREATE TABLE piece(seq INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, keywords TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL, real INTEGER NOT NULL) STRICT')
    const insert = db.prepare('INSERT INTO piece VALUES (@seq, @title, @body, @keywords, @date, @source, @real)')
    db.exec('BEGIN')
    for await (const one of documents(SIZES[2])) insert.run({ ...one, real: one.real ? 1 : 0, keywords: segmenter().keywords(one.title, one.body.slice(0, CUT)).join(' ') })
    db.exec('COMMIT')
    db.close()
  })

export interface Texts {
  readonly of: (seq: number) => Row | undefined
  readonly page: (after: number, limit: number) => Row[]
  readonly readOn: (after: number) => { readonly last: number; readonly bytes: number } | null
  readonly close: () => void
  readonly db: Database.Database
}

export async function openTexts(): Promise<Texts> {
  const db = new Database(await textsFile(), { readonly: true })
  db.pragma('mmap_size = 2147483648')
  const rowOf = (row: Omit<Row, 'real'> & { readonly real: number }): Row => ({ ...row, real: row.real === 1 })
  // As the library reads the texts of its entries: out of bytes.
  const one = db.prepare<[number], Omit<Row, 'real' | 'body'> & { readonly body: Buffer; readonly real: number }>('SELECT seq, title, CAST(body AS BLOB) AS body, keywords, date, source, real FROM piece WHERE seq = ?')
  const page = db.prepare<[number, number], Omit<Row, 'real'> & { readonly real: number }>('SELECT * FROM piece WHERE seq > ? ORDER BY seq LIMIT ?')
  // As the library does.
  const next = db.prepare<[number], { readonly last: number | null; readonly bytes: number }>('SELECT max(seq) AS last, sum(length(CAST(body AS BLOB))) AS bytes FROM (SELECT seq, body FROM piece WHERE seq > ? ORDER BY seq LIMIT 8)')
  return {
    of: (seq) => {
      const row = one.get(seq)
      return row && rowOf({ ...row, body: row.body.toString('utf8') })
    },
    page: (after, limit) => page.all(after, limit).map(rowOf),
    readOn: (after) => {
      const { last = null, bytes = 0 } = next.get(after) ?? {}
      return last === null ? null : { last, bytes }
    },
    close: () => void db.close(),
    db,
  }
}

const PLACES = [['山东省', '枣庄市', null], ['安徽省', '淮南市', '八公山区'], ['江苏省', '淮安市', null], ['浙江省', '绍兴市', '诸暨市'], ['上海市', null, null], [null, null, null]] as const
/** Ten of 260 practices an entry, one or two of 20,000 brands, half of them on one of 2,000 platforms. */
const filed = ({ seq, keywords }: Row) => ({
  tags: 1, rights: (['open', 'cite', 'internal', 'restricted'] as const)[seq % 4] ?? 'cite', status: seq % 50 === 0 ? 'retired' as const : 'active' as const, review: seq % 9 === 0 ? 'pending' as const : 'accepted' as const,
  practices: Array.from({ length: 10 }, (_, n) => `p${String.fromCharCode(97 + ((seq * 7 + n * 11) % 26))}.${n}`),
  brands: Array.from({ length: 1 + (seq % 2) }, (_, n) => `品牌${(seq * 31 + n * 7919) % 20_000}`), platforms: seq % 2 === 0 ? [`平台${(seq * 17) % 2000}`] : [], keywords: keywords.split(' '), people: [], labels: [],
})

/** Headlines that must lead to their article are not indexed with it: only its body can answer. */
export const isKnownItem = ({ real, seq }: Document): boolean => real && seq % 75 === 0
/** As they are indexed. */
export const titleOf = (row: Row): string => (isKnownItem(row) ? '无题' : row.title)
const keywordsOf = (row: Row): string[] => (isKnownItem(row) ? [] : row.keywords.split(' '))

export function entryOf(row: Row): IndexEntry {
  const { seq, body, date, source } = row
  const title = titleOf(row)
  const [province = null, city = null, district = null] = PLACES[seq % PLACES.length] ?? []
  return { ...filed(row), seq, revision: 1, kind: seq % 3 === 0 ? 'other' : 'case', origin: 'imported', title, place: { province, city, district }, date, source, authors: [], index: indexText({ title, keywords: keywordsOf(row), body, ...NO_ASIDE }) }
}

export function openOver(file: string, texts: Texts): SearchIndex {
  return openIndex(file, {
    library: {
      texts: (seqs) => seqs.flatMap((seq) => texts.of(seq) ?? []).map((row) => ({ ...row, title: titleOf(row), keywords: keywordsOf(row), ...NO_ASIDE })),
      readOn: texts.readOn,
      revisions: () => [],
      load: (seqs) => seqs.flatMap((seq) => texts.of(seq) ?? []).map(entryOf),
      tagged: (seqs) => seqs.flatMap((seq) => texts.of(seq) ?? []).map((row) => ({ seq: row.seq, ...filed(row) })),
      stories: () => [],
    },
    segmenter,
    thesaurus,
  })
}
const thesaurus = (): Thesaurus => (known ??= createThesaurus(loadSynonyms(join(root, 'content'))))
let known: Thesaurus | null = null

/** Our index of the first `size` documents. A larger one goes on from the next smaller one; one of an earlier schema is upgraded when it is opened, as a person's is. */
export async function indexFile(size: number, texts: Texts): Promise<string> {
  const smaller = SIZES.findLast((one) => one < size)
  const start = smaller === undefined ? null : await indexFile(smaller, texts)
  return once(join(shelf, `ours-${LAYOUT_VERSION}-${size}.db`), async (part) => {
    if (start !== null) copyFileSync(start, part)
    const index = openOver(part, texts)
    fill(index, texts, smaller ?? 0, size)
    // As the program does when it has rested for some seconds.
    await index.tidied()
    index.close()
  })
}

export function fill(index: SearchIndex, texts: Texts, after: number, upTo: number): void {
  for (let at = after; at < upTo; at += BATCH) index.put(texts.page(at, Math.min(BATCH, upTo - at)).map(entryOf))
}

/** A file of another engine, and what making it cost. */
export async function kept(name: string, make: (part: string) => Promise<void> | void): Promise<{ readonly file: string; readonly seconds: number }> {
  const file = join(shelf, name)
  const note = `${file}.json`
  const from = performance.now()
  const isNew = !existsSync(file)
  await once(file, make)
  if (isNew) writeFileSync(note, JSON.stringify({ seconds: (performance.now() - from) / 1000 }))
  const { seconds } = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { seconds: number }) : { seconds: 0 }
  return { file, seconds }
}
