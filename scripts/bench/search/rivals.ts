/** Other engines over the same documents, each used as its own papers say. */
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import { foldText } from '../../../electron/core/language/fold.ts'
import { kept, segmenter, type Texts } from './shelf.ts'

export interface Rival {
  readonly name: string
  /** What it is and over how many documents. */
  readonly documents: number
  /** The twenty best and how many there are; null where the engine cannot answer. */
  readonly ask: (words: string) => { readonly seqs: readonly number[]; readonly total: number } | null
  /** Every entry it finds; for recall. */
  readonly all: (words: string) => readonly number[] | null
  /** What it asks on the disk; null where it is in memory, or is the texts themselves. */
  readonly file: string | null
  readonly bytes: number
  readonly buildSeconds: number
  readonly loadMs: number
  readonly close: () => void
}

const PAGE = 1000

/** `%` and `_` are signs of LIKE itself. */
const escaped = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`

export function like(texts: Texts, documents: number): Rival {
  const found = texts.db.prepare<[number, string, string], number>(String.raw`SELECT seq FROM piece WHERE seq <= ? AND (title LIKE ? ESCAPE '\' OR body LIKE ? ESCAPE '\')`).pluck()
  const all = (words: string): number[] => found.all(documents, escaped(words), escaped(words))
  const ask = (words: string) => {
    const seqs = all(words)
    return { seqs: seqs.slice(0, 20), total: seqs.length }
  }
  return { name: 'LIKE', documents, ask, all, file: null, bytes: 0, buildSeconds: 0, loadMs: 0, close: () => {} }
}

/** FTS5 as SQLite ships it, over the first `documents`; `fold` is what goes in and is asked for. */
export async function fts5(name: 'trigram' | 'unicode61', documents: number, texts: Texts): Promise<Rival> {
  const fold = name === 'trigram' ? foldText : (text: string) => text
  const { file, seconds } = await kept(`${name}-${documents}.db`, (part) => {
    const db = new Database(part)
    db.pragma('journal_mode = OFF')
    db.exec(`CREATE VIRTUAL TABLE f USING fts5(t, b, content='', contentless_delete=1, tokenize='${name}'); INSERT INTO f(f, rank) VALUES('rank', 'bm25(8.0, 1.0)'); BEGIN`)
    const insert = db.prepare('INSERT INTO f(rowid, t, b) VALUES (?, ?, ?)')
    for (let at = 0; at < documents; at += PAGE) for (const { seq, title, body } of texts.page(at, Math.min(PAGE, documents - at))) insert.run(seq, fold(title), fold(body))
    db.exec('COMMIT')
    db.close()
  })
  const from = performance.now()
  const db = new Database(file, { readonly: true })
  const best = db.prepare<[string], number>('SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT 20').pluck()
  const count = db.prepare<[string], number>('SELECT count(*) FROM f WHERE f MATCH ?').pluck()
  const every = db.prepare<[string], number>('SELECT rowid FROM f WHERE f MATCH ?').pluck()
  const phrase = (words: string): string => `"${fold(words).replaceAll('"', '""')}"`
  const able = (words: string): boolean => name !== 'trigram' || [...fold(words)].length >= 3
  return {
    name: `FTS5 ${name}`, documents,
    ask: (words) => (able(words) ? { seqs: best.all(phrase(words)), total: count.get(phrase(words)) ?? 0 } : null),
    all: (words) => (able(words) ? every.all(phrase(words)) : null),
    file, bytes: statSync(file).size, buildSeconds: seconds, loadMs: performance.now() - from, close: () => void db.close(),
  }
}

/** Its own default splits no Chinese: it is given the words of our dictionary. */
const cut = (text: string): string[] => segmenter().cut(text).map(foldText).filter((word) => /[\p{L}\p{N}]/u.test(word))

export async function miniSearch(documents: number, texts: Texts): Promise<Rival> {
  const options = { fields: ['title', 'body'], idField: 'seq', tokenize: cut, processTerm: (term: string) => term }
  const { file, seconds } = await kept(`minisearch-${documents}.json`, (part) => {
    const index = new MiniSearch(options)
    for (let at = 0; at < documents; at += PAGE) index.addAll(texts.page(at, Math.min(PAGE, documents - at)))
    writeFileSync(part, JSON.stringify(index))
  })
  const from = performance.now()
  const index = MiniSearch.loadJSON(readFileSync(file, 'utf8'), options)
  const search = (words: string): number[] => index.search(words, { combineWith: 'AND', boost: { title: 8 } }).map(({ id }) => Number(id))
  return { name: 'MiniSearch, words', documents, ask: (words) => paged(search(words)), all: search, file: null, bytes: statSync(file).size, buildSeconds: seconds, loadMs: performance.now() - from, close: () => {} }
}

export async function lunrIndex(documents: number, texts: Texts): Promise<Rival> {
  const { file, seconds } = await kept(`lunr-${documents}.json`, (part) => {
    const builder = new lunr.Builder()
    builder.ref('seq')
    builder.field('title', { boost: 8 })
    builder.field('body')
    builder.tokenizer = Object.assign((text?: string | object | object[] | null) => cut(String(text ?? '')).map((word) => new lunr.Token(word, {})), { separator: /\s/ })
    for (let at = 0; at < documents; at += PAGE) for (const row of texts.page(at, Math.min(PAGE, documents - at))) builder.add(row)
    writeFileSync(part, JSON.stringify(builder.build()))
  })
  const from = performance.now()
  const index = lunr.Index.load(JSON.parse(readFileSync(file, 'utf8')) as object)
  const search = (words: string): number[] => index.query((query) => cut(words).forEach((word) => query.term(word, { presence: lunr.Query.presence.REQUIRED }))).map(({ ref }) => Number(ref))
  return { name: 'lunr, words', documents, ask: (words) => paged(search(words)), all: search, file: null, bytes: statSync(file).size, buildSeconds: seconds, loadMs: performance.now() - from, close: () => {} }
}

const paged = (seqs: readonly number[]) => ({ seqs: seqs.slice(0, 20), total: seqs.length })
