/** Entries: their rows and their text. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { Author, EntryId, EntryKind, type EntrySummary, type Origin, ReviewState, RightsLevel, ShelfStatus, type Span } from '../../../contract/entry.ts'
import { EntryState } from '../state.ts'
import type { FactReads, NamedByFacts } from './facts.ts'
import type { LabelReads } from './labels.ts'
import type { PracticeReads } from './practices.ts'
import { parametersOf, storedOf, SUMMARY_COLUMNS, summaryOf, type EntryRow, type StoredEntry, type SummaryRow } from './entry-rows.ts'

export interface NewEntry {
  readonly id: EntryId
  readonly origin: Origin
  readonly at: string
  readonly document: { readonly seq: number; readonly ordinal: number; readonly raw: Span } | null
  readonly review: ReviewState
  readonly state: EntryState
}

/** What the search index holds of one entry beside its text. */
export interface IndexedRow {
  readonly seq: number
  readonly revision: number
  /** Grows with every change of what it shows of the practices; 0 before it was first read for them. */
  readonly tags: number
  readonly status: ShelfStatus
  readonly review: ReviewState
}

const META = ['kind', 'kind_reason', 'title', 'title_provisional', 'kicker', 'subtitle', 'media', 'page', 'url', 'date_value', 'date_precision', 'date_basis', 'province', 'city', 'district', 'place_basis', 'rights_level', 'status', 'review_by', 'incomplete', 'confidence']
const TEXT = ['body', 'rights_statement', 'incomplete_reason', 'editor_note', 'authors', 'paragraphs', 'segments', 'notices', 'inferences', 'keywords', 'absent', 'reference_spans', 'pictures', 'disagreements', 'confidence_reasons']
const WHOLE = `SELECT entry.*, entry_text.*, document.sha256, document.name AS document_name, document.bytes, document.format, document.encoding
  FROM entry JOIN entry_text ON entry_text.entry = entry.seq LEFT JOIN document ON document.seq = entry.document`

/** What the index reads of an entry: its words, wherever they stand. */
interface TextRow {
  readonly seq: number
  readonly title: string
  readonly body: string
  readonly keywords: string
  readonly kicker: string | null
  readonly subtitle: string | null
  readonly authors: string
  readonly media: string | null
  readonly editor_note: string | null
  readonly rights_statement: string | null
}
const Words = z.array(z.string())
const outlinesOf = (json: string) => EntryState.shape.paragraphs.parse(JSON.parse(json))
const Authors = z.array(Author)
const wordsOf = ({ keywords, authors, editor_note: editorNote, rights_statement: rightsStatement, ...row }: TextRow) => ({
  seq: row.seq, title: row.title, body: row.body, kicker: row.kicker, subtitle: row.subtitle, media: row.media, editorNote, rightsStatement,
  keywords: Words.parse(JSON.parse(keywords)), authors: Authors.parse(JSON.parse(authors)),
})

const NO_NAMES = { brands: [], platforms: [], people: [] } as const satisfies Readonly<Record<keyof NamedByFacts, readonly string[]>>

/** Values of `numbers` as a table: one statement for any count. */
const EACH = '(SELECT value FROM json_each(?))'

