/** Import batches and what became of each of their files. */
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { EntryId, EntryKind, ReviewState } from '../../../contract/entry.ts'
import { Fault } from '../../../contract/errors.ts'
import { BatchId, BatchState, FileOutcome, type Batch, type BatchFile, type ImportedEntry, type Pending } from '../../../contract/importing.ts'
import { Boundary, BY_RULES, ReadOptions } from '../../../contract/reviewing.ts'

interface BatchRow {
  readonly seq: number; readonly id: string; readonly state: string; readonly paused: number; readonly label: string; readonly total: number; readonly started_at: string; readonly finished_at: string | null; readonly fault: string | null
  readonly done: number; readonly imported: number; readonly duplicates: number; readonly failed: number; readonly entries: number; readonly cases: number; readonly waiting: number
}
interface FileRow { readonly n: number; readonly name: string; readonly outcome: string; readonly encoding: string | null; readonly bytes: number | null; readonly fault: string | null; readonly document: number | null; readonly duplicate_of: string | null; readonly members: number | null }
interface EntryRow {
  readonly document: number; readonly id: string; readonly ordinal: number; readonly kind: string; readonly kind_reason: string; readonly title: string; readonly title_provisional: number
  readonly raw_start: number; readonly raw_end: number; readonly review: string; readonly confidence: number; readonly confidence_reasons: string; readonly boundary: string | null; readonly removed_at: string | null; readonly moved: number; readonly dropped: number; readonly repaired: number; readonly flagged: number
}

interface SourceRow { readonly n: number; readonly name: string; readonly path: string | null; readonly temporary: number; readonly archive: number | null }

/** One file of an unfinished batch. A member of an archive has no path, but the place of its archive in the batch. */
export interface StoredSource {
  readonly n: number
  readonly name: string
  readonly path: string | null
  readonly temporary: boolean
  readonly archive: number | null
}

export interface FileReport {
  readonly n: number
  readonly name: string
  readonly outcome: z.output<typeof FileOutcome>
  readonly encoding: string | null
  readonly bytes: number | null
  readonly fault: Fault | null
  readonly document: number | null
  readonly duplicateOf: EntryId | null
  readonly members: number | null
}

const fault = (json: string | null): Fault | null => (json === null ? null : Fault.parse(JSON.parse(json)))

const COUNTED = `SELECT batch.*,
  (SELECT count(*) FROM batch_file f WHERE f.batch = batch.seq) AS done,
  (SELECT count(*) FROM batch_file f WHERE f.batch = batch.seq AND outcome = 'imported') AS imported,
  (SELECT count(*) FROM batch_file f WHERE f.batch = batch.seq AND outcome = 'duplicate') AS duplicates,
  (SELECT count(*) FROM batch_file f WHERE f.batch = batch.seq AND outcome = 'failed') AS failed,
  (SELECT count(*) FROM batch_file f JOIN entry e ON e.document = f.document WHERE f.batch = batch.seq) AS entries,
  (SELECT count(*) FROM batch_file f JOIN entry e ON e.document = f.document WHERE f.batch = batch.seq AND e.kind = 'case') AS cases,
  (SELECT count(*) FROM batch_file f JOIN entry e ON e.document = f.document WHERE f.batch = batch.seq AND e.review = 'pending' AND e.removed_at IS NULL) AS waiting
  FROM batch`
const noticesOf = (action: string): string => `(SELECT count(*) FROM json_each(t.notices) WHERE json_extract(value, '$.action') = '${action}')`

const batchOf = (row: BatchRow): Batch => ({
  id: BatchId.parse(row.id),
  state: row.state === 'running' && row.paused === 1 ? 'paused' : BatchState.parse(row.state),
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  label: row.label,
  totals: { files: row.total, done: row.done, imported: row.imported, duplicates: row.duplicates, failed: row.failed, entries: row.entries, cases: row.cases, waiting: row.waiting },
  fault: fault(row.fault),
})

const importedOf = (row: EntryRow): ImportedEntry => ({
  id: EntryId.parse(row.id),
  ordinal: row.ordinal,
  kind: EntryKind.parse(row.kind),
  kindReason: row.kind_reason,
  title: row.title,
  titleIsProvisional: row.title_provisional === 1,
  raw: { start: row.raw_start, end: row.raw_end },
  counts: { moved: row.moved, dropped: row.dropped, repaired: row.repaired, flagged: row.flagged },
  boundary: row.boundary === null ? { at: row.raw_start, confidence: 1, basis: 'start', reason: '' } : Boundary.parse(JSON.parse(row.boundary)),
  confidence: row.confidence,
  confidenceReasons: z.array(z.string()).parse(JSON.parse(row.confidence_reasons)),
  review: ReviewState.parse(row.review),
  present: row.removed_at === null,
})

