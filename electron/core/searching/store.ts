/** search.db: all SQL of this room. It holds nothing that the library could not give again. */
import Database from 'better-sqlite3'
import type { EntryKind, Origin, ReviewState, RightsLevel, ShelfStatus } from '../../contract/entry.ts'
import { FOLD_VERSION } from '../language/fold.ts'
import type { Filing, IndexEntry } from './entry.ts'
import { sizeOf } from './portions.ts'
import { keywordTokens, TOKEN_VERSION } from './tokens.ts'

/** Raised whenever a table below changes. */
export const SCHEMA_VERSION = 9
const WORDS = ['f', 'ft', 'fk', 'ch'] as const
/** Pieces in which words come in are joined when we say so, and never while somebody waits for an edit; only very many of them are joined at once (decision 0570). */
const JOINING = WORDS.map((table) => `INSERT INTO ${table}(${table}, rank) VALUES('automerge', 0); INSERT INTO ${table}(${table}, rank) VALUES('crisismerge', 64);`).join('\n')
/** The columns as they are in memory, and the entries that have changed since (decision 0540). */
const KEPT = 'CREATE TABLE IF NOT EXISTS kept(name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT; CREATE TABLE IF NOT EXISTS since(seq INTEGER PRIMARY KEY) STRICT;'
/** What the index of an earlier version lacks beside the next one; its words are as good as ours. Tags that no entry has let it catch up. */
const ADDED: Readonly<Record<number, string>> = {
  1: "ALTER TABLE doc ADD COLUMN tags INTEGER NOT NULL DEFAULT 0; ALTER TABLE doc ADD COLUMN practices TEXT NOT NULL DEFAULT '';",
  2: `ALTER TABLE doc ADD COLUMN brands TEXT NOT NULL DEFAULT '[]'; ALTER TABLE doc ADD COLUMN platforms TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE doc ADD COLUMN rights TEXT NOT NULL DEFAULT 'cite'; ALTER TABLE doc ADD COLUMN status TEXT NOT NULL DEFAULT 'active'; ALTER TABLE doc ADD COLUMN review TEXT NOT NULL DEFAULT 'pending';
    UPDATE doc SET tags = -1;`,
  3: "ALTER TABLE doc ADD COLUMN keywords TEXT NOT NULL DEFAULT '[]'; UPDATE doc SET tags = -1;",
  4: '',
  5: "ALTER TABLE doc ADD COLUMN people TEXT NOT NULL DEFAULT '[]'; UPDATE doc SET tags = -1;",
  6: "ALTER TABLE doc ADD COLUMN labels TEXT NOT NULL DEFAULT ''; UPDATE doc SET tags = -1;",
  7: 'UPDATE doc SET tags = -1;',
  8: `${KEPT}\n${JOINING}`,
}
/** Raised whenever the tables of words are laid out anew: the older ones answer alike, and are made anew beside. */
export const LAYOUT_VERSION = 2
const APPLICATION_ID = 0x535a5345

/** Every character outside ASCII is part of a token and blanks part tokens: which ones there are is our decision alone (decision 0510). */
const TOKENIZER = `tokenize="ascii tokenchars '_'"`
/** In `f` the body comes first: every posting outside the first column costs two bytes more (decision 0570). */
const SCHEMA = `
  CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE doc(
    seq INTEGER PRIMARY KEY, revision INTEGER NOT NULL, kind TEXT NOT NULL, origin TEXT NOT NULL, title TEXT NOT NULL,
    province TEXT NOT NULL, city TEXT NOT NULL, district TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL, authors TEXT NOT NULL,
    tags INTEGER NOT NULL, practices TEXT NOT NULL, brands TEXT NOT NULL, platforms TEXT NOT NULL, rights TEXT NOT NULL, status TEXT NOT NULL, review TEXT NOT NULL, keywords TEXT NOT NULL, people TEXT NOT NULL, labels TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE f USING fts5(b, t, n, content='', contentless_delete=1, detail=full, ${TOKENIZER});
  CREATE VIRTUAL TABLE ft USING fts5(t, content='', contentless_delete=1, ${TOKENIZER});
  CREATE VIRTUAL TABLE fk USING fts5(k, content='', contentless_delete=1, ${TOKENIZER});
  CREATE VIRTUAL TABLE ch USING fts5(c, content='', contentless_delete=1, detail=none, ${TOKENIZER});
  INSERT INTO f(f, rank) VALUES('rank', 'bm25(1.0, 8.0, 2.0)');
  ${JOINING}
  ${KEPT}
`