export function entryReads(db: Database, practices: Pick<PracticeReads, 'shown' | 'stamps'>, facts: Pick<FactReads, 'stamps' | 'named'>, labels: Pick<LabelReads, 'given'>) {
  const byId = db.prepare<[string], EntryRow>(`${WHOLE} WHERE entry.id = ?`)
  const bySeqs = db.prepare<[string], EntryRow>(`${WHOLE} WHERE entry.seq IN ${EACH} AND entry.removed_at IS NULL`)
  const summaries = db.prepare<[string], SummaryRow>(`SELECT ${SUMMARY_COLUMNS} FROM entry WHERE seq IN ${EACH} AND removed_at IS NULL`)
  // Node reads UTF-8 out of bytes in a third of the time that a column of text takes.
  const texts = db.prepare<[string], Omit<TextRow, 'body'> & { body: Buffer }>(`SELECT seq, title, CAST(body AS BLOB) AS body, keywords, kicker, subtitle, authors, media, editor_note, rights_statement FROM entry JOIN entry_text ON entry = seq WHERE seq IN ${EACH} AND removed_at IS NULL`)
  const bodies = db.prepare<[string], { entry: number; body: string }>(`SELECT entry, body FROM entry_text WHERE entry IN ${EACH}`)
  // The bytes of a text cannot be told without reading its pages; its characters would be counted one by one.
  const readOn = db.prepare<[number], { last: number | null; bytes: number | null }>('SELECT max(entry) AS last, sum(length(CAST(body AS BLOB))) AS bytes FROM (SELECT entry, body FROM entry_text WHERE entry > ? ORDER BY entry LIMIT 2)')
  const readable = db.prepare<[string], { seq: number; kind: string; title: string; title_provisional: number; body: string; paragraphs: string }>(`SELECT seq, kind, title, title_provisional, body, paragraphs FROM entry JOIN entry_text ON entry = seq WHERE seq IN ${EACH}`)
  const indexable = db.prepare<[string], SummaryRow & TextRow & { revision: number; review: string }>(`SELECT ${SUMMARY_COLUMNS}, revision, review, body, keywords, kicker, subtitle, authors, editor_note, rights_statement FROM entry JOIN entry_text ON entry = seq WHERE seq IN ${EACH} AND removed_at IS NULL`)
  const weights = db.prepare<[string], { rights_level: string; entries: number; characters: number }>(`SELECT rights_level, count(*) AS entries, sum(length(body)) AS characters FROM entry JOIN entry_text ON entry = seq WHERE seq IN ${EACH} AND removed_at IS NULL GROUP BY rights_level`)
  const shelved = db.prepare<{ seqs: string; today: string }, { retired: number; recheck: number }>(`SELECT count(*) FILTER (WHERE status = 'retired') AS retired, count(*) FILTER (WHERE status = 'recheck' OR (status = 'active' AND review_by < @today)) AS recheck FROM entry WHERE seq IN (SELECT value FROM json_each(@seqs)) AND removed_at IS NULL`)
  const counts = db.prepare<[], { entries: number; cases: number }>("SELECT count(*) AS entries, count(*) FILTER (WHERE kind = 'case') AS cases FROM entry WHERE removed_at IS NULL")
  const indexed = db.prepare<[], IndexedRow>('SELECT seq, revision, coalesce(practice_state.stamp, 0) + coalesce(fact_state.stamp, 0) AS tags, status, review FROM entry LEFT JOIN practice_state ON practice_state.entry = seq LEFT JOIN fact_state ON fact_state.entry = seq WHERE removed_at IS NULL ORDER BY seq')
  const filed = db.prepare<[string], { seq: number; revision: number; rights_level: string; status: string; review: string; keywords: string }>(`SELECT seq, revision, rights_level, status, review, keywords FROM entry JOIN entry_text ON entry = seq WHERE seq IN ${EACH} AND removed_at IS NULL`)
  const trash = db.prepare<[], SummaryRow & { removed_at: string }>(`SELECT ${SUMMARY_COLUMNS}, removed_at FROM entry WHERE removed_at IS NOT NULL ORDER BY removed_at DESC, seq DESC`)
  const seqsOf = db.prepare<[string], { seq: number }>(`SELECT seq FROM entry WHERE id IN ${EACH}`)
  const seqOf = db.prepare<[string], { seq: number; removed_at: string | null }>('SELECT seq, removed_at FROM entry WHERE id = ?')
  const heads = db.prepare<[string], { seq: number; id: string; revision: number; content: number; title: string }>(`SELECT seq, id, revision, content, title FROM entry WHERE seq IN ${EACH} ORDER BY seq`)
  const pictures = db.prepare<[string], { sha256: string }>(`SELECT DISTINCT sha256 FROM entry_picture WHERE entry IN ${EACH}`)
  const halves = db.prepare<[], { seq: number }>("SELECT seq FROM entry JOIN entry_text ON entry = seq WHERE incomplete = 1 AND removed_at IS NULL AND (incomplete_reason LIKE '%转%' OR incomplete_reason LIKE '%接%') ORDER BY seq DESC LIMIT 500")
  const trashSeqs = db.prepare<[], { seq: number }>('SELECT seq FROM entry WHERE removed_at IS NOT NULL')
  const keyed = db.prepare<[number, number], { seq: number; title: string; title_provisional: number; body: string; keywords: string }>("SELECT seq, title, title_provisional, body, keywords FROM entry JOIN entry_text ON entry = seq WHERE seq > ? AND origin <> 'bundled' ORDER BY seq LIMIT ?")
  const minable = db.prepare<[number, number], { seq: number; kind: string; title: string; title_provisional: number; body: string }>("SELECT seq, kind, title, title_provisional, body FROM entry JOIN entry_text ON entry = seq WHERE seq > ? AND origin <> 'bundled' AND removed_at IS NULL ORDER BY seq LIMIT ?")
  const minableCount = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM entry WHERE origin <> 'bundled' AND removed_at IS NULL")
  const keyedCount = db.prepare<[number], { n: number }>("SELECT count(*) AS n FROM entry WHERE seq > ? AND origin <> 'bundled'")
  const pages = db.prepare<[number], EntryRow>(`${WHOLE} WHERE entry.seq > ? ORDER BY entry.seq LIMIT 200`)

  return {
    /** Also finds an entry in the trash. */
    stored: (id: string): StoredEntry | null => {
      const row = byId.get(id)
      return row ? storedOf(row) : null
    },
    storedMany: (seqs: readonly number[]): StoredEntry[] => bySeqs.all(JSON.stringify(seqs)).map(storedOf),
    /** In the order of `seqs`; unknown ones and those in the trash are left out. */
    summaries: (seqs: readonly number[]): (EntrySummary & { readonly seq: number })[] => {
      const shown = practices.shown(seqs)
      const found = new Map(summaries.all(JSON.stringify(seqs)).map((row) => [row.seq, { seq: row.seq, ...summaryOf(row, shown.get(row.seq)) }]))
      return seqs.flatMap((seq) => found.get(seq) ?? [])
    },
    /** What is read for practices, of entries in the trash, too. */
    readable: (seqs: readonly number[]) => readable.all(JSON.stringify(seqs)).map((row) => ({ seq: row.seq, state: { kind: EntryKind.parse(row.kind), title: row.title, titleIsProvisional: row.title_provisional === 1, body: row.body, paragraphs: outlinesOf(row.paragraphs) } })),
    bodies: (seqs: readonly number[]): ReadonlyMap<number, string> => new Map(bodies.all(JSON.stringify(seqs)).map((row) => [row.entry, row.body])),
    texts: (seqs: readonly number[]) => texts.all(JSON.stringify(seqs)).map((row) => wordsOf({ ...row, body: row.body.toString('utf8') })),
    /** Reads the next few bodies behind `after`, so that the machine has them in memory; null when there is none. */
    readOn: (after: number): { readonly last: number; readonly bytes: number } | null => {
      const { last = null, bytes = null } = readOn.get(after) ?? {}
      return last === null ? null : { last, bytes: bytes ?? 0 }
    },
    /** What the index is told of entries that are not in the trash. */
    indexable: (seqs: readonly number[]) => {
      const shown = practices.shown(seqs)
      const stamps = practices.stamps(seqs)
      const names = facts.named(seqs)
      const grown = facts.stamps(seqs)
      const given = labels.given(seqs)
      return indexable.all(JSON.stringify(seqs)).map((row) => ({ ...summaryOf(row, shown.get(row.seq)), ...wordsOf(row), revision: row.revision, tags: (stamps.get(row.seq) ?? 0) + (grown.get(row.seq) ?? 0), ...(names.get(row.seq) ?? NO_NAMES), labels: given.get(row.seq) ?? [], review: ReviewState.parse(row.review) }))
    },
    /** What entries that are not in the trash are filed under beside their practices. */
    filed: (seqs: readonly number[]) => filed.all(JSON.stringify(seqs)).map((row) => ({ seq: row.seq, keywords: Words.parse(JSON.parse(row.keywords)), revision: row.revision, rights: RightsLevel.parse(row.rights_level), status: ShelfStatus.parse(row.status), review: ReviewState.parse(row.review) })),
    seqs: (ids: readonly string[]): readonly number[] => seqsOf.all(JSON.stringify(ids)).map((row) => row.seq),
    /** How many of these there are of each rights level, and how many characters their bodies have. */
    weights: (seqs: readonly number[]) => weights.all(JSON.stringify(seqs)).map(({ rights_level, ...row }) => ({ ...row, level: RightsLevel.parse(rights_level) })),
    /** How many of these are out of use, and how many are to be checked first; `today` is YYYY-MM-DD. */
    shelved: (seqs: readonly number[], today: string) => shelved.get({ seqs: JSON.stringify(seqs), today }) ?? { retired: 0, recheck: 0 },
    counts: () => counts.get() ?? { entries: 0, cases: 0 },
    /** Every entry that belongs into the index, with the revision and what else it should have there. */
    indexed: (): readonly IndexedRow[] => indexed.all(),
    trash: () => {
      const rows = trash.all()
      const shown = practices.shown(rows.map((row) => row.seq))
      return rows.map((row) => ({ entry: summaryOf(row, shown.get(row.seq)), removedAt: row.removed_at }))
    },
    trashSeqs: (): readonly number[] => trashSeqs.all().map((row) => row.seq),
    heads: (seqs: readonly number[]) => heads.all(JSON.stringify(seqs)).map((row) => ({ ...row, id: EntryId.parse(row.id) })),
    /** Entries that go on, or come from, another page; the newest five hundred. */
    halves: (): readonly number[] => halves.all().map((row) => row.seq),
    /** Hashes of the pictures that these need. */
    pictures: (seqs: readonly number[]): readonly string[] => pictures.all(JSON.stringify(seqs)).map((row) => row.sha256),
    place: (id: string) => seqOf.get(id) ?? null,
    /** What keywords are picked from, of entries after `seq`, those in the trash included. Bundled summaries have keywords of their own writing. */
    keyed: (after: number, limit: number) => keyed.all(after, limit).map(({ title_provisional: provisional, ...row }) => ({ ...row, title: provisional === 1 ? '' : row.title, keywords: Words.parse(JSON.parse(row.keywords)) })),
    /** What new words are looked for in, of entries after `seq`. */
    minable: (after: number, limit: number) => minable.all(after, limit).map(({ seq, kind, title, title_provisional: provisional, body }) => ({ seq, title: provisional === 1 ? '' : title, body, isCase: kind === 'case' })),
    minableCount: (): number => minableCount.get()?.n ?? 0,
    keyedCount: (after: number): number => keyedCount.get(after)?.n ?? 0,
    /** Two hundred whole entries after `seq`, those in the trash included. */
    page: (after: number): StoredEntry[] => pages.all(after).map(storedOf),
  }
}