export function batchReads(db: Database) {
  const byId = db.prepare<[string], BatchRow>(`${COUNTED} WHERE id = ?`)
  const all = db.prepare<[], BatchRow>(`${COUNTED} ORDER BY seq DESC LIMIT 100`)
  const files = db.prepare<[string, number, number], FileRow>(`SELECT n, name, outcome, encoding, bytes, f.fault, document, duplicate_of, members FROM batch_file f JOIN batch ON batch.seq = f.batch
    WHERE batch.id = ? ORDER BY outcome <> 'failed', n LIMIT ? OFFSET ?`)
  const file = db.prepare<[string, number], FileRow>('SELECT n, name, outcome, encoding, bytes, f.fault, document, duplicate_of, members FROM batch_file f JOIN batch ON batch.seq = f.batch WHERE batch.id = ? AND n = ?')
  const entries = db.prepare<[string], EntryRow>(`SELECT document, id, ordinal, kind, kind_reason, title, title_provisional, raw_start, raw_end, removed_at, review, confidence, confidence_reasons,
    json_extract(document.boundaries, '$[' || (ordinal - 1) || ']') AS boundary,
    ${noticesOf('moved')} AS moved, ${noticesOf('dropped')} AS dropped, ${noticesOf('repaired')} AS repaired, ${noticesOf('flagged')} AS flagged
    FROM entry JOIN entry_text t ON t.entry = entry.seq JOIN document ON document.seq = entry.document WHERE document IN (SELECT value FROM json_each(?)) ORDER BY document, ordinal`)
  const pending = "FROM entry e JOIN batch_file f ON f.document = e.document JOIN batch ON batch.seq = f.batch WHERE e.review = 'pending' AND e.removed_at IS NULL"
  const pendingCount = db.prepare<[], { n: number }>(`SELECT count(*) AS n ${pending}`)
  const pendingPage = db.prepare<[number, number], { batch: string; n: number; name: string; document: number; id: string }>(`SELECT batch.id AS batch, f.n, f.name, f.document, e.id ${pending} ORDER BY batch.seq, f.n, e.ordinal LIMIT ? OFFSET ?`)
  const pendingAbove = db.prepare<[number, string | null, string | null], { seq: number }>(`SELECT e.seq ${pending} AND e.confidence >= ? AND (? IS NULL OR batch.id = ?) ORDER BY e.seq`)
  const options = db.prepare<[string], { options: string }>('SELECT options FROM batch WHERE id = ?')
  const running = db.prepare<[], unknown>("SELECT 1 FROM batch WHERE state = 'running' AND paused = 0 LIMIT 1")
  const sources = db.prepare<[string], SourceRow>('SELECT n, name, path, temporary, archive FROM batch_source s JOIN batch ON batch.seq = s.batch WHERE batch.id = ? ORDER BY n')
  const settled = db.prepare<[string], { n: number }>('SELECT n FROM batch_file f JOIN batch ON batch.seq = f.batch WHERE batch.id = ?')
  const entrySeqs = db.prepare<[string], { seq: number }>('SELECT e.seq FROM batch JOIN batch_file f ON f.batch = batch.seq JOIN entry e ON e.document = f.document WHERE batch.id = ? AND e.removed_at IS NULL ORDER BY e.seq')

  const entriesOf = (documents: readonly number[]): ReadonlyMap<number, readonly ImportedEntry[]> => {
    const found = new Map<number, ImportedEntry[]>()
    for (const row of entries.all(JSON.stringify(documents))) found.set(row.document, [...(found.get(row.document) ?? []), importedOf(row)])
    return found
  }
  const withEntries = (rows: readonly FileRow[]): (BatchFile & { readonly document: number | null })[] => {
    const found = entriesOf(rows.flatMap((row) => row.document ?? []))
    return rows.map((row) => ({
      n: row.n, file: row.name, outcome: FileOutcome.parse(row.outcome), encoding: row.encoding, bytes: row.bytes, fault: fault(row.fault), document: row.document,
      duplicateOf: row.duplicate_of === null ? null : EntryId.parse(row.duplicate_of),
      members: row.members,
      entries: row.document === null ? [] : [...(found.get(row.document) ?? [])],
    }))
  }

  return {
    get: (id: string): Batch | null => {
      const row = byId.get(id)
      return row ? batchOf(row) : null
    },
    anyRunning: (): boolean => running.get() !== undefined,
    /** The hundred newest, newest first. */
    all: (): Batch[] => all.all().map(batchOf),
    /** Failed files first, then in the order of the batch. */
    files: (id: string, offset: number, limit: number): BatchFile[] => withEntries(files.all(id, limit, offset)).map(({ document: _document, ...report }) => report),
    file: (id: string, n: number) => withEntries(file.all(id, n))[0] ?? null,
    /** What waits for a person, the oldest batch first. */
    pending: (offset: number, limit: number): { readonly total: number; readonly items: Pending[] } => {
      const rows = limit === 0 ? [] : pendingPage.all(limit, offset)
      const found = entriesOf([...new Set(rows.map((row) => row.document))])
      return {
        total: pendingCount.get()?.n ?? 0,
        items: rows.flatMap(({ batch, n, name, document, id }) => (found.get(document) ?? []).filter((entry) => entry.id === id).map((entry) => ({ batch: BatchId.parse(batch), n, file: name, entry }))),
      }
    },
    pendingAbove: (batch: string | null, confidence: number): readonly number[] => pendingAbove.all(confidence, batch, batch).map((row) => row.seq),
    /** The files of an unfinished batch, and which of them are accounted for. */
    sources: (id: string): { readonly sources: readonly StoredSource[]; readonly settled: ReadonlySet<number>; readonly options: ReadOptions } => ({
      options: ReadOptions.parse(JSON.parse(options.get(id)?.options ?? JSON.stringify(BY_RULES))),
      sources: sources.all(id).map(({ temporary, ...row }) => ({ ...row, temporary: temporary === 1 })),
      settled: new Set(settled.all(id).map(({ n }) => n)),
    }),
    presentEntries: (id: string): readonly number[] => entrySeqs.all(id).map((row) => row.seq),
  }
}