/** Which of the tables a phrase is looked up in. */
export type Field = 'text' | 'title' | 'body' | 'keywords'

/** The side columns of one entry; '' where the text states nothing. */
export interface DocRow {
  readonly seq: number
  readonly revision: number
  readonly kind: EntryKind
  readonly origin: Origin
  readonly title: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly date: string
  readonly source: string
  readonly authors: string
  readonly tags: number
  /** Ids joined by blanks. */
  readonly practices: string
  /** Names as a JSON list. */
  readonly brands: string
  readonly platforms: string
  readonly rights: RightsLevel
  readonly status: ShelfStatus
  readonly review: ReviewState
  readonly keywords: string
  readonly people: string
  /** Ids joined by blanks. */
  readonly labels: string
}

export const rowOf = (entry: IndexEntry): DocRow => ({
  seq: entry.seq,
  revision: entry.revision,
  kind: entry.kind,
  origin: entry.origin,
  title: entry.title,
  province: entry.place.province ?? '',
  city: entry.place.city ?? '',
  district: entry.place.district ?? '',
  date: entry.date ?? '',
  source: entry.source ?? '',
  authors: entry.authors.join(' '),
  ...filingOf(entry),
})

const filingOf = ({ tags, practices, brands, platforms, people, labels, rights, status, review, keywords }: Filing) => ({ tags, practices: practices.join(' '), brands: JSON.stringify(brands), platforms: JSON.stringify(platforms), rights, status, review, keywords: JSON.stringify(keywords), people: JSON.stringify(people), labels: labels.join(' ') })

export const filedRow = (tagged: Tagged) => ({ seq: tagged.seq, ...filingOf(tagged) })

/** What an entry that is indexed already is filed under now. */
export interface Tagged extends Filing {
  readonly seq: number
}

export interface Store {
  /** true when fold, tokens or tables are not those of this program: its answers cannot be trusted for long. */
  readonly outdated: boolean
  /** true when the tables themselves are of another version: it cannot even be asked. */
  readonly unusable: boolean
  readonly meta: (key: string) => string | null
  readonly setMeta: (key: string, value: string) => void
  readonly rows: () => DocRow[]
  /** Of these entries, those that are there. */
  readonly rowsOf: (seqs: readonly number[]) => DocRow[]
  /** Lets go of the columns that are kept, and notes which entries change from now on. Each call of what it answers keeps some parts by name; false once these are let go of, too. */
  readonly keeping: () => (parts: Iterable<readonly [string, Uint8Array]>) => boolean
  readonly forgetKept: () => void
  /** null when no such part is kept. */
  readonly kept: (name: string) => Uint8Array | null
  /** The entries that were written or removed since the columns were kept. */
  readonly changedSince: () => number[]
  readonly put: (entries: readonly IndexEntry[]) => void
  /** Joins as many pieces as these entries, put among many others, are a share of. */
  readonly join: (entries: readonly IndexEntry[]) => void
  readonly remove: (seqs: readonly number[]) => void
  /** Writes what entries that are there already are filed under; their words stay. */
  readonly retag: (tagged: readonly Tagged[]) => void
  /** As above, and their keyword field: the words of their texts stay. */
  readonly rekey: (tagged: readonly Tagged[]) => void
  readonly clear: () => void
  /** Entry numbers whose field holds the phrase, rising. */
  readonly matching: (field: Field, match: string) => Uint32Array
  /** Entry numbers that hold the Han character, rising. */
  readonly holding: (character: string) => Uint32Array
  /** At most `limit`: how many entries hold the phrase. */
  readonly count: (match: string, limit: number) => number
  /** The first `limit` entries that hold the phrase, rising. */
  readonly first: (match: string, limit: number) => Uint32Array
  /** The entries that hold the phrases, best by bm25 first; of equals the highest number. At most `limit`. */
  readonly ranked: (match: string, limit: number) => number[]
  /** The part of all words that the largest of the pieces holds in which they came in; 1 when there is one, or none. */
  readonly largestPiece: () => number
  /** Of how many pieces the words are. */
  readonly pieces: () => number
  /** Goes on joining the pieces for some milliseconds, or `begin`s to join all of them into one; false when nothing was left to join. */
  readonly merge: (begin: boolean) => boolean
  /** Reads the next few pages of words, of each table from where it stopped last. Answers how many bytes; 0 once all have been read. */
  readonly readOn: () => number
  readonly verify: () => void
  readonly close: () => void
}