export function entryWrites(db: Database) {
  const names = (columns: readonly string[]): string => columns.join(', ')
  const values = (columns: readonly string[]): string => columns.map((column) => `@${column}`).join(', ')
  const sets = (columns: readonly string[]): string => columns.map((column) => `${column} = @${column}`).join(', ')
  type Values = Readonly<Record<string, string | number | null>>

  const insert = db.prepare<Values>(`INSERT INTO entry (id, revision, content, origin, document, ordinal, raw_start, raw_end, created_at, updated_at, review, ${names(META)})
    VALUES (@id, 1, 1, @origin, @document, @ordinal, @raw_start, @raw_end, @at, @at, @review, ${values(META)})`)
  const insertText = db.prepare<Values>(`INSERT INTO entry_text (entry, ${names(TEXT)}) VALUES (@entry, ${values(TEXT)})`)
  const update = db.prepare<Values>(`UPDATE entry SET revision = @revision, content = @content, updated_at = @at, ${sets(META)} WHERE seq = @seq`)
  const updateText = db.prepare<Values>(`UPDATE entry_text SET ${sets(TEXT)} WHERE entry = @seq`)
  const rekey = db.prepare<[string, number]>('UPDATE entry_text SET keywords = ? WHERE entry = ?')
  const insertPicture = db.prepare<[number, string, number]>('INSERT OR IGNORE INTO entry_picture (entry, sha256, bytes) VALUES (?, ?, ?)')
  const review = db.prepare<[string, number, string]>('UPDATE entry SET review = ? WHERE seq = ? AND review <> ? AND removed_at IS NULL')
  const remove = db.prepare<[string, number]>('UPDATE entry SET removed_at = ? WHERE seq = ? AND removed_at IS NULL')
  const restore = db.prepare<[number]>('UPDATE entry SET removed_at = NULL WHERE seq = ? AND removed_at IS NOT NULL')
  const erase = db.prepare<[number]>('DELETE FROM entry WHERE seq = ? AND removed_at IS NOT NULL')

  /** What a state shows stays needed for as long as the entry lives: history may bring it back. */
  const needPictures = (seq: number, { pictures }: EntryState): void => {
    for (const { sha256, bytes } of pictures) insertPicture.run(seq, sha256, bytes)
  }

  return {
    add: (entry: NewEntry): number => {
      const parameters = parametersOf(entry.state)
      const { document } = entry
      const result = insert.run({
        ...parameters, id: entry.id, origin: entry.origin, at: entry.at, review: entry.review,
        document: document?.seq ?? null, ordinal: document?.ordinal ?? null, raw_start: document?.raw.start ?? null, raw_end: document?.raw.end ?? null,
      })
      const seq = Number(result.lastInsertRowid)
      insertText.run({ ...parameters, entry: seq })
      needPictures(seq, entry.state)
      return seq
    },
    replace: (seq: number, revision: number, content: number, at: string, state: EntryState): void => {
      const parameters = { ...parametersOf(state), seq, revision, content, at }
      update.run(parameters)
      updateText.run(parameters)
      needPictures(seq, state)
    },
    /** Other keywords of the same text: the revision stays. */
    rekey: (seq: number, keywords: readonly string[]): void => void rekey.run(JSON.stringify(keywords), seq),
    /** Answers whether anything changed; what lies in the trash stays as it is. */
    review: (seq: number, to: ReviewState): boolean => review.run(to, seq, to).changes === 1,
    /** Both answer whether anything changed. */
    remove: (seq: number, at: string): boolean => remove.run(at, seq).changes === 1,
    restore: (seq: number): boolean => restore.run(seq).changes === 1,
    /** Erases for ever; only what lies in the trash. */
    erase: (seq: number): boolean => erase.run(seq).changes === 1,
  }
}