export function batchWrites(db: Database) {
  const insert = db.prepare<[string, string, number, string, string]>("INSERT INTO batch (id, state, label, total, started_at, options) VALUES (?, 'running', ?, ?, ?, ?)")
  const total = db.prepare<[number, string]>('UPDATE batch SET total = ? WHERE id = ?')
  const finish = db.prepare<[string, string, string | null, string]>('UPDATE batch SET state = ?, paused = 0, finished_at = ?, fault = ? WHERE id = ?')
  const interrupted = db.prepare<[string, string]>("UPDATE batch SET state = 'failed', finished_at = ?, fault = ? WHERE state = 'running' AND seq NOT IN (SELECT batch FROM batch_source)")
  const interruptedOpen = db.prepare<[string]>("UPDATE batch SET paused = 1, fault = ? WHERE state = 'running' AND paused = 0 AND seq IN (SELECT batch FROM batch_source)")
  const pause = db.prepare<[number, string]>("UPDATE batch SET paused = ?, fault = NULL WHERE id = ? AND state = 'running'")
  const source = db.prepare<[number, string, string | null, number, number | null, string]>('INSERT INTO batch_source (batch, n, name, path, temporary, archive) SELECT seq, ?, ?, ?, ?, ? FROM batch WHERE id = ?')
  const forget = db.prepare<[string]>('DELETE FROM batch_source WHERE batch = (SELECT seq FROM batch WHERE id = ?)')
  const report = db.prepare<Readonly<Record<string, string | number | null>>>(`INSERT INTO batch_file (batch, n, name, outcome, encoding, bytes, fault, document, duplicate_of, members)
    SELECT seq, @n, @name, @outcome, @encoding, @bytes, @fault, @document, @duplicateOf, @members FROM batch WHERE id = @batch`)

  return {
    add: (id: BatchId, label: string, files: number, at: string, options: ReadOptions = BY_RULES): void => void insert.run(id, label, files, at, JSON.stringify(options)),
    setTotal: (id: BatchId, files: number): void => void total.run(files, id),
    finish: (id: BatchId, state: Exclude<z.output<typeof BatchState>, 'running' | 'paused'>, at: string, why: Fault | null): void => {
      finish.run(state, at, why && JSON.stringify(why), id)
      forget.run(id)
    },
    pause: (id: BatchId, paused: boolean): void => void pause.run(paused ? 1 : 0, id),
    addSources: (id: BatchId, files: readonly StoredSource[]): void => {
      for (const { n, name, path, temporary, archive } of files) source.run(n, name, path, temporary ? 1 : 0, archive, id)
    },
    /** Batches that were running when the program ended: those whose files are known can go on. */
    closeInterrupted: (at: string, lost: Fault, open: Fault): void => {
      interrupted.run(at, JSON.stringify(lost))
      interruptedOpen.run(JSON.stringify(open))
    },
    report: (batch: BatchId, file: FileReport): void =>
      void report.run({ ...file, batch, fault: file.fault && JSON.stringify(file.fault) }),
  }
}