export function openStore(file: string): Store {
  const db = new Database(file)
  try {
    // The library's lock admits one process; without shared memory the index opens on a full disk, too.
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('cache_size = -65536')
    db.pragma('temp_store = MEMORY')
    if (db.pragma('user_version', { simple: true }) === 0 && db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0) create(db)
    upgrade(db)
    return statements(db)
  } catch (error) {
    db.close()
    throw error
  }
}

function create(db: Database.Database): void {
  db.transaction(() => {
    db.exec(SCHEMA)
    db.prepare('INSERT INTO meta VALUES (?, ?), (?, ?), (?, ?)').run('fold', String(FOLD_VERSION), 'tokens', String(TOKEN_VERSION), 'layout', String(LAYOUT_VERSION))
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${SCHEMA_VERSION}`)
  })()
}

function upgrade(db: Database.Database): void {
  const version = db.pragma('user_version', { simple: true })
  if (typeof version !== 'number' || ADDED[version] === undefined) return
  db.transaction(() => {
    for (let from = version; ADDED[from] !== undefined; from++) db.exec(ADDED[from] ?? '')
    db.exec('DELETE FROM kept; DELETE FROM since;')
    db.pragma(`user_version = ${SCHEMA_VERSION}`)
  })()
}

function statements(db: Database.Database): Store {
  const unusable = db.pragma('user_version', { simple: true }) !== SCHEMA_VERSION
  if (unusable) return closedFor(db)
  const getMeta = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const putMeta = db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  const columns = 'seq, revision, kind, origin, title, province, city, district, date, source, authors, tags, practices, brands, platforms, rights, status, review, keywords, people, labels'
  const allRows = db.prepare<[], DocRow>(`SELECT ${columns} FROM doc ORDER BY seq`)
  const rowsOf = db.prepare<[string], DocRow>(`SELECT ${columns} FROM doc WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq`)
  const keep = db.prepare('INSERT INTO kept VALUES (?, ?)')
  const kept = db.prepare<[string], Buffer>('SELECT bytes FROM kept WHERE name = ?').pluck()
  const noted = db.prepare('INSERT OR IGNORE INTO since VALUES (?)')
  const since = db.prepare<[], number>('SELECT seq FROM since ORDER BY seq').pluck()
  const putDoc = db.prepare('INSERT INTO doc VALUES (@seq, @revision, @kind, @origin, @title, @province, @city, @district, @date, @source, @authors, @tags, @practices, @brands, @platforms, @rights, @status, @review, @keywords, @people, @labels)')
  const putText = db.prepare('INSERT INTO f(rowid, t, b, n) VALUES (?, ?, ?, ?)')
  const putTitle = db.prepare('INSERT INTO ft(rowid, t) VALUES (?, ?)')
  const putKeywords = db.prepare('INSERT INTO fk(rowid, k) VALUES (?, ?)')
  const putCharacters = db.prepare('INSERT INTO ch(rowid, c) VALUES (?, ?)')
  const retag = db.prepare('UPDATE doc SET tags = @tags, practices = @practices, brands = @brands, platforms = @platforms, rights = @rights, status = @status, review = @review, keywords = @keywords, people = @people, labels = @labels WHERE seq = @seq')
  const dropDoc = db.prepare('DELETE FROM doc WHERE seq = ?')
  const dropKeywords = db.prepare('DELETE FROM fk WHERE rowid = ?')
  const drops = WORDS.map((table) => db.prepare(`DELETE FROM ${table} WHERE rowid = ?`))
  // One text of all numbers: asked for one by one, tens of thousands of rows take three times as long.
  const numbers = (table: string, match: string) => db.prepare<[string], string | null>(`SELECT group_concat(rowid) FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ${match} ORDER BY rowid)`).pluck()
  const found = { text: numbers('f', '?'), body: numbers('f', "'b : ' || ?"), title: numbers('ft', '?'), keywords: numbers('fk', '?') }
  const holding = numbers('ch', '?')
  const counted = db.prepare<[string, number], number>('SELECT count(*) FROM (SELECT 1 FROM f WHERE f MATCH ? LIMIT ?)').pluck()
  const first = db.prepare<[string, number], string | null>('SELECT group_concat(rowid) FROM (SELECT rowid FROM f WHERE f MATCH ? ORDER BY rowid LIMIT ?)').pluck()
  const ranked = db.prepare<[string, number], number>('SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank, rowid DESC LIMIT ?').pluck()
  const largestPiece = db.prepare<[], number>('SELECT CAST(max(pages) AS REAL) / sum(pages) FROM (SELECT count(*) AS pages FROM f_idx GROUP BY segid)').pluck()
  const merges = WORDS.map((table) => db.prepare<[number]>(`INSERT INTO ${table}(${table}, rank) VALUES ('merge', ?)`))
  const pieces = db.prepare<[], number>('SELECT count(DISTINCT segid) FROM f_idx').pluck()
  // Each page of words is a row that fills a page of the file: to count rows is to read pages.
  const next = WORDS.map((table) => ({ read: db.prepare<[number], { readonly rows: number; readonly last: number | null }>(`SELECT count(*) AS rows, max(id) AS last FROM (SELECT id FROM ${table}_data WHERE id > ? ORDER BY id LIMIT ${READ_ON})`), after: 0 }))
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  let isKept = db.prepare('SELECT 1 FROM kept LIMIT 1').get() !== undefined
  /** Grows whenever columns are let go of. */
  let keepings = 0
  const metaOf = (key: string): string | null => getMeta.get(key) ?? null

  /** Whether there was anything to join: a table where there is nothing writes one row. */
  const join = (pages: number): boolean => merges.map((merge) => {
    const before = changes.get() ?? 0
    merge.run(pages)
    return (changes.get() ?? 0) - before > 1
  }).includes(true)
  const readOn = (): number => {
    for (const table of next) {
      const { rows = 0, last = null } = table.read.get(table.after) ?? {}
      table.after = last ?? table.after
      if (rows > 0) return rows * PAGE_BYTES
    }
    return 0
  }
  const note = (seq: number): void => void (isKept && noted.run(seq))
  const drop = (seq: number): void => {
    note(seq)
    if (dropDoc.run(seq).changes > 0) for (const statement of drops) statement.run(seq)
  }
  const dropKept = db.transaction(() => db.exec('DELETE FROM kept; DELETE FROM since;'))
  const forgetKept = (isNoted: boolean): void => {
    dropKept()
    isKept = isNoted
    keepings++
  }
  const keepAll = db.transaction((parts: Iterable<readonly [string, Uint8Array]>) => {
    for (const [name, bytes] of parts) keep.run(name, bytes)
  })
  const clear = db.transaction(() => {
    db.exec('DELETE FROM doc; ' + WORDS.map((table) => `INSERT INTO ${table}(${table}) VALUES('delete-all');`).join(' '))
  })
  return {
    outdated: metaOf('fold') !== String(FOLD_VERSION) || metaOf('tokens') !== String(TOKEN_VERSION) || metaOf('layout') !== String(LAYOUT_VERSION),
    unusable,
    meta: metaOf,
    setMeta: (key, value) => void putMeta.run(key, value),
    rows: () => allRows.all(),
    rowsOf: (seqs) => rowsOf.all(JSON.stringify(seqs)),
    keeping: () => {
      forgetKept(true)
      const own = keepings
      return (parts) => {
        if (own !== keepings) return false
        keepAll(parts)
        return true
      }
    },
    forgetKept: () => forgetKept(false),
    kept: (name) => kept.get(name) ?? null,
    changedSince: () => since.all(),
    put: db.transaction((entries: readonly IndexEntry[]) => {
      for (const entry of entries) {
        drop(entry.seq)
        putDoc.run(rowOf(entry))
        putText.run(entry.seq, entry.index.title, entry.index.body, entry.index.notes)
        putTitle.run(entry.seq, entry.index.title)
        putKeywords.run(entry.seq, entry.index.keywords)
        putCharacters.run(entry.seq, entry.index.characters)
      }
    }),
    join: db.transaction((entries: readonly IndexEntry[]) => void join(Math.min(PAGES, Math.ceil(sizeOf(entries) / JOINED)))),
    retag: db.transaction((tagged: readonly Tagged[]) => {
      for (const one of tagged) {
        note(one.seq)
        retag.run(filedRow(one))
      }
    }),
    rekey: db.transaction((tagged: readonly Tagged[]) => {
      for (const one of tagged) {
        note(one.seq)
        if (retag.run(filedRow(one)).changes === 0) continue
        dropKeywords.run(one.seq)
        putKeywords.run(one.seq, keywordTokens(one.keywords))
      }
    }),
    remove: db.transaction((seqs: readonly number[]) => seqs.forEach(drop)),
    clear: () => {
      clear()
      forgetKept(false)
    },
    matching: (field, match) => numbersIn(found[field].get(match)),
    holding: (character) => numbersIn(holding.get(`"${character}"`)),
    count: (match, limit) => counted.get(match, limit) ?? 0,
    first: (match, limit) => numbersIn(first.get(match, limit)),
    ranked: (match, limit) => ranked.all(match, limit),
    largestPiece: () => largestPiece.get() ?? 1,
    pieces: () => pieces.get() ?? 0,
    merge: (begin) => join(begin ? -PAGES : PAGES),
    readOn,
    verify: () => void db.exec(WORDS.map((table) => `INSERT INTO ${table}(${table}) VALUES('integrity-check');`).join(' ')),
    close: () => db.close(),
  }
}

/** So many pages at a time: about ten milliseconds. */
const PAGES = 250
/** For so many characters of tokens a page is joined: they fill about a fifth of one, and are written anew some four times before all of 100,000 entries are one piece. */
const JOINED = 340
/** So many pages are read on at once: a fraction of a millisecond, from a slow disk some tens. */
const READ_ON = 8
const PAGE_BYTES = 4096
const ZERO = 48

/** `1,2,30` → 1, 2, 30. */
function numbersIn(list: string | null | undefined): Uint32Array {
  if (!list) return new Uint32Array()
  const numbers = new Uint32Array((list.length + 1) >>> 1)
  let found = 0
  let number = 0
  for (let at = 0; at < list.length; at++) {
    const digit = list.charCodeAt(at) - ZERO
    if (digit >= 0) number = number * 10 + digit
    else {
      numbers[found++] = number
      number = 0
    }
  }
  numbers[found++] = number
  return numbers.subarray(0, found)
}

/** What another version of these tables is to us: something to close and make anew. */
function closedFor(db: Database.Database): Store {
  const refuse = (): never => {
    throw new Error('search.db has tables of another version')
  }
  return { outdated: true, unusable: true, meta: () => null, setMeta: refuse, rows: () => [], rowsOf: refuse, keeping: refuse, forgetKept: refuse, kept: () => null, changedSince: () => [], put: refuse, remove: refuse, retag: refuse, rekey: refuse, clear: refuse, matching: refuse, holding: refuse, count: refuse, first: refuse, ranked: refuse, largestPiece: refuse, pieces: refuse, join: refuse, merge: refuse, readOn: refuse, verify: refuse, close: () => db.close() }
}
